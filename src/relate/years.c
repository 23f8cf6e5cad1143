/* The latest year that a text names. An article that grew by the news of a
 * later year is the later state. */
#include "base/str.h"
#include "relate/evidence.h"
#include "relate/weights.h"

/* Years of a calendar in use; 2,100 and more are mostly amounts. */
enum { FIRST = 1500, LAST = 2100 };

static uint32_t year_of(stm_str w)
{
    uint32_t year = 0;
    if (w.len != 4)
        return 0;
    for (size_t i = 0; i < 4; i++) {
        if (!stm_ascii_digit(w.ptr[i]))
            return 0;
        year = year * 10 + (uint32_t)(w.ptr[i] - '0');
    }
    return year >= FIRST && year < LAST ? year : 0;
}

static uint32_t latest_year(const stm_case *c, int side)
{
    const stm_text *t = c->f.side[side].t;
    uint32_t latest = 0;
    for (uint32_t i = 0; i < t->count; i++) {
        if (!(t->flags[i] & STM_WORD_NUMBER))
            continue;
        uint32_t year = year_of(stm_lexicon_word(c->lex, t->word[i]));
        latest = year > latest ? year : latest;
    }
    return latest;
}

void stm_relate__years(stm_case *c, double weight)
{
    uint32_t year[2] = {latest_year(c, 0), latest_year(c, 1)};
    if (!year[0] || !year[1] || year[0] == year[1])
        return;
    int first = year[0] > year[1];
    if (stm_relate__was_cut(c, first))
        return; /* the later year may stand beyond the cut */
    stm_relate__say(c, stm_relate__source(first), weight,
                    stm_arena_format(c->mem,
                                     "%c knows of %u; the latest year in %c "
                                     "is %u",
                                     stm_relate__name(!first), year[!first],
                                     stm_relate__name(first), year[first]));
}
