/* A text that was changed later cannot be the source of the earlier state; a
 * text that appeared later cannot be the source of one that stood already. */
#include "relate/dates.h"

#include "relate/evidence.h"
#include "relate/weights.h"

enum { DAY = 24 * 60 };

static int32_t day_after(const stm_date *d)
{
    stm_date next = *d;
    if (!d->month) {
        next.year++;
    } else if (!d->day) {
        next.month = (uint8_t)(d->month % 12 + 1);
        next.year = (int16_t)(d->year + d->month / 12);
    } else {
        return stm_date_days(d) + 1;
    }
    return stm_date_days(&next);
}

stm_period stm_relate__period(const stm_date *d, bool zoned)
{
    int64_t from = (int64_t)stm_date_days(d) * DAY;
    stm_period p = {from, (int64_t)day_after(d) * DAY};
    if (d->hour >= 0) {
        p.from = from + d->hour * 60 + (d->minute >= 0 ? d->minute : 0);
        p.to = p.from + (d->minute >= 0 ? 1 : 60);
    }
    int64_t move = zoned ? d->zone : 0;
    return (stm_period){p.from - move, p.to - move};
}

int stm_relate__date_order(const stm_date *a, const stm_date *b)
{
    if (!a->year || !b->year)
        return 0;
    bool zoned = a->zone != STM_NO_ZONE && b->zone != STM_NO_ZONE;
    stm_period x = stm_relate__period(a, zoned);
    stm_period y = stm_relate__period(b, zoned);
    return (x.from >= y.to) - (x.to <= y.from);
}

const stm_date *stm_relate__state(const stm_page *p)
{
    return p->updated.year ? &p->updated : &p->published;
}

stm_str stm_relate__date_text(stm_arena *m, const stm_date *d)
{
    static const char *const months[] = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    if (!d->month || d->month > 12)
        return stm_arena_format(m, "%d", d->year);
    const char *month = months[d->month - 1];
    if (!d->day)
        return stm_arena_format(m, "%s %d", month, d->year);
    if (d->hour < 0 || d->minute < 0)
        return stm_arena_format(m, "%d %s %d", d->day, month, d->year);
    return stm_arena_format(m, "%d %s %d, %d:%02d", d->day, month, d->year,
                            d->hour, d->minute);
}

static void say_order(stm_case *c, const stm_date *const d[2], int order,
                      double weight, const char *what)
{
    int first = order > 0;
    stm_str early = stm_relate__date_text(c->mem, d[first]);
    stm_str late = stm_relate__date_text(c->mem, d[!first]);
    if (!early.ptr || !late.ptr) {
        c->out_of_memory = true;
        return;
    }
    stm_relate__say(c, stm_relate__source(first), weight,
                    stm_arena_format(c->mem, "%c %s %s, before %c (%s)",
                                     stm_relate__name(first), what, early.ptr,
                                     stm_relate__name(!first), late.ptr));
}

/* Two states of one article are in the order of their last change; of two
 * publications the first to appear is the source. Where the one order says
 * nothing the other is asked. */
void stm_relate__dates(stm_case *c, double weight)
{
    const stm_page *a = c->f.side[0].w->page, *b = c->f.side[1].w->page;
    const stm_date *state[2] = {stm_relate__state(a), stm_relate__state(b)};
    const stm_date *first[2] = {a->published.year ? &a->published : &a->updated,
                                b->published.year ? &b->published
                                                  : &b->updated};
    int by_state = stm_relate__date_order(state[0], state[1]);
    int by_first = stm_relate__date_order(first[0], first[1]);
    bool states = c->kind == STM_REVISION || c->kind == STM_EXCERPT;
    if (by_state * by_first < 0) /* each is older in one way */
        weight *= STM_RELATE_DATE_CROSSED;
    if (by_state && (states || !by_first))
        say_order(c, state, by_state, weight, "as it stands is of");
    else if (by_first)
        say_order(c, first, by_first, weight, "appeared on");
}
