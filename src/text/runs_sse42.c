/* Sixteen bytes at a time, on processors with AES. */
#include <immintrin.h>
#include <string.h>

#include "text/runs_aes.h"
#include "text/runs_bits.h"
#include "text/runs_eight.h"

/* As in runs_avx2.c. */
static inline __m128i kinds_of(__m128i bytes)
{
    const __m128i low =
        _mm_setr_epi8(22, 7, 7, 7, 7, 7, 7, 15, 7, 7, 3, 1, 9, 1, 9, 1);
    const __m128i high =
        _mm_setr_epi8(0, 0, 8, 4, 1, 2, 17, 2, 0, 0, 0, 0, 0, 0, 0, 0);
    const __m128i half = _mm_set1_epi8(15);
    return _mm_and_si128(
        _mm_shuffle_epi8(low, _mm_and_si128(bytes, half)),
        _mm_shuffle_epi8(high, _mm_and_si128(_mm_srli_epi16(bytes, 4), half)));
}

static inline uint64_t bits(__m128i truth)
{
    return (uint32_t)_mm_movemask_epi8(truth);
}

static inline __m128i load(const char *p)
{
    return _mm_loadu_si128((const __m128i *)p);
}

typedef struct tools {
    char none;
} tools;

static inline tools get_tools(void) { return (tools){0}; }

static inline stm_window_bits look(const tools *t, const char *p)
{
    (void)t;
    stm_window_bits b = {0};
    for (unsigned i = 0; i < STM_RUNS_WINDOW; i += 16) {
        __m128i bytes = load(p + i), kinds = kinds_of(bytes);
        __m128i word = _mm_and_si128(kinds, _mm_set1_epi8(7));
        b.word |= bits(_mm_cmpgt_epi8(word, _mm_setzero_si128())) << i;
        b.joiner |= bits(_mm_cmpgt_epi8(kinds, _mm_set1_epi8(7))) << i;
        b.high |= bits(bytes) << i;
    }
    return b;
}

static inline uint64_t within(const char *p, unsigned char first,
                              unsigned char last)
{
    uint64_t found = 0;
    for (unsigned i = 0; i < STM_RUNS_WINDOW; i += 16) {
        __m128i bytes = load(p + i);
        __m128i clamped =
            _mm_min_epu8(_mm_max_epu8(bytes, _mm_set1_epi8((char)first)),
                         _mm_set1_epi8((char)last));
        found |= bits(_mm_cmpeq_epi8(bytes, clamped)) << i;
    }
    return found;
}

static inline bool is_ascii(const char *p)
{
    __m128i low = _mm_or_si128(load(p), load(p + 16));
    return !bits(_mm_or_si128(low, _mm_or_si128(load(p + 32), load(p + 48))));
}

static inline uint64_t equal(const char *p, unsigned char c)
{
    uint64_t found = 0;
    for (unsigned i = 0; i < STM_RUNS_WINDOW; i += 16)
        found |= bits(_mm_cmpeq_epi8(load(p + i), _mm_set1_epi8((char)c))) << i;
    return found;
}

static inline void fold_ascii(const char *p, char *folded)
{
    for (unsigned i = 0; i < STM_RUNS_WINDOW; i += 16) {
        __m128i bytes = load(p + i);
        __m128i high = _mm_cmpgt_epi8(_mm_setzero_si128(), bytes);
        __m128i bit = _mm_andnot_si128(high, _mm_set1_epi8(' '));
        _mm_storeu_si128((__m128i *)(folded + i), _mm_or_si128(bytes, bit));
    }
}

static inline uint64_t lowest(uint64_t bits)
{
    return (uint64_t)__builtin_ctzll(bits | UINT64_C(1) << 63);
}

static inline void put_four(uint64_t *hash, const stm_hash_state *s)
{
    put_two(hash, s[0], s[1]);
    put_two(hash + 2, s[2], s[3]);
}

#include "text/runs_units.h"

static uint64_t hash(const char *folded, size_t len)
{
    uint64_t h[2];
    __m128i state = state_of(folded, len, sixteen(0));
    put_two(h, state, state);
    return h[0];
}

#include "text/runs_by_masks.h"

const stm_text_kernel stm_text__sse42 = {read_runs, hash};
