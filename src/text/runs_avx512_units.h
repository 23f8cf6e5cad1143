/* Letters and marks of several bytes, sixty-four bytes at a time: a table tells
 * of each byte what it may be a part of. */
#ifndef STM_TEXT_RUNS_AVX512_UNITS_H
#define STM_TEXT_RUNS_AVX512_UNITS_H

#include <immintrin.h>

#include "text/runs_bits.h"

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

static inline __m512i load(const void *p) { return _mm512_loadu_si512(p); }

static inline __m512i each(int byte) { return _mm512_set1_epi8((char)byte); }

static inline __m512i look_up(const unsigned char *table, __m512i bytes)
{
    return _mm512_permutexvar_epi8(bytes, load(table));
}

static inline uint64_t has(uint64_t where, __m512i kind, int bits)
{
    return _mm512_mask_test_epi8_mask(where, kind, each(bits));
}

static inline uint64_t equal(__m512i bytes, int c)
{
    return _mm512_cmpeq_epi8_mask(bytes, each(c));
}

static inline uint64_t goes_on(__m512i bytes)
{
    return _mm512_cmplt_epi8_mask(bytes, each(0xc0));
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
    uint64_t lead = _mm512_cmpge_epu8_mask(first, each(0xc0));
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
            has(of_three, three, HIRAGANA | MORE_KANA | KATAKANA | REPEATED)};
}

/* Where E2 80 90 to A7 begin, but for the apostrophes among them. */
static inline uint64_t dashes(const char *p)
{
    __m512i third = _mm512_sub_epi8(load(p + 2), each(0x90));
    uint64_t some = _mm512_cmplt_epu8_mask(third, each(0xa8 - 0x90)) &
                    ~equal(third, 0x98 - 0x90) & ~equal(third, 0x99 - 0x90) &
                    ~equal(third, 0x9b - 0x90);
    return equal(load(p), 0xe2) & equal(load(p + 1), 0x80) & some;
}

static inline stm_easy_bits easy_units(const char *p)
{
    __m512i first = load(p), second = load(p + 1);
    __m512i two = _mm512_and_si512(look_up(first_of_two, first),
                                   look_up(second_of_two, second));
    uint64_t of_two =
        _mm512_cmpge_epu8_mask(first, each(0xc0)) & goes_on(second);
    uint64_t mark = has(of_two, two, MARK) & ~STM_RUNS_BIT(63);
    uint64_t dash = dashes(p) & ~(UINT64_C(3) << 62);
    uint64_t quote = equal(first, 0xe2) & equal(second, 0x80) &
                     equal(_mm512_or_si512(load(p + 2), each(1)), 0x99) &
                     ~(UINT64_C(3) << 62);
    return (stm_easy_bits){.letter = has(of_two, two, LATIN),
                           .mark = stm_text__two_bytes(mark) |
                                   stm_text__three_bytes(dash),
                           .quote = quote};
}

/* ASCII letters and those of LATIN become small by a bit that is set in all
 * bytes but the first ones of these; but for a sharp s, which becomes two. No
 * other of them ends as it does. */
static inline __m512i fold_latin(__m512i bytes, __m512i bit5)
{
    __mmask64 lead = equal(bytes, 0xc3), sharp = equal(bytes, 0x9f);
    __m512i folded = _mm512_or_si512(bytes, bit5);
    folded = _mm512_mask_mov_epi8(folded, lead, bytes);
    return _mm512_mask_mov_epi8(folded, sharp | sharp >> 1, each('s'));
}

/* stm_text__fold_tame for those that begin at `capital`. */
static inline __m512i fold_tame(__m512i bytes, const char *p, uint64_t capital)
{
    __m512i second = load(p + 1);
    uint64_t low = capital & _mm512_cmplt_epu8_mask(second, each(0xa0));
    uint64_t next = capital & ~low;
    uint64_t sharp = capital & equal(bytes, 0xc3) & equal(second, 0x9f);
    bytes = _mm512_mask_or_epi64(bytes, 0xff, bytes,
                                 _mm512_maskz_mov_epi8(low << 1, each(' ')));
    bytes = _mm512_mask_add_epi8(bytes, next, bytes, each(1));
    bytes = _mm512_mask_sub_epi8(bytes, next << 1, bytes, each(' '));
    return _mm512_mask_mov_epi8(bytes, stm_text__two_bytes(sharp), each('s'));
}

#endif
