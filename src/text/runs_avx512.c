/* Sixty-four bytes at a time, positions by compressing the numbers 0 to 63
 * under a mask; hashes four words a register. */
#include <immintrin.h>

#include "text/runs_bits.h"
#include "text/word_hash.h"

/* What an ASCII character is to a run: 1 of a word, 2 a joiner. */
static const unsigned char kinds[128] = {
    ['"'] = 2, ['\''] = 2, [','] = 2, ['.'] = 2, ['`'] = 2, ['0'] = 1,
    ['1'] = 1, ['2'] = 1,  ['3'] = 1, ['4'] = 1, ['5'] = 1, ['6'] = 1,
    ['7'] = 1, ['8'] = 1,  ['9'] = 1, ['A'] = 1, ['B'] = 1, ['C'] = 1,
    ['D'] = 1, ['E'] = 1,  ['F'] = 1, ['G'] = 1, ['H'] = 1, ['I'] = 1,
    ['J'] = 1, ['K'] = 1,  ['L'] = 1, ['M'] = 1, ['N'] = 1, ['O'] = 1,
    ['P'] = 1, ['Q'] = 1,  ['R'] = 1, ['S'] = 1, ['T'] = 1, ['U'] = 1,
    ['V'] = 1, ['W'] = 1,  ['X'] = 1, ['Y'] = 1, ['Z'] = 1, ['a'] = 1,
    ['b'] = 1, ['c'] = 1,  ['d'] = 1, ['e'] = 1, ['f'] = 1, ['g'] = 1,
    ['h'] = 1, ['i'] = 1,  ['j'] = 1, ['k'] = 1, ['l'] = 1, ['m'] = 1,
    ['n'] = 1, ['o'] = 1,  ['p'] = 1, ['q'] = 1, ['r'] = 1, ['s'] = 1,
    ['t'] = 1, ['u'] = 1,  ['v'] = 1, ['w'] = 1, ['x'] = 1, ['y'] = 1,
    ['z'] = 1};

static const unsigned char counting[STM_RUNS_BLOCK] = {
    0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15,
    16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
    32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47,
    48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};

static inline stm_block_bits block_bits(__m512i bytes)
{
    __m512i kind = _mm512_permutex2var_epi8(_mm512_loadu_si512(kinds), bytes,
                                            _mm512_loadu_si512(kinds + 64));
    uint64_t high = _mm512_movepi8_mask(bytes);
    return (stm_block_bits){
        .word = _mm512_test_epi8_mask(kind, _mm512_set1_epi8(1)) & ~high,
        .high = high,
        .joiner = _mm512_test_epi8_mask(kind, _mm512_set1_epi8(2)) & ~high};
}

static inline uint64_t within(const char *p, unsigned char first,
                              unsigned char last)
{
    __m512i bytes = _mm512_loadu_si512(p);
    return _mm512_cmple_epu8_mask(
        _mm512_sub_epi8(bytes, _mm512_set1_epi8((char)first)),
        _mm512_set1_epi8((char)(last - first)));
}

static inline void fold_ascii(const char *p, char *folded)
{
    __m512i bytes = _mm512_loadu_si512(p);
    __m512i small = _mm512_or_si512(bytes, _mm512_set1_epi8(' '));
    _mm512_storeu_si512(
        folded, _mm512_mask_mov_epi8(small, _mm512_movepi8_mask(bytes), bytes));
}

#include "text/runs_hard.h"

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
    const __m512i numbers = _mm512_loadu_si512(counting);
    stm_bits_before before = {0};
    uint16_t *from = out->from, *to = out->to;
    out->mixed = 0;
    for (size_t i = 0; i < blocks; i++) {
        const char *p = piece + i * STM_RUNS_BLOCK;
        __m512i base = _mm512_set1_epi16((short)(i * STM_RUNS_BLOCK));
        __m512i bytes = _mm512_loadu_si512(p);
        _mm512_storeu_si512(folded + i * STM_RUNS_BLOCK,
                            _mm512_or_si512(bytes, _mm512_set1_epi8(' ')));
        stm_block_bits b = block_bits(bytes);
        stm_run_bits r;
        if (stm_text__is_easy(&b, &before)) {
            r = stm_text__easy_bits(&b, &before);
            put(to, positions(numbers, r.end), base);
        } else {
            stm_bits_before now = before; /* whose address would be taken */
            r = hard_bits(b, &now, p, i > 0, folded + i * STM_RUNS_BLOCK);
            before = now;
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
