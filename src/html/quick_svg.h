/* Passes over the insides of drawings. */
#ifndef STM_HTML_QUICK_SVG_H
#define STM_HTML_QUICK_SVG_H

#include "html/quick.h"

/* From behind the start tag of a drawing: the end tag that closes it, or where
 * what cannot be passed over begins; then `*closed` is false. */
const lxb_char_t *stm_html__skip_svg(const stm_html__quick *q,
                                     const lxb_html_tokenizer_t *tkz,
                                     const lxb_char_t *p, const lxb_char_t *end,
                                     bool *closed);

#endif
