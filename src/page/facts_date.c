/* The day with the largest sum of weights is that of the first publication,
 * unless no day has enough. */
#include "page/facts_date.h"

#include "page/facts.h"

#define BIT(sign) (UINT64_C(1) << (sign))

enum { NO_DAY = UINT32_MAX };

static float score_of(const stm_day *d)
{
    float sum = 0;
    for (unsigned i = 0; i < STM_DAY_SIGNS; i++)
        if (d->signs & BIT(i))
            sum += stm_page__day_weights[i];
    return sum;
}

static unsigned best_day(const stm_days *d)
{
    unsigned best = NO_DAY;
    float most = STM_DAY_LEAST;
    for (unsigned i = 0; i < d->count; i++) {
        float sum = score_of(&d->days[i]);
        if (sum > most) {
            most = sum;
            best = i;
        }
    }
    return best;
}

/* How much a date says: its time, and the zone of that. */
static int precision(const stm_date *d)
{
    return (d->hour >= 0) + (d->second >= 0) + 2 * (d->zone != STM_NO_ZONE);
}

/* The most precise of the votes for a day. Equal ones: the first, and markup
 * comes before the text. */
static stm_date date_of(const stm_days *d, unsigned day, bool updated)
{
    const stm_vote *best = NULL;
    for (unsigned i = 0; i < d->vote_count; i++) {
        const stm_vote *v = &d->votes[i];
        if (v->day != day || v->updated != updated)
            continue;
        if (!best || precision(&v->date) > precision(&best->date))
            best = v;
    }
    if (!best) /* a day of which only changes are told */
        return date_of(d, day, true);
    return best->date;
}

static bool is_only_updated(const stm_days *d, unsigned day)
{
    for (unsigned i = 0; i < d->vote_count; i++)
        if (d->votes[i].day == day && !d->votes[i].updated)
            return false;
    return true;
}

/* How surely a day is that of the last change. */
static unsigned change_score(const stm_day *d)
{
    static const uint64_t signs =
        BIT(STM_DAY_LD_UPDATED) | BIT(STM_DAY_OG_UPDATED) |
        BIT(STM_DAY_META_UPDATED) | BIT(STM_DAY_MICRO_UPDATED) |
        BIT(STM_DAY_TEXT_UPDATED);
    static const uint64_t weaker =
        BIT(STM_DAY_TIME_UPDATED) | BIT(STM_DAY_CLASS_UPDATED);
    const uint64_t aside = BIT(STM_DAY_ASIDE) | BIT(STM_DAY_BEHIND);
    unsigned sum = 2 * (unsigned)__builtin_popcountll(d->signs & signs) +
                   (unsigned)__builtin_popcountll(d->signs & weaker);
    return sum > 2 || !(d->signs & aside) ? sum : 0;
}

static unsigned change_day(const stm_days *d, unsigned published)
{
    unsigned best = NO_DAY, most = 0;
    for (unsigned i = 0; i < d->count; i++) {
        unsigned sum = change_score(&d->days[i]);
        bool later = published == NO_DAY ||
                     d->days[i].number >= d->days[published].number;
        if (later && sum > most) {
            most = sum;
            best = i;
        }
    }
    return best;
}

/* A statement that would be heard if it were not contradicted. */
static bool is_loud(const stm_days *d, const stm_vote *v)
{
    static const uint64_t loud = BIT(STM_DAY_LD_THIS) | BIT(STM_DAY_LD_PAGE) |
                                 BIT(STM_DAY_OG_PUBLISHED) |
                                 BIT(STM_DAY_META_PUBLISHED) |
                                 BIT(STM_DAY_MICRO_PUBLISHED) |
                                 BIT(STM_DAY_ADDRESS) | BIT(STM_DAY_CONTAINER);
    static const uint64_t in_head = BIT(STM_DAY_TEXT_PUBLISHED) |
                                    BIT(STM_DAY_TEXT) |
                                    BIT(STM_DAY_TEXT_UPDATED);
    uint64_t place = d->days[v->day].signs;
    if (place & BIT(STM_DAY_SWAPPED))
        return false;
    return (BIT(v->sign) & loud) ||
           ((BIT(v->sign) & in_head) && (place & BIT(STM_DAY_HEAD)) &&
            !(place & BIT(STM_DAY_ASIDE)));
}

static bool is_near(const stm_day *d, const stm_date *date)
{
    int32_t days = date->year ? d->number - stm_date_days(date) : 2;
    return days >= -1 && days <= 1;
}

static bool add_conflicts(stm_page_work *w, stm_arena *keep, const stm_days *d)
{
    char buf[32];
    uint64_t said[STM_DAYS_MAX] = {0}; /* origins, by day */
    for (unsigned i = 0; i < d->vote_count; i++) {
        const stm_vote *v = &d->votes[i];
        const stm_day *day = &d->days[v->day];
        if (!is_loud(d, v) || is_near(day, &w->published) ||
            is_near(day, &w->updated) || (said[v->day] >> v->origin & 1))
            continue;
        said[v->day] |= UINT64_C(1) << v->origin;
        stm_fact_kind kind = v->updated ? STM_FACT_UPDATED : STM_FACT_PUBLISHED;
        stm_str value = {buf, stm_date_format(&v->date, buf, sizeof buf)};
        if (!stm_page__conflict(w, keep, kind, (stm_fact_origin)v->origin,
                                value))
            return false;
    }
    return true;
}

/* Of a plain text the finders have said all there is, but for its container and
 * its address. */
static void keep_finders(stm_page_work *w, const stm_days *d)
{
    static const uint8_t next[] = {STM_DAY_CONTAINER, STM_DAY_ADDRESS};
    for (unsigned k = 0; k < 2; k++)
        for (unsigned i = 0; i < d->vote_count && !w->published.year; i++)
            if (d->votes[i].sign == next[k])
                w->published = d->votes[i].date;
}

bool stm_page__weigh_dates(stm_page_work *w, stm_arena *keep,
                           const stm_capture *c, const stm_html *html)
{
    stm_days *d = STM_ARENA_NEW(w->mem, stm_days, 1);
    if (!d)
        return false;
    stm_page__days(d, w, c, html);
    if (!html) {
        keep_finders(w, d);
        return true;
    }
    unsigned published = best_day(d), updated = change_day(d, published);
    /* of a page that tells only of changes, the last one is the best known */
    if (published == NO_DAY)
        published = updated;
    stm_date none = {0, 0, 0, -1, -1, -1, STM_NO_ZONE};
    w->published = w->updated = none;
    if (published != NO_DAY)
        w->published = date_of(d, published, is_only_updated(d, published));
    if (updated != NO_DAY)
        w->updated = date_of(d, updated, true);
    return add_conflicts(w, keep, d);
}
