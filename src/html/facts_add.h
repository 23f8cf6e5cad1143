/* What the files of the collector share. */
#ifndef STM_HTML_FACTS_ADD_H
#define STM_HTML_FACTS_ADD_H

#include "html/facts.h"
#include "html/facts_clean.h"

enum { STM_HTML__MOST_OF_ORIGIN = 64 }; /* facts of a page */

/* Adds a fact whose value is `raw`, made plain; nothing where it is empty, too
 * long or one too many. False when out of memory. */
bool stm_html__facts_add(stm_html__facts *f, stm_fact fact, stm_str raw,
                         stm_html__escapes escapes);

/* Whether one more fact of this origin would be kept. */
static inline bool stm_html__facts_room(const stm_html__facts *f,
                                        stm_fact_origin origin)
{
    return f->of_origin[origin] < STM_HTML__MOST_OF_ORIGIN;
}

/* The value of an attribute, absent where the element has none. `id` may be 0.
 */
static inline stm_str stm_html__attribute(lxb_dom_element_t *e,
                                          lxb_dom_attr_id_t id)
{
    for (lxb_dom_attr_t *a = id ? e->first_attr : NULL; a; a = a->next)
        if (a->node.local_name == id)
            return a->value ? (stm_str){(const char *)a->value->data,
                                        a->value->length}
                            : STM_NONE;
    return STM_NONE;
}

/* The bytes of the first text inside of the element. */
stm_str stm_html__first_text(lxb_dom_element_t *e);

#endif
