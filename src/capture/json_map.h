/* Where the quotes and backslashes of 64 bytes are: one bit for each byte, the
 * first the lowest. The scalar function is the definition; the other one is
 * for machines that all have the instructions, so nothing is chosen when the
 * program runs, and it is inlined for it is short. */
#ifndef STM_CAPTURE_JSON_MAP_H
#define STM_CAPTURE_JSON_MAP_H

#include <stdint.h>
#include <string.h>

static inline uint64_t stm_json__load(const char *p)
{
    uint64_t w;
    memcpy(&w, p, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    w = __builtin_bswap64(w);
#endif
    return w;
}

/* The top bits of the bytes that are zero (exact for each of them: Warren,
 * Hacker's Delight, 6-1). */
static inline uint64_t stm_json__zeros(uint64_t w)
{
    const uint64_t low = UINT64_MAX / 255 * 127;
    return ~(((w & low) + low) | w | low);
}

/* The top bits of the bytes that are a quote or a backslash. */
static inline uint64_t stm_json__specials(uint64_t w)
{
    const uint64_t ones = UINT64_MAX / 255;
    return stm_json__zeros(w ^ ones * '"') | stm_json__zeros(w ^ ones * '\\');
}

/* `*high` becomes other than 0 when one of the bytes is over 127. */
static inline uint64_t stm_json__map_scalar(const char *p, uint64_t *high)
{
    /* brings the top bits of eight bytes together in the highest byte */
    const uint64_t gather = UINT64_C(0x0102040810204080);
    uint64_t map = 0, seen = 0;
    for (int i = 0; i < 8; i++) {
        uint64_t w = stm_json__load(p + i * 8);
        seen |= w;
        map |= (stm_json__specials(w) >> 7) * gather >> 56 << (i * 8);
    }
    *high |= seen & UINT64_MAX / 255 * 128;
    return map;
}

#if defined(__SSE2__)
#include <emmintrin.h>
static inline uint64_t stm_json__map_sse2(const char *p, uint64_t *high)
{
    const __m128i quote = _mm_set1_epi8('"'), slash = _mm_set1_epi8('\\');
    __m128i seen = _mm_setzero_si128();
    uint64_t map = 0;
    for (int i = 0; i < 4; i++) {
        __m128i v =
            _mm_loadu_si128((const __m128i *)(const void *)(p + i * 16));
        __m128i is =
            _mm_or_si128(_mm_cmpeq_epi8(v, quote), _mm_cmpeq_epi8(v, slash));
        seen = _mm_or_si128(seen, v);
        map |= (uint64_t)(unsigned)_mm_movemask_epi8(is) << (i * 16);
    }
    *high |= (unsigned)_mm_movemask_epi8(seen);
    return map;
}
#define stm_json__map stm_json__map_sse2
#else
#define stm_json__map stm_json__map_scalar
#endif

#endif
