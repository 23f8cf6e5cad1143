/* From what 64 bytes are to where runs start and end among them, a bit a byte,
 * the first byte lowest. */
#ifndef STM_TEXT_RUNS_BITS_H
#define STM_TEXT_RUNS_BITS_H

#include <stdbool.h>

#include "text/chars.h"
#include "text/fold.h"
#include "text/runs.h"

/* What most blocks are known well enough by. */
typedef struct stm_block_bits {
    uint64_t word; /* ASCII letters and digits */
    uint64_t high; /* bytes over 127 */
    uint64_t joiner;
} stm_block_bits;

/* And what the rest needs. */
typedef struct stm_joiner_bits {
    uint64_t letter, digit, apostrophe, backtick, point, comma;
    uint64_t cyrillic_lead; /* D0 and D1 */
} stm_joiner_bits;

/* Both bytes of tame letters, and the second ones of capitals. */
typedef struct stm_tame_bits {
    uint64_t latin, cyrillic, capital;
    uint64_t dash; /* all bytes of marks that only separate */
} stm_tame_bits;

/* What is left of the block before: 0 at the start of a piece. */
typedef struct stm_bits_before {
    uint64_t inside, growing;
    /* Its last byte is of a tame letter, a Cyrillic one, or high otherwise. */
    uint64_t tame, cyrillic, high;
    bool full; /* some block so far was plain throughout */
} stm_bits_before;

typedef struct stm_run_bits {
    uint64_t start, end, mixed;
} stm_run_bits;

/* Whether no joiner of the block can stand in a run; one at the very end might,
 * as the next block may start. */
static inline bool stm_text__is_easy(const stm_block_bits *b,
                                     const stm_bits_before *before)
{
    uint64_t between = (b->word << 1 | before->inside) & b->word >> 1;
    uint64_t may_join = b->joiner & (between | UINT64_C(1) << 63);
    return !(may_join | b->high | before->tame | before->high);
}

/* A run grows through its plain bytes: adding its first bit carries up to what
 * ends it, or makes it mixed. */
static inline stm_run_bits stm_text__grow_runs(uint64_t plain, uint64_t mixed,
                                               stm_bits_before *before)
{
    uint64_t inside = plain | mixed;
    uint64_t start = inside & ~(inside << 1 | before->inside);
    unsigned long long grown;
    bool over = __builtin_uaddll_overflow(plain, start & plain, &grown);
    over |= __builtin_uaddll_overflow(grown, before->growing, &grown);
    uint64_t end = (grown & ~plain) | (start & mixed);
    before->inside = inside >> 63;
    before->growing = over;
    before->full |= plain == UINT64_MAX;
    return (stm_run_bits){start, end, end & mixed};
}

static inline stm_run_bits stm_text__easy_bits(const stm_block_bits *b,
                                               stm_bits_before *before)
{
    before->tame = before->cyrillic = before->high = 0;
    return stm_text__grow_runs(b->word, 0, before);
}

/* The bits of the bytes that follow those of `bits`, after the one before the
 * block; and of those that stand before them. */
static inline uint64_t stm_text__behind(uint64_t bits, uint64_t before)
{
    return bits << 1 | before;
}

static inline uint64_t stm_text__ahead(uint64_t bits, bool next)
{
    return bits >> 1 | (uint64_t)next << 63;
}

/* Which joiners stand in a run: those between letters or digits as the rules of
 * mixed.c have it, and any beside a byte over 127 that might join it to a word.
 * Points between letters and backticks read differently than they stand: such
 * runs are mixed. So are those that have Cyrillic letters beside others, which
 * may be there to deceive. `last` and `next` are the bytes around the block, 0
 * before a piece; whether `next` begins a tame letter is not looked at. */
static inline stm_run_bits stm_text__full_bits(const stm_block_bits *b,
                                               const stm_joiner_bits *j,
                                               const stm_tame_bits *t,
                                               stm_bits_before *before,
                                               char last, char next)
{
    stm_char was = (stm_char)stm_text__byte[(unsigned char)last];
    stm_char is = (stm_char)stm_text__byte[(unsigned char)next];
    bool cyrillic_next = ((unsigned char)next & 0xfe) == 0xd0;
    uint64_t letter = j->letter | t->latin | t->cyrillic;
    uint64_t high = b->high & ~(t->latin | t->cyrillic | t->dash);
    uint64_t after_letter =
        stm_text__behind(letter, before->tame | (was == STM_CHAR_LETTER));
    uint64_t after_digit = stm_text__behind(j->digit, was == STM_CHAR_DIGIT);
    uint64_t after_high = stm_text__behind(high, before->high);
    uint64_t after_cyrillic = stm_text__behind(t->cyrillic, before->cyrillic);
    uint64_t letters =
        after_letter & stm_text__ahead(letter, is == STM_CHAR_LETTER);
    uint64_t digits =
        after_digit & stm_text__ahead(j->digit, is == STM_CHAR_DIGIT);
    uint64_t before_high = stm_text__ahead(b->high, is == STM_CHAR_UNREAD) &
                           (after_letter | after_digit);
    uint64_t before_cyrillic = stm_text__ahead(j->cyrillic_lead, cyrillic_next);
    uint64_t plain = b->word | t->latin | t->cyrillic |
                     (j->apostrophe & (letters | digits)) |
                     ((j->point | j->comma) & digits);
    uint64_t mixed =
        high | (j->point & letters) | (j->backtick & (letters | digits)) |
        (b->joiner & (after_high | before_high)) |
        ((b->word | t->latin) & (after_cyrillic | before_cyrillic)) |
        (j->apostrophe & letters & after_cyrillic);
    before->high = high >> 63;
    before->tame = (t->latin | t->cyrillic) >> 63;
    before->cyrillic = t->cyrillic >> 63;
    return stm_text__grow_runs(plain & ~mixed, mixed, before);
}

/* Notes which of the runs that end at `ends`, as r.end says, are mixed. */
static inline void stm_text__note_mixed(stm_runs *out, uint16_t *ends,
                                        stm_run_bits r)
{
    for (uint64_t m = r.mixed; m; m &= m - 1) {
        uint16_t *end = ends + __builtin_popcountll(r.end & ((m & -m) - 1));
        *end = STM_RUN_MIXED;
        out->which[out->mixed++] = (uint16_t)(end - out->to);
    }
}

/* Plain runs longer than a word may be are read by mixed.c, which cuts them. */
static inline void stm_text__note_long(stm_runs *r)
{
    r->mixed = 0;
    for (uint32_t i = 0; i < r->ended; i++) {
        if (r->to[i] - r->from[i] > STM_TEXT_WORD_MAX)
            r->to[i] = STM_RUN_MIXED;
        r->which[r->mixed] = (uint16_t)i;
        r->mixed += r->to[i] == STM_RUN_MIXED;
    }
}

/* What is left to do at the end of a piece. A run that is too long fills a
 * block. */
static inline void stm_text__finish_runs(stm_runs *r, const uint16_t *from,
                                         const uint16_t *to,
                                         const stm_bits_before *last)
{
    r->started = (uint32_t)(from - r->from);
    r->ended = (uint32_t)(to - r->to);
    if (last->full)
        stm_text__note_long(r);
}

#endif
