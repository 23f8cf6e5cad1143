/* One code point at a time, both ways. Everything the text room reads is from
 * outside, so decoding validates; what it writes it has decoded before. */
#ifndef STM_TEXT_UTF8_H
#define STM_TEXT_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* Decodes the code point at `p` < `end` and returns its length; 0 where the
 * bytes are not UTF-8 (also for overlong forms and surrogates). */
static inline unsigned stm_text__decode(const char *p, const char *end,
                                        uint32_t *cp)
{
    const unsigned char *s = (const unsigned char *)p;
    size_t left = (size_t)(end - p);
    if (s[0] < 0x80) {
        *cp = s[0];
        return 1;
    }
    if (s[0] < 0xc2 || left < 2 || (s[1] & 0xc0) != 0x80)
        return 0;
    if (s[0] < 0xe0) {
        *cp = (s[0] & 0x1fu) << 6 | (s[1] & 0x3fu);
        return 2;
    }
    if (left < 3 || (s[2] & 0xc0) != 0x80)
        return 0;
    if (s[0] < 0xf0) {
        *cp = (s[0] & 0xfu) << 12 | (s[1] & 0x3fu) << 6 | (s[2] & 0x3fu);
        return *cp < 0x800 || (*cp & 0xf800) == 0xd800 ? 0 : 3;
    }
    if (left < 4 || (s[3] & 0xc0) != 0x80)
        return 0;
    *cp = (s[0] & 7u) << 18 | (s[1] & 0x3fu) << 12 | (s[2] & 0x3fu) << 6 |
          (s[3] & 0x3fu);
    return s[0] > 0xf4 || *cp < 0x10000 || *cp > 0x10ffff ? 0 : 4;
}

/* The code point that ends at `p` > `start`, in text known to be valid. */
static inline uint32_t stm_text__decode_back(const char *start, const char *p)
{
    const char *end = p;
    uint32_t cp = 0;
    do
        p--;
    while (p > start && (*p & 0xc0) == 0x80);
    stm_text__decode(p, end, &cp);
    return cp;
}

#endif
