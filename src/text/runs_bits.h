/* From what 64 bytes are to where runs start and end among them, a bit a byte,
 * the first byte lowest.
 *
 * Most bytes of English are easy: words, and joiners and dashes between them
 * that can be told at sight. Such blocks follow one on the other, and all that
 * is left of one for the next is whether a run is open. Where a block is not
 * like that, a window begins with the open run: no run is under way there, and
 * only runs that are known to end in the window count. The next begins with the
 * first that is not. */
#ifndef STM_TEXT_RUNS_BITS_H
#define STM_TEXT_RUNS_BITS_H

#include "text/runs.h"

/* What most windows are known well enough by. */
typedef struct stm_window_bits {
    uint64_t word;   /* ASCII letters and digits */
    uint64_t joiner; /* ' ` . and , */
    uint64_t high;   /* bytes over 127 */
} stm_window_bits;

/* And what the rest needs. */
typedef struct stm_joiner_bits {
    uint64_t digit, apostrophe, backtick, point, quote;
} stm_joiner_bits;

/* First bytes of what units.h knows, however much of it is in the window. */
typedef struct stm_unit_bits {
    uint64_t latin, cyrillic;
    uint64_t capital; /* of these */
    uint64_t mark, long_mark, comma, ideograph;
} stm_unit_bits;

/* What an easy block may have beyond ASCII. */
typedef struct stm_easy_bits {
    uint64_t letter; /* first bytes of Latin letters of units.h, which may end
                        in the next block */
    uint64_t mark;   /* all bytes of marks that are whole in the block */
    uint64_t quote;  /* first bytes of single quotes that are */
} stm_easy_bits;

typedef struct stm_run_bits {
    uint64_t start, end; /* of plain runs, as many of these as of those */
    unsigned next;       /* the next window, or the first mixed run */
    unsigned mixed;      /* 0, or as stm_runs_read has it; of no meaning where
                            `next` is 0: a run fills the window */
    bool dense;          /* much is over 127, and likely so in the next */
} stm_run_bits;

enum { STM_RUNS_UNSEEN = 255 };

#define STM_RUNS_BIT(i) (UINT64_C(1) << (i))

/* Points between letters that join nothing: they do where one letter alone
 * stands on each side. */
static inline uint64_t stm_text__idle_points(uint64_t letter, uint64_t word)
{
    return (letter << 1 & letter << 2) | (letter >> 1 & word >> 2);
}

/* Joiners of the block that may stand in a run, and bytes over 127. */
static inline uint64_t stm_text__not_easy(const stm_window_bits *b,
                                          uint64_t open)
{
    uint64_t ahead = b->word | 1;
    uint64_t between = (b->word << 1 | open) & (ahead >> 1 | ahead << 63);
    return (b->joiner & between) | b->high;
}

static inline bool stm_text__is_easy(const stm_window_bits *b, uint64_t open)
{
    return !stm_text__not_easy(b, open);
}

/* 1 or 0, without a branch: neither can be foretold. */
static inline uint64_t stm_text__is_digit(char c)
{
    return (unsigned char)(c - '0') < 10;
}

static inline uint64_t stm_text__is_letter(char c)
{
    return (unsigned char)((c | ' ') - 'a') < 26;
}

/* What joins in a block. */
typedef struct stm_joined_bits {
    uint64_t inside; /* all of it */
    uint64_t odd;    /* of these, what reads differently than it stands */
} stm_joined_bits;

/* The joiners that stand in runs of a block of ASCII and marks that separate.
 * `open` says that a run is; false where more has to be known. */
static inline bool stm_text__join(stm_joined_bits *joined,
                                  const stm_window_bits *b,
                                  const stm_joiner_bits *j, uint64_t open,
                                  const char *p)
{
    const char *next = p + STM_RUNS_WINDOW;
    const char *was = p - open, *was_that = was - open;
    uint64_t letter = b->word & ~j->digit;
    uint64_t one = letter << 1 | (open & stm_text__is_letter(*was));
    uint64_t two = one << 1 | (open & stm_text__is_letter(*was_that));
    uint64_t ahead = letter >> 1 | stm_text__is_letter(*next) << 63;
    uint64_t digits = (j->digit << 1 | (open & stm_text__is_digit(*was))) &
                      (j->digit >> 1 | stm_text__is_digit(*next) << 63);
    /* points between letters join nothing unless one letter alone stands on
     * each side: no digit before it, which others may stand before, and no
     * apostrophe or mark behind */
    uint64_t point = j->point & one & ahead & ~two & ~(b->word >> 2);
    uint64_t behind = (j->apostrophe | j->backtick | b->high) >> 2;
    uint64_t sure = point & ~(j->digit << 2) & ~behind & ~UINT64_C(3) &
                    ~(UINT64_C(3) << 62);
    uint64_t rare = (point & ~sure) | (j->backtick & ((one & ahead) | digits)) |
                    (b->joiner & (uint64_t)(*next & 0x80) << 56);
    joined->inside =
        (j->apostrophe & one & ahead) | (b->joiner & digits) | sure;
    joined->odd = sure;
    return !rare;
}

static inline unsigned stm_text__last(uint64_t bits)
{
    return 63 ^ (unsigned)__builtin_clzll(bits | 1);
}

/* The runs of a window of which none is mixed. At a byte of `breaks` a run
 * begins even where another ends; what is not inside of a run is whole up to
 * `whole`. */
static inline stm_run_bits stm_text__plain_runs(uint64_t inside,
                                                uint64_t breaks, unsigned whole)
{
    uint64_t behind = inside << 1, open = inside >> 63;
    uint64_t start = inside & (~behind | breaks);
    unsigned last = stm_text__last(start);
    /* no branch: whether a word is cut cannot be foretold */
    return (stm_run_bits){.start = start & ~(open << last),
                          .end = behind & (~inside | breaks),
                          .next = whole ^ ((whole ^ last) & -(unsigned)open)};
}

/* The same up to the first mixed run. */
static inline stm_run_bits
stm_text__runs_before(uint64_t inside, uint64_t breaks, uint64_t mixed)
{
    uint64_t behind = inside << 1;
    uint64_t start = inside & (~behind | breaks);
    uint64_t to_first = mixed ^ (mixed - 1);
    unsigned at = stm_text__last(start & to_first);
    uint64_t later = start & ~to_first, done = STM_RUNS_BIT(at) - 1;
    return (stm_run_bits){.start = start & done,
                          .end = behind & (~inside | breaks) & (done << 1 | 1),
                          .next = at,
                          .mixed = later ? (unsigned)__builtin_ctzll(later)
                                         : STM_RUNS_UNSEEN};
}

static inline uint64_t stm_text__two_bytes(uint64_t leads)
{
    return leads | leads << 1;
}

static inline uint64_t stm_text__three_bytes(uint64_t leads)
{
    return leads | leads << 1 | leads << 2;
}

/* Every byte of a window for what it is to a run. */
typedef struct stm_parts {
    uint64_t latin, cyrillic, ideograph;
    uint64_t strange; /* high bytes of nothing known */
    uint64_t breaks;  /* where a plain run begins even behind another */
    unsigned whole;   /* up to what the window cuts */
} stm_parts;

/* A wide comma is looked at only behind an ideograph, where it cannot join. */
static inline stm_parts stm_text__parts(uint64_t high, const stm_unit_bits *u)
{
    stm_parts t = {.latin = stm_text__two_bytes(u->latin),
                   .cyrillic = stm_text__two_bytes(u->cyrillic),
                   .ideograph = stm_text__three_bytes(u->ideograph)};
    uint64_t behind = t.ideograph << 1;
    uint64_t three = u->long_mark | (u->comma & behind);
    uint64_t cut = (u->mark & STM_RUNS_BIT(63)) | (three & UINT64_C(3) << 62);
    t.strange =
        high & ~(t.latin | t.cyrillic | t.ideograph |
                 stm_text__two_bytes(u->mark) | stm_text__three_bytes(three));
    t.breaks = u->ideograph | (behind & ~t.ideograph);
    t.whole = cut ? (unsigned)__builtin_ctzll(cut) : STM_RUNS_WINDOW;
    return t;
}

/* Joiners stand in a run between letters or digits as the rules of mixed.c have
 * it, and beside a strange byte that might join them to a word. Points between
 * letters that join and backticks read differently than they stand: such runs
 * are mixed. So are those that have Cyrillic letters beside others, which may
 * be there to deceive. What cannot be known as the window ends keeps its run
 * open. */
static inline stm_run_bits stm_text__full_runs(const stm_window_bits *b,
                                               const stm_joiner_bits *j,
                                               const stm_unit_bits *u)
{
    stm_parts t = stm_text__parts(b->high, u);
    uint64_t apostrophe = j->apostrophe | j->backtick;
    uint64_t joiner = b->joiner | j->quote;
    uint64_t plain_letter = b->word & ~j->digit;
    uint64_t letter = plain_letter | t.latin | t.cyrillic;
    uint64_t after = letter << 1 | j->digit << 1;
    uint64_t letters = letter << 1 & letter >> 1;
    uint64_t digits = j->digit << 1 & j->digit >> 1;
    uint64_t beside_cyrillic = t.cyrillic << 1 | t.cyrillic >> 1;
    uint64_t across = letters & (t.cyrillic << 1 ^ t.cyrillic >> 1);
    uint64_t idle = stm_text__idle_points(plain_letter, b->word);
    uint64_t point = j->point & letters & ~idle;
    uint64_t open =
        (joiner & after & STM_RUNS_BIT(63)) | (point & STM_RUNS_BIT(62));
    uint64_t joined = (apostrophe & letters) | (b->joiner & digits);
    uint64_t mixed = t.strange | (point & ~STM_RUNS_BIT(62)) |
                     (j->backtick & (letters | digits)) |
                     (apostrophe & across) |
                     (joiner & (t.strange << 1 | (t.strange >> 1 & after))) |
                     ((b->word | t.latin) & beside_cyrillic);
    uint64_t inside =
        b->word | t.latin | t.cyrillic | t.ideograph | joined | open | mixed;
    stm_run_bits r;
    if (mixed)
        r = stm_text__runs_before(inside, t.breaks & ~mixed, mixed);
    else
        r = stm_text__plain_runs(inside, t.breaks, t.whole);
    r.dense = __builtin_popcountll(b->high) > STM_RUNS_WINDOW / 4;
    return r;
}

#endif
