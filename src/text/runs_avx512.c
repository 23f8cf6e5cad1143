/* Sixty-four bytes at a time. Positions of ASCII words come by compressing the
 * numbers 0 to 63 under a mask; some hundreds are hashed in one go, four words
 * a register. The words of a window with other characters are permuted out of
 * its register, a word to a lane. */
#include <immintrin.h>
#include <string.h>

#include "text/folding_tame.h"
#include "text/runs_avx512_units.h"
#include "text/runs_bits.h"
#include "text/runs_pending.h"
#include "text/word_hash.h"

static const unsigned char counting[STM_RUNS_WINDOW] = {
    0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15,
    16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
    32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47,
    48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};

/* What every window needs, in registers throughout. */
typedef struct tools {
    __m512i numbers;   /* 0 to 63 */
    __m512i in_lane;   /* 0 to 15 in each lane */
    __m512i even, odd; /* words 0, 2, 4, 6 and 1, 3, 5, 7 */
    __m512i first_key, second_key;
    __m512i bit5, minus_a, minus_0, letters, digits; /* for what bytes are */
    __m512i joiners;
    __m512i one, block;
    __m512i even_sizes, odd_sizes; /* of the same words, to each byte */
} tools;

/* Compilers would rather make a constant anew each time it is wanted, in the
 * unit that is busy with words. */
static inline __m512i keep(__m512i v)
{
    __asm__("" : "+v"(v));
    return v;
}

static inline __m512i to_lanes(int a, int b, int c, int d)
{
    const long long all = 0x0101010101010101;
    return keep(_mm512_setr_epi64(a * all, a * all, b * all, b * all, c * all,
                                  c * all, d * all, d * all));
}

static inline __m512i in_each_lane(__m128i lane)
{
    return keep(_mm512_broadcast_i32x4(lane));
}

static inline tools get_tools(void)
{
    return (tools){
        .numbers = keep(load(counting)),
        .in_lane = in_each_lane(_mm_loadu_si128((const __m128i *)counting)),
        .even = to_lanes(0, 2, 4, 6),
        .odd = to_lanes(1, 3, 5, 7),
        .first_key = in_each_lane(_mm_setr_epi32(STM_WORD_HASH_KEY_1)),
        .second_key = in_each_lane(_mm_setr_epi32(STM_WORD_HASH_KEY_2)),
        .bit5 = keep(each(' ')),
        .minus_a = keep(each(-'a')),
        .minus_0 = keep(each(-'0')),
        .letters = keep(each(26)),
        .digits = keep(each(10)),
        .joiners =
            in_each_lane(_mm_setr_epi8('`', 0, -1, -1, -1, -1, -1, '\'', -1, -1,
                                       -1, -1, ',', -1, '.', -1)),
        .one = keep(_mm512_set1_epi64(1)),
        .even_sizes = to_lanes(0, 8, 16, 24),
        .odd_sizes = to_lanes(4, 12, 20, 28),
        .block = keep(each(STM_WORD_HASH_BLOCK))};
}

/* The words of a window, a byte each. */
typedef struct places {
    __m512i starts, sizes;
} places;

static inline places places_of(const tools *t, stm_run_bits r)
{
    __m512i starts = _mm512_maskz_compress_epi8(r.start, t->numbers);
    __m512i ends = _mm512_maskz_compress_epi8(r.end, t->numbers);
    return (places){starts, _mm512_sub_epi8(ends, starts)};
}

static inline __m512i rounds(const tools *t, __m512i state)
{
    return _mm512_aesenc_epi128(_mm512_aesenc_epi128(state, t->first_key),
                                t->second_key);
}

/* Sixteen bytes from `at` on, as many as `left` says, of each lane. */
static inline __m512i cut(const tools *t, __m512i bytes, __m512i at,
                          __m512i left)
{
    return _mm512_maskz_permutexvar_epi8(
        _mm512_cmplt_epu8_mask(t->in_lane, left),
        _mm512_add_epi8(at, t->in_lane), bytes);
}

/* Four words, those of `which`. */
static inline __m512i four(const tools *t, __m512i bytes, const places *w,
                           __m512i which)
{
    __m512i at = _mm512_permutexvar_epi8(which, w->starts);
    __m512i left = _mm512_permutexvar_epi8(which, w->sizes);
    __m512i state = rounds(t, cut(t, bytes, at, left));
    for (;;) {
        at = _mm512_add_epi8(at, t->block);
        left = _mm512_subs_epu8(left, t->block);
        __mmask8 more = _mm512_test_epi64_mask(left, left);
        if (!more)
            return state;
        __m512i next =
            rounds(t, _mm512_xor_si512(state, cut(t, bytes, at, left)));
        state = _mm512_mask_mov_epi64(state, more, next);
    }
}

/* Eight hashes of the words 0, 2, 4, 6 and 1, 3, 5, 7; none is 0. */
static inline void put_eight(const tools *t, uint64_t *hash, __m512i a,
                             __m512i b)
{
    __m512i h = _mm512_xor_si512(_mm512_unpacklo_epi64(a, b),
                                 _mm512_unpackhi_epi64(a, b));
    _mm512_storeu_si512(hash, _mm512_max_epu64(h, t->one));
}

static inline void put_window(const tools *t, uint64_t *hash, __m512i bytes,
                              stm_run_bits r)
{
    places w = places_of(t, r);
    size_t count = (size_t)__builtin_popcountll(r.end);
    for (size_t i = 0; i < count; i += 8) {
        __m512i from = each((int)i);
        put_eight(t, hash + i,
                  four(t, bytes, &w, _mm512_add_epi8(t->even, from)),
                  four(t, bytes, &w, _mm512_add_epi8(t->odd, from)));
    }
}

static inline void put_ranges(const tools *t, stm_range *at, uint32_t base,
                              stm_run_bits r)
{
    __m512i starts = _mm512_maskz_compress_epi8(r.start, t->numbers);
    __m512i ends = _mm512_maskz_compress_epi8(r.end, t->numbers);
    size_t count = (size_t)__builtin_popcountll(r.end);
    for (size_t i = 0; i < count; i += 8) {
        __m512i from = _mm512_cvtepu8_epi64(_mm512_castsi512_si128(starts));
        __m512i to = _mm512_cvtepu8_epi64(_mm512_castsi512_si128(ends));
        __m512i both = _mm512_or_si512(from, _mm512_slli_epi64(to, 32));
        both = _mm512_add_epi32(both, _mm512_set1_epi32((int)base));
        _mm512_storeu_si512(at + i, both);
        starts = _mm512_alignr_epi64(starts, starts, 1);
        ends = _mm512_alignr_epi64(ends, ends, 1);
    }
}

/* Compilers would rather work on masks where they are, in one unit. */
static inline uint64_t plain(__mmask64 mask)
{
    uint64_t bits = mask;
    __asm__("" : "+r"(bits));
    return bits;
}

static inline stm_window_bits look(const tools *t, const char *p)
{
    __m512i bytes = load(p), folded = _mm512_or_si512(bytes, t->bit5);
    __mmask64 other =
        _mm512_cmpge_epu8_mask(_mm512_add_epi8(folded, t->minus_a), t->letters);
    other = _mm512_mask_cmpge_epu8_mask(
        other, _mm512_add_epi8(bytes, t->minus_0), t->digits);
    return (stm_window_bits){.word = ~plain(other),
                             .joiner = _mm512_cmpeq_epi8_mask(
                                 _mm512_shuffle_epi8(t->joiners, bytes), bytes),
                             .high = _mm512_movepi8_mask(bytes)};
}

static inline bool is_ascii(const char *p)
{
    return !_mm512_movepi8_mask(load(p));
}

static inline stm_joiner_bits look_at_joiners(const char *p)
{
    __m512i bytes = load(p);
    return (stm_joiner_bits){.digit = plain(_mm512_cmplt_epu8_mask(
                                 _mm512_sub_epi8(bytes, each('0')), each(10))),
                             .apostrophe = plain(equal(bytes, '\'')),
                             .backtick = plain(equal(bytes, '`')),
                             .point = plain(equal(bytes, '.')),
                             .quote = plain(equal(bytes, '"'))};
}

/* The numbers under the bits. */
static inline size_t put_places(const tools *t, uint16_t *place, size_t i,
                                uint64_t bits)
{
    __m512i base = _mm512_set1_epi16((short)i);
    __m512i some = _mm512_maskz_compress_epi8(bits, t->numbers);
    size_t count = (size_t)__builtin_popcountll(bits);
    __m512i low = _mm512_cvtepu8_epi16(_mm512_castsi512_si256(some));
    _mm512_storeu_si512(place, _mm512_add_epi16(base, low));
    if (count > 32) {
        __m512i high = _mm512_cvtepu8_epi16(_mm512_extracti64x4_epi64(some, 1));
        _mm512_storeu_si512(place + 32, _mm512_add_epi16(base, high));
    }
    return count;
}

/* Sixteen bytes each from where every other run of four starts. */
static inline __m512i four_at(const char *bytes, const uint16_t *place)
{
    __m256i low = _mm256_inserti128_si256(
        _mm256_castsi128_si256(
            _mm_loadu_si128((const __m128i *)(bytes + place[0]))),
        _mm_loadu_si128((const __m128i *)(bytes + place[4])), 1);
    __m256i high = _mm256_inserti128_si256(
        _mm256_castsi128_si256(
            _mm_loadu_si128((const __m128i *)(bytes + place[8]))),
        _mm_loadu_si128((const __m128i *)(bytes + place[12])), 1);
    return _mm512_inserti64x4(_mm512_castsi256_si512(low), high, 1);
}

static inline __m512i state_at(const tools *t, const char *bytes,
                               const uint16_t *place, __m512i sizes,
                               bool letters)
{
    __m512i lanes = four_at(bytes, place);
    lanes =
        letters ? fold_latin(lanes, t->bit5) : _mm512_or_si512(lanes, t->bit5);
    __mmask64 cut = _mm512_cmplt_epu8_mask(t->in_lane, sizes);
    return rounds(t, _mm512_maskz_mov_epi8(cut, lanes));
}

/* A word of more than one block. */
static uint64_t hash_bytes(const char *p, size_t len, __m128i bits)
{
    const __m128i first = _mm_setr_epi32(STM_WORD_HASH_KEY_1),
                  second = _mm_setr_epi32(STM_WORD_HASH_KEY_2);
    __m128i state = _mm_setzero_si128();
    for (;;) {
        __mmask16 keep = (__mmask16)(len < 16 ? (1u << len) - 1 : 0xffff);
        __m128i block = _mm_maskz_loadu_epi8(keep, p);
        block = _mm_maskz_mov_epi8(keep, _mm_or_si128(block, bits));
        state = _mm_aesenc_si128(_mm_xor_si128(state, block), first);
        state = _mm_aesenc_si128(state, second);
        if (len <= STM_WORD_HASH_BLOCK)
            break;
        p += STM_WORD_HASH_BLOCK;
        len -= STM_WORD_HASH_BLOCK;
    }
    uint64_t h = (uint64_t)_mm_cvtsi128_si64(
        _mm_xor_si128(state, _mm_unpackhi_epi64(state, state)));
    return h ? h : 1;
}

/* The same with letters of two bytes. A run goes on from one window to another
 * that it does not fill, so none is longer than two. */
static uint64_t hash_letters(const char *p, size_t len)
{
    char folded[2 * STM_RUNS_WINDOW];
    for (size_t i = 0; i < len; i++) {
        folded[i] = (char)(p[i] | ' ');
        if (!(p[i] & 0x80))
            continue;
        folded[i] = p[i];
        folded[i + 1] = p[i + 1];
        stm_text__fold_tame(folded + i++);
    }
    return hash_bytes(folded, len, _mm_setzero_si128());
}

/* Eight runs; which of them have more than one block, two bits each. */
static inline uint16_t hash_eight(const tools *t, uint64_t *hash,
                                  const char *bytes, const uint16_t *place,
                                  bool letters)
{
    __m256i at = _mm256_loadu_si256((const __m256i *)place);
    __m256i size = _mm256_sub_epi16(_mm256_srli_epi32(at, 16), at);
    __m512i sizes = _mm512_castsi256_si512(size);
    __m512i a =
        state_at(t, bytes, place, _mm512_permutexvar_epi8(t->even_sizes, sizes),
                 letters);
    __m512i b = state_at(t, bytes, place + 2,
                         _mm512_permutexvar_epi8(t->odd_sizes, sizes), letters);
    put_eight(t, hash, a, b);
    return _mm256_cmpgt_epu16_mask(size, _mm256_set1_epi16(16));
}

static inline void hash_long(const pending *q, size_t i, uint16_t which)
{
    for (unsigned more = which & 0x5555; more; more &= more - 1) {
        size_t k = i + (size_t)__builtin_ctz(more) / 2;
        const char *p = q->bytes + q->place[2 * k];
        size_t len = (size_t)(q->place[2 * k + 1] - q->place[2 * k]);
        q->hash[q->words + k] = q->letters
                                    ? hash_letters(p, len)
                                    : hash_bytes(p, len, _mm_set1_epi8(' '));
    }
}

static inline __attribute__((always_inline)) void
hash_all(const tools *from, const pending *q, size_t count, bool letters)
{
    const tools in_registers = *from, *t = &in_registers;
    uint16_t more[(PLACES + STM_RUNS_WINDOW) / 16 + 8];
    uint64_t *hash = q->hash + q->words;
    size_t n = 0;
    for (size_t i = 0; i < count; i += 8)
        more[n++] =
            hash_eight(t, hash + i, q->bytes, q->place + 2 * i, letters);
    memset(more + n, 0, 8);
    for (size_t i = 0; i < n; i += 4) {
        uint64_t four;
        memcpy(&four, more + i, sizeof four);
        if (four & UINT64_C(0x5555555555555555))
            for (size_t k = i; k < i + 4; k++)
                hash_long(q, 8 * k, more[k]);
    }
}

static inline void put_at(const pending *q, size_t count)
{
    const __m512i base = _mm512_set1_epi32((int)q->base);
    for (size_t i = 0; i < count; i += 8) {
        __m256i at = _mm256_loadu_si256((const __m256i *)(q->place + 2 * i));
        _mm512_storeu_si512(q->at + q->words + i,
                            _mm512_add_epi32(_mm512_cvtepu16_epi32(at), base));
    }
}

static __attribute__((noinline)) void hash_runs(const tools *t,
                                                const pending *q, size_t count)
{
    if (q->letters)
        hash_all(t, q, count, true);
    else
        hash_all(t, q, count, false);
    if (q->at)
        put_at(q, count);
}

/* What few windows of English and most of other languages need. */
static __attribute__((noinline)) stm_run_bits put_hard(const tools *t,
                                                       pending *q, size_t i)
{
    const char *p = q->bytes + i;
    __m512i bytes = load(p), folded = _mm512_or_si512(bytes, t->bit5);
    stm_window_bits b = look(t, p);
    stm_joiner_bits j = look_at_joiners(p);
    stm_unit_bits u = {0};
    if (b.high) {
        u = unit_bits(p);
        folded = _mm512_mask_mov_epi8(bytes, ~b.high, folded);
        folded = fold_tame(folded, p, u.capital);
    }
    stm_run_bits r = stm_text__full_runs(&b, &j, &u);
    put_window(t, q->hash + q->words, folded, r);
    if (q->at)
        put_ranges(t, q->at + q->words, q->base + (uint32_t)i, r);
    q->words += (size_t)__builtin_popcountll(r.end);
    return r;
}

static uint64_t hash(const char *folded, size_t len)
{
    return hash_bytes(folded, len, _mm_setzero_si128());
}

#include "text/runs_loop.h"

const stm_text_kernel stm_text__avx512 = {read_runs, hash};
