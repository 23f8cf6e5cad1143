/* Amounts become signs: by how much b exceeds a. Amounts are compared by their
 * ratio, since one comma more is much among two and nothing among two hundred;
 * averages and years by their difference. */
#include <math.h>

#include "relate/states.h"

/* `prior` is added to both amounts; 0: differences. No sign says more than
 * `most`. Priors: what leaves the ratio of small amounts quiet. */
typedef struct measure {
    double prior, most;
} measure;

static measure measure_of(int sign)
{
    switch (sign) {
    case STM_STATE_OWN:
        return (measure){2, 3};
    case STM_STATE_WIDTH:
        return (measure){3, 3};
    case STM_STATE_OWN_FRESH:
    case STM_STATE_OWN_HOME:
        return (measure){0, 1};
    case STM_STATE_SENTENCE:
    case STM_STATE_SWAPPED:
        return (measure){0, 30};
    case STM_STATE_SPELT:
    case STM_STATE_FULLER:
    case STM_STATE_GROWN:
    case STM_STATE_DAYS:
        return (measure){0, 5};
    case STM_STATE_LIKELIER:
    case STM_STATE_LATEST:
        return (measure){0, 10};
    default:
        return sign < STM_STATE_COLONS || sign >= STM_STATE_KEPT_COMMAS
                   ? (measure){1, 3}
                   : (measure){1, 2};
    }
}

bool stm_relate__state_amounts(stm_states *out, stm_case *c)
{
    *out = (stm_states){0};
    for (int s = 0; s < 2; s++) {
        double *amount = out->amount[s];
        if (!stm_relate__state_words(c, s, amount) ||
            !stm_relate__state_own(c, s, amount) ||
            !stm_relate__state_swaps(c, s, amount))
            return false;
        stm_relate__state_inserts(c, s, amount);
        stm_relate__state_years(c, s, amount);
        stm_relate__state_days(c, s, amount);
        stm_relate__state_marks(c, s, amount);
    }
    stm_relate__state_kept(c, out);
    return true;
}

void stm_relate__state_signs(float out[STM_STATE_SIGNS_ALL],
                             const stm_states *s)
{
    for (int i = 0; i < STM_STATE_SIGNS_ALL; i++) {
        measure m = measure_of(i);
        double a = s->amount[0][i], b = s->amount[1][i];
        double sign = m.prior > 0 ? log((b + m.prior) / (a + m.prior)) : b - a;
        out[i] = (float)fmax(-m.most, fmin(m.most, sign));
    }
    /* a text without a day is not older than one with */
    if (s->amount[0][STM_STATE_DAYS] == 0 || s->amount[1][STM_STATE_DAYS] == 0)
        out[STM_STATE_DAYS] = 0;
}

double stm_relate__state_bound(double sign)
{
    return sign / sqrt(1 + sign * sign);
}
