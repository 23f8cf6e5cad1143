/* The walk from block to block, some dozens at a time: what each is comes
 * first, then those are looked at again that may be anything but easy, then it
 * is written down where runs start and end, and then they are hashed. So
 * whether a block is easy, how many runs it has and where they are cut is asked
 * in no branch that cannot be foretold. A file that includes this has defined
 *
 *     tools, get_tools()
 *         what every block needs
 *     stm_window_bits look(const tools *t, const char *p)
 *     bool is_ascii(const char *p)
 *         whether all of the block at `p` is
 *     stm_joiner_bits look_at_joiners(const char *p)
 *     stm_easy_bits easy_units(const char *p)
 *         what of the block at `p` is known at sight though it is over 127
 *     uint64_t hash(const char *folded, size_t len)
 *         as a kernel has it
 *     size_t put_places(const tools *t, uint16_t *place, size_t i,
 *                       uint64_t bits)
 *         writes down i + the number of each bit; how many. May write
 *         STM_RUNS_WINDOW
 *     void hash_runs(const tools *t, const pending *q, size_t count)
 *         puts down the first `count` runs of `q`
 *     stm_run_bits put_hard(const tools *t, pending *q, size_t i)
 *         puts down the runs of the window at bytes + i
 *
 * the last two behind runs_pending.h. */
#ifndef STM_TEXT_RUNS_LOOP_H
#define STM_TEXT_RUNS_LOOP_H

#include "text/runs_bits.h"
#include "text/runs_join.h"
#include "text/runs_odd.h"

/* Which blocks are not easy at sight. The one before may end in a letter that
 * is not known yet. */
static inline void find_easy(pending *q, size_t n)
{
    for (size_t k = 0; k < n; k++) {
        uint64_t open = (q->word[k] | q->high[k]) >> 63;
        stm_window_bits b = {q->word[k + 1], q->joiner[k], q->high[k + 1]};
        uint64_t full = b.word == UINT64_MAX;
        q->not_easy[k] = stm_text__not_easy(&b, open) | full;
    }
}

/* Looks at `n` blocks from `i` on; how many of them are not easy at sight,
 * which are named. */
static inline size_t look_ahead(const tools *t, pending *q, size_t i, size_t n)
{
    size_t unsure = 0;
    q->high[0] = 0;
    for (size_t k = 0; k < n; k++) {
        stm_window_bits b = look(t, q->bytes + i + k * STM_RUNS_WINDOW);
        q->word[k + 1] = b.word;
        q->joiner[k] = b.joiner;
        q->high[k + 1] = b.high;
    }
    find_easy(q, n);
    for (size_t k = 0; k < n; k++) {
        q->unsure[unsure] = (uint8_t)k;
        unsure += q->not_easy[k] != 0;
    }
    return unsure;
}

/* Looks again at those named; how many of the `n` blocks are easy. */
static inline size_t make_sure(pending *q, size_t i, size_t n, size_t unsure)
{
    for (size_t u = 0; u < unsure; u++) {
        size_t k = q->unsure[u];
        const char *p = q->bytes + i + k * STM_RUNS_WINDOW;
        uint64_t odd = 0, open = q->word[k] >> 63;
        stm_window_bits b = {q->word[k + 1], q->joiner[k], q->high[k + 1]};
        if (!make_easy(&b, &odd, open, p) || b.word == UINT64_MAX ||
            !note_odd(q, p, odd))
            return k;
        q->word[k + 1] = b.word;
        q->letters |= b.word & b.high;
    }
    return n;
}

/* Writes down where runs start and end in the blocks [k, n), as far as there is
 * room; where that ends. */
static inline size_t put_blocks(const tools *t, pending *q, size_t i, size_t k,
                                size_t n)
{
    size_t count = q->count;
    for (; k < n && count <= PLACES; k++) {
        uint64_t word = q->word[k + 1];
        uint64_t behind = word << 1 | q->word[k] >> 63;
        count += put_places(t, q->place + count, i + k * STM_RUNS_WINDOW,
                            word ^ behind);
    }
    q->count = count;
    return k;
}

/* Puts down all runs that have ended. */
static void flush(const tools *t, pending *q)
{
    size_t ended = q->count / 2, open = q->count % 2;
    uint16_t last = q->place[2 * ended];
    memset(q->place + 2 * ended, 0, 2 * STM_RUNS_SLACK * sizeof *q->place);
    hash_runs(t, q, ended);
    hash_odd(q, ended);
    q->words += ended;
    q->place[0] = last;
    q->count = open;
}

/* Reads blocks from `i` on as long as they are easy; where that ends. */
static inline size_t read_easy(const tools *t, pending *q, size_t i,
                               size_t size, size_t most)
{
    for (; i < size; most = most < BLOCKS / 4 ? most * 4 : BLOCKS) {
        size_t n = (size - i + STM_RUNS_WINDOW - 1) / STM_RUNS_WINDOW;
        n = n < most ? n : most;
        size_t unsure = look_ahead(t, q, i, n);
        size_t easy = make_sure(q, i, n, unsure);
        size_t k = put_blocks(t, q, i, 0, easy);
        for (; k < easy; k = put_blocks(t, q, i, k, easy))
            flush(t, q);
        i += easy * STM_RUNS_WINDOW;
        q->word[0] = q->word[easy];
        if (easy < n)
            break;
    }
    return i;
}

static inline size_t mixed_at(size_t i, stm_run_bits r)
{
    if (r.next && !r.mixed)
        return 0;
    return r.next && r.mixed != STM_RUNS_UNSEEN ? i + r.mixed : SIZE_MAX;
}

static stm_runs_read read_runs(uint64_t *hash, stm_range *at, const char *bytes,
                               size_t size, uint32_t base)
{
    const tools t = get_tools();
    pending q;
    size_t i = 0, mixed = 0, most = is_ascii(bytes) ? FEW_BLOCKS : 1;
    q.hash = hash, q.at = at, q.bytes = bytes, q.base = base;
    q.words = q.count = 0;
    while (i < size && !mixed) {
        q.letters = q.word[0] = q.odd_count = 0;
        i = read_easy(&t, &q, i, size, most);
        bool done = i >= size;
        if (q.count % 2)
            i = q.place[--q.count];
        flush(&t, &q);
        if (done && i)
            break;
        stm_run_bits r;
        do {
            r = put_hard(&t, &q, i);
            mixed = mixed_at(i, r);
            i += r.next;
        } while (!mixed && i < size && (r.dense || !is_ascii(bytes + i)));
        most = 2;
    }
    return (stm_runs_read){q.words, i, mixed};
}

#endif
