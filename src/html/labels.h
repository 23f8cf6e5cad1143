/* The names that a site gives an element, as they stand in its markup. Most
 * elements have one, so the quick reader hangs them on the element itself:
 * lexbor would make a node of each. */
#ifndef STM_HTML_LABELS_H
#define STM_HTML_LABELS_H

#include <lexbor/html/html.h>
#include <stemma/base.h>

typedef enum stm_html__label {
    STM_LABEL_CLASS,
    STM_LABEL_ID,
    STM_LABEL_STYLE,
    STM_LABEL_ROLE,
    STM_LABELS
} stm_html__label;

typedef struct stm_html__labels {
    stm_str of[STM_LABELS]; /* `ptr` is NULL for those it has not */
} stm_html__labels;

/* NULL where all that the element has are attributes. */
static inline const stm_html__labels *
stm_html__labels_of(const lxb_dom_element_t *e)
{
    return e->node.user;
}

/* Whether the element has the label here, so that an attribute of the name is a
 * later one and counts for nothing. */
static inline bool stm_html__has_label(const lxb_dom_element_t *e,
                                       stm_html__label which)
{
    const stm_html__labels *l = stm_html__labels_of(e);
    return l && l->of[which].ptr;
}

#endif
