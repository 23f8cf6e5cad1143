/* Sixty-four bytes at a time, positions by compressing the numbers 0 to 63
 * under a mask; hashes four words a register. */
#include <immintrin.h>

#include "text/runs_fold.h"
#include "text/word_hash.h"

/* What an ASCII character is to a run. */
enum {
    LETTER = 1,
    DIGIT = 2,
    APOSTROPHE = 4,
    POINT = 8,
    COMMA = 16,
    BACKTICK = 32,
    QUOTE = 64,
    WORD = LETTER | DIGIT,
    JOINER = APOSTROPHE | POINT | COMMA | BACKTICK | QUOTE
};
static const unsigned char kinds[128] = {
    ['"'] = QUOTE,    ['\''] = APOSTROPHE, [','] = COMMA,  ['.'] = POINT,
    ['`'] = BACKTICK, ['0'] = DIGIT,       ['1'] = DIGIT,  ['2'] = DIGIT,
    ['3'] = DIGIT,    ['4'] = DIGIT,       ['5'] = DIGIT,  ['6'] = DIGIT,
    ['7'] = DIGIT,    ['8'] = DIGIT,       ['9'] = DIGIT,  ['A'] = LETTER,
    ['B'] = LETTER,   ['C'] = LETTER,      ['D'] = LETTER, ['E'] = LETTER,
    ['F'] = LETTER,   ['G'] = LETTER,      ['H'] = LETTER, ['I'] = LETTER,
    ['J'] = LETTER,   ['K'] = LETTER,      ['L'] = LETTER, ['M'] = LETTER,
    ['N'] = LETTER,   ['O'] = LETTER,      ['P'] = LETTER, ['Q'] = LETTER,
    ['R'] = LETTER,   ['S'] = LETTER,      ['T'] = LETTER, ['U'] = LETTER,
    ['V'] = LETTER,   ['W'] = LETTER,      ['X'] = LETTER, ['Y'] = LETTER,
    ['Z'] = LETTER,   ['a'] = LETTER,      ['b'] = LETTER, ['c'] = LETTER,
    ['d'] = LETTER,   ['e'] = LETTER,      ['f'] = LETTER, ['g'] = LETTER,
    ['h'] = LETTER,   ['i'] = LETTER,      ['j'] = LETTER, ['k'] = LETTER,
    ['l'] = LETTER,   ['m'] = LETTER,      ['n'] = LETTER, ['o'] = LETTER,
    ['p'] = LETTER,   ['q'] = LETTER,      ['r'] = LETTER, ['s'] = LETTER,
    ['t'] = LETTER,   ['u'] = LETTER,      ['v'] = LETTER, ['w'] = LETTER,
    ['x'] = LETTER,   ['y'] = LETTER,      ['z'] = LETTER};

/* What bytes from C0 on may begin and bytes from 80 to BF go on with, by their
 * low six bits: a unit of units.h has a bit in common with all of its bytes.
 * Of two bytes, and the ideographs of Chinese, for which the third may be any:
 */
enum {
    HAN = 1,
    LATE_HAN = 2, /* behind E4 */
    LATIN = 4,
    EARLY_CYRILLIC = 8, /* behind D0 */
    LATE_CYRILLIC = 16, /* behind D1 */
    MARK = 32,
    LATIN_CAPITAL = 64,
    CYRILLIC_CAPITAL = 128
};
static const unsigned char first_of_two[64] = {
    0, 0, 32, 68, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 136, 16, 0, 0, 0, 0,
    0, 0, 0,  0,  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 1,   1,  1, 1, 0, 0,
    0, 0, 0,  0,  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,   0,  0, 0};
static const unsigned char second_of_two[64] = {
    117, 117, 117, 117, 117, 117, 117, 117, 117, 117, 117, 117, 117,
    117, 117, 117, 253, 253, 253, 253, 253, 253, 253, 185, 253, 253,
    253, 253, 253, 253, 253, 253, 173, 173, 173, 173, 173, 173, 173,
    173, 173, 173, 141, 173, 141, 141, 173, 173, 45,  45,  13,  13,
    13,  13,  13,  9,   15,  15,  15,  47,  15,  15,  15,  15};
/* Of three: */
enum {
    HIRAGANA = 1,    /* behind E3 81 */
    MORE_KANA = 2,   /* behind E3 82 */
    KATAKANA = 4,    /* behind E3 83 */
    FAR_MARK = 8,    /* behind E3 80 */
    WIDE_MARK = 16,  /* behind EF BC, the comma among them */
    DASH = 32,       /* behind E2 80 */
    REPEATED = 64,   /* E3 80 85 to 87, which are ideographs */
    MIDDLE_DOT = 128 /* E3 83 BB */
};
static const unsigned char first_of_three[64] = {
    0, 0, 0, 0,  0, 0, 0, 0, 0, 0, 0, 0, 0,  0,   0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0,  0, 0, 0, 0, 0, 0, 0, 0, 32, 207, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0,  0,   0, 0, 0, 0, 0, 0};
static const unsigned char second_of_three[64] = {
    104, 1, 2, 132, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,  0, 0, 0, 0, 0,
    0,   0, 0, 0,   0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,  0, 0, 0, 0, 0,
    0,   0, 0, 0,   0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 16, 0, 0, 0};
static const unsigned char third_of_three[64] = {
    14, 31, 31, 31, 31, 87, 87, 71, 31, 31, 31, 31,  31, 31, 15, 31,
    47, 47, 47, 47, 47, 47, 47, 45, 13, 13, 61, 29,  61, 61, 61, 61,
    61, 39, 39, 39, 39, 39, 39, 39, 7,  7,  7,  7,   7,  7,  7,  7,
    7,  7,  7,  7,  7,  7,  7,  7,  7,  7,  7,  131, 7,  7,  7,  3};

static const unsigned char counting[STM_RUNS_BLOCK] = {
    0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15,
    16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
    32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47,
    48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};

static inline __m512i load(const void *p) { return _mm512_loadu_si512(p); }

static inline __m512i look_up(const unsigned char *table, __m512i bytes)
{
    return _mm512_permutexvar_epi8(bytes, load(table));
}

static inline uint64_t has(uint64_t where, __m512i kind, int bits)
{
    return _mm512_mask_test_epi8_mask(where, kind,
                                      _mm512_set1_epi8((char)bits));
}

static inline uint64_t equal(__m512i bytes, int c)
{
    return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char)c));
}

static inline __m512i kinds_of(__m512i bytes)
{
    return _mm512_permutex2var_epi8(load(kinds), bytes, load(kinds + 64));
}

static inline uint64_t goes_on(__m512i bytes)
{
    return _mm512_cmplt_epi8_mask(bytes, _mm512_set1_epi8((char)0xc0));
}

static inline stm_unit_bits unit_bits(const char *p)
{
    __m512i first = load(p), second = load(p + 1), third = load(p + 2);
    __m512i two = _mm512_and_si512(look_up(first_of_two, first),
                                   look_up(second_of_two, second));
    __m512i three =
        _mm512_and_si512(_mm512_and_si512(look_up(first_of_three, first),
                                          look_up(second_of_three, second)),
                         look_up(third_of_three, third));
    uint64_t lead = _mm512_cmpge_epu8_mask(first, _mm512_set1_epi8((char)0xc0));
    uint64_t of_two = lead & goes_on(second),
             of_three = of_two & goes_on(third);
    uint64_t wide_comma = has(of_three, three, WIDE_MARK) & equal(third, 0x8c);
    return (stm_unit_bits){
        .latin = has(of_two, two, LATIN),
        .cyrillic = has(of_two, two, EARLY_CYRILLIC | LATE_CYRILLIC),
        .capital = has(of_two, two, LATIN_CAPITAL | CYRILLIC_CAPITAL),
        .mark = has(of_two, two, MARK),
        .long_mark =
            has(of_three, three, FAR_MARK | WIDE_MARK | DASH | MIDDLE_DOT) &
            ~wide_comma,
        .comma = wide_comma,
        .ideograph =
            has(of_three, two, HAN | LATE_HAN) |
            has(of_three, three, HIRAGANA | MORE_KANA | KATAKANA | REPEATED),
        .cyrillic_lead =
            equal(_mm512_and_si512(first, _mm512_set1_epi8((char)0xfe)), 0xd0)};
}

/* What few blocks of English and most of other languages need. */
static inline stm_run_bits hard_bits(const stm_block_bits *b, __m512i kind,
                                     stm_bits_before *before, const char *p,
                                     bool inner, char *folded)
{
    uint64_t ascii = ~b->high;
    stm_joiner_bits j = {.digit = has(ascii, kind, DIGIT),
                         .apostrophe = has(ascii, kind, APOSTROPHE | BACKTICK),
                         .backtick = has(ascii, kind, BACKTICK),
                         .point = has(ascii, kind, POINT),
                         .comma = has(ascii, kind, COMMA)};
    stm_unit_bits u = {0};
    if (b->high)
        u = unit_bits(p);
    stm_text__fold_capitals(u.capital, before, folded);
    return stm_text__full_bits(b, &j, &u, before, p, inner);
}

/* The numbers under the bits of `at`, of which no two touch. */
static inline __m512i positions(__m512i numbers, uint64_t at)
{
    __m512i some = _mm512_maskz_compress_epi8(at, numbers);
    return _mm512_cvtepu8_epi16(_mm512_castsi512_si256(some));
}

static inline void put(uint16_t *out, __m512i positions, __m512i base)
{
    _mm512_storeu_si512(out, _mm512_add_epi16(base, positions));
}

static void find(stm_runs *out, char *folded, const char *piece, size_t blocks)
{
    const __m512i numbers = load(counting), bit5 = _mm512_set1_epi8(' ');
    stm_bits_before before = {0};
    uint16_t *from = out->from, *to = out->to;
    out->mixed = 0;
    for (size_t i = 0; i < blocks; i++, folded += STM_RUNS_BLOCK) {
        const char *p = piece + i * STM_RUNS_BLOCK;
        __m512i base = _mm512_set1_epi16((short)(i * STM_RUNS_BLOCK));
        __m512i bytes = load(p), kind = kinds_of(bytes);
        uint64_t high = _mm512_movepi8_mask(bytes);
        stm_block_bits b = {has(~high, kind, WORD), high,
                            has(~high, kind, JOINER)};
        stm_run_bits r;
        _mm512_storeu_si512(
            folded,
            _mm512_mask_mov_epi8(_mm512_or_si512(bytes, bit5), high, bytes));
        if (stm_text__is_easy(&b, &before)) {
            r = stm_text__easy_bits(&b, &before);
            put(to, positions(numbers, r.end), base);
        } else {
            r = hard_bits(&b, kind, &before, p, i > 0, folded);
            put(to, positions(numbers, r.end), base);
            stm_text__note_mixed(out, to, r);
        }
        put(from, positions(numbers, r.start), base);
        from += __builtin_popcountll(r.start);
        to += __builtin_popcountll(r.end);
    }
    stm_text__finish_runs(out, from, to, &before);
}

static inline __m512i four(const char *bytes, const uint16_t *from)
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

/* A word of more than one block. */
static uint64_t hash_long(const char *p, size_t n)
{
    __m128i state = _mm_setzero_si128();
    for (size_t done = 0; done < n; done += STM_WORD_HASH_BLOCK) {
        size_t left = n - done;
        __mmask16 keep = (__mmask16)(left < 16 ? (1u << left) - 1 : 0xffff);
        __m128i block = _mm_maskz_loadu_epi8(keep, p + done);
        state = _mm_aesenc_si128(_mm_xor_si128(state, block),
                                 _mm_setr_epi32(STM_WORD_HASH_KEY_1));
        state = _mm_aesenc_si128(state, _mm_setr_epi32(STM_WORD_HASH_KEY_2));
    }
    uint64_t h = (uint64_t)_mm_cvtsi128_si64(
        _mm_xor_si128(state, _mm_unpackhi_epi64(state, state)));
    return h ? h : 1;
}

/* The bytes of each 128-bit lane that lie below the count that its bytes of
 * `counts` hold. */
static inline __m512i cut(__m512i lanes, __m512i counts)
{
    const __m512i numbers = _mm512_broadcast_i32x4(
        _mm_setr_epi8(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15));
    return _mm512_maskz_mov_epi8(_mm512_cmplt_epu8_mask(numbers, counts),
                                 lanes);
}

static inline __m512i rounds(__m512i state)
{
    const __m512i first =
        _mm512_broadcast_i32x4(_mm_setr_epi32(STM_WORD_HASH_KEY_1));
    const __m512i second =
        _mm512_broadcast_i32x4(_mm_setr_epi32(STM_WORD_HASH_KEY_2));
    return _mm512_aesenc_epi128(_mm512_aesenc_epi128(state, first), second);
}

/* Words 0, 2, 4, 6 in one register and 1, 3, 5, 7 in the other: their halves
 * unpack in order. */
static void hash(uint64_t *out, const char *bytes, const uint16_t *from,
                 const uint16_t *to, size_t count)
{
    const __m512i even = _mm512_inserti64x4(
        _mm512_castsi256_si512(_mm256_inserti128_si256(
            _mm256_castsi128_si256(_mm_set1_epi8(0)), _mm_set1_epi8(4), 1)),
        _mm256_inserti128_si256(_mm256_castsi128_si256(_mm_set1_epi8(8)),
                                _mm_set1_epi8(12), 1),
        1);
    const __m512i odd = _mm512_add_epi8(even, _mm512_set1_epi8(2));
    for (size_t i = 0; i < count; i += 8) {
        __m128i length =
            _mm_sub_epi16(_mm_loadu_si128((const __m128i *)(to + i)),
                          _mm_loadu_si128((const __m128i *)(from + i)));
        __m512i lengths = _mm512_broadcast_i32x4(length);
        __m512i a = rounds(
            cut(four(bytes, from + i), _mm512_shuffle_epi8(lengths, even)));
        __m512i b = rounds(
            cut(four(bytes, from + i + 1), _mm512_shuffle_epi8(lengths, odd)));
        __m512i h = _mm512_xor_si512(_mm512_unpacklo_epi64(a, b),
                                     _mm512_unpackhi_epi64(a, b));
        h = _mm512_mask_set1_epi64(h, _mm512_testn_epi64_mask(h, h), 1);
        _mm512_storeu_si512(out + i, h);
        unsigned more = _mm_cmpgt_epu16_mask(length, _mm_set1_epi16(16));
        for (; more; more &= more - 1) {
            size_t k = i + (size_t)__builtin_ctz(more);
            out[k] = hash_long(bytes + from[k], (size_t)(to[k] - from[k]));
        }
    }
}

const stm_text_kernel stm_text__avx512 = {find, hash};
