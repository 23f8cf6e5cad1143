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
    uint64_t digit, apostrophe, backtick, point, comma;
} stm_joiner_bits;

/* First bytes of what units.h knows, however much of it is in the block. */
typedef struct stm_unit_bits {
    uint64_t latin, cyrillic;
    uint64_t capital; /* of these */
    uint64_t mark, long_mark, comma, ideograph;
    uint64_t cyrillic_lead; /* D0 and D1, of whatever */
} stm_unit_bits;

/* What is left of the block before: 0 at the start of a piece. */
typedef struct stm_bits_before {
    uint64_t inside, growing;
    /* What of its last characters is in this block, */
    uint64_t latin, cyrillic, separating, ideograph;
    /* and what its last byte is. */
    uint64_t after_tame, after_cyrillic, after_ideograph, after_high;
    uint64_t capital;
    bool rare; /* any of the latter is not 0 */
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
    return !(may_join | b->high) && !before->rare;
}

/* A run grows through its plain bytes: adding its first bit carries up to what
 * ends it, or makes it mixed. At a plain byte of `breaks` a run begins even
 * where another is under way; a carry that comes in there ends that one. */
static inline stm_run_bits stm_text__grow_runs(uint64_t plain, uint64_t mixed,
                                               uint64_t breaks,
                                               stm_bits_before *before)
{
    uint64_t inside = plain | mixed;
    uint64_t start = inside & (~(inside << 1 | before->inside) | breaks);
    unsigned long long grown;
    bool over = __builtin_uaddll_overflow(plain, start & plain, &grown);
    over |= __builtin_uaddll_overflow(grown, before->growing, &grown);
    uint64_t end = (grown & (~plain | breaks)) | (start & mixed);
    before->inside = inside >> 63;
    before->growing = over;
    before->full |= plain == UINT64_MAX;
    return (stm_run_bits){start, end, end & mixed};
}

static inline stm_run_bits stm_text__easy_bits(const stm_block_bits *b,
                                               stm_bits_before *before)
{
    return stm_text__grow_runs(b->word, 0, 0, before);
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

static inline stm_char stm_text__byte_class(char byte)
{
    return (stm_char)stm_text__byte[(unsigned char)byte];
}

/* Points between letters that join nothing: they do where one letter alone
 * stands on each side. `p` is the block, `inner` says that one is before it. */
static inline uint64_t stm_text__idle_points(uint64_t letter, uint64_t word,
                                             const char *p, bool inner)
{
    const char *next = p + STM_RUNS_BLOCK;
    bool letter_next = stm_text__byte_class(next[0]) == STM_CHAR_LETTER;
    uint64_t before = 0, before_that = 0;
    if (inner) {
        before = stm_text__byte_class(p[-1]) == STM_CHAR_LETTER;
        before_that = stm_text__byte_class(p[-2]) == STM_CHAR_LETTER;
    }
    uint64_t one = stm_text__behind(letter, before);
    uint64_t two = stm_text__behind(one, before_that);
    uint64_t ahead = stm_text__ahead(letter, letter_next);
    uint64_t further =
        stm_text__ahead(stm_text__ahead(word, stm_text__is_ascii_word(*next)),
                        stm_text__is_ascii_word(next[1]));
    return (one & two) | (ahead & further);
}

/* All bytes of characters of `length` bytes that begin at `leads`; what of them
 * is in the next block goes to `spill`, which had what is in this one. */
static inline uint64_t stm_text__two_bytes(uint64_t leads, uint64_t *spill)
{
    uint64_t all = leads | leads << 1 | *spill;
    *spill = leads >> 63;
    return all;
}

static inline uint64_t stm_text__three_bytes(uint64_t leads, uint64_t *spill)
{
    uint64_t all = leads | leads << 1 | leads << 2 | *spill;
    *spill = leads >> 63 | leads >> 62;
    return all;
}

/* The same of two lengths that do not mind being one thing. */
static inline uint64_t stm_text__separating(const stm_unit_bits *u,
                                            uint64_t *spill)
{
    uint64_t two = u->mark, three = u->long_mark | u->comma;
    uint64_t all = two | two << 1 | three | three << 1 | three << 2 | *spill;
    *spill = two >> 63 | three >> 63 | three >> 62;
    return all;
}

/* Every byte of a block for what it is to a run. */
typedef struct stm_parts {
    uint64_t latin, cyrillic, ideograph, high;
    uint64_t breaks; /* where a plain run begins even behind another */
} stm_parts;

/* A wide comma is looked at only behind an ideograph, where it cannot join. */
static inline stm_parts stm_text__parts(const stm_block_bits *b,
                                        stm_unit_bits *u,
                                        stm_bits_before *before)
{
    stm_parts t;
    uint64_t was = before->after_ideograph;
    t.latin = stm_text__two_bytes(u->latin, &before->latin);
    t.cyrillic = stm_text__two_bytes(u->cyrillic, &before->cyrillic);
    t.ideograph = stm_text__three_bytes(u->ideograph, &before->ideograph);
    u->comma &= stm_text__behind(t.ideograph, was);
    t.high = b->high & ~(t.latin | t.cyrillic | t.ideograph |
                         stm_text__separating(u, &before->separating));
    t.breaks =
        u->ideograph | (stm_text__behind(t.ideograph, was) & ~t.ideograph);
    before->after_ideograph = t.ideograph >> 63;
    return t;
}

/* Which joiners stand in a run: those between letters or digits as the rules of
 * mixed.c have it, and any beside a byte over 127 that might join it to a word.
 * Points between letters that join and backticks read differently than they
 * stand: such runs are mixed. So are those that have Cyrillic letters beside
 * others, which may be there to deceive. `p` is the block, `inner` says that
 * one is before it; whether the byte behind it begins a tame letter is not
 * looked at. */
static inline stm_run_bits stm_text__full_bits(const stm_block_bits *b,
                                               const stm_joiner_bits *j,
                                               stm_unit_bits *u,
                                               stm_bits_before *before,
                                               const char *p, bool inner)
{
    stm_char was = stm_text__byte_class(inner ? p[-1] : ' ');
    stm_char is = stm_text__byte_class(p[STM_RUNS_BLOCK]);
    bool cyrillic_next = ((unsigned char)p[STM_RUNS_BLOCK] & 0xfe) == 0xd0;
    stm_bits_before old = *before;
    stm_parts t = stm_text__parts(b, u, before);
    uint64_t plain_letter = b->word & ~j->digit;
    uint64_t letter = plain_letter | t.latin | t.cyrillic;
    uint64_t after_letter =
        stm_text__behind(letter, old.after_tame | (was == STM_CHAR_LETTER));
    uint64_t after_digit = stm_text__behind(j->digit, was == STM_CHAR_DIGIT);
    uint64_t after_high = stm_text__behind(t.high, old.after_high);
    uint64_t after_cyrillic = stm_text__behind(t.cyrillic, old.after_cyrillic);
    uint64_t letters =
        after_letter & stm_text__ahead(letter, is == STM_CHAR_LETTER);
    uint64_t digits =
        after_digit & stm_text__ahead(j->digit, is == STM_CHAR_DIGIT);
    uint64_t before_high = stm_text__ahead(b->high, is == STM_CHAR_UNREAD) &
                           (after_letter | after_digit);
    uint64_t before_cyrillic = stm_text__ahead(u->cyrillic_lead, cyrillic_next);
    /* the block before did not look into this one where it was easy */
    uint64_t seam = was == STM_CHAR_LETTER || was == STM_CHAR_DIGIT ||
                    (old.after_tame & ~old.after_cyrillic);
    uint64_t idle = stm_text__idle_points(plain_letter, b->word, p, inner);
    uint64_t plain = b->word | t.latin | t.cyrillic | t.ideograph |
                     (j->apostrophe & (letters | digits)) |
                     ((j->point | j->comma) & digits);
    uint64_t mixed =
        t.high | (j->point & letters & ~idle) |
        (j->backtick & (letters | digits)) |
        (b->joiner & (after_high | before_high)) |
        ((b->word | t.latin) & (after_cyrillic | before_cyrillic)) |
        (t.cyrillic & seam) | (j->apostrophe & letters & after_cyrillic);
    before->after_high = t.high >> 63;
    before->after_tame = (t.latin | t.cyrillic) >> 63;
    before->after_cyrillic = t.cyrillic >> 63;
    before->rare = b->high >> 63;
    plain &= ~mixed;
    return stm_text__grow_runs(plain, mixed, t.breaks & plain, before);
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
