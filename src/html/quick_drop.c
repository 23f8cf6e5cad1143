/* Pictures, fields, scripts, styles and links to other files are every sixth
 * element of a page. Where the rules of a head or a body hold, each of them is
 * put into the tree and closed at once, so that the page reads the same without
 * them, unless a fact stands in their attributes. */
#include "html/quick_drop.h"

#include <lexbor/html/tree/insertion_mode.h>

#include "base/str.h"
#include "html/quick_attribute.h"
#include "html/quick_idle.h"
#include "html/quick_names.h"
#include "html/quick_skip.h"

typedef const lxb_char_t *place;

static bool may_open_formatting(lxb_tag_id_t tag)
{
    return tag == LXB_TAG_IMG || tag == LXB_TAG_INPUT;
}

/* A field ends the list of choices that is open. */
static bool is_choosing(const lexbor_array_t *open)
{
    for (size_t i = open->length; i; i--) {
        const lxb_dom_node_t *node = open->list[i - 1];
        if (node->local_name == LXB_TAG_SELECT)
            return true;
    }
    return false;
}

/* Whether the tree here changes by nothing but the element itself. */
static bool is_alone(const lxb_html_tokenizer_t *tkz, lxb_tag_id_t tag)
{
    const lxb_html_tree_t *tree = tkz->tree;
    const lexbor_array_t *open = tree->open_elements;
    const lxb_dom_node_t *tip =
        open->length ? open->list[open->length - 1] : NULL;
    if (!tip || tip->ns != LXB_NS_HTML)
        return false;
    if (may_open_formatting(tag))
        return stm_html__in_body(tree) && !tree->frameset_ok &&
               !stm_html__reopens(tree) &&
               (tag == LXB_TAG_IMG || !is_choosing(open));
    bool in_head = tree->mode == lxb_html_tree_insertion_mode_in_head;
    return stm_html__in_body(tree) || (in_head && tag != LXB_TAG_SOURCE);
}

static bool holds(const stm_quick_attribute *a, stm_str word)
{
    stm_str value = {(const char *)a->value, a->value_length};
    return a->value && stm_str_find_nocase(value, word, 0) != SIZE_MAX;
}

/* Whether the attribute is looked at when the page is read. */
static bool is_read(lxb_tag_id_t tag, unsigned which,
                    const stm_quick_attribute *a)
{
    switch (which) {
    case STM_QUICK_ITEMPROP:
    case STM_QUICK_PROPERTY:
        return true;
    case STM_QUICK_REL:
        return tag == LXB_TAG_LINK && holds(a, STM_LIT("canonical"));
    case STM_QUICK_TYPE:
        return tag == LXB_TAG_SCRIPT && holds(a, STM_LIT("ld+json"));
    default:
        return false;
    }
}

/* Behind the start tag, or NULL. */
static place tag_over(const stm_html__quick *q, lxb_tag_id_t tag, place p,
                      place end)
{
    for (;;) {
        stm_quick_attribute a = {.name = NULL};
        p = stm_html__skip_space(p, end);
        if (end - p < STM_QUICK_NEAR)
            return NULL;
        if (*p == '>')
            return p + 1;
        if (p[0] == '/' && p[1] == '>')
            return p + 2;
        place to = stm_html__name_end(p, end);
        if (to == p || end - to < STM_QUICK_NEAR)
            return NULL;
        unsigned which = stm_html__quick_attribute(q, p, (size_t)(to - p));
        bool asked = which == STM_QUICK_REL || which == STM_QUICK_TYPE;
        p = stm_html__quick_value(&a, to, end, asked);
        if (!p || a.amp || is_read(tag, which, &a))
            return NULL;
    }
}

const lxb_char_t *stm_html__drop(const stm_html__quick *q,
                                 const lxb_html_tokenizer_t *tkz,
                                 lxb_tag_id_t tag, const lxb_char_t *p,
                                 const lxb_char_t *end)
{
    bool raw = tag == LXB_TAG_SCRIPT || tag == LXB_TAG_STYLE;
    /* it parts the blanks around it, where these count */
    if (q->as_is || !is_alone(tkz, tag) || !(p = tag_over(q, tag, p, end)))
        return NULL;
    return raw ? stm_html__raw_over(tag, p, end) : p;
}
