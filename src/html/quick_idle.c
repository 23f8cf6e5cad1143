/* Blanks at the beginning and at the end of a line are no part of it, so they
 * go where an element that ends lines has just begun or ended, or is about to.
 * That it is must be certain: an end tag closes the innermost element, or a
 * start tag opens one where the rules of a body hold. */
#include "html/quick_idle.h"

#include <lexbor/html/tree/active_formatting.h>
#include <lexbor/html/tree/insertion_mode.h>
#include <lexbor/html/tree/open_elements.h>

#include "html/quick_attribute.h"

bool stm_html__reopens(const lxb_html_tree_t *tree)
{
    const lexbor_array_t *list = tree->active_formatting;
    if (!list->length)
        return false;
    void *last = list->list[list->length - 1];
    return last != (void *)lxb_html_tree_active_formatting_marker() &&
           !lxb_html_tree_open_elements_find_by_node_reverse(
               (lxb_html_tree_t *)tree, last, NULL);
}

bool stm_html__in_body(const lxb_html_tree_t *tree)
{
    return tree->mode == lxb_html_tree_insertion_mode_in_body ||
           tree->mode == lxb_html_tree_insertion_mode_in_cell;
}

static bool closes_line(const stm_html__quick *q, const lxb_html_tree_t *tree,
                        lxb_tag_id_t tag)
{
    const lexbor_array_t *open = tree->open_elements;
    const lxb_dom_node_t *tip =
        open->length ? open->list[open->length - 1] : NULL;
    return q->does[tag] & STM_QUICK_CLOSES && tip && tip->local_name == tag &&
           tip->ns == LXB_NS_HTML;
}

/* Whether the tag at `p` surely ends the line. */
static bool ends_line(const stm_html__quick *q, const lxb_html_tokenizer_t *tkz,
                      const lxb_char_t *p, const lxb_char_t *end)
{
    bool closes = p[1] == '/';
    const lxb_char_t *name = p + 1 + closes,
                     *to = stm_html__name_end(name, end);
    if (end - to < STM_QUICK_NEAR || to - name > STM_QUICK_SHORT)
        return false;
    lxb_tag_id_t tag = stm_html__quick_tag(q, tkz, name, (size_t)(to - name));
    if (tag >= LXB_TAG__LAST_ENTRY)
        return false;
    if (closes)
        return *to == '>' && closes_line(q, tkz->tree, tag);
    unsigned c = stm_html__quick_class[*to];
    return (c == STM_QUICK_SPACE || c == STM_QUICK_CLOSE) &&
           q->does[tag] & STM_QUICK_OPENS && stm_html__in_body(tkz->tree);
}

bool stm_html__is_idle(const stm_html__quick *q,
                       const lxb_html_tokenizer_t *tkz, const lxb_char_t *from,
                       const lxb_char_t *to, const lxb_char_t *end)
{
    return !q->as_is && stm_html__quick_class[*from] == STM_QUICK_SPACE &&
           stm_html__blanks_end(from) == to &&
           (q->at_edge || ends_line(q, tkz, to, end)) &&
           !stm_html__reopens(tkz->tree);
}
