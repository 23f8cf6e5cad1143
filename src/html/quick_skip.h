/* Passes over the insides of scripts, styles and frames. */
#ifndef STM_HTML_QUICK_SKIP_H
#define STM_HTML_QUICK_SKIP_H

#include <lexbor/html/html.h>

/* Behind the start tag of an element whose text lexbor would read raw; sets the
 * state in which its inside is passed over, unless it is wanted. */
void stm_html__skip_raw(lxb_html_tokenizer_t *tkz);

/* The same for a script: `token` is its start tag. */
void stm_html__skip_script(lxb_html_tokenizer_t *tkz,
                           const lxb_html_token_t *token);

/* Behind the end tag of the script or style whose inside begins at `p`; NULL
 * where it is not at hand or not plain. */
const lxb_char_t *stm_html__raw_over(lxb_tag_id_t tag, const lxb_char_t *p,
                                     const lxb_char_t *end);

#endif
