/* Text in other character sets than UTF-8. */
#ifndef STM_CAPTURE_CHARSET_H
#define STM_CAPTURE_CHARSET_H

#include "base/file.h"
#include "base/utf8.h"

/* The character set of text that is not UTF-8, as iconv knows it; "" when it
 * cannot be told. `v` is the survey of `s`. */
typedef struct stm_charset {
    char name[32];
} stm_charset;
stm_charset stm_charset_guess(stm_str s, const stm_utf8_survey *v);

/* `s`, which is in `charset` with letters of at least `unit` bytes, as UTF-8,
 * malloc'd; what cannot be converted becomes U+FFFD and is counted.
 * STM_EFORMAT: this system does not know the set. */
stm_status stm_charset_convert(stm_bytes *out, uint64_t *replaced, stm_str s,
                               const char *charset, size_t unit,
                               stm_error *err);

#endif
