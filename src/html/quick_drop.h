/* Elements that leave nothing to be read. */
#ifndef STM_HTML_QUICK_DROP_H
#define STM_HTML_QUICK_DROP_H

#include "html/quick.h"

/* Behind the element whose start tag has the name that ends at `p`, with all
 * that is in it, where nothing of it is read and the tree around it is the same
 * without it; else NULL. `tag` is one of STM_QUICK_DROPS. */
const lxb_char_t *stm_html__drop(const stm_html__quick *q,
                                 const lxb_html_tokenizer_t *tkz,
                                 lxb_tag_id_t tag, const lxb_char_t *p,
                                 const lxb_char_t *end);

#endif
