/* What few windows of English and most of other languages need. A file that
 * includes this has defined
 *
 *     uint64_t within(const char *p, unsigned char first, unsigned char last)
 *         which of 64 bytes lie between the two or are one of them
 *     uint64_t equal(const char *p, unsigned char c)
 *         which are `c`
 *     void fold_ascii(const char *p, char *folded)
 *         writes 64 bytes down, those of ASCII with bit 5 set
 *     stm_unit_bits two_byte_units(const char *p)
 *         letters and marks of two bytes, as units.h has them
 *     uint64_t dashes(const char *p)
 *         first bytes of the marks of three that begin with E2 80
 *     bool has_east(const char *p)
 *         whether one of 64 bytes lies between E3 and EF or is one of them */
#ifndef STM_TEXT_RUNS_HARD_H
#define STM_TEXT_RUNS_HARD_H

#include "text/folding_tame.h"
#include "text/runs_bits.h"

/* `capital` has the first bytes of tame ones. One that the end of the window
 * cuts is of no use yet. */
static inline void fold_capitals(uint64_t capital, char *folded)
{
    for (capital &= ~STM_RUNS_BIT(63); capital; capital &= capital - 1)
        stm_text__fold_tame(folded + __builtin_ctzll(capital));
}

/* Those that begin with E3: signs, Hiragana, Katakana. */
static inline void add_kana(stm_unit_bits *u, const char *p, uint64_t lead)
{
    const char *second = p + 1, *third = p + 2;
    uint64_t low = within(third, 0x80, 0x96), high = within(third, 0xa1, 0xbf);
    uint64_t signs = lead & equal(second, 0x80);
    uint64_t again = within(third, 0x85, 0x87), dot = equal(third, 0xbb);
    uint64_t any = low | high | within(third, 0x97, 0xa0);
    u->ideograph |=
        (lead & equal(second, 0x81) & any & ~equal(third, 0x80)) |
        (lead & equal(second, 0x82) & (low | high)) |
        (lead & equal(second, 0x83) & any & ~dot & ~equal(third, 0xbf)) |
        (signs & again);
    u->long_mark |= (signs & within(third, 0x80, 0xa0) & ~again) |
                    (lead & equal(second, 0x83) & dot);
}

static inline void add_wide(stm_unit_bits *u, const char *p, uint64_t lead)
{
    const char *third = p + 2;
    lead &= equal(p + 1, 0xbc);
    u->comma = lead & equal(third, 0x8c);
    u->long_mark |= lead & ((within(third, 0x81, 0x8f) & ~equal(third, 0x87) &
                             ~equal(third, 0x8c) & ~equal(third, 0x8e)) |
                            within(third, 0x9a, 0xa0));
}

static inline void add_ideographs(stm_unit_bits *u, const char *p)
{
    uint64_t e3 = equal(p, 0xe3), ef = equal(p, 0xef);
    uint64_t e4 = equal(p, 0xe4) & within(p + 1, 0xb8, 0xbf);
    u->ideograph = (e4 | within(p, 0xe5, 0xe9)) & within(p + 1, 0x80, 0xbf) &
                   within(p + 2, 0x80, 0xbf);
    if (e3)
        add_kana(u, p, e3);
    if (ef)
        add_wide(u, p, ef);
}

static inline stm_unit_bits unit_bits(const char *p)
{
    stm_unit_bits u = two_byte_units(p);
    u.long_mark = dashes(p);
    if (has_east(p))
        add_ideographs(&u, p);
    return u;
}

static inline stm_joiner_bits look_at_joiners(const char *p)
{
    return (stm_joiner_bits){.digit = within(p, '0', '9'),
                             .apostrophe = equal(p, '\''),
                             .backtick = equal(p, '`'),
                             .point = equal(p, '.'),
                             .quote = equal(p, '"')};
}

static inline stm_run_bits hard_runs(char *folded, stm_window_bits b,
                                     const char *p)
{
    stm_joiner_bits j = look_at_joiners(p);
    stm_unit_bits u = {0};
    if (b.high)
        u = unit_bits(p);
    fold_ascii(p, folded);
    fold_capitals(u.capital, folded);
    return stm_text__full_runs(&b, &j, &u);
}

#endif
