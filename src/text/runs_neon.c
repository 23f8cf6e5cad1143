/* Sixteen bytes at a time, on processors with AES. */
#include <arm_neon.h>

#include "text/runs_bits.h"
#include "text/word_hash.h"

/* As in runs_sse42.c. */
static inline uint8x16_t kinds_of(uint8x16_t bytes)
{
    static const uint8_t low[16] = {22, 7, 7, 7, 7, 7, 7, 15,
                                    7,  7, 3, 1, 9, 1, 9, 1};
    static const uint8_t high[16] = {0, 0, 8, 4, 1, 2, 17, 2};
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

typedef struct tools {
    char none;
} tools;

static inline tools get_tools(void) { return (tools){0}; }

static inline stm_window_bits look(const tools *t, const char *p)
{
    uint8x16_t word[4], joiner[4], high[4];
    (void)t;
    for (unsigned i = 0; i < 4; i++) {
        uint8x16_t bytes = load(p + 16 * i), kinds = kinds_of(bytes);
        word[i] = vtstq_u8(kinds, vdupq_n_u8(7));
        joiner[i] = vcgtq_u8(kinds, vdupq_n_u8(7));
        high[i] = vcgeq_u8(bytes, vdupq_n_u8(128));
    }
    return (stm_window_bits){bits(word), bits(joiner), bits(high)};
}

static inline bool is_ascii(const char *p)
{
    uint8x16_t low = vorrq_u8(load(p), load(p + 16));
    uint8x16_t high = vorrq_u8(load(p + 32), load(p + 48));
    return vmaxvq_u8(vorrq_u8(low, high)) < 0x80;
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

static inline uint64_t equal(const char *p, unsigned char c)
{
    uint8x16_t is[4];
    for (unsigned i = 0; i < 4; i++)
        is[i] = vceqq_u8(load(p + 16 * i), vdupq_n_u8(c));
    return bits(is);
}

static inline void fold_ascii(const char *p, char *folded)
{
    for (unsigned i = 0; i < STM_RUNS_WINDOW; i += 16) {
        uint8x16_t bytes = load(p + i);
        uint8x16_t ascii = vcltq_u8(bytes, vdupq_n_u8(128));
        vst1q_u8((uint8_t *)folded + i,
                 vorrq_u8(bytes, vandq_u8(ascii, vdupq_n_u8(' '))));
    }
}

typedef uint16x8_t stm_eight;

static inline stm_eight eight_times(uint16_t number)
{
    return vdupq_n_u16(number);
}

static inline void put_numbers(uint16_t *place, const uint8_t *numbers,
                               stm_eight *base)
{
    vst1q_u16(place, vaddw_u8(*base, vld1_u8(numbers)));
    *base = vaddq_u16(*base, vdupq_n_u16(8));
}

static inline uint64_t lowest(uint64_t bits)
{
    return (uint64_t)__builtin_ctzll(bits | UINT64_C(1) << 63);
}

/* One round as x86 counts it: the key comes last. */
static inline uint8x16_t round_of(uint8x16_t state, uint8x16_t key)
{
    return veorq_u8(vaesmcq_u8(vaeseq_u8(state, vdupq_n_u8(0))), key);
}

typedef uint8x16_t stm_bytes, stm_hash_state;

static inline stm_bytes sixteen(char byte) { return vdupq_n_u8((uint8_t)byte); }

static inline uint8x16_t add_block(uint8x16_t state, const char *p, size_t n,
                                   stm_bytes bits)
{
    static const uint8_t numbers[16] = {0, 1, 2,  3,  4,  5,  6,  7,
                                        8, 9, 10, 11, 12, 13, 14, 15};
    static const uint32_t first[4] = {STM_WORD_HASH_KEY_1};
    static const uint32_t second[4] = {STM_WORD_HASH_KEY_2};
    uint8x16_t keep = vcltq_u8(vld1q_u8(numbers), vdupq_n_u8((uint8_t)n));
    state = veorq_u8(state, vandq_u8(vorrq_u8(load(p), bits), keep));
    state = round_of(state, vreinterpretq_u8_u32(vld1q_u32(first)));
    return round_of(state, vreinterpretq_u8_u32(vld1q_u32(second)));
}

static inline stm_hash_state state_of_short(const char *p, size_t n,
                                            stm_bytes bits)
{
    return add_block(vdupq_n_u8(0), p, n, bits);
}

static inline stm_hash_state state_of(const char *p, size_t n, stm_bytes bits)
{
    uint8x16_t state = vdupq_n_u8(0);
    for (; n > STM_WORD_HASH_BLOCK; n -= STM_WORD_HASH_BLOCK) {
        state = add_block(state, p, STM_WORD_HASH_BLOCK, bits);
        p += STM_WORD_HASH_BLOCK;
    }
    return add_block(state, p, n, bits);
}

/* Two hashes, of which none is 0. */
static inline void put_two(uint64_t *hash, stm_hash_state a, stm_hash_state b)
{
    uint64x2_t x = vreinterpretq_u64_u8(a), y = vreinterpretq_u64_u8(b);
    uint64x2_t h = veorq_u64(vzip1q_u64(x, y), vzip2q_u64(x, y));
    vst1q_u64(hash, vsubq_u64(h, vceqzq_u64(h)));
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
    stm_hash_state s = state_of(folded, len, sixteen(0));
    put_two(h, s, s);
    return h[0];
}

#include "text/runs_by_masks.h"

const stm_text_kernel stm_text__neon = {read_runs, hash};
