/* Where comments end. */
#ifndef STM_HTML_QUICK_COMMENT_H
#define STM_HTML_QUICK_COMMENT_H

#include <lexbor/html/html.h>

/* Behind the comment at `p`, of which four bytes and more are there; NULL where
 * it is none or ends behind `end`. */
const lxb_char_t *stm_html__comment_end(const lxb_char_t *p,
                                        const lxb_char_t *end);

#endif
