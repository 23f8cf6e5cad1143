/* Characters of a text known to be valid UTF-8. */
#ifndef STM_PAGE_CHARS_H
#define STM_PAGE_CHARS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes of the character at `p`. */
static inline size_t stm_page__step(const char *p)
{
    unsigned char c = (unsigned char)*p;
    return c < 0xc0 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
}

/* The character at `p`; 0 at or behind `end`. */
static inline uint32_t stm_page__char(const char *p, const char *end)
{
    const unsigned char *u = (const unsigned char *)p;
    if (p >= end)
        return 0;
    switch (stm_page__step(p)) {
    case 1:
        return u[0];
    case 2:
        return (u[0] & 0x1fu) << 6 | (u[1] & 0x3fu);
    case 3:
        return (u[0] & 0xfu) << 12 | (u[1] & 0x3fu) << 6 | (u[2] & 0x3fu);
    default:
        return (u[0] & 7u) << 18 | (u[1] & 0x3fu) << 12 | (u[2] & 0x3fu) << 6 |
               (u[3] & 0x3fu);
    }
}

/* Where the character before `p` starts; `p` is not the start. */
static inline const char *stm_page__back(const char *start, const char *p)
{
    do
        p--;
    while (p > start && (*p & 0xc0) == 0x80);
    return p;
}

bool stm_page__is_end_mark(uint32_t c); /* . ! ? and their like */
bool stm_page__is_closing(uint32_t c);  /* quotation marks, brackets */
bool stm_page__is_opening(uint32_t c);  /* and the dash of dialogues */
bool stm_page__is_bullet(uint32_t c);
bool stm_page__is_bar(uint32_t c); /* what stands between links */

#endif
