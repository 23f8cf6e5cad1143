/* One permutation, with the gaps filled.
 *
 * Every run of words has a key. The top bits of the key choose a slot and the
 * slot keeps the smallest key: one step a run, and in a long text every slot
 * gets its own (Li, Owen, Zhang 2012). A slot that a short text leaves empty
 * takes over what the first one has that is not empty, in an order of its own
 * (Shrivastava 2017); the order is a turn of all slots by ever other numbers,
 * so that the slots that are empty borrow from different ones. The first slot
 * in that order which either of two texts fills has the same key in both with
 * the probability that a run of either is in both, as in any slot, so two slots
 * are equal as often as a run is in both. Slots of one text hold different
 * runs, which makes the estimate a little better than that of permutations. */
#include "sketch/minhash.h"

#include <string.h>

#include "base/cpu.h"
#include "sketch/minhash_kernel.h"

enum { SLOTS = STM_MINHASH_SLOTS, RUN = STM_MINHASH_RUN };

const uint8_t stm_minhash__turn[STM_MINHASH_TURNS] = {
    116, 52,  123, 20,  44,  1,   89,  23,  79, 53,  31, 32,  73,  24,  16,
    80,  37,  60,  15,  81,  41,  112, 69,  75, 39,  78, 14,  51,  87,  95,
    124, 91,  90,  74,  6,   96,  38,  25,  68, 36,  47, 66,  119, 107, 8,
    88,  45,  13,  59,  114, 30,  18,  85,  70, 54,  4,  9,   117, 120, 115,
    98,  100, 86,  22,  21,  40,  55,  29,  46, 5,   2,  113, 92,  109, 63,
    108, 34,  11,  118, 110, 101, 103, 111, 94, 33,  62, 121, 122, 82,  56,
    35,  97,  61,  65,  67,  27,  64,  76,  10, 125, 49, 28,  43,  42,  106,
    84,  3,   26,  71,  99,  12,  127, 77,  93, 7,   19, 102, 126, 57,  83,
    48,  58,  50,  17,  104, 105, 72};

const stm_minhash_kernel *stm_minhash__kernel(void)
{
#if defined(__x86_64__)
    if (stm_cpu_has(STM_CPU_AVX512))
        return &stm_minhash__avx512;
    if (stm_cpu_has(STM_CPU_AVX2))
        return &stm_minhash__avx2;
    if (stm_cpu_has(STM_CPU_SSE42_AES))
        return &stm_minhash__sse42;
#elif defined(__aarch64__)
    return &stm_minhash__neon;
#endif
    return &stm_minhash__scalar;
}

size_t stm_minhash__keys_by(const stm_minhash_kernel *kernel, uint32_t *key,
                            const uint64_t *hash, size_t count)
{
    uint64_t few[RUN] = {0}; /* no word has the hash 0 */
    size_t runs = count < RUN ? count != 0 : count - RUN + 1;
    if (count && count < RUN)
        hash = memcpy(few, hash, count * sizeof *hash);
    if (runs)
        kernel->keys(key, hash, runs);
    return runs;
}

/* Of an empty slot. No key ends in a byte of 0. */
#define NO_KEY UINT32_C(0xffffff00)

void stm_minhash__make_by(const stm_minhash_kernel *kernel, stm_minhash *out,
                          const uint32_t *key, size_t runs)
{
    uint32_t least[SLOTS];
    uint8_t twice[2 * SLOTS];
    for (unsigned s = 0; s < SLOTS; s++)
        least[s] = NO_KEY;
    kernel->place(least, key, runs);
    for (unsigned s = 0; s < SLOTS; s++)
        twice[s] = (uint8_t)least[s];
    memcpy(twice + SLOTS, twice, SLOTS);
    kernel->fill(out->slot, twice);
}

size_t stm_minhash__keys(uint32_t *key, const uint64_t *hash, size_t count)
{
    return stm_minhash__keys_by(stm_minhash__kernel(), key, hash, count);
}

void stm_minhash__make(stm_minhash *out, const uint32_t *key, size_t runs)
{
    stm_minhash__make_by(stm_minhash__kernel(), out, key, runs);
}

size_t stm_minhash__below(uint32_t *out, const uint32_t *key, size_t count,
                          uint32_t bound)
{
    return stm_minhash__kernel()->below(out, key, count, bound);
}

/* One slot of 254 that differ has an equal byte: 1 is twice as likely as the
 * others. */
double stm_minhash__jaccard(const stm_minhash *a, const stm_minhash *b)
{
    const double chance = 1. / 254;
    if (!a->slot[0] || !b->slot[0])
        return 0;
    unsigned equal = stm_minhash__kernel()->equal(a->slot, b->slot);
    double share = ((double)equal / SLOTS - chance) / (1 - chance);
    return share < 0 ? 0 : share;
}
