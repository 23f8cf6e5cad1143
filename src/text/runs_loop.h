/* The walk from block to block. A file that includes this has defined
 *
 *     tools, get_tools()
 *         what every block needs
 *     stm_window_bits look(const tools *t, const char *p)
 *     stm_joiner_bits look_at_joiners(const char *p)
 *     stm_easy_bits easy_units(const char *p)
 *         what of the block at `p` is known at sight though it is over 127
 *     pending
 *         runs found, of which the last may be open; has .hash, .at, .bytes and
 *         .base as `read` got them; .letters becomes other than 0 where some of
 *         them have letters beyond ASCII
 *     counts
 *         how many, kept apart so that they stay in registers; 0 at first, in
 *         .counts of pending; .words are put down
 *     bool has_room(counts n)
 *     counts add(const tools *t, pending *q, counts n, size_t i, uint64_t open,
 *                uint64_t start, uint64_t end)
 *         adds those that start and end in the block at bytes + i; `open` says
 *         that one is
 *     size_t drop(pending *q)
 *         forgets the one that is open; where it began
 *     void flush(const tools *t, pending *q)
 *         puts down all
 *     stm_run_bits put_hard(const tools *t, pending *q, size_t i)
 *         puts down the runs of the window at bytes + i */
#ifndef STM_TEXT_RUNS_LOOP_H
#define STM_TEXT_RUNS_LOOP_H

#include "text/runs_bits.h"

/* Joins what is joined within a block that has letters beyond ASCII; false
 * where more has to be known. */
static inline bool join_letters(stm_window_bits *b, uint64_t open,
                                const char *p)
{
    uint64_t between =
        (b->word << 1 | open) & (b->word >> 1 | STM_RUNS_BIT(63));
    if (!(b->joiner & between))
        return true;
    stm_joiner_bits j = look_at_joiners(p);
    uint64_t letter = b->word & ~j.digit;
    uint64_t letters = letter << 1 & letter >> 1;
    uint64_t digits = j.digit << 1 & j.digit >> 1;
    uint64_t joined = (j.apostrophe & letters) | (b->joiner & digits);
    b->word |= joined;
    return !(b->joiner & between & ~(joined & ~j.backtick));
}

/* Joins what is joined in the block at `p`, of which `b` becomes easy; false
 * where it does not. The run that is open may end in a letter beyond ASCII, or
 * in the first byte of one. */
static inline bool make_easy(stm_window_bits *b, uint64_t open, const char *p)
{
    uint64_t joined, was = (unsigned char)*(p - open);
    if (b->high) {
        stm_easy_bits e = easy_units(p);
        uint64_t letters =
            stm_text__two_bytes(e.letter) | (open & was >> 7 & was >> 6);
        if (b->high & ~(letters | e.mark))
            return false;
        b->word |= letters;
        if (letters)
            return join_letters(b, open, p);
    }
    if (b->joiner & open & was >> 7)
        return false;
    stm_joiner_bits j = look_at_joiners(p);
    if (!stm_text__join(&joined, b, &j, open, p))
        return false;
    b->word |= joined;
    return true;
}

/* Reads blocks from `i` on as long as they are easy and there is room; where
 * that ends. */
static inline size_t read_easy(const tools *t, pending *q, size_t i,
                               size_t size, uint64_t *open)
{
    uint64_t was = *open, letters = 0;
    counts n = q->counts;
    for (; i < size && has_room(n); i += STM_RUNS_WINDOW) {
        stm_window_bits b = look(t, q->bytes + i);
        if (!stm_text__is_easy(&b, was) && !make_easy(&b, was, q->bytes + i))
            break;
        if (b.word == UINT64_MAX)
            break;
        uint64_t behind = b.word << 1 | was;
        n = add(t, q, n, i, was, b.word & ~behind, behind & ~b.word);
        was = b.word >> 63;
        letters |= b.word & b.high;
    }
    q->letters |= letters;
    q->counts = n;
    *open = was;
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
    size_t i = 0, mixed = 0;
    uint64_t open = 0;
    q.hash = hash, q.at = at, q.bytes = bytes, q.base = base;
    q.counts = (counts){0};
    q.letters = 0;
    while (i < size && !mixed) {
        i = read_easy(&t, &q, i, size, &open);
        if (i < size && !has_room(q.counts)) {
            flush(&t, &q);
            continue;
        }
        bool done = i >= size;
        if (open)
            i = drop(&q);
        flush(&t, &q);
        if (done && i)
            break;
        stm_run_bits r;
        do {
            r = put_hard(&t, &q, i);
            mixed = mixed_at(i, r);
            i += r.next;
        } while (r.dense && !mixed && i < size);
        open = 0;
    }
    return (stm_runs_read){q.counts.words, i, mixed};
}

#endif
