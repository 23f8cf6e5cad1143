/* An article that grew by the news of a later year is the later state, and
 * states become more exact: they gain dates and numbers. */
#include "base/str.h"
#include "relate/next_number.h"
#include "relate/next_number.h"
#include "relate/states.h"
#include "relate/year.h"

void stm_relate__state_years(const stm_case *c, int side, double *amount)
{
    const stm_text *t = c->f.side[side].t;
    for (uint32_t i = stm_relate__next_number(t, 0); i < t->count;
         i = stm_relate__next_number(t, i + 1)) {
        uint32_t year = stm_relate__year(stm_lexicon_word(c->lex, t->word[i]));
        amount[STM_STATE_NUMBERS]++;
        amount[STM_STATE_YEARS] += year > 0;
        if (year > amount[STM_STATE_LATEST])
            amount[STM_STATE_LATEST] = year;
    }
}
