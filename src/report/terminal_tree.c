/* Families as trees with box-drawing lines. A family too deep for the width
 * draws an only child below its parent instead of one step to the right. */
#include <stdio.h>

#include "base/str.h"
#include "report/forest.h"
#include "report/names.h"
#include "report/show.h"
#include "report/terminal.h"

enum { STEP = 3 /* columns a level takes */ };

typedef struct drawing {
    stm_term *term;
    const stm_forest *forest;
    bool *open;   /* [depth] a sibling follows on that level */
    bool chained; /* only children stay on their parent's level */
} drawing;

static bool stands_alone(const stm_tree *tree, const stm_branch *b)
{
    return tree->families[tree->nodes[b->node].family].count == 1;
}

/* The branches from `root` on that belong to its tree. */
static size_t tree_end(const stm_forest *f, size_t root)
{
    size_t i = root + 1;
    while (i < f->count && f->items[i].parent != STM_NO_BRANCH)
        i++;
    return i;
}

static uint32_t deepest(const stm_forest *f, size_t from, size_t to)
{
    uint32_t depth = 0;
    for (size_t i = from; i < to; i++)
        if (f->items[i].depth > depth)
            depth = f->items[i].depth;
    return depth;
}

/* Levels of `b` as drawn. */
static bool is_only_child(const drawing *d, const stm_branch *b)
{
    return d->chained && b->parent != STM_NO_BRANCH &&
           d->forest->items[b->parent].children == 1;
}

/* As many of the clauses as fit into a line and a half, at least one. */
static stm_str first_clauses(stm_str note, unsigned width)
{
    size_t end = 0;
    while (end < note.len) {
        size_t next = stm_str_find(note, STM_LIT("; "), end ? end + 2 : 0);
        size_t len = next == SIZE_MAX ? note.len : next;
        if (end && len > width + width / 2)
            break;
        end = len;
    }
    return (stm_str){note.ptr, end};
}

static void add_lost(stm_term *t, stm_cell *c, const stm_node *n)
{
    stm_cell__word(c, STM_STYLE_LOST, "(lost) ");
    stm_cell__word(c, STM_STYLE_LOST, n->id);
    if (!n->note.len)
        return;
    stm_str note =
        stm_names__note(&t->mem, t->names, t->result->witness_count, n->note);
    stm_cell__word(c, STM_STYLE_DIM, "\xc2\xa0 ");
    if (!t->opts.verbose)
        note = first_clauses(note, c->width);
    stm_cell__add(c, STM_STYLE_DIM, note);
    c->failed |= !note.ptr;
}

static void add_node(stm_term *t, stm_cell *c, const stm_branch *b)
{
    const stm_node *n = &t->result->tree->nodes[b->node];
    char kind[STM_SHOW_EDGE];
    stm_edge plain = b->edge ? *b->edge : (stm_edge){.support = -1};
    if (!t->opts.verbose)
        plain.support = -1;
    stm_show__edge(&plain, kind, sizeof kind);
    if (n->witness == STM_LOST)
        add_lost(t, c, n);
    else
        stm_term__add_capture(t, c, &t->result->witnesses[n->witness],
                              b->edge ? kind : NULL);
}

typedef struct prefix {
    char text[1024];
    size_t used;
    unsigned cols;
} prefix;

static void extend(prefix *p, const char *text, unsigned cols)
{
    size_t n = strlen(text);
    if (n > sizeof p->text - 1 - p->used)
        return;
    memcpy(p->text + p->used, text, n + 1);
    p->used += n;
    p->cols += cols;
}

/* The lines of the levels above; the outermost are left out where they would
 * take more than half of the width. */
static void start_prefix(const drawing *d, prefix *p, uint32_t level)
{
    uint32_t room = d->term->opts.width / 2 / STEP;
    uint32_t from = level > room ? level - room : 0;
    p->used = p->cols = 0;
    *p->text = '\0';
    if (from)
        extend(p, "\xe2\x80\xa6 ", 2);
    for (uint32_t i = from; i + 1 < level; i++)
        extend(p, d->open[i + 1] ? "\xe2\x94\x82  " : "   ", STEP);
}

static void draw_branch(drawing *d, const stm_branch *b, uint32_t level)
{
    prefix first, rest;
    start_prefix(d, &first, level);
    rest = first;
    if (is_only_child(d, b)) {
        if (level)
            extend(&first, d->open[level] ? "\xe2\x94\x82  " : "   ", STEP);
        rest = first;
        extend(&first, "\xe2\x86\x93 ", 2);
        extend(&rest, "  ", 2);
    } else if (level) {
        extend(&first,
               b->last ? "\xe2\x94\x94\xe2\x94\x80 "
                       : "\xe2\x94\x9c\xe2\x94\x80 ",
               STEP);
        extend(&rest, b->last ? "   " : "\xe2\x94\x82  ", STEP);
    }
    unsigned own = b->children ? STEP : 0; /* its own line runs on below */
    extend(&rest, b->children ? "\xe2\x94\x82  " : "", own);
    stm_cell *c = stm_term__paragraph(d->term, rest.cols);
    add_node(d->term, c, b);
    stm_term__put(d->term, first.text, rest.text);
}

static stm_status draw_tree(drawing *d, size_t from, size_t to)
{
    const stm_forest *f = d->forest;
    uint32_t deep = deepest(f, from, to);
    d->chained = (uint64_t)deep * STEP > d->term->opts.width / 2;
    d->open = STM_ARENA_NEW(&d->term->mem, bool, (size_t)deep + 1);
    uint32_t *level = STM_ARENA_NEW(&d->term->mem, uint32_t, to - from);
    if (!d->open || !level)
        return STM_ENOMEM;
    for (size_t i = from; i < to; i++) {
        const stm_branch *b = &f->items[i];
        bool only = is_only_child(d, b);
        uint32_t above = i > from ? level[b->parent - from] : 0;
        level[i - from] = i == from || only ? above : above + 1;
        if (!only)
            d->open[level[i - from]] = i > from && !b->last;
        draw_branch(d, b, level[i - from]);
    }
    return STM_OK;
}

static void add_node_name(stm_term *t, stm_cell *c, uint32_t node)
{
    const stm_node *n = &t->result->tree->nodes[node];
    if (n->witness != STM_LOST) {
        stm_cell__add(c, STM_STYLE_NAME, t->names[n->witness]);
        return;
    }
    stm_cell__word(c, STM_STYLE_LOST, "(lost) ");
    stm_cell__word(c, STM_STYLE_LOST, n->id);
}

static void put_secondary(stm_term *t)
{
    const stm_tree *tree = t->result->tree;
    if (tree->secondary_count)
        stm_term__heading(t, "Passages from elsewhere");
    for (size_t i = 0; i < tree->secondary_count; i++) {
        const stm_secondary *s = &tree->secondary[i];
        char text[64];
        stm_cell *c = stm_term__paragraph(t, 4);
        add_node_name(t, c, s->from);
        stm_cell__word(c, STM_STYLE_DIM,
                       " \xe2\x95\x8c\xe2\x95\x8c\xe2\x96\xb7 ");
        add_node_name(t, c, s->to);
        snprintf(text, sizeof text, ": %u words (%d\xc2\xa0%% sure)", s->words,
                 (int)(s->confidence * 100 + .5));
        stm_cell__word(c, STM_STYLE_PLAIN, text);
        stm_term__put(t, "  ", "    ");
    }
}

static void put_alone(stm_term *t, const stm_forest *f)
{
    const stm_tree *tree = t->result->tree;
    bool said = false;
    for (size_t i = 0; i < f->count; i++) {
        const stm_branch *b = &f->items[i];
        if (b->parent != STM_NO_BRANCH || !stands_alone(tree, b))
            continue;
        if (!said)
            stm_term__heading(t, "On their own");
        said = true;
        stm_cell *c = stm_term__paragraph(t, 4);
        add_node(t, c, b);
        stm_term__put(t, "  ", "    ");
    }
}

stm_status stm_term__families(stm_term *t, stm_error *err)
{
    stm_forest forest;
    stm_status rc = stm_forest__plant(&forest, &t->mem, t->result->tree, err);
    drawing d = {.term = t, .forest = &forest};
    for (size_t i = 0; rc == STM_OK && i < forest.count;) {
        size_t end = tree_end(&forest, i);
        if (!stands_alone(t->result->tree, &forest.items[i])) {
            stm_term__heading(t, "Family tree");
            rc = draw_tree(&d, i, end);
        }
        i = end;
    }
    if (rc != STM_OK)
        return rc;
    put_secondary(t);
    put_alone(t, &forest);
    return STM_OK;
}
