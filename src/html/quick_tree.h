/* Tags that have one plain meaning where the tree stands. */
#ifndef STM_HTML_QUICK_TREE_H
#define STM_HTML_QUICK_TREE_H

#include "html/quick.h"

/* Does what an end tag asks for, where that is to close the innermost element
 * and no more; else false, and nothing is done. */
bool stm_html__quick_close(const stm_html__quick *q, lxb_html_tree_t *tree,
                           lxb_tag_id_t tag);

/* The same for the start tag `token`, where it but opens an element. */
bool stm_html__quick_open(const stm_html__quick *q, lxb_html_tree_t *tree,
                          lxb_html_token_t *token);

#endif
