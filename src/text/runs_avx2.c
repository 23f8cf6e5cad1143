/* Thirty-two bytes at a time. */
#include <immintrin.h>
#include <string.h>

#include "text/runs_aes.h"
#include "text/runs_bits.h"
#include "text/runs_eight.h"

static inline uint64_t bits(__m256i truth)
{
    return (uint32_t)_mm256_movemask_epi8(truth);
}

static inline __m256i load(const char *p)
{
    return _mm256_loadu_si256((const __m256i *)p);
}

/* Compilers would rather make a constant anew each time it is wanted. */
static inline __m256i each(char byte)
{
    __m256i v = _mm256_set1_epi8(byte);
    __asm__("" : "+x"(v));
    return v;
}

#define FOUR(c) (UINT32_C(0x01010101) * (c))
#define SOME(c) FOUR(c), FOUR((c) + 1), FOUR((c) + 2), FOUR((c) + 3)
#define MORE(c) SOME(c), SOME((c) + 4), SOME((c) + 8), SOME((c) + 12)
#define MOST(c) MORE(c), MORE((c) + 16), MORE((c) + 32), MORE((c) + 48)
static const uint32_t four[256] = {MOST(0), MOST(64), MOST(128), MOST(192)};

/* The same from memory, where there are too few registers: made anew it takes
 * three steps. */
static inline __m256i every(unsigned char byte)
{
    const uint32_t *table = four;
    __asm__("" : "+r"(table));
    return _mm256_set1_epi32((int)table[byte]);
}

/* What every window needs, in registers throughout. */
typedef struct tools {
    __m256i bit5, letter, not_letter, digit, not_digit, joiners;
} tools;

/* A byte is added to that makes 'z' or '9' the greatest there is, of those with
 * a sign. */
static inline tools get_tools(void)
{
    tools t = {.bit5 = each(' '),
               .letter = each(127 - 'z'),
               .not_letter = each(127 - 26),
               .digit = each(127 - '9'),
               .not_digit = each(127 - 10)};
    /* joiners by their low four bits */
    t.joiners = _mm256_broadcastsi128_si256(_mm_setr_epi8(
        '`', 0, -1, -1, -1, -1, -1, '\'', -1, -1, -1, -1, ',', -1, '.', -1));
    __asm__("" : "+x"(t.joiners));
    return t;
}

static inline stm_window_bits read_half(const tools *t, const char *p)
{
    __m256i bytes = load(p), folded = _mm256_or_si256(bytes, t->bit5);
    __m256i letter =
        _mm256_cmpgt_epi8(_mm256_add_epi8(folded, t->letter), t->not_letter);
    __m256i digit =
        _mm256_cmpgt_epi8(_mm256_add_epi8(bytes, t->digit), t->not_digit);
    __m256i joiner =
        _mm256_cmpeq_epi8(_mm256_shuffle_epi8(t->joiners, bytes), bytes);
    return (stm_window_bits){.word = bits(_mm256_or_si256(letter, digit)),
                             .joiner = bits(joiner),
                             .high = bits(bytes)};
}

static inline stm_window_bits look(const tools *t, const char *p)
{
    stm_window_bits low = read_half(t, p), high = read_half(t, p + 32);
    return (stm_window_bits){low.word | high.word << 32,
                             low.joiner | high.joiner << 32,
                             low.high | high.high << 32};
}

static inline bool is_ascii(const char *p)
{
    return !bits(_mm256_or_si256(load(p), load(p + 32)));
}

static inline uint64_t within_half(const char *p, unsigned char first,
                                   unsigned char last)
{
    __m256i bytes = load(p);
    __m256i clamped =
        _mm256_min_epu8(_mm256_max_epu8(bytes, every(first)), every(last));
    return bits(_mm256_cmpeq_epi8(bytes, clamped));
}

static inline uint64_t within(const char *p, unsigned char first,
                              unsigned char last)
{
    return within_half(p, first, last) | within_half(p + 32, first, last) << 32;
}

static inline uint64_t equal_half(const char *p, unsigned char c)
{
    return bits(_mm256_cmpeq_epi8(load(p), every(c)));
}

static inline uint64_t equal(const char *p, unsigned char c)
{
    return equal_half(p, c) | equal_half(p + 32, c) << 32;
}

static inline void fold_ascii(const char *p, char *folded)
{
    for (unsigned i = 0; i < STM_RUNS_WINDOW; i += 32) {
        __m256i bytes = load(p + i);
        __m256i high = _mm256_cmpgt_epi8(_mm256_setzero_si256(), bytes);
        __m256i bit = _mm256_andnot_si256(high, every(' '));
        _mm256_storeu_si256((__m256i *)(folded + i),
                            _mm256_or_si256(bytes, bit));
    }
}

static inline uint64_t lowest(uint64_t bits) { return _tzcnt_u64(bits); }

/* Four hashes, of which none is 0. */
static inline void put_four(uint64_t *hash, const stm_hash_state *s)
{
    __m256i a = _mm256_inserti128_si256(_mm256_castsi128_si256(s[0]), s[2], 1);
    __m256i b = _mm256_inserti128_si256(_mm256_castsi128_si256(s[1]), s[3], 1);
    __m256i h = _mm256_xor_si256(_mm256_unpacklo_epi64(a, b),
                                 _mm256_unpackhi_epi64(a, b));
    __m256i none = _mm256_cmpeq_epi64(h, _mm256_setzero_si256());
    _mm256_storeu_si256((__m256i *)hash, _mm256_sub_epi64(h, none));
}

#include "text/runs_avx2_units.h"
static uint64_t hash(const char *folded, size_t len)
{
    uint64_t h[2];
    __m128i state = state_of(folded, len, sixteen(0));
    put_two(h, state, state);
    return h[0];
}

#include "text/runs_by_masks.h"

const stm_text_kernel stm_text__avx2 = {read_runs, hash};
