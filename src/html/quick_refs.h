/* Text and attributes with references to characters. */
#ifndef STM_HTML_QUICK_REFS_H
#define STM_HTML_QUICK_REFS_H

#include <lexbor/html/html.h>

#include "html/quick_attribute.h"

/* Reads the text from `p` to the next `<`, whose first reference is at `amp`,
 * into the room of `tkz`, where it then lies from `start` to `pos`. Returns the
 * place of the `<`; NULL where there is none or lexbor is to read the text. Out
 * of memory, the status is set, too. */
const lxb_char_t *stm_html__quick_text(lxb_html_tokenizer_t *tkz,
                                       const lxb_char_t *p,
                                       const lxb_char_t *amp,
                                       const lxb_char_t *end);

/* Reads the value of `a`, which stands between quotation marks and has its
 * first reference at `a->amp`, into the memory for attributes, where `a->value`
 * is then. False where lexbor is to read it. Out of memory, the status is set,
 * too. */
bool stm_html__quick_resolve(lxb_html_tokenizer_t *tkz, stm_quick_attribute *a);

#endif
