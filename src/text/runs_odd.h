/* Words that read differently than they stand: points that join letters go, and
 * single quotes are apostrophes ("e.g", "it\xe2\x80\x99s"). They are hashed
 * with the others, and then once more. A file that includes this has defined
 * hash() as runs_loop.h says. */
#ifndef STM_TEXT_RUNS_ODD_H
#define STM_TEXT_RUNS_ODD_H

#include <string.h>

#include "text/folding_tame.h"
#include "text/runs_pending.h"
#include "text/word_hash.h"

/* Notes what is odd in the block at `p`; false where there is no room. */
static inline bool note_odd(pending *q, const char *p, uint64_t odd)
{
    if ((size_t)__builtin_popcountll(odd) > ODD - q->odd_count)
        return false;
    for (; odd; odd &= odd - 1)
        q->odd[q->odd_count++] =
            (uint16_t)(p - q->bytes + __builtin_ctzll(odd));
    return true;
}

/* Of one to three bytes at `p`; how many of these there are. */
static inline size_t fold_odd(const char *p, char **out, char before)
{
    unsigned char first = (unsigned char)*p;
    if (first == 0xe2)
        return *(*out)++ = '\'', 3;
    if (first & 0x80) {
        memcpy(*out, p, 2);
        stm_text__fold_tame(*out);
        return *out += 2, 2;
    }
    if (first != '.' || stm_text__is_digit(before))
        *(*out)++ = (char)(first | ' ');
    return 1;
}

/* A run goes on from one block to another that it does not fill, so none is
 * longer than two. */
static __attribute__((noinline)) uint64_t hash_folded(const char *p, size_t len)
{
    char folded[2 * STM_RUNS_WINDOW + STM_WORD_HASH_BLOCK], *out = folded;
    for (size_t i = 0; i < len;)
        i += fold_odd(p + i, &out, i ? p[i - 1] : 0);
    return hash(folded, (size_t)(out - folded));
}

/* How many of the places are at `at` or before. */
static inline size_t places_to(const pending *q, size_t count, uint16_t at)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (q->place[middle] <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The same for what is odd in the first `count` runs. */
static inline void hash_odd(pending *q, size_t count)
{
    size_t done = 0;
    for (; done < q->odd_count; done++) {
        size_t k = places_to(q, 2 * count, q->odd[done]);
        if (k == 2 * count)
            break;
        const uint16_t *run = q->place + k - 1;
        q->hash[q->words + k / 2] =
            hash_folded(q->bytes + run[0], (size_t)(run[1] - run[0]));
    }
    q->odd_count -= done;
    memmove(q->odd, q->odd + done, q->odd_count * sizeof *q->odd);
}

#endif
