/* The latest hour that a text reports as over, against the other text's date
 * or against what it still announces. Days of the week repeat, so all of it is
 * told as hours from one anchor day: the day of a dated text, else the day both
 * texts speak of most; each mention is taken at its place nearest to that. */
#include "relate/calendar.h"
#include "relate/dates.h"
#include "relate/evidence.h"
#include "relate/mention.h"
#include "relate/quote.h"
#include "relate/weights.h"

typedef struct hours {
    int from, to;
} hours;

typedef struct clock_side {
    stm_mentions list;
    const stm_mention *latest; /* over */
    const stm_mention *next;   /* announced, the earliest */
    const stm_date *dated;     /* the state's date, to the day at least */
} clock_side;

static hours place(const stm_mention *m, int anchor)
{
    int day = (m->day - anchor + 10) % 7 - 3;
    return (hours){day * 24 + m->from, day * 24 + m->to};
}

static int busiest_day(const clock_side *s)
{
    uint32_t seen[7] = {0};
    int best = 0;
    for (int side = 0; side < 2; side++)
        for (size_t i = 0; i < s[side].list.count; i++)
            seen[s[side].list.items[i].day]++;
    for (int d = 1; d < 7; d++)
        if (seen[d] > seen[best])
            best = d;
    return best;
}

static void sort_out(clock_side *s, int anchor)
{
    for (size_t i = 0; i < s->list.count; i++) {
        const stm_mention *m = &s->list.items[i];
        hours h = place(m, anchor);
        if (m->ahead) {
            if (!s->next || h.to < place(s->next, anchor).to)
                s->next = m;
        } else if (!s->latest || h.from > place(s->latest, anchor).from) {
            s->latest = m;
        }
    }
}

static stm_str quote(stm_case *c, int side, const stm_mention *m)
{
    return stm_relate__quote(c->mem, c->f.side[side].t, m->quote, 8);
}

/* `side` bears a date that lies before what the other reports as over. */
static bool by_date(stm_case *c, const clock_side *s, int side, int anchor,
                    double weight)
{
    const clock_side *mine = &s[side], *other = &s[!side];
    if (!mine->dated || other->dated || !other->latest)
        return false;
    int now = mine->dated->hour >= 0 ? mine->dated->hour + 1 : 24;
    int gap = place(other->latest, anchor).from - now;
    if (gap < 0)
        return false;
    stm_str date = stm_relate__date_text(c->mem, mine->dated);
    stm_str said = quote(c, !side, other->latest);
    if (!date.ptr || !said.ptr) {
        c->out_of_memory = true;
        return true;
    }
    stm_relate__say(
        c, stm_relate__source(side),
        gap < 12 ? weight * STM_RELATE_CLOCK_SAME_DAY : weight,
        stm_arena_format(c->mem,
                         "%c is dated %s (%s); %c speaks of '%s' as over",
                         stm_relate__name(side), date.ptr,
                         stm_relate__day_name(stm_date_weekday(mine->dated)),
                         stm_relate__name(!side), said.ptr));
    return true;
}

/* `side` announces a day that the other reports as over. */
static bool by_announcement(stm_case *c, const clock_side *s, int side,
                            int anchor, double weight)
{
    const stm_mention *ahead = s[side].next, *over = s[!side].latest;
    if (!ahead || !over || ahead->day != over->day ||
        place(over, anchor).from < place(ahead, anchor).from)
        return false;
    stm_str said = quote(c, side, ahead), done = quote(c, !side, over);
    if (!said.ptr || !done.ptr) {
        c->out_of_memory = true;
        return true;
    }
    stm_relate__say(
        c, stm_relate__source(side), weight,
        stm_arena_format(
            c->mem,
            "%c announces what is to come '%s'; %c reports '%s' as over",
            stm_relate__name(side), said.ptr, stm_relate__name(!side),
            done.ptr));
    return true;
}

/* The other goes on to a later hour; what a cut took away may have done so
 * too. */
static bool by_latest(stm_case *c, const clock_side *s, int side, int anchor,
                      double weight)
{
    const stm_mention *mine = s[side].latest, *other = s[!side].latest;
    if (!mine || !other || c->f.side[side].cut ||
        place(other, anchor).from - place(mine, anchor).from < 12)
        return false;
    stm_str said = quote(c, side, mine), later = quote(c, !side, other);
    if (!said.ptr || !later.ptr) {
        c->out_of_memory = true;
        return true;
    }
    stm_relate__say(c, stm_relate__source(side),
                    weight * STM_RELATE_CLOCK_LATEST,
                    stm_arena_format(c->mem,
                                     "%c goes no further than '%s'; %c "
                                     "already speaks of '%s'",
                                     stm_relate__name(side), said.ptr,
                                     stm_relate__name(!side), later.ptr));
    return true;
}

typedef bool sign(stm_case *c, const clock_side *s, int side, int anchor,
                  double weight);

/* Both sides are asked, the surest sign first; it is enough. */
static void compare(stm_case *c, const clock_side *s, int anchor, double weight)
{
    static sign *const signs[] = {by_announcement, by_date, by_latest};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        bool a = signs[i](c, s, 0, anchor, weight);
        bool b = signs[i](c, s, 1, anchor, weight);
        if (a || b)
            return;
    }
}

void stm_relate__clock(stm_case *c, double weight)
{
    clock_side s[2] = {0};
    int anchor = -1;
    for (int side = 0; side < 2; side++) {
        const stm_party *p = &c->f.side[side];
        const stm_date *d = stm_relate__state(p->w->page);
        if (!stm_relate__mentions(&s[side].list, p->t, c->lex))
            c->out_of_memory = true;
        if (d->year && d->day)
            s[side].dated = d;
        if (s[side].dated && anchor < 0)
            anchor = stm_date_weekday(d);
    }
    if (anchor < 0)
        anchor = busiest_day(s);
    bool calendar = s[0].dated && s[1].dated; /* which settles it */
    if (!c->out_of_memory && !calendar) {
        sort_out(&s[0], anchor);
        sort_out(&s[1], anchor);
        compare(c, s, anchor, weight);
    }
    stm_vec_free(&s[0].list);
    stm_vec_free(&s[1].list);
}
