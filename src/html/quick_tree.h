/* Tags that have one plain meaning where the tree stands. */
#ifndef STM_HTML_QUICK_TREE_H
#define STM_HTML_QUICK_TREE_H

#include "html/quick.h"

/* Does what an end tag asks for, where that is to close the innermost element
 * and no more; else false, and nothing is done. */
bool stm_html__quick_close(const stm_html__quick *q, lxb_html_tree_t *tree,
                           lxb_tag_id_t tag);

/* The element that the start tag `token` opens, where that is all it does;
 * else NULL, and nothing is done. */
lxb_dom_node_t *stm_html__quick_open(const stm_html__quick *q,
                                     lxb_html_tree_t *tree,
                                     lxb_html_token_t *token);

/* Puts the text [from, to), which has no NUL, into the innermost element, where
 * that is all it does; else false, and nothing is done. */
bool stm_html__quick_put(lxb_html_tree_t *tree, const lxb_char_t *from,
                         const lxb_char_t *to);

#endif
