/* Most tags of most pages open an element in the innermost one or close that,
 * but lexbor finds out by asking for elements in scope, implied end tags and
 * formatting elements. Here only what cannot have any of these is told apart,
 * and put into the tree or closed at once, as text mostly is, too. */
#include "html/quick_tree.h"

#include <lexbor/dom/interfaces/text.h>
#include <lexbor/html/tree/active_formatting.h>
#include <lexbor/html/tree/open_elements.h>

#include <string.h>

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

/* The same, where what is put into it becomes its last child. */
static lxb_dom_node_t *parent_in_body(const lxb_html_tree_t *tree)
{
    const lxb_dom_node_t *tip = tip_in_body(tree);
    bool elsewhere =
        tree->foster_parenting || !tip || tip->local_name == LXB_TAG_TEMPLATE;
    return elsewhere ? NULL : (lxb_dom_node_t *)tip;
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

/* A link that is open would be closed. */
static bool has_link(const lexbor_array_t *formatting)
{
    for (size_t i = formatting->length; i; i--) {
        const lxb_dom_node_t *node = formatting->list[i - 1];
        if ((const void *)node == lxb_html_tree_active_formatting_marker())
            return false;
        if (node->local_name == LXB_TAG_A)
            return true;
    }
    return false;
}

/* Whether all that a start tag does is to open an element in `parent`. */
static bool but_opens(const stm_html__quick *q, const lxb_html_tree_t *tree,
                      const lxb_dom_node_t *parent, lxb_tag_id_t tag)
{
    unsigned does = q->does[tag];
    if (does & STM_QUICK_PARTS)
        return !has_paragraph(tree->open_elements);
    if (tag == LXB_TAG_LI)
        return is_list(parent) && !has_paragraph(tree->open_elements);
    if (tag == LXB_TAG_A)
        return !stm_html__reopens(tree) && !has_link(tree->active_formatting);
    return does & STM_QUICK_INLINE && !stm_html__reopens(tree);
}

static lxb_dom_node_t *make_node(lxb_html_tree_t *tree, size_t size,
                                 lxb_tag_id_t name, lxb_dom_node_type_t type)
{
    lxb_dom_node_t *node =
        lexbor_mraw_calloc(tree->document->dom_document.mraw, size);
    if (node) {
        node->owner_document = lxb_html_document_original_ref(tree->document);
        node->local_name = name;
        node->ns = LXB_NS_HTML;
        node->type = type;
    }
    return node;
}

/* The objects of all the elements that are opened here are of one kind. */
lxb_dom_node_t *stm_html__quick_open(const stm_html__quick *q,
                                     lxb_html_tree_t *tree,
                                     lxb_html_token_t *token)
{
    lxb_tag_id_t tag = token->tag_id;
    lxb_dom_node_t *parent = parent_in_body(tree), *node;
    if (!parent || !but_opens(q, tree, parent, tag))
        return NULL;
    node = make_node(tree, sizeof(lxb_html_element_t), tag,
                     LXB_DOM_NODE_TYPE_ELEMENT);
    if (!node ||
        (token->attr_first &&
         lxb_html_tree_append_attributes(tree, lxb_dom_interface_element(node),
                                         token, LXB_NS_HTML)) ||
        (tag == LXB_TAG_A && lexbor_array_push(tree->active_formatting, node)))
        return NULL;
    lxb_dom_node_insert_child_wo_events(parent, node);
    if (lxb_html_tree_open_elements_push(tree, node))
        return NULL;
    if (tag == LXB_TAG_LI)
        tree->frameset_ok = false;
    return node;
}

bool stm_html__quick_put(lxb_html_tree_t *tree, const lxb_char_t *from,
                         const lxb_char_t *to)
{
    lxb_dom_node_t *parent = parent_in_body(tree), *node;
    size_t n = (size_t)(to - from);
    if (!parent || tree->frameset_ok || stm_html__reopens(tree) ||
        (parent->last_child && parent->last_child->local_name == LXB_TAG__TEXT))
        return false;
    node = make_node(tree, sizeof(lxb_dom_text_t), LXB_TAG__TEXT,
                     LXB_DOM_NODE_TYPE_TEXT);
    lexbor_str_t *data =
        node ? &lxb_dom_interface_character_data(node)->data : NULL;
    if (!node || !lexbor_str_init(data, tree->document->dom_document.text, n))
        return false;
    memcpy(data->data, from, n);
    data->data[n] = 0;
    data->length = n;
    lxb_dom_node_insert_child_wo_events(parent, node);
    return true;
}
