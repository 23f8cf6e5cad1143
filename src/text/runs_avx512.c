/* Sixty-four bytes at a time. Positions of ASCII words come by compressing the
 * numbers 0 to 63 under a mask; some hundreds are hashed in one go, four words
 * a register. The words of a window with other characters are permuted out of
 * its register, a word to a lane. */
#include <immintrin.h>
#include <string.h>

#include "text/folding_tame.h"
#include "text/runs_avx512_units.h"
#include "text/runs_bits.h"
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
    __m512i v = _mm512_castsi128_si512(_mm_set1_epi8((char)a));
    v = _mm512_inserti32x4(v, _mm_set1_epi8((char)b), 1);
    v = _mm512_inserti32x4(v, _mm_set1_epi8((char)c), 2);
    return keep(_mm512_inserti32x4(v, _mm_set1_epi8((char)d), 3));
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
        .even_sizes = to_lanes(0, 4, 8, 12),
        .odd_sizes = to_lanes(2, 6, 10, 14),
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
    __mmask64 letter =
        _mm512_cmplt_epu8_mask(_mm512_add_epi8(folded, t->minus_a), t->letters);
    __mmask64 digit =
        _mm512_cmplt_epu8_mask(_mm512_add_epi8(bytes, t->minus_0), t->digits);
    return (stm_window_bits){
        .word = plain(letter) | plain(digit),
        .joiner = plain(_mm512_cmpeq_epi8_mask(
            _mm512_shuffle_epi8(t->joiners, bytes), bytes)),
        .high = plain(_mm512_movepi8_mask(bytes))};
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

enum { PENDING = 512 };

typedef struct counts {
    size_t words;
    size_t started, ended; /* behind them */
} counts;

static inline bool has_room(counts n) { return n.started < PENDING; }

/* The runs up to the next window that is not easy, for as many as are
 * hashed in one go: where they start and end. */
typedef struct pending {
    uint64_t *hash;
    stm_range *at;
    const char *bytes;
    uint32_t base;
    counts counts;
    uint64_t letters;
    uint16_t from[PENDING + 64], to[PENDING + 64];
} pending;

/* The numbers under the bits of `at`, of which no two touch. */
static inline void put_positions(const tools *t, uint16_t *out, uint64_t at,
                                 __m512i base)
{
    __m512i some = _mm512_maskz_compress_epi8(at, t->numbers);
    some = _mm512_cvtepu8_epi16(_mm512_castsi512_si256(some));
    _mm512_storeu_si512(out, _mm512_add_epi16(base, some));
}

static inline __m512i four_at(const char *bytes, const uint16_t *from)
{
    __m256i low = _mm256_inserti128_si256(
        _mm256_castsi128_si256(
            _mm_loadu_si128((const __m128i *)(bytes + from[0]))),
        _mm_loadu_si128((const __m128i *)(bytes + from[2])), 1);
    __m256i high = _mm256_inserti128_si256(
        _mm256_castsi128_si256(
            _mm_loadu_si128((const __m128i *)(bytes + from[4]))),
        _mm_loadu_si128((const __m128i *)(bytes + from[6])), 1);
    return _mm512_inserti64x4(_mm512_castsi256_si512(low), high, 1);
}

static inline __m512i state_at(const tools *t, const char *bytes,
                               const uint16_t *from, __m512i sizes,
                               bool letters)
{
    __m512i lanes = four_at(bytes, from);
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

static __attribute__((noinline)) void flush(const tools *t, pending *q)
{
    const uint16_t *from = q->from, *to = q->to;
    size_t count = q->counts.ended;
    uint16_t open = q->from[count];
    const bool letters = q->letters;
    memset(q->from + count, 0, 16);
    memset(q->to + count, 0, 16);
    for (size_t i = 0; i < count; i += 8) {
        __m128i size =
            _mm_sub_epi16(_mm_loadu_si128((const __m128i *)(to + i)),
                          _mm_loadu_si128((const __m128i *)(from + i)));
        __m512i sizes = _mm512_broadcast_i32x4(size);
        __m512i a =
            state_at(t, q->bytes, from + i,
                     _mm512_shuffle_epi8(sizes, t->even_sizes), letters);
        __m512i b = state_at(t, q->bytes, from + i + 1,
                             _mm512_shuffle_epi8(sizes, t->odd_sizes), letters);
        put_eight(t, q->hash + q->counts.words + i, a, b);
        unsigned more = _mm_cmpgt_epu16_mask(size, _mm_set1_epi16(16));
        for (; more; more &= more - 1) {
            size_t k = i + (size_t)__builtin_ctz(more);
            const char *p = q->bytes + from[k];
            size_t len = (size_t)(to[k] - from[k]);
            q->hash[q->counts.words + k] =
                letters ? hash_letters(p, len)
                        : hash_bytes(p, len, _mm_set1_epi8(' '));
        }
    }
    for (size_t i = 0; q->at && i < count; i++)
        q->at[q->counts.words + i] =
            (stm_range){q->base + from[i], q->base + to[i]};
    q->counts.words += count;
    q->counts.started -= count;
    q->counts.ended = 0;
    if (!q->counts.started)
        q->letters = 0;
    q->from[0] = open;
}

static inline size_t drop(pending *q) { return q->from[--q->counts.started]; }

static inline counts add(const tools *t, pending *q, counts n, size_t i,
                         uint64_t open, uint64_t start, uint64_t end)
{
    __m512i base = _mm512_set1_epi16((short)i);
    (void)open;
    put_positions(t, q->from + n.started, start, base);
    put_positions(t, q->to + n.ended, end, base);
    n.started += (size_t)__builtin_popcountll(start);
    n.ended += (size_t)__builtin_popcountll(end);
    return n;
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
    put_window(t, q->hash + q->counts.words, folded, r);
    if (q->at)
        put_ranges(t, q->at + q->counts.words, q->base + (uint32_t)i, r);
    q->counts.words += (size_t)__builtin_popcountll(r.end);
    return r;
}

#include "text/runs_loop.h"

static uint64_t hash(const char *folded, size_t len)
{
    return hash_bytes(folded, len, _mm_setzero_si128());
}

const stm_text_kernel stm_text__avx512 = {read_runs, hash};
