#include "page/facts_days_clear.h"

#define SWAPPED (UINT64_C(1) << STM_DAY_SWAPPED)

/* A day that is said in one way only has no other reading. */
static bool has_twin(const stm_day *d)
{
    return !d->clear && d->twin != STM_DAYS_MAX;
}

static void exchange(stm_days *d, stm_day *day)
{
    day->signs |= SWAPPED;
    d->days[day->twin].signs &= ~SWAPPED;
}

/* Of two readings the one is right that is said clearly elsewhere, even against
 * custom. */
void stm_page__clear_days(stm_days *d, bool against_custom)
{
    for (unsigned i = 0; i < d->count; i++) {
        stm_day *day = &d->days[i];
        if (has_twin(day) && (against_custom || d->days[day->twin].clear))
            exchange(d, day);
    }
}
