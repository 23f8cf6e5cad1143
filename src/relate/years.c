/* The latest year that a text names. An article that grew by the news of a
 * later year is the later state. */
#include "base/str.h"
#include "relate/evidence.h"
#include "relate/next_number.h"
#include "relate/weights.h"
#include "relate/year.h"

static uint32_t latest_year(const stm_case *c, int side)
{
    const stm_text *t = c->f.side[side].t;
    uint32_t latest = 0;
    for (uint32_t i = stm_relate__next_number(t, 0); i < t->count;
         i = stm_relate__next_number(t, i + 1)) {
        uint32_t year = stm_relate__year(stm_lexicon_word(c->lex, t->word[i]));
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
