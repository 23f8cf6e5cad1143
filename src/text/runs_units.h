/* What runs_hard.h wants to know of units of two and three bytes, for
 * instruction sets that have no better way than to look for one byte after the
 * other. A file that includes this has defined within() and equal(). */
#ifndef STM_TEXT_RUNS_UNITS_H
#define STM_TEXT_RUNS_UNITS_H

#include "text/runs_bits.h"

static inline stm_unit_bits two_byte_units(const char *p)
{
    const char *second = p + 1;
    uint64_t c2 = equal(p, 0xc2), c3 = equal(p, 0xc3);
    uint64_t d0 = equal(p, 0xd0), d1 = equal(p, 0xd1);
    stm_unit_bits u = {0};
    uint64_t low = within(second, 0x80, 0x9f);
    u.latin = c3 & within(second, 0x80, 0xbf) & ~equal(second, 0x97) &
              ~equal(second, 0xb7);
    u.cyrillic = (d0 & within(second, 0x90, 0xbf)) | (d1 & low);
    u.capital = (u.latin & low) | (d0 & within(second, 0x90, 0xaf));
    if (c2)
        u.mark = c2 & (within(second, 0x80, 0xa9) | equal(second, 0xab) |
                       within(second, 0xae, 0xb1) | equal(second, 0xbb));
    return u;
}

static inline uint64_t dashes(const char *p)
{
    const char *third = p + 2;
    return equal(p, 0xe2) & equal(p + 1, 0x80) & within(third, 0x90, 0xa7) &
           ~within(third, 0x98, 0x99) & ~equal(third, 0x9b);
}

static inline bool has_east(const char *p) { return within(p, 0xe3, 0xef); }

#endif
