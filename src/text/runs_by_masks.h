/* Runs where a comparison gives a bit a byte, for instruction sets that cannot
 * compress. A file that includes this has defined what runs_hard.h wants, and
 *
 *     tools, get_tools(), look()
 *         as runs_loop.h wants them
 *     stm_eight eight_times(uint16_t number)
 *     void put_numbers(uint16_t *place, const uint8_t *numbers, stm_eight
 * *base) eight numbers, with `base` added, which grows by eight uint64_t
 * lowest(uint64_t bits) the number of the lowest bit; of no bits, 63 or 64
 *     stm_bytes sixteen(char byte)
 *     stm_hash_state state_of(const char *p, size_t n, stm_bytes bits)
 *         of the hash of n bytes, with `bits` set in each
 *     stm_hash_state state_of_short(const char *p, size_t n, stm_bytes bits)
 *         the same of the first 16 at most; n is at most 2 * STM_RUNS_WINDOW
 *     void put_two(uint64_t *hash, stm_hash_state a, stm_hash_state b)
 *     void put_four(uint64_t *hash, const stm_hash_state *s)
 *         hashes, of which none is 0 */
#ifndef STM_TEXT_RUNS_BY_MASKS_H
#define STM_TEXT_RUNS_BY_MASKS_H

#include "text/runs_hard.h"
#include "text/runs_numbers.h"
#include "text/runs_pending.h"

/* Takes the first run out of `r`. */
static inline stm_hash_state next_short(stm_run_bits *r, const char *p,
                                        stm_bytes bits)
{
    uint64_t start = lowest(r->start), end = lowest(r->end);
    r->start &= r->start - 1;
    r->end &= r->end - 1;
    return state_of_short(p + start, (size_t)(end - start), bits);
}

static inline void put_four_short(uint64_t *hash, const char *p, stm_bytes bits,
                                  stm_run_bits *r)
{
    stm_hash_state state[4];
    for (unsigned i = 0; i < 4; i++)
        state[i] = next_short(r, p, bits);
    put_four(hash, state);
}

/* The second bytes of runs that have more than 16: 16 follow on each other that
 * start none. */
static inline uint64_t long_runs(stm_run_bits r)
{
    uint64_t behind = (r.end - r.start) & ~r.start;
    behind &= behind >> 1;
    behind &= behind >> 2;
    behind &= behind >> 4;
    behind &= behind >> 8;
    return behind & ~(behind << 1);
}

static inline uint64_t hash_run(const char *p, size_t n, stm_bytes bits)
{
    uint64_t two[2];
    stm_hash_state s = state_of(p, n, bits);
    put_two(two, s, s);
    return two[0];
}

static inline void put_long(uint64_t *hash, const char *p, stm_bytes bits,
                            stm_run_bits r)
{
    for (uint64_t more = long_runs(r); more; more &= more - 1) {
        uint64_t before = (more & -more) - 1;
        uint64_t start = lowest(more) - 1, end = lowest(r.end & ~before);
        hash[__builtin_popcountll(r.end & before)] =
            hash_run(p + start, (size_t)(end - start), bits);
    }
}

static inline void put_ranges(stm_range *at, uint32_t base, stm_run_bits r)
{
    for (; r.end; r.end &= r.end - 1, r.start &= r.start - 1)
        *at++ = (stm_range){base + (uint32_t)lowest(r.start),
                            base + (uint32_t)lowest(r.end)};
}

/* Runs are hashed with a bit set in all of their bytes, which would be wrong
 * for letters of two. */
static inline stm_easy_bits easy_units(const char *p)
{
    uint64_t leads = dashes(p) & ~(UINT64_C(3) << 62);
    uint64_t quote = equal(p, 0xe2) & equal(p + 1, 0x80) &
                     within(p + 2, 0x98, 0x99) & ~(UINT64_C(3) << 62);
    return (stm_easy_bits){.mark = stm_text__three_bytes(leads),
                           .quote = quote};
}

/* The runs of a window. Few of those that have letters beyond ASCII have more
 * than eight, which need no test; those of Chinese do. */
static inline void put_ended(uint64_t *hash, const char *p, stm_bytes bits,
                             stm_run_bits r, size_t count)
{
    stm_run_bits left = r;
    put_four_short(hash, p, bits, &left);
    put_four_short(hash + 4, p, bits, &left);
    for (size_t k = 8; k < count; k += 4)
        put_four_short(hash + k, p, bits, &left);
    put_long(hash, p, bits, r);
}

/* Eight bits at a time, of which a table knows the numbers. */
static inline size_t put_places(const tools *t, uint16_t *place, size_t i,
                                uint64_t bits)
{
    stm_eight base = eight_times((uint16_t)i);
    uint16_t *to = place;
    (void)t;
    for (unsigned k = 0; k < 8; k++, bits >>= 8) {
        put_numbers(to, stm_runs__numbers[bits & 255], &base);
        to += __builtin_popcountll(bits & 255);
    }
    return (size_t)(to - place);
}

/* Four runs. Few have more than 16 bytes. */
static inline void hash_four(uint64_t *hash, const char *bytes,
                             const uint16_t *place, stm_bytes bits)
{
    stm_hash_state state[4];
    size_t sizes = 0;
    for (unsigned k = 0; k < 4; k++) {
        size_t from = place[2 * k], n = place[2 * k + 1] - from;
        state[k] = state_of_short(bytes + from, n, bits);
        sizes |= n + 15;
    }
    put_four(hash, state);
    if (sizes > 31)
        for (unsigned k = 0; k < 4; k++)
            hash[k] = hash_run(bytes + place[2 * k],
                               (size_t)(place[2 * k + 1] - place[2 * k]), bits);
}

static __attribute__((noinline)) void hash_runs(const tools *t,
                                                const pending *q, size_t count)
{
    const stm_bytes bit5 = sixteen(' ');
    (void)t;
    for (size_t i = 0; i < count; i += 4)
        hash_four(q->hash + q->words + i, q->bytes, q->place + 2 * i, bit5);
    for (size_t i = 0; q->at && i < count; i++)
        q->at[q->words + i] = (stm_range){q->base + q->place[2 * i],
                                          q->base + q->place[2 * i + 1]};
}

/* What few windows of English and most of other languages need. */
static __attribute__((noinline)) stm_run_bits put_hard(const tools *t,
                                                       pending *q, size_t i)
{
    char folded[STM_RUNS_WINDOW + STM_WORD_HASH_BLOCK] = {0};
    const char *p = q->bytes + i;
    stm_run_bits r = hard_runs(folded, look(t, p), p);
    size_t count = (size_t)__builtin_popcountll(r.end);
    put_ended(q->hash + q->words, folded, sixteen(0), r, count);
    if (q->at)
        put_ranges(q->at + q->words, q->base + (uint32_t)i, r);
    q->words += count;
    return r;
}

#include "text/runs_loop.h"

#endif
