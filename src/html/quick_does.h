/* What the quick reader knows of each element. */
#ifndef STM_HTML_QUICK_DOES_H
#define STM_HTML_QUICK_DOES_H

#include "html/quick.h"

/* Fills `q->does`. */
void stm_html__quick_does(stm_html__quick *q);

/* Elements that are compared with all their attributes when the tree is made.
 */
bool stm_html__keeps_all(lxb_tag_id_t tag);

#endif
