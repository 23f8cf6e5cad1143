/* Sixteen bytes at a time, on processors with AES. */
#include <arm_neon.h>

#include "text/runs_bits.h"
#include "text/word_hash.h"

/* As in runs_avx2.c. */
static inline uint8x16_t kinds_of(uint8x16_t bytes)
{
    static const uint8_t low[16] = {21, 7, 15, 7, 7,  7, 7,  15,
                                    7,  7, 3,  2, 10, 2, 10, 2};
    static const uint8_t high[16] = {0, 0, 8, 4, 2, 1, 18, 1};
    return vandq_u8(vqtbl1q_u8(vld1q_u8(low), vandq_u8(bytes, vdupq_n_u8(15))),
                    vqtbl1q_u8(vld1q_u8(high), vshrq_n_u8(bytes, 4)));
}

static inline uint8x16_t load(const char *p)
{
    return vld1q_u8((const uint8_t *)p);
}

/* A bit a byte of four comparisons: neighbours are added until each byte holds
 * those of eight. */
static inline uint64_t bits(const uint8x16_t *truth)
{
    static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128,
                                        1, 2, 4, 8, 16, 32, 64, 128};
    uint8x16_t w = vld1q_u8(weights);
    uint8x16_t a = vpaddq_u8(vandq_u8(truth[0], w), vandq_u8(truth[1], w));
    uint8x16_t b = vpaddq_u8(vandq_u8(truth[2], w), vandq_u8(truth[3], w));
    a = vpaddq_u8(a, b);
    return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(a, a)), 0);
}

static inline stm_block_bits read_block(const char *p, char *folded)
{
    uint8x16_t word[4], high[4], joiner[4];
    for (unsigned i = 0; i < 4; i++) {
        uint8x16_t bytes = load(p + 16 * i), kinds = kinds_of(bytes);
        vst1q_u8((uint8_t *)folded + 16 * i, vorrq_u8(bytes, vdupq_n_u8(' ')));
        word[i] = vtstq_u8(kinds, vdupq_n_u8(7));
        high[i] = vcgeq_u8(bytes, vdupq_n_u8(128));
        joiner[i] = vcgtq_u8(kinds, vdupq_n_u8(7));
    }
    return (stm_block_bits){bits(word), bits(high), bits(joiner)};
}

static inline uint64_t within(const char *p, unsigned char first,
                              unsigned char last)
{
    uint8x16_t is[4];
    for (unsigned i = 0; i < 4; i++) {
        uint8x16_t bytes = load(p + 16 * i);
        is[i] = vandq_u8(vcgeq_u8(bytes, vdupq_n_u8(first)),
                         vcleq_u8(bytes, vdupq_n_u8(last)));
    }
    return bits(is);
}

static inline void fold_ascii(const char *p, char *folded)
{
    for (unsigned i = 0; i < STM_RUNS_BLOCK; i += 16) {
        uint8x16_t bytes = load(p + i);
        uint8x16_t ascii = vcltq_u8(bytes, vdupq_n_u8(128));
        vst1q_u8((uint8_t *)folded + i,
                 vorrq_u8(bytes, vandq_u8(ascii, vdupq_n_u8(' '))));
    }
}

static inline uint64_t lowest(uint64_t bits)
{
    return (uint64_t)__builtin_ctzll(bits | UINT64_C(1) << 63);
}

#include "text/runs_by_masks.h"

/* One round as x86 counts it: the key comes last. */
static inline uint8x16_t round_of(uint8x16_t state, uint8x16_t key)
{
    return veorq_u8(vaesmcq_u8(vaeseq_u8(state, vdupq_n_u8(0))), key);
}

static inline uint8x16_t add_block(uint8x16_t state, const char *p, size_t n)
{
    static const uint8_t numbers[16] = {0, 1, 2,  3,  4,  5,  6,  7,
                                        8, 9, 10, 11, 12, 13, 14, 15};
    static const uint32_t first[4] = {STM_WORD_HASH_KEY_1};
    static const uint32_t second[4] = {STM_WORD_HASH_KEY_2};
    uint8x16_t keep = vcltq_u8(vld1q_u8(numbers), vdupq_n_u8((uint8_t)n));
    state = veorq_u8(state, vandq_u8(load(p), keep));
    state = round_of(state, vreinterpretq_u8_u32(vld1q_u32(first)));
    return round_of(state, vreinterpretq_u8_u32(vld1q_u32(second)));
}

static uint64_t hash_of(const char *p, size_t n)
{
    uint8x16_t state = vdupq_n_u8(0);
    for (; n > STM_WORD_HASH_BLOCK; n -= STM_WORD_HASH_BLOCK) {
        state = add_block(state, p, STM_WORD_HASH_BLOCK);
        p += STM_WORD_HASH_BLOCK;
    }
    uint64x2_t halves = vreinterpretq_u64_u8(add_block(state, p, n));
    uint64_t h = vgetq_lane_u64(halves, 0) ^ vgetq_lane_u64(halves, 1);
    return h ? h : 1;
}

static void hash(uint64_t *out, const char *bytes, const uint16_t *from,
                 const uint16_t *to, size_t count)
{
    for (size_t i = 0; i < count; i++)
        out[i] = hash_of(bytes + from[i], (size_t)(to[i] - from[i]));
}

const stm_text_kernel stm_text__neon = {find, hash};
