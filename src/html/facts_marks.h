/* Facts of elements whose readable text is the statement: microdata, headings,
 * time elements, links to authors, elements with a telling class. */
#ifndef STM_HTML_FACTS_MARKS_H
#define STM_HTML_FACTS_MARKS_H

#include "html/facts.h"

/* Whether the element's text is wanted. */
bool stm_html__facts_marked(stm_html__facts *f, lxb_dom_element_t *e,
                            uint32_t hints);

/* Adds what the element says; `text` may be empty. False when out of memory. */
bool stm_html__facts_mark(stm_html__facts *f, lxb_dom_element_t *e,
                          uint32_t hints, stm_range at, stm_str text);

#endif
