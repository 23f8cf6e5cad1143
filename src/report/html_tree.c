/* A layered layout: a column a generation, from left to right as time runs; a
 * row for each text that nobody copied; a parent in the middle of its children.
 * Texts that stand alone are drawn only where an arrow leads to them. */
#include <stdio.h>

#include "report/drawing.h"
#include "report/forest.h"
#include "report/html.h"
#include "report/show.h"

enum {
    MARGIN = 14,
    LEFT_OF_ROOTS = 78, /* room for arcs between them */
    BEND = 72,
    BETWEEN_COLUMNS = 104,
    BETWEEN_ROWS = 26,
    COLUMN = STM_CARD_WIDTH + BETWEEN_COLUMNS,
    ROW = STM_CARD_HEIGHT + BETWEEN_ROWS,
    MOST_NODES = 400 /* that are drawn; a larger picture helps nobody */
};

typedef struct spot {
    bool drawn;
    int x, y;
} spot;

typedef struct layout {
    stm_sheet *html;
    stm_drawing drawing;
    stm_forest forest;
    bool *linked; /* [node] a secondary edge touches it */
    spot *at;     /* [node] */
    int *rows_of; /* [branch] sum of the rows of its children, then its y */
    size_t drawn, left_out;
    int left, width, height;
} layout;

static size_t tree_end(const stm_forest *f, size_t root)
{
    size_t i = root + 1;
    while (i < f->count && f->items[i].parent != STM_NO_BRANCH)
        i++;
    return i;
}

static bool is_drawn(const layout *l, size_t from, size_t to)
{
    return to - from > 1 || l->linked[l->forest.items[from].node];
}

/* Rows for the leaves from top to bottom; going back up, each parent gets the
 * middle between its first and last child. */
static void place(layout *l, size_t from, size_t to)
{
    const stm_branch *items = l->forest.items;
    const int first_row = l->height;
    int row = first_row;
    for (size_t i = from; i < to; i++) {
        spot *s = &l->at[items[i].node];
        s->drawn = true;
        s->x = l->left + (int)items[i].depth * COLUMN;
        if (s->x + STM_CARD_WIDTH + MARGIN > l->width)
            l->width = s->x + STM_CARD_WIDTH + MARGIN;
        if (items[i].children)
            continue;
        s->y = row;
        row += ROW;
    }
    for (size_t i = to; i > from; i--) {
        const stm_branch *b = &items[i - 1];
        spot *s = &l->at[b->node];
        if (b->children)
            s->y = (s->y + l->rows_of[i - 1]) / 2;
        if (b->parent == STM_NO_BRANCH)
            continue;
        /* children come last to first: the last sets rows_of, the first y */
        spot *parent = &l->at[items[b->parent].node];
        if (b->last)
            l->rows_of[b->parent] = s->y;
        parent->y = s->y;
    }
    l->height = row;
}

static void place_all(layout *l)
{
    for (size_t i = 0, end; i < l->forest.count; i = end) {
        end = tree_end(&l->forest, i);
        if (!is_drawn(l, i, end))
            continue;
        if (l->drawn + (end - i) > MOST_NODES) {
            l->left_out += end - i;
            continue;
        }
        l->drawn += end - i;
        place(l, i, end);
    }
}

static void draw_edges(layout *l)
{
    for (size_t i = 0; i < l->forest.count; i++) {
        const stm_branch *b = &l->forest.items[i];
        if (!b->edge || !l->at[b->node].drawn)
            continue;
        spot from = l->at[b->edge->from], to = l->at[b->edge->to];
        int x1 = from.x + STM_CARD_WIDTH, y1 = from.y + STM_CARD_HEIGHT / 2;
        int x2 = to.x - 2, y2 = to.y + STM_CARD_HEIGHT / 2;
        char path[128], label[STM_SHOW_EDGE];
        snprintf(path, sizeof path, "M%d %dC%d %d %d %d %d %d", x1, y1,
                 x1 + BETWEEN_COLUMNS / 2, y1, x1 + BETWEEN_COLUMNS / 4, y2, x2,
                 y2);
        stm_drawing__arrow(&l->drawing, path, false);
        stm_show__edge(b->edge, label, sizeof label);
        stm_drawing__label(&l->drawing, x2 - 10, y2 - 6, false, "end", label);
    }
}

/* An arc from side to side; between cards of one column it swings out to the
 * left, where fewer arrows run. */
static void draw_secondary(layout *l, const stm_secondary *s)
{
    spot from = l->at[s->from], to = l->at[s->to];
    int y1 = from.y + STM_CARD_HEIGHT / 2 + 14;
    int y2 = to.y + STM_CARD_HEIGHT / 2 + 14;
    int x1 = from.x, x2 = to.x - 2, c1 = x1 - BEND, c2 = x2 - BEND;
    char path[128], words[48];
    if (to.x > from.x) {
        x1 += STM_CARD_WIDTH;
        c1 = x1 + BEND;
    } else if (to.x < from.x) {
        x2 += STM_CARD_WIDTH + 4;
        c2 = x2 + BEND;
    }
    snprintf(path, sizeof path, "M%d %dC%d %d %d %d %d %d", x1, y1, c1, y1, c2,
             y2, x2, y2);
    stm_drawing__arrow(&l->drawing, path, true);
    snprintf(words, sizeof words, "%u words", s->words);
    stm_drawing__label(&l->drawing, (x1 + 3 * c1 + 3 * c2 + x2) / 8,
                       (y1 + y2) / 2, true, "middle", words);
}

static void draw(layout *l)
{
    const stm_tree *t = l->html->result->tree;
    stm_drawing__open(&l->drawing, l->width, l->height - BETWEEN_ROWS + MARGIN,
                      false);
    draw_edges(l);
    for (size_t i = 0; i < t->secondary_count; i++)
        if (l->at[t->secondary[i].from].drawn &&
            l->at[t->secondary[i].to].drawn)
            draw_secondary(l, &t->secondary[i]);
    for (size_t i = 0; i < l->forest.count; i++) {
        uint32_t node = l->forest.items[i].node;
        if (l->at[node].drawn)
            stm_drawing__card(&l->drawing, node, l->at[node].x, l->at[node].y);
    }
    stm_drawing__close(&l->drawing);
}

static stm_status prepare(layout *l, stm_error *err)
{
    stm_sheet *h = l->html;
    const stm_tree *t = h->result->tree;
    stm_status rc = stm_forest__plant(&l->forest, &h->mem, t, err);
    if (rc != STM_OK)
        return rc;
    l->linked = STM_ARENA_NEW(&h->mem, bool, t->node_count);
    l->at = STM_ARENA_NEW(&h->mem, spot, t->node_count);
    l->rows_of = STM_ARENA_NEW(&h->mem, int, l->forest.count);
    if (!l->linked || !l->at || !l->rows_of)
        return STM_ENOMEM;
    l->left = t->secondary_count ? MARGIN + LEFT_OF_ROOTS : MARGIN;
    for (size_t i = 0; i < t->secondary_count; i++) {
        l->linked[t->secondary[i].from] = true;
        l->linked[t->secondary[i].to] = true;
    }
    return STM_OK;
}

stm_status stm_sheet__tree(stm_sheet *h, stm_error *err)
{
    layout l = {.html = h, .height = MARGIN};
    stm_status rc = prepare(&l, err);
    if (rc != STM_OK)
        return rc;
    l.drawing = (stm_drawing){.out = &h->out,
                              .result = h->result,
                              .names = h->names,
                              .mem = &h->mem,
                              .links = STM_HTML_CAPTURES,
                              .lost_links = h->result->edition != NULL};
    place_all(&l);
    if (l.drawn) {
        stm_sheet__text(h, "<div class=\"scroll\" tabindex=\"0\">");
        draw(&l);
        stm_sheet__text(h, "</div>");
    } else {
        stm_sheet__text(h, "<p>No text here was copied from another.</p>");
    }
    if (l.left_out)
        stm_buf_format(&h->out,
                       "<p class=\"dim\">%zu more texts in families are not "
                       "drawn: the picture would grow too large.</p>",
                       l.left_out);
    bool failed = l.drawing.cell.failed;
    stm_cell__free(&l.drawing.cell);
    return failed ? STM_ENOMEM : STM_OK;
}
