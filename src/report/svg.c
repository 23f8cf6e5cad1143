/* The tree as a picture of its own. Graphviz's library decides where the cards
 * stand and how the arrows run; the drawing is ours, so no captured text goes
 * through Graphviz and no font of this machine changes the picture.
 *
 * Graphviz keeps state of its own and prints to standard error; it is told to
 * be silent, and one thread of a program at a time may make pictures. */
#include <stemma/report.h>

#include <gvc.h>
#include <stdio.h>

#include "report/drawing.h"
#include "report/names.h"
#include "report/show.h"

enum {
    MARGIN = 14,
    MOST_NODES = 1500, /* more help nobody; 1,400 took Graphviz 3.4 s */
    PATH_ROOM = 2048
};

typedef struct picture {
    stm_drawing drawing;
    GVC_t *context;
    graph_t *graph;
    node_t **nodes;
    edge_t **edges; /* the tree's, then the secondary ones */
    bool laid_out;
} picture;

static void set(void *object, const char *name, const char *value)
{
    agsafeset(object, (char *)name, (char *)value, "");
}

static bool add_nodes(picture *p, const stm_tree *t)
{
    char inches[32];
    for (size_t i = 0; i < t->node_count; i++) {
        node_t *n = agnode(p->graph, (char *)t->nodes[i].id, 1);
        if (!n)
            return false;
        p->nodes[i] = n;
        set(n, "shape", "box");
        set(n, "label", "");
        set(n, "fixedsize", "true");
        /* 72 points an inch; whole thousandths, so no locale's point */
        snprintf(inches, sizeof inches, "%d.%03d", STM_CARD_WIDTH / 72,
                 STM_CARD_WIDTH % 72 * 1000 / 72);
        set(n, "width", inches);
        snprintf(inches, sizeof inches, "%d.%03d", STM_CARD_HEIGHT / 72,
                 STM_CARD_HEIGHT % 72 * 1000 / 72);
        set(n, "height", inches);
    }
    return true;
}

static bool add_edges(picture *p, const stm_tree *t)
{
    for (size_t i = 0; i < t->edge_count; i++) {
        const stm_edge *e = &t->edges[i];
        p->edges[i] =
            agedge(p->graph, p->nodes[e->from], p->nodes[e->to], NULL, 1);
        if (!p->edges[i])
            return false;
    }
    for (size_t i = 0; i < t->secondary_count; i++) {
        const stm_secondary *s = &t->secondary[i];
        edge_t *e = agedge(p->graph, p->nodes[s->from], p->nodes[s->to],
                           (char *)"second", 1);
        if (!e)
            return false;
        set(e, "constraint", "false");
        p->edges[t->edge_count + i] = e;
    }
    return true;
}

static bool lay_out(picture *p, const stm_tree *t)
{
    p->context = gvContext();
    p->graph = agopen((char *)"stemma", Agdirected, NULL);
    if (!p->context || !p->graph)
        return false;
    set(p->graph, "rankdir", "LR");
    set(p->graph, "ranksep", "1.6");
    set(p->graph, "nodesep", "0.5");
    if (!add_nodes(p, t) || !add_edges(p, t))
        return false;
    p->laid_out = gvLayout(p->context, p->graph, "dot") == 0;
    return p->laid_out;
}

/* Graphviz counts upwards from the bottom. */
static int flip(const picture *p, double y)
{
    return MARGIN + (int)(GD_bb(p->graph).UR.y - y + .5);
}

static int across(double x) { return MARGIN + (int)(x + .5); }

static void draw_curve(picture *p, const bezier *b, bool secondary)
{
    char d[PATH_ROOM];
    size_t used = 0;
    for (size_t i = 0; i < (size_t)b->size && used + 64 < sizeof d; i++)
        used += (size_t)snprintf(d + used, sizeof d - used, "%s%d %d",
                                 i == 0   ? "M"
                                 : i == 1 ? "C"
                                          : " ",
                                 across(b->list[i].x), flip(p, b->list[i].y));
    if (b->eflag && used + 64 < sizeof d)
        snprintf(d + used, sizeof d - used, "L%d %d", across(b->ep.x),
                 flip(p, b->ep.y));
    stm_drawing__arrow(&p->drawing, d, secondary);
}

/* What an arrow of the tree is stands at its head, what a secondary one brought
 * beside its middle. */
static void draw_edge(picture *p, edge_t *e, bool secondary, const char *label)
{
    const splines *s = ED_spl(e);
    if (!s || !s->size || !s->list[0].size)
        return;
    for (size_t i = 0; i < (size_t)s->size; i++)
        draw_curve(p, &s->list[i], secondary);
    const bezier *b = &s->list[s->size - 1];
    pointf end = b->eflag ? b->ep : b->list[b->size - 1];
    pointf middle = b->list[b->size / 2];
    if (secondary)
        stm_drawing__label(&p->drawing, across(middle.x) + 8,
                           flip(p, middle.y) + 4, true, "start", label);
    else
        stm_drawing__label(&p->drawing, across(end.x) - 12, flip(p, end.y) - 6,
                           false, "end", label);
}

static void draw(picture *p, const stm_tree *t)
{
    char words[48], label[STM_SHOW_EDGE];
    boxf bounds = GD_bb(p->graph);
    stm_drawing__open(&p->drawing, (int)bounds.UR.x + 2 * MARGIN,
                      (int)bounds.UR.y + 2 * MARGIN, true);
    for (size_t i = 0; i < t->edge_count; i++) {
        stm_show__edge(&t->edges[i], label, sizeof label);
        draw_edge(p, p->edges[i], false, label);
    }
    for (size_t i = 0; i < t->secondary_count; i++) {
        snprintf(words, sizeof words, "%u words", t->secondary[i].words);
        draw_edge(p, p->edges[t->edge_count + i], true, words);
    }
    for (uint32_t i = 0; i < t->node_count; i++) {
        pointf middle = ND_coord(p->nodes[i]);
        stm_drawing__card(&p->drawing, i, across(middle.x) - STM_CARD_WIDTH / 2,
                          flip(p, middle.y) - STM_CARD_HEIGHT / 2);
    }
    stm_drawing__close(&p->drawing);
}

static void close_picture(picture *p)
{
    if (p->laid_out)
        gvFreeLayout(p->context, p->graph);
    if (p->graph)
        agclose(p->graph);
    if (p->context)
        gvFreeContext(p->context);
    stm_cell__free(&p->drawing.cell);
}

static stm_status make_picture(picture *p, const stm_tree *t, stm_error *err)
{
    agerrlevel_t before = agseterr(AGMAX);
    stm_status rc = STM_OK;
    if (lay_out(p, t))
        draw(p, t);
    else
        rc = stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                      "Graphviz could not lay out the tree");
    if (p->drawing.cell.failed)
        rc = stm_show__fail(err, STM_ENOMEM);
    close_picture(p);
    agseterr(before);
    return rc;
}

stm_status stm_report_svg(const stm_result *r, const stm_report_opts *opts,
                          const stm_sink *out, stm_error *err)
{
    stm_arena mem = {0};
    stm_buf b;
    picture p = {.drawing = {.out = &b, .result = r, .mem = &mem}};
    (void)opts;
    if (!r->tree)
        return stm_fail(err, STM_EARG, STM_NO_OFFSET,
                        "two texts alone have no tree to draw");
    if (r->tree->node_count > MOST_NODES)
        return stm_fail(err, STM_ELIMIT, STM_NO_OFFSET,
                        "a picture of %zu texts would be of no use (at most "
                        "%d); take --html or --dot",
                        r->tree->node_count, MOST_NODES);
    stm_buf_start(&b, out);
    p.drawing.names = stm_names__make(&mem, r);
    p.nodes = STM_ARENA_NEW(&mem, node_t *, r->tree->node_count);
    p.edges = STM_ARENA_NEW(&mem, edge_t *,
                            r->tree->edge_count + r->tree->secondary_count);
    stm_status rc = stm_show__fail(err, STM_ENOMEM);
    if (p.drawing.names && p.nodes && p.edges)
        rc = make_picture(&p, r->tree, err);
    if (rc == STM_OK && (rc = stm_buf_end(&b)) != STM_OK)
        stm_show__fail(err, rc);
    stm_arena_free(&mem);
    return rc;
}
