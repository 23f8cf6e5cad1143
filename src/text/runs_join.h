/* Blocks that are not easy at sight, and what makes most of them easy. A file
 * that includes this has defined what runs_loop.h says. */
#ifndef STM_TEXT_RUNS_JOIN_H
#define STM_TEXT_RUNS_JOIN_H

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

/* Single quotes are apostrophes between letters. False where they stand between
 * others, or where it is not known what they stand between. */
static inline bool join_quotes(stm_window_bits *b, uint64_t *odd,
                               uint64_t quote, uint64_t open, const char *p)
{
    uint64_t behind = quote & (b->word << 1 | open);
    uint64_t between = behind & (b->word >> 3 | STM_RUNS_BIT(61));
    if (!between)
        return true;
    uint64_t letter = b->word & ~b->high & ~look_at_joiners(p).digit;
    if (between & ~(letter << 1 & letter >> 3))
        return false;
    b->word |= stm_text__three_bytes(between);
    *odd = between;
    return true;
}

/* Takes what is over 127 for what it is; false where that is not known at
 * sight. */
static inline bool join_high(stm_window_bits *b, uint64_t *odd, uint64_t open,
                             const char *p)
{
    stm_easy_bits e = easy_units(p);
    uint64_t was = (unsigned char)*(p - open);
    uint64_t letters =
        stm_text__two_bytes(e.letter) | (open & was >> 7 & was >> 6);
    uint64_t quotes = stm_text__three_bytes(e.quote);
    if (b->high & ~(letters | e.mark | quotes))
        return false;
    b->word |= letters;
    return join_quotes(b, odd, e.quote, open, p);
}

/* Joins what is joined in the block at `p`, of which `b` becomes easy; false
 * where it does not. The run that is open may end in a letter beyond ASCII, or
 * in the first byte of one. */
static inline bool make_easy(stm_window_bits *b, uint64_t *odd, uint64_t open,
                             const char *p)
{
    stm_joined_bits joined;
    if (b->high && !join_high(b, odd, open, p))
        return false;
    if (b->high & b->word)
        return join_letters(b, open, p);
    if (b->joiner & open & (unsigned char)*(p - open) >> 7)
        return false;
    stm_joiner_bits j = look_at_joiners(p);
    if (!stm_text__join(&joined, b, &j, open, p))
        return false;
    b->word |= joined.inside;
    *odd = joined.odd;
    return true;
}

#endif
