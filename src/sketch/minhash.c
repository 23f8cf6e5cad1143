/* One permutation where it is enough, many where it is not.
 *
 * Every run of words has a key. The top bits of the key choose a slot and the
 * slot keeps the smallest rest: one step a run, and in a long text every slot
 * gets its own (Li, Owen, Zhang 2012; the first round of Dahlgaard, Knudsen,
 * Thorup 2017). The slots that a short text leaves empty hold what 128
 * permutations would have given them, the smallest of key * factor (Broder
 * 1997). A slot filled by the first step never equals one filled by the second.
 * In both the run with the smallest value is any run of the two texts with the
 * same probability, so two slots are equal as often as a run is in both; slots
 * of the first step hold different runs, which makes the estimate a little
 * better than that of permutations. */
#include "sketch/minhash.h"

#include <string.h>

#include "base/cpu.h"
#include "base/hash.h"
#include "sketch/minhash_kernel.h"

enum { SLOTS = STM_MINHASH_SLOTS, RUN = STM_MINHASH_RUN };

#define NO_VALUE UINT32_MAX
#define SECOND_STEP (UINT32_C(1) << 31)

/* Of the slots, for the second step: stm_mix64(slot + 1) >> 48 | 1. */
static const uint16_t factor_of[SLOTS] = {
    0x5693, 0xdbd3, 0x1e53, 0xb7a5, 0xb6bf, 0xd177, 0x12af, 0xd56b, 0x826d,
    0x075d, 0x3463, 0x37bf, 0xdcfb, 0x255d, 0x0393, 0xd985, 0x302b, 0xffcb,
    0xe34b, 0x0eb9, 0xd633, 0xfd95, 0x378b, 0xd59f, 0xd7a9, 0xe8a3, 0x3247,
    0xdf89, 0x4f7b, 0x0725, 0x540f, 0xadfb, 0xb495, 0xc679, 0x43e7, 0xff97,
    0x499f, 0x5b65, 0x271d, 0xb74f, 0x66d1, 0xa759, 0x4f0b, 0xfb2b, 0xbdbf,
    0x6f15, 0x5a9f, 0xa631, 0x6225, 0x4931, 0xcb9f, 0x6617, 0x632f, 0xf95d,
    0x9abd, 0x58ef, 0x6231, 0x99e7, 0x8bd9, 0x0e49, 0x9265, 0x3cef, 0xe1bb,
    0x8aa5, 0x6b19, 0xcf4b, 0xa46b, 0x21c3, 0x4195, 0x87cf, 0x4bef, 0x654f,
    0xa795, 0xc1eb, 0xcfcb, 0xb6c9, 0x2cfb, 0xe309, 0xcff1, 0x087d, 0x8b37,
    0x33c7, 0x45f7, 0xe385, 0x8505, 0x9e15, 0xcf15, 0x2505, 0x1d31, 0xaa2d,
    0x968b, 0xde29, 0xfebd, 0x4a11, 0xd1f3, 0xb283, 0xaeff, 0xf2f9, 0x79cf,
    0x2731, 0xa7d5, 0x973d, 0x51b7, 0xfadb, 0x168b, 0x2c81, 0x8607, 0xf2bb,
    0x30af, 0xca4b, 0x581d, 0x1801, 0xe2d9, 0xf311, 0x786d, 0x33cf, 0xef09,
    0x17b1, 0xdad9, 0x1787, 0x8bc9, 0x8aeb, 0xd94f, 0x0ead, 0x2d29, 0x5845,
    0xa09d, 0xaf27,
};

/* The slots that are still empty. */
typedef struct empties {
    size_t count;
    uint8_t slot[SLOTS];
    uint16_t factor[SLOTS], least[SLOTS];
} empties;

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

/* The top 7 bits of a key choose a slot, the others are its value. */
static void place(uint32_t *slot, const uint32_t *key, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t *s = slot + (key[i] >> 25), value = key[i] & 0x1ffffff;
        *s = value < *s ? value : *s;
    }
}

static void find_empties(empties *e, const uint32_t *slot)
{
    size_t n = 0;
    memset(e->factor, 0, sizeof e->factor);
    memset(e->least, 0xff, sizeof e->least);
    for (unsigned i = 0; i < SLOTS; i++) {
        e->slot[n] = (uint8_t)i;
        e->factor[n] = factor_of[i];
        n += slot[i] == NO_VALUE;
    }
    e->count = n;
}

static size_t chunk_at(size_t from, size_t runs)
{
    size_t left = runs - from;
    return left < STM_MINHASH_CHUNK ? left : STM_MINHASH_CHUNK;
}

/* Where most slots are empty, looking for the empty ones costs more than doing
 * all: at this many runs a third are. Sketches of documents of 500 bytes take
 * about a third less (bench/speed/kernels.c). */
enum { SHORT = 128 };

static void fill_short(uint32_t *slot, const stm_minhash_kernel *kernel,
                       const uint32_t *key, size_t runs)
{
    uint16_t least[SLOTS];
    memset(least, 0xff, sizeof least);
    kernel->least(least, factor_of, SLOTS, key, runs);
    for (unsigned i = 0; i < SLOTS; i++)
        slot[i] = slot[i] == NO_VALUE ? SECOND_STEP | least[i] : slot[i];
}

static void fill_rest(uint32_t *slot, const stm_minhash_kernel *kernel,
                      const uint64_t *hash, size_t runs, uint32_t *key)
{
    empties e;
    find_empties(&e, slot);
    size_t factors = (e.count + STM_MINHASH_LANES - 1) / STM_MINHASH_LANES *
                     STM_MINHASH_LANES;
    for (size_t i = 0; factors && i < runs; i += STM_MINHASH_CHUNK) {
        if (runs > STM_MINHASH_CHUNK) /* else they are still there */
            kernel->keys(key, hash + i, chunk_at(i, runs));
        kernel->least(e.least, e.factor, factors, key, chunk_at(i, runs));
    }
    for (size_t i = 0; i < e.count; i++)
        slot[e.slot[i]] = SECOND_STEP | e.least[i];
}

static void make(uint32_t *slot, const stm_minhash_kernel *kernel,
                 const uint64_t *hash, size_t runs)
{
    uint32_t key[STM_MINHASH_CHUNK + STM_MINHASH_SLACK];
    for (size_t i = 0; i < runs; i += STM_MINHASH_CHUNK) {
        kernel->keys(key, hash + i, chunk_at(i, runs));
        place(slot, key, chunk_at(i, runs));
    }
    if (runs <= SHORT)
        fill_short(slot, kernel, key, runs);
    else
        fill_rest(slot, kernel, hash, runs, key);
}

void stm_minhash__make_by(stm_minhash *out, const stm_minhash_kernel *kernel,
                          const uint64_t *hash, size_t count)
{
    uint64_t few[RUN] = {0}; /* no word has the hash 0 */
    size_t runs = count < RUN ? count != 0 : count - RUN + 1;
    memset(out->slot, 0xff, sizeof out->slot);
    out->runs = runs < UINT32_MAX ? (uint32_t)runs : UINT32_MAX;
    if (count && count < RUN)
        hash = memcpy(few, hash, count * sizeof *hash);
    if (runs)
        make(out->slot, kernel, hash, runs);
}

void stm_minhash__make(stm_minhash *out, const uint64_t *hash, size_t count)
{
    stm_minhash__make_by(out, stm_minhash__kernel(), hash, count);
}

void stm_minhash__pack(stm_minhash_bytes *out, const stm_minhash *m)
{
    for (unsigned i = 0; i < SLOTS; i++)
        out->slot[i] = (uint8_t)(m->slot[i] * 0x9e3779b1u >> 24);
}

double stm_minhash__jaccard(const stm_minhash *a, const stm_minhash *b)
{
    unsigned equal = 0;
    for (unsigned i = 0; i < SLOTS; i++)
        equal += a->slot[i] == b->slot[i];
    return a->runs && b->runs ? (double)equal / SLOTS : 0;
}

/* One slot of 256 that differ has an equal byte. */
double stm_minhash__jaccard_bytes(const stm_minhash_bytes *a,
                                  const stm_minhash_bytes *b)
{
    unsigned equal = 0;
    for (unsigned i = 0; i < SLOTS; i++)
        equal += a->slot[i] == b->slot[i];
    double share = ((double)equal / SLOTS - 1. / 256) / (1 - 1. / 256);
    return share < 0 ? 0 : share;
}

uint64_t stm_minhash__band(const stm_minhash *m, unsigned first, unsigned rows)
{
    uint64_t key = first;
    for (unsigned i = first; i < first + rows; i++)
        key = stm_hash_pair(key, m->slot[i]);
    return key;
}
