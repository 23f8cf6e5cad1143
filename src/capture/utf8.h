/* Bytes that should be UTF-8: how far they are, and making them so. */
#ifndef STM_CAPTURE_UTF8_H
#define STM_CAPTURE_UTF8_H

#include "base/file.h"

/* What the bytes of an input are made of. */
typedef struct stm_utf8_survey {
    size_t good;       /* well-formed sequences of two bytes and more */
    size_t bad;        /* ill-formed ones */
    size_t high;       /* bytes over 127 */
    size_t controls;   /* NUL and other bytes that prose does not have */
    size_t first_high; /* its place, or the length */
    bool cut;          /* the last sequence is right so far, but for its end */
} stm_utf8_survey;

stm_utf8_survey stm_utf8_look(stm_str s);
/* Every ill-formed sequence of `s` becomes U+FFFD, as the Unicode standard
 * advises ("maximal subparts", section 3.9); `out` is malloc'd. */
stm_status stm_utf8_repair(stm_bytes *out, stm_str s, stm_error *err);
/* True when UTF-8 text has nothing to see in it. */
bool stm_utf8_is_blank(stm_str s);

#endif
