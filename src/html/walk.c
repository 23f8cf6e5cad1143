/* The tree is walked once, in its order and without recursion. What an element
 * says holds for all in it until an inner one says otherwise, so each open
 * element carries what a line that begins in it would be. Boxes are made when
 * the first line in them ends: most elements hold none. */
#include "html/walk.h"

#include <lexbor/dom/interfaces/character_data.h>

#include <string.h>

#include "base/str.h"
#include "html/elements.h"

enum { PROSE_LETTERS = 80 /* bytes; shorter lines are no prose */ };

struct stm_html__open {
    lxb_dom_node_t *node;
    stm_block as;        /* what a line that begins here is */
    uint32_t box;        /* or NO_BOX */
    uint32_t name;       /* hash of element and class */
    uint32_t names;      /* hints of its own names */
    uint32_t first_byte; /* of the text at its start */
    uint8_t flow;
    bool pre, linked;
    bool wanted; /* by the facts */
};

#define NO_BOX UINT32_MAX

static stm_html__open *top(stm_html__walk *w)
{
    return &w->open.items[w->open.count - 1];
}

/* Takes what the element's names say; hidden ones get STM_INSIDE_HIDDEN. */
static void take_names(stm_html__walk *w, stm_html__open *o,
                       const lxb_dom_element_t *e)
{
    stm_html__named n = stm_html__names_of(&w->hints, &w->ids, e);
    o->names = n.hints;
    o->name = n.name;
    if (n.hidden)
        o->as.inside |= STM_INSIDE_HIDDEN;
}

static bool has_attribute(const lxb_dom_element_t *e, uintptr_t id)
{
    for (const lxb_dom_attr_t *a = e->first_attr; a; a = a->next)
        if (a->node.local_name == id)
            return true;
    return false;
}

static void say_kind(stm_html__open *o, stm_element kind)
{
    stm_block *as = &o->as;
    uintptr_t tag = o->node->local_name;
    if (kind.inside == STM_INSIDE_ARTICLE && (as->inside & STM_INSIDE_ARTICLE))
        as->inside |= STM_INSIDE_ARTICLE_TWICE;
    as->inside |= kind.inside;
    if (tag == LXB_TAG_OL || tag == LXB_TAG_UL || tag == LXB_TAG_MENU) {
        as->ordered = tag == LXB_TAG_OL;
        as->level = (uint8_t)(as->kind == STM_BLOCK_ITEM && as->level < 9
                                  ? as->level + 1
                                  : 1);
    }
    /* a paragraph of a quotation or an item stays that */
    if (kind.kind == STM_BLOCK_PARAGRAPH &&
        (as->kind == STM_BLOCK_QUOTE || as->kind == STM_BLOCK_ITEM))
        return;
    if (kind.kind)
        as->kind = kind.kind;
    if (kind.kind == STM_BLOCK_HEADING)
        as->level = (uint8_t)(tag - LXB_TAG_H1 + 1);
    if (kind.kind == STM_BLOCK_CODE)
        o->pre = true;
}

static bool is_page(uintptr_t tag)
{
    return tag == LXB_TAG_HTML || tag == LXB_TAG_BODY;
}

static stm_html__open opened(stm_html__walk *w, lxb_dom_node_t *node,
                             stm_element kind)
{
    static const stm_html__open outermost = {.box = NO_BOX};
    stm_html__open o = w->open.count ? *top(w) : outermost;
    const lxb_dom_element_t *e = lxb_dom_interface_element(node);
    o.node = node;
    o.box = NO_BOX;
    o.flow = kind.flow;
    o.wanted = false;
    o.first_byte = (uint32_t)w->lines.text.count;
    take_names(w, &o, e);
    say_kind(&o, kind);
    if (node->local_name == LXB_TAG_A && has_attribute(e, LXB_DOM_ATTR_HREF))
        o.linked = true;
    if (o.as.depth < UINT16_MAX)
        o.as.depth++;
    if (is_page(node->local_name))
        return o;
    /* `own` reaches from a line to the block around it */
    o.as.own = o.flow == STM_FLOW_INLINE ? o.as.own | o.names : o.names;
    o.as.hints |= o.names;
    return o;
}

static bool is_block(const stm_html__open *o)
{
    return o->flow != STM_FLOW_INLINE;
}

static uint8_t tag_of(const stm_html__open *o)
{
    unsigned inside = stm_html__element(o->node->local_name).inside, bit = 0;
    while (inside >> bit)
        bit++;
    return (uint8_t)bit;
}

static bool make_box(stm_html__walk *w, stm_html__open *o, uint32_t parent)
{
    stm_box box = {.parent = parent,
                   .first = (uint32_t)w->lines.blocks.count - 1,
                   .hints = o->names,
                   .name = o->name,
                   .depth = o->as.depth,
                   .tag = tag_of(o)};
    o->box = (uint32_t)w->boxes.count;
    if (o->box)
        w->boxes.items[parent].children++;
    return stm_vec_push(&w->boxes, box);
}

/* The innermost box around the line that has just ended, made if need be. An
 * element that was opened since then holds nothing of it. */
static bool find_box(stm_html__walk *w, uint32_t start, uint32_t *box)
{
    size_t i = w->open.count;
    while (i && w->open.items[i - 1].box == NO_BOX)
        i--;
    *box = i ? w->open.items[i - 1].box : 0;
    for (; i < w->open.count; i++) {
        stm_html__open *o = &w->open.items[i];
        if (o->first_byte > start)
            break;
        if (is_block(o) && !make_box(w, o, *box))
            return false;
        if (is_block(o))
            *box = o->box;
    }
    return true;
}

static void count_in(stm_box *box, const stm_block *b)
{
    box->letters += b->letters;
    box->linked += b->linked;
    if (b->letters >= PROSE_LETTERS && b->linked * 2 < b->letters)
        box->prose += b->letters - b->linked;
}

/* Ends the line under way, if there is one, and files it in its box. */
static bool end_line(stm_html__walk *w, unsigned breaks)
{
    size_t before = w->lines.blocks.count;
    if (!stm_html__lines_end(&w->lines, breaks))
        return false;
    if (w->lines.blocks.count == before)
        return true;
    stm_block *b = &w->lines.blocks.items[before];
    if (!find_box(w, b->at.start, &b->parent))
        return false;
    if (w->boxes.count)
        count_in(&w->boxes.items[b->parent], b);
    return true;
}

static unsigned breaks_of(uint8_t flow)
{
    return flow == STM_FLOW_BLOCK ? 2 : 1;
}

static stm_str text_from(const stm_html__walk *w, stm_range *at, uint32_t from)
{
    uint32_t end = (uint32_t)w->lines.text.count;
    const char *text = w->lines.text.items;
    if (end && end == w->lines.bar)
        end -= STM_CELL_BAR; /* it may yet be taken back */
    while (from < end && stm_ascii_space(text[from]))
        from++;
    while (end > from && stm_ascii_space(text[end - 1]))
        end--;
    if (from >= end) {
        *at = (stm_range){0, 0};
        return STM_LIT("");
    }
    *at = (stm_range){from, end};
    return (stm_str){text + from, end - from};
}

static bool close_element(stm_html__walk *w)
{
    stm_html__open *o = top(w);
    if (o->flow == STM_FLOW_CELL) {
        if (w->lines.open &&
            w->lines.text.count - w->lines.next.at.start > STM_SHORT_CELL) {
            if (!end_line(w, 1))
                return false;
        } else if (!stm_html__lines_end_cell(&w->lines)) {
            return false;
        }
    } else if (is_block(o) && !end_line(w, breaks_of(o->flow))) {
        return false;
    }
    if (o->wanted) {
        stm_range at;
        stm_str text = text_from(w, &at, o->first_byte);
        if (!stm_html__facts_text(&w->facts, lxb_dom_interface_element(o->node),
                                  o->names, at, text))
            return false;
    }
    if (o->box != NO_BOX)
        w->boxes.items[o->box].last = (uint32_t)w->lines.blocks.count;
    w->open.count--;
    return true;
}

/* Enters an element; `into` says whether its children are to be walked. */
static bool open_element(stm_html__walk *w, lxb_dom_node_t *node, bool *into)
{
    stm_element kind = stm_html__element(node->local_name);
    *into = false;
    if (node->ns != LXB_NS_HTML)
        return true; /* drawings and formulas */
    if (kind.flow == STM_FLOW_BREAK)
        return end_line(w, 1);
    stm_html__open o = opened(w, node, kind);
    if (!stm_html__facts_element(&w->facts, lxb_dom_interface_element(node),
                                 o.names, &o.wanted))
        return false;
    if (kind.flow == STM_FLOW_SKIP)
        return true;
    bool block = is_block(&o) && o.flow != STM_FLOW_CELL;
    if (block && !end_line(w, breaks_of(o.flow)))
        return false;
    o.first_byte = (uint32_t)w->lines.text.count;
    *into = true;
    return stm_vec_push(&w->open, o);
}

static bool add_text(stm_html__walk *w, lxb_dom_node_t *node)
{
    const lexbor_str_t *s = &lxb_dom_interface_character_data(node)->data;
    stm_str text = {(const char *)s->data, s->length};
    const stm_html__open *o;
    if (!w->open.count || !text.len)
        return true;
    o = top(w);
    if (!o->pre)
        return stm_html__lines_add(&w->lines, text, &o->as, o->linked);
    for (;;) {
        const char *nl = memchr(text.ptr, '\n', text.len);
        size_t n = nl ? (size_t)(nl - text.ptr) : text.len;
        bool empty = !w->lines.open;
        if (!stm_html__lines_add_pre(&w->lines, (stm_str){text.ptr, n}, &o->as,
                                     o->linked))
            return false;
        if (!nl)
            return true;
        if (!end_line(
                w, empty && !stm_str_trim((stm_str){text.ptr, n}).len ? 2 : 1))
            return false;
        text.ptr += n + 1;
        text.len -= n + 1;
    }
}

/* Sums of boxes go up to the boxes around them. */
static void sum_up(stm_html__walk *w)
{
    for (size_t i = w->boxes.count; i-- > 1;) {
        const stm_box *b = &w->boxes.items[i];
        stm_box *p = &w->boxes.items[b->parent];
        p->letters += b->letters;
        p->linked += b->linked;
        p->prose += b->prose;
    }
}

static void start(stm_html__walk *w, lxb_dom_document_t *document,
                  stm_arena *mem)
{
    stm_html__lines_reset(&w->lines);
    w->boxes.count = w->open.count = 0;
    stm_html__find_name_ids(&w->ids, document);
    stm_html__facts_start(&w->facts, mem, document);
}

static bool visit(stm_html__walk *w, lxb_dom_node_t *node, bool *into)
{
    *into = false;
    if (node->type == LXB_DOM_NODE_TYPE_ELEMENT)
        return open_element(w, node, into);
    if (node->type == LXB_DOM_NODE_TYPE_TEXT)
        return add_text(w, node);
    return true;
}

bool stm_html__walk_page(stm_html__walk *w, lxb_dom_document_t *document,
                         stm_arena *mem)
{
    lxb_dom_node_t *root = lxb_dom_interface_node(document);
    lxb_dom_node_t *node = root->first_child;
    start(w, document, mem);
    while (node) {
        bool into;
        if (!visit(w, node, &into))
            return false;
        if (into && node->first_child) {
            node = node->first_child;
            continue;
        }
        if (into && !close_element(w))
            return false;
        while (node != root && !node->next) {
            node = node->parent;
            if (node != root && !close_element(w))
                return false;
        }
        node = node == root ? NULL : node->next;
    }
    if (!end_line(w, 1))
        return false;
    sum_up(w);
    return true;
}

void stm_html__walk_free(stm_html__walk *w)
{
    stm_html__lines_free(&w->lines);
    stm_html__facts_free(&w->facts);
    stm_vec_free(&w->boxes);
    stm_vec_free(&w->open);
}
