/* Runs where a comparison gives a bit a byte, for instruction sets that cannot
 * compress: they are hashed one by one as they end. A file that includes this
 * has defined what runs_hard.h wants, and
 *
 *     tools, get_tools(), look()
 *         as runs_loop.h wants them
 *     uint64_t lowest(uint64_t bits)
 *         the number of the lowest bit; of no bits, 63 or 64
 *     stm_bytes sixteen(char byte)
 *     stm_hash_state state_of(const char *p, size_t n, stm_bytes bits)
 *         of the hash of n bytes, with `bits` set in each
 *     stm_hash_state state_of_short(const char *p, size_t start, size_t end,
 *                                   stm_bytes bits)
 *         the same of bytes[start, end) of p, at most 16
 *     void put_two(uint64_t *hash, stm_hash_state a, stm_hash_state b)
 *     void put_four(uint64_t *hash, const stm_hash_state *s)
 *         hashes, of which none is 0 */
#ifndef STM_TEXT_RUNS_BY_MASKS_H
#define STM_TEXT_RUNS_BY_MASKS_H

#include "text/runs_hard.h"

/* Takes the first run out of `r`. */
static inline size_t next_run(stm_run_bits *r, const char **p)
{
    uint64_t start = lowest(r->start), end = lowest(r->end);
    r->start &= r->start - 1;
    r->end &= r->end - 1;
    *p += start;
    return (size_t)(end - start);
}

static inline stm_hash_state next_short(stm_run_bits *r, const char *p,
                                        stm_bytes bits)
{
    uint64_t start = lowest(r->start), end = lowest(r->end);
    r->start &= r->start - 1;
    r->end &= r->end - 1;
    return state_of_short(p, start, end, bits);
}

static inline void put_four_short(uint64_t *hash, const char *p, stm_bytes bits,
                                  stm_run_bits *r)
{
    stm_hash_state state[4];
    for (unsigned i = 0; i < 4; i++)
        state[i] = next_short(r, p, bits);
    put_four(hash, state);
}

static inline uint64_t turn(uint64_t bits, unsigned by)
{
    return bits >> by | bits << (64 - by);
}

/* Whether one of the runs has more than 16 bytes: 16 that do not start one. It
 * may also say so of the last and the first together, or of one that started
 * before with as many. */
static inline bool has_long(uint64_t start, uint64_t inside)
{
    uint64_t behind = inside & ~start;
    behind &= turn(behind, 1);
    behind &= turn(behind, 2);
    behind &= turn(behind, 4);
    return behind & turn(behind, 8);
}

static __attribute__((noinline)) void put_long(uint64_t *hash, const char *p,
                                               stm_bytes bits, stm_run_bits r)
{
    for (; r.end; hash += 2) {
        const char *a = p, *b = p;
        size_t m = next_run(&r, &a), n = r.end ? next_run(&r, &b) : 0;
        put_two(hash, state_of(a, m, bits), state_of(b, n, bits));
    }
}

static inline void put_ranges(stm_range *at, uint32_t base, stm_run_bits r)
{
    for (; r.end; r.end &= r.end - 1, r.start &= r.start - 1)
        *at++ = (stm_range){base + (uint32_t)lowest(r.start),
                            base + (uint32_t)lowest(r.end)};
}

/* Runs are hashed as they end. */
typedef struct counts {
    size_t words, began; /* the one that is open */
} counts;

static inline bool has_room(counts n)
{
    (void)n;
    return true;
}

typedef struct pending {
    uint64_t *hash;
    stm_range *at;
    const char *bytes;
    uint32_t base;
    counts counts;
    uint64_t letters;
} pending;

/* Runs are hashed with a bit set in all of their bytes, which would be wrong
 * for letters of two. */
static inline stm_easy_bits easy_units(const char *p)
{
    uint64_t leads = dashes(p) & ~(UINT64_C(3) << 62);
    return (stm_easy_bits){.mark = stm_text__three_bytes(leads)};
}

static inline size_t drop(const pending *q) { return q->counts.began; }

static inline void flush(const tools *t, const pending *q)
{
    (void)t;
    (void)q;
}

/* The run that was open before, if one was and ends. No branch: whether a word
 * is cut cannot be foretold. */
static inline counts put_open(pending *q, counts n, size_t i, uint64_t open,
                              uint64_t end)
{
    size_t first = i + lowest(end);
    size_t began = first ^ ((first ^ n.began) & -open);
    stm_hash_state s = state_of(q->bytes + began, first - began, sixteen(' '));
    put_two(q->hash + n.words, s, s);
    if (q->at)
        q->at[n.words] =
            (stm_range){q->base + (uint32_t)began, q->base + (uint32_t)first};
    n.words += open & (end != 0);
    return n;
}

/* Few blocks of English have more than ten runs behind the first: ten need no
 * test. */
static inline void put_ended(uint64_t *hash, const char *p, stm_bytes bits,
                             stm_run_bits r, size_t count)
{
    put_four_short(hash, p, bits, &r);
    put_four_short(hash + 4, p, bits, &r);
    stm_hash_state ninth = next_short(&r, p, bits);
    put_two(hash + 8, ninth, next_short(&r, p, bits));
    for (size_t k = 10; k < count; k += 4)
        put_four_short(hash + k, p, bits, &r);
}

static inline counts add(const tools *t, pending *q, counts n, size_t i,
                         uint64_t open, uint64_t start, uint64_t end)
{
    const char *p = q->bytes + i;
    uint64_t inside = end - (start | open);
    (void)t;
    n = put_open(q, n, i, open, end);
    end &= end - open;
    stm_run_bits r = {.start = start, .end = end};
    size_t count = (size_t)__builtin_popcountll(end);
    if (has_long(start, inside))
        put_long(q->hash + n.words, p, sixteen(' '), r);
    else
        put_ended(q->hash + n.words, p, sixteen(' '), r, count);
    if (q->at)
        put_ranges(q->at + n.words, q->base + (uint32_t)i, r);
    n.words += count;
    n.began = start ? i + stm_text__last(start) : n.began;
    return n;
}

/* What few windows of English and most of other languages need. */
static __attribute__((noinline)) stm_run_bits put_hard(const tools *t,
                                                       pending *q, size_t i)
{
    char folded[STM_RUNS_WINDOW + STM_WORD_HASH_BLOCK] = {0};
    const char *p = q->bytes + i;
    stm_run_bits r = hard_runs(folded, look(t, p), p);
    size_t count = (size_t)__builtin_popcountll(r.end);
    if (has_long(r.start, r.end - r.start))
        put_long(q->hash + q->counts.words, folded, sixteen(0), r);
    else
        put_ended(q->hash + q->counts.words, folded, sixteen(0), r, count);
    if (q->at)
        put_ranges(q->at + q->counts.words, q->base + (uint32_t)i, r);
    q->counts.words += count;
    return r;
}

#include "text/runs_loop.h"

#endif
