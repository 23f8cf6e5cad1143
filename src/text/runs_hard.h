/* What few blocks of English and most of other languages need. A file that
 * includes this has defined
 *
 *     uint64_t within(const char *p, unsigned char first, unsigned char last)
 *         which of 64 bytes lie between the two or are one of them
 *     void fold_ascii(const char *p, char *folded)
 *         writes 64 bytes down, those of ASCII with bit 5 set */
#ifndef STM_TEXT_RUNS_HARD_H
#define STM_TEXT_RUNS_HARD_H

#include "text/runs_bits.h"

static inline uint64_t equal(const char *p, unsigned char c)
{
    return within(p, c, c);
}

static inline stm_tame_bits tame_bits(const char *p, unsigned char last)
{
    unsigned char end = (unsigned char)p[STM_RUNS_BLOCK - 1];
    bool tame_next = stm_text__is_tame(end, (unsigned char)p[STM_RUNS_BLOCK]);
    uint64_t c3 = equal(p, 0xc3), d0 = equal(p, 0xd0), d1 = equal(p, 0xd1);
    uint64_t low = within(p, 0x80, 0x9f);
    uint64_t signs = equal(p, 0x97) | equal(p, 0xb7);
    uint64_t latin =
        stm_text__behind(c3, last == 0xc3) & within(p, 0x80, 0xbf) & ~signs;
    uint64_t after_d0 = stm_text__behind(d0, last == 0xd0);
    uint64_t first = after_d0 & within(p, 0x90, 0xbf);
    uint64_t second = stm_text__behind(d1, last == 0xd1) & low;
    return (stm_tame_bits){
        .latin = latin | (c3 & stm_text__ahead(latin, tame_next)),
        .cyrillic = first | second |
                    ((d0 | d1) & stm_text__ahead(first | second, tame_next)),
        .capital = (latin & low) | (first & within(p, 0x90, 0xaf))};
}

/* All bytes of marks that only separate. `inner`: a block stands before. */
static inline uint64_t dash_bits(const char *p, bool inner)
{
    const unsigned char *before = (const unsigned char *)p - 2;
    const unsigned char *end = (const unsigned char *)p + STM_RUNS_BLOCK - 2;
    uint64_t e2 = equal(p, 0xe2), x80 = equal(p, 0x80);
    uint64_t x90 =
        within(p, 0x90, 0xa7) & ~within(p, 0x98, 0x99) & ~equal(p, 0x9b);
    uint64_t third = e2 << 2 & x80 << 1 & x90;
    uint64_t all = third | third >> 1 | third >> 2;
    if (inner && stm_text__is_dash(before[0], before[1], before[2]))
        all |= 1;
    if (inner && stm_text__is_dash(before[1], before[2], before[3]))
        all |= 3;
    if (stm_text__is_dash(end[0], end[1], end[2]))
        all |= UINT64_C(3) << 62;
    if (stm_text__is_dash(end[1], end[2], end[3]))
        all |= UINT64_C(1) << 63;
    return all;
}

static __attribute__((noinline)) stm_run_bits
hard_bits(stm_block_bits b, stm_bits_before *before, const char *p, bool inner,
          char *folded)
{
    char last = inner ? p[-1] : 0;
    stm_joiner_bits j = {.digit = within(p, '0', '9'),
                         .backtick = equal(p, '`'),
                         .point = equal(p, '.'),
                         .comma = equal(p, ',')};
    j.apostrophe = equal(p, '\'') | j.backtick;
    j.letter = b.word & ~j.digit;
    stm_tame_bits t = {0};
    if (b.high) {
        t = tame_bits(p, (unsigned char)last);
        j.cyrillic_lead = within(p, 0xd0, 0xd1);
        t.dash = dash_bits(p, inner);
        fold_ascii(p, folded);
        for (uint64_t m = t.capital; m; m &= m - 1)
            stm_text__fold_tame(folded + __builtin_ctzll(m) - 1);
    }
    return stm_text__full_bits(&b, &j, &t, before, last, p[STM_RUNS_BLOCK]);
}

#endif
