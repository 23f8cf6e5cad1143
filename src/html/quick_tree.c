/* Most tags of most pages open an element in the innermost one or close that,
 * but lexbor finds out by asking for elements in scope, implied end tags and
 * formatting elements. Here only what cannot have any of these is told apart,
 * and done by lexbor's own functions. */
#include "html/quick_tree.h"

#include <lexbor/html/tree/open_elements.h>

#include "html/quick_idle.h"

/* The innermost element where the rules of a body hold for it, or NULL. */
static const lxb_dom_node_t *tip_in_body(const lxb_html_tree_t *tree)
{
    const lexbor_array_t *open = tree->open_elements;
    const lxb_dom_node_t *tip =
        open->length ? open->list[open->length - 1] : NULL;
    return tip && tip->ns == LXB_NS_HTML && stm_html__in_body(tree) ? tip
                                                                    : NULL;
}

bool stm_html__quick_close(const stm_html__quick *q, lxb_html_tree_t *tree,
                           lxb_tag_id_t tag)
{
    const lxb_dom_node_t *tip = tip_in_body(tree);
    lexbor_array_t *formatting = tree->active_formatting;
    if (!tip || tip->local_name != tag)
        return false;
    if (q->does[tag] & STM_QUICK_FORMATS) {
        size_t n = formatting->length;
        if (!n || formatting->list[n - 1] != tip)
            return false;
        lexbor_array_pop(formatting);
    } else if (!(q->does[tag] & STM_QUICK_POPS)) {
        return false;
    }
    lxb_html_tree_open_elements_pop(tree);
    return true;
}

static bool is_list(const lxb_dom_node_t *node)
{
    return node->local_name == LXB_TAG_UL || node->local_name == LXB_TAG_OL;
}

/* A paragraph might have to be closed. */
static bool has_paragraph(const lexbor_array_t *open)
{
    for (size_t i = open->length; i; i--) {
        const lxb_dom_node_t *node = open->list[i - 1];
        if (node->local_name == LXB_TAG_P)
            return true;
    }
    return false;
}

bool stm_html__quick_open(const stm_html__quick *q, lxb_html_tree_t *tree,
                          lxb_html_token_t *token)
{
    lxb_tag_id_t tag = token->tag_id;
    bool item = tag == LXB_TAG_LI;
    if (!item && !(q->does[tag] & STM_QUICK_PARTS))
        return false;
    const lxb_dom_node_t *tip = tip_in_body(tree);
    if (!tip || (item && !is_list(tip)) || has_paragraph(tree->open_elements))
        return false;
    if (item)
        tree->frameset_ok = false;
    return lxb_html_tree_insert_html_element(tree, token);
}
