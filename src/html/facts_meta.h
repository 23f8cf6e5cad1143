/* Facts of meta and link elements and of the language attribute. */
#ifndef STM_HTML_FACTS_META_H
#define STM_HTML_FACTS_META_H

#include "html/facts.h"

/* False when out of memory. */
bool stm_html__facts_meta(stm_html__facts *f, lxb_dom_element_t *e);
bool stm_html__facts_link(stm_html__facts *f, lxb_dom_element_t *e);

#endif
