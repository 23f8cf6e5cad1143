/* UTF-8: how far bytes are valid, making them so, and one code point at a time.
 */
#ifndef STM_BASE_UTF8_H
#define STM_BASE_UTF8_H

#include "base/file.h"

/* What bytes that should be text are made of. */
typedef struct stm_utf8_survey {
    size_t good;       /* well-formed sequences of two bytes and more */
    size_t bad;        /* ill-formed ones */
    size_t high;       /* bytes over 127 */
    size_t controls;   /* NUL and other bytes that prose does not have */
    size_t first_high; /* its place, or the length */
    bool cut;          /* the last sequence is right so far, but for its end */
} stm_utf8_survey;

stm_utf8_survey stm_utf8_look(stm_str s);
/* How many bytes of `s` are valid from its start on: s.len when all are. The
 * quick question, where nothing else of the survey is wanted. */
size_t stm_utf8_valid(stm_str s);
/* Every ill-formed sequence of `s` becomes U+FFFD, as the Unicode standard
 * advises ("maximal subparts", section 3.9), and is counted; `out` is
 * malloc'd. */
stm_status stm_utf8_repair(stm_bytes *out, uint64_t *replaced, stm_str s,
                           stm_error *err);
/* True when UTF-8 text has nothing to see in it. */
bool stm_utf8_is_blank(stm_str s);

/* The bytes at the head of `s`, which is not empty, that belong together: a
 * character, or what `stm_utf8_repair` makes one U+FFFD of. */
typedef struct stm_utf8_sequence {
    size_t len; /* at least 1 */
    bool good;
    bool cut; /* bad only because the bytes end */
} stm_utf8_sequence;
stm_utf8_sequence stm_utf8_step(stm_str s);

/* Writes `cp`, which is no surrogate, and returns its length. */
static inline unsigned stm_utf8_encode(uint32_t cp, char *out)
{
    if (cp < 0x80) {
        out[0] = (char)cp;
        return 1;
    }
    if (cp < 0x800) {
        out[0] = (char)(0xc0 | cp >> 6);
        out[1] = (char)(0x80 | (cp & 0x3f));
        return 2;
    }
    if (cp < 0x10000) {
        out[0] = (char)(0xe0 | cp >> 12);
        out[1] = (char)(0x80 | (cp >> 6 & 0x3f));
        out[2] = (char)(0x80 | (cp & 0x3f));
        return 3;
    }
    out[0] = (char)(0xf0 | cp >> 18);
    out[1] = (char)(0x80 | (cp >> 12 & 0x3f));
    out[2] = (char)(0x80 | (cp >> 6 & 0x3f));
    out[3] = (char)(0x80 | (cp & 0x3f));
    return 4;
}

#endif
