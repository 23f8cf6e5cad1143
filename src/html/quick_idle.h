/* Which blanks change nothing of what a page says. */
#ifndef STM_HTML_QUICK_IDLE_H
#define STM_HTML_QUICK_IDLE_H

#include "html/quick.h"

/* Whether text here would open formatting elements anew. */
bool stm_html__reopens(const lxb_html_tree_t *tree);

/* Whether the tree stands where the rules of a body hold. */
bool stm_html__in_body(const lxb_html_tree_t *tree);

/* Whether the text [from, to) before the tag at `to` may be left out. Behind
 * `to` are enough bytes to look at its name. */
bool stm_html__is_idle(const stm_html__quick *q,
                       const lxb_html_tokenizer_t *tkz, const lxb_char_t *from,
                       const lxb_char_t *to, const lxb_char_t *end);

#endif
