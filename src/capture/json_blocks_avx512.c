/* Which backslashes escape and which are escaped is found for 64 bytes at once,
 * as simdjson does (Langdale and Lemire 2019); what is escaped is exchanged for
 * what it stands for, and the backslashes are squeezed out. */
#include <immintrin.h>

#include "capture/json_blocks.h"

/* Bytes behind a backslash that itself is not behind one. `*open` says that the
 * first byte is behind one, and then the same of the block that follows; so
 * blocks need not begin behind each other's last escape, and several are under
 * way at once. */
static inline uint64_t escaped(uint64_t slashes, uint64_t *open)
{
    const uint64_t even = UINT64_C(0x5555555555555555);
    slashes &= ~*open;
    uint64_t follows = slashes << 1 | *open;
    uint64_t odd_starts = slashes & ~(even | follows);
    unsigned long long even_runs;
    *open = __builtin_uaddll_overflow(odd_starts, slashes, &even_runs);
    return (even ^ even_runs << 1) & follows;
}

/* What the escapes of one letter stand for, 0 for others: bytes 0 to 127. */
static const char meanings[128] = {
    ['"'] = '"',  ['\\'] = '\\', ['/'] = '/',  ['b'] = '\b',
    ['f'] = '\f', ['n'] = '\n',  ['r'] = '\r', ['t'] = '\t',
};

const char *stm_json__blocks_avx512(const char *p, const char *end, char **to,
                                    uint64_t *high)
{
    const __m512i low = _mm512_loadu_si512(meanings);
    const __m512i upper = _mm512_loadu_si512(meanings + 64);
    char *o = *to;
    uint64_t seen = 0, open = 0, behind = 0;
    while (end - p >= STM_JSON_BLOCK) {
        __m512i v = _mm512_loadu_si512(p);
        uint64_t slashes = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\\'));
        uint64_t quotes = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('"'));
        uint64_t over = _mm512_movepi8_mask(v);
        uint64_t by_slash = escaped(slashes, &behind);
        uint64_t escapes = slashes & ~by_slash;
        __m512i means = _mm512_permutex2var_epi8(low, v, upper);
        uint64_t odd = by_slash & (~_mm512_test_epi8_mask(means, means) | over);
        if ((quotes & ~by_slash) | odd)
            break;
        open = behind;
        seen |= over;
        v = _mm512_mask_mov_epi8(v, by_slash, means);
        _mm512_storeu_si512(o, _mm512_maskz_compress_epi8(~escapes, v));
        o += STM_JSON_BLOCK - __builtin_popcountll(escapes);
        p += STM_JSON_BLOCK;
    }
    *to = o;
    *high |= seen;
    return p - open; /* its backslash is left to the caller, too */
}
