/* Every statement is a vote for a day; days collect the signs of their votes.
 * What reads both ways (5/6/2024) votes for both days. */
#include "page/facts_days.h"

#include "base/str.h"
#include "page/dateline.h"
#include "page/dates.h"
#include "page/facts_address.h"
#include "page/facts_days_clear.h"

enum {
    FIRST_YEAR = 1991, /* there was no web before */
    LAST_YEAR = 2099,
    MOST_LINES = 40, /* date lines of the text */
    LAST_LINES = 8,  /* of these, from the end */
    LD_THIS = 0,     /* rank / 8 of JSON-LD: the page's article, */
    LD_ARTICLE = 1,  /* an article, */
    LD_PAGE = 3,     /* a web page */
    LOOSE_ABOVE = 4, /* lines around the headline that may hold a date */
    LOOSE_BELOW = 12,
    LOOSE_WORDS = 60,
    LOOSE_BYTES = 360, /* where a word is a character */
    OPENING = 3,       /* segments of the main text, and the bytes of each */
    OPENING_REACH = 100,
    NEAR_TITLE = 200 /* bytes */
};

#define BIT(sign) (UINT64_C(1) << (sign))

typedef struct collector {
    stm_days *out;
    const stm_page_work *w;
    stm_places places;
    int32_t latest; /* no day behind this one */
    bool seen_first, seen_head;
    uint64_t said;                       /* signs met */
    stm_date month;                      /* of the address */
    bool shown[STM_SHOWS_DAY_FIRST + 1]; /* orders of dates in numbers */
} collector;

static unsigned day_index(collector *k, const stm_date *d)
{
    int32_t number = stm_date_days(d);
    stm_days *o = k->out;
    unsigned i = 0;
    while (i < o->count && o->days[i].number != number)
        i++;
    if (i == o->count && i < STM_DAYS_MAX)
        o->days[o->count++] = (stm_day){.number = number, .twin = STM_DAYS_MAX};
    return i;
}

static bool is_possible(const collector *k, const stm_date *d)
{
    return d->year >= FIRST_YEAR && d->year <= LAST_YEAR && d->day &&
           stm_date_days(d) <= k->latest;
}

/* Returns the day voted for, or STM_DAYS_MAX. */
static unsigned vote(collector *k, const stm_date *d, stm_fact_origin origin,
                     stm_day_sign sign, uint64_t more)
{
    static const uint64_t changes =
        BIT(STM_DAY_LD_UPDATED) | BIT(STM_DAY_OG_UPDATED) |
        BIT(STM_DAY_META_UPDATED) | BIT(STM_DAY_MICRO_UPDATED) |
        BIT(STM_DAY_TIME_UPDATED) | BIT(STM_DAY_CLASS_UPDATED) |
        BIT(STM_DAY_TEXT_UPDATED);
    static const uint64_t machine =
        BIT(STM_DAY_LD_THIS) | BIT(STM_DAY_LD_ARTICLE) | BIT(STM_DAY_LD_PAGE) |
        BIT(STM_DAY_OG_PUBLISHED) | BIT(STM_DAY_META_PUBLISHED) |
        BIT(STM_DAY_META_CREATED) | BIT(STM_DAY_MICRO_PUBLISHED) |
        BIT(STM_DAY_MICRO_CREATED);
    stm_days *o = k->out;
    if (!is_possible(k, d) || o->vote_count == STM_DAY_VOTES_MAX)
        return STM_DAYS_MAX;
    unsigned day = day_index(k, d);
    if (day == STM_DAYS_MAX)
        return day;
    o->votes[o->vote_count++] =
        (stm_vote){*d, (uint8_t)origin, (uint8_t)sign, (uint8_t)day,
                   (BIT(sign) & changes) != 0};
    o->days[day].signs |= BIT(sign) | more;
    if (!(k->said & BIT(sign)))
        o->days[day].signs |= BIT(STM_DAY_LEADS);
    k->said |= BIT(sign);
    if (BIT(sign) & machine)
        o->days[day].signs |= BIT(STM_DAY_MACHINE);
    return day;
}

/* The other reading of 5/6/2024. */
static bool swap(stm_date *d)
{
    uint8_t month = d->day;
    d->day = d->month;
    d->month = month;
    return month <= 12;
}

static void vote_found(collector *k, const stm_found_date *f,
                       stm_fact_origin origin, stm_day_sign sign, uint64_t more)
{
    stm_date other = f->date;
    stm_day *days = k->out->days;
    k->shown[f->shows] = true;
    unsigned day = vote(k, &f->date, origin, sign, more), twin = STM_DAYS_MAX;
    if (f->unclear && swap(&other))
        twin = vote(k, &other, origin, sign, more | BIT(STM_DAY_SWAPPED));
    else if (day != STM_DAYS_MAX)
        days[day].clear = true;
    if (day != STM_DAYS_MAX && twin != STM_DAYS_MAX)
        days[day].twin = (uint8_t)twin;
}

/* The signs of the place; `text` tells what stands there from what is kept for
 * machines. */
static uint64_t place_signs(collector *k, stm_range at)
{
    static const uint8_t signs[STM_AT_PLACES] = {[STM_AT_ABOVE] = STM_DAY_ABOVE,
                                                 [STM_AT_HEAD] = STM_DAY_HEAD,
                                                 [STM_AT_BODY] = STM_DAY_BODY,
                                                 [STM_AT_END] = STM_DAY_END,
                                                 [STM_AT_BEHIND] =
                                                     STM_DAY_BEHIND};
    stm_where where = stm_page__where(&k->places, at);
    if (where.place == STM_AT_NOWHERE)
        return 0;
    uint64_t set = BIT(signs[where.place]);
    if (where.aside)
        set |= BIT(STM_DAY_ASIDE);
    if (where.card)
        set |= BIT(STM_DAY_CARD);
    if (where.comment)
        set |= BIT(STM_DAY_COMMENT);
    return set;
}

static stm_day_sign ld_sign(unsigned what)
{
    return what == LD_THIS      ? STM_DAY_LD_THIS
           : what == LD_ARTICLE ? STM_DAY_LD_ARTICLE
           : what == LD_PAGE    ? STM_DAY_LD_PAGE
                                : STM_DAY_LD_OTHER;
}

static stm_day_sign sign_of(const stm_fact *f)
{
    bool updated = f->kind == STM_FACT_UPDATED;
    bool published = f->kind == STM_FACT_PUBLISHED;
    switch (f->origin) {
    case STM_ORIGIN_JSONLD:
        if (updated)
            return STM_DAY_LD_UPDATED;
        if (f->rank % 8)
            return STM_DAY_LD_CREATED;
        return ld_sign(f->rank / 8);
    case STM_ORIGIN_OPENGRAPH:
        return updated ? STM_DAY_OG_UPDATED : STM_DAY_OG_PUBLISHED;
    case STM_ORIGIN_META:
        if (updated)
            return STM_DAY_META_UPDATED;
        return !published ? STM_DAY_META_DATE
               : f->rank  ? STM_DAY_META_CREATED
                          : STM_DAY_META_PUBLISHED;
    case STM_ORIGIN_MICRODATA:
        if (updated)
            return STM_DAY_MICRO_UPDATED;
        return f->rank ? STM_DAY_MICRO_CREATED : STM_DAY_MICRO_PUBLISHED;
    case STM_ORIGIN_TIME:
        return updated     ? STM_DAY_TIME_UPDATED
               : published ? STM_DAY_TIME_PUBLISHED
                           : STM_DAY_TIME;
    default:
        return updated     ? STM_DAY_CLASS_UPDATED
               : published ? STM_DAY_CLASS_PUBLISHED
                           : STM_DAY_CLASS;
    }
}

static void vote_fact(collector *k, const stm_fact *f)
{
    stm_found_date found;
    if (f->kind < STM_FACT_PUBLISHED ||
        !stm_page__read_stamp(&found, f->value, stm_page__order(k->w)))
        return;
    vote_found(k, &found, (stm_fact_origin)f->origin, sign_of(f),
               place_signs(k, f->at));
}

/* What a date in the text shows beside its day and its place. */
static uint64_t text_signs(const collector *k, const stm_found_date *f,
                           stm_range line)
{
    const stm_places *p = &k->places;
    uint64_t set = f->weekday ? BIT(STM_DAY_WEEKDAY) : 0;
    if (f->date.hour >= 0)
        set |= BIT(STM_DAY_TIMED);
    if (line.end <= p->title ? p->title - line.end < NEAR_TITLE
                             : line.start < p->title_end + NEAR_TITLE)
        set |= BIT(STM_DAY_NEAR);
    return set;
}

/* "Joined 4 July 2012": the day of a person. */
static bool is_of_person(stm_str line)
{
    static const char *const words[] = {"joined",   "registered",  "member",
                                        "mitglied", "registriert", "inscrit",
                                        "miembro",  "iscritto",    "born"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (stm_str_find_nocase(line, stm_str_of(words[i]), 0) != SIZE_MAX)
            return true;
    return false;
}

static void vote_line(collector *k, uint32_t segment)
{
    static const uint8_t signs[] = {[STM_DATE_BARE] = STM_DAY_TEXT,
                                    [STM_DATE_PUBLISHED] =
                                        STM_DAY_TEXT_PUBLISHED,
                                    [STM_DATE_UPDATED] = STM_DAY_TEXT_UPDATED};
    const stm_segment *s = &k->w->segments.items[segment];
    stm_date_line line;
    stm_range at = {s->start, s->end};
    if (!stm_page__date_line(&line, k->w, segment) ||
        is_of_person(stm_str_cut(k->w->text, at)))
        return;
    uint64_t more = place_signs(k, at);
    if (!k->seen_first)
        more |= BIT(STM_DAY_FIRST_OF_ALL);
    k->seen_first = true;
    if (!k->seen_head && s->start >= k->places.title)
        more |= BIT(STM_DAY_FIRST_HEAD);
    k->seen_head = k->seen_head || s->start >= k->places.title;
    for (unsigned i = 0; i < line.count; i++) {
        stm_date_role role = line.role[i];
        if (!i && role == STM_DATE_BARE)
            role = stm_page__label_above(k->w, segment);
        stm_found_date found = {.date = line.date[i],
                                .weekday = line.weekday,
                                .unclear = line.unclear[i],
                                .shows = line.shows[i]};
        vote_found(k, &found, STM_ORIGIN_TEXT, signs[role],
                   more | text_signs(k, &found, at));
    }
}

/* The first date of a line that holds other things, too. */
static void vote_loose(collector *k, uint32_t segment)
{
    const stm_segment *s = &k->w->segments.items[segment];
    stm_found_date found;
    bool is_long =
        s->to - s->from > LOOSE_WORDS && s->end - s->start > LOOSE_BYTES;
    if ((s->flags & STM_SEGMENT_DATE) || is_long || s->number == 0 ||
        !stm_page__find_date(&found, k->w->text, s->start, s->end,
                             stm_page__order(k->w)))
        return;
    stm_range at = {s->start, s->end};
    vote_found(k, &found, STM_ORIGIN_TEXT, STM_DAY_TEXT_LOOSE,
               place_signs(k, at) | text_signs(k, &found, at));
}

/* "Jan. 11, 2012 -- ...", "LONDON, 11 January 2012": the first words of the
 * main text, of however long a line. */
static void vote_opening(collector *k)
{
    const stm_span body = k->w->body;
    for (uint32_t i = body.from; i < body.to && i < body.from + OPENING; i++) {
        const stm_segment *s = &k->w->segments.items[i];
        uint32_t end = s->end - s->start < OPENING_REACH
                           ? s->end
                           : s->start + OPENING_REACH;
        stm_found_date found;
        if (s->number == 0 || (s->flags & STM_SEGMENT_DATE) ||
            !stm_page__find_date(&found, k->w->text, s->start, end,
                                 stm_page__order(k->w)))
            continue;
        vote_found(k, &found, STM_ORIGIN_TEXT, STM_DAY_TEXT_LOOSE,
                   place_signs(k, found.at));
        return;
    }
}

/* The segment that byte `at` lies in, or the next. */
static uint32_t segment_at(const stm_segments *s, uint32_t at)
{
    uint32_t from = 0, to = s->count;
    while (from < to) {
        uint32_t mid = from + (to - from) / 2;
        if (s->items[mid].end <= at)
            from = mid + 1;
        else
            to = mid;
    }
    return from;
}

static void vote_near_title(collector *k)
{
    const stm_segments *s = &k->w->segments;
    uint32_t title = segment_at(s, k->places.title);
    uint32_t i = title > LOOSE_ABOVE ? title - LOOSE_ABOVE : 0;
    for (; i < s->count && i < title + LOOSE_BELOW; i++)
        vote_loose(k, i);
}

static void vote_text(collector *k)
{
    const stm_segments *s = &k->w->segments;
    unsigned lines = 0, last = 0;
    uint32_t i = 0, end = s->count;
    for (; i < s->count && lines < MOST_LINES - LAST_LINES; i++)
        if (s->items[i].flags & STM_SEGMENT_DATE) {
            vote_line(k, i);
            lines++;
        }
    while (end > i && last < LAST_LINES)
        if (s->items[--end].flags & STM_SEGMENT_DATE) {
            vote_line(k, end);
            last++;
        }
    if (k->w->published.year)
        vote(k, &k->w->published, STM_ORIGIN_TEXT, STM_DAY_FINDER, 0);
}

static void vote_addresses(collector *k, const stm_capture *c,
                           const stm_html *html)
{
    stm_date d, month = {0};
    stm_str uri[3] = {c->uri, STM_NONE, STM_NONE};
    for (size_t i = 0; html && i < html->fact_count; i++) {
        const stm_fact *f = &html->facts[i];
        if (f->kind == STM_FACT_CANONICAL && f->origin == STM_ORIGIN_LINK)
            uri[1] = f->value;
        if (f->kind == STM_FACT_CANONICAL && f->origin == STM_ORIGIN_OPENGRAPH)
            uri[2] = f->value;
    }
    for (size_t i = 0; i < 3; i++) {
        if (!uri[i].len || !stm_page__address_date(&d, uri[i]))
            continue;
        if (d.day)
            vote(k, &d, STM_ORIGIN_ADDRESS, STM_DAY_ADDRESS, 0);
        if (!month.year)
            month = d;
    }
    k->month = month;
}

static void vote_container(collector *k, const stm_capture *c)
{
    stm_found_date found;
    if (c->dated.len &&
        stm_page__read_stamp(&found, c->dated, stm_page__order(k->w)))
        vote_found(k, &found, STM_ORIGIN_CONTAINER, STM_DAY_CONTAINER, 0);
}

/* Where 16/5/2024 stands on a page that writes May first by custom, and nothing
 * says otherwise, its dates in numbers read day first, and the other way round.
 */
static bool is_against_custom(const collector *k)
{
    bool day_first = stm_page__order(k->w) == STM_DAY_FIRST;
    return k->shown[day_first ? STM_SHOWS_MONTH_FIRST : STM_SHOWS_DAY_FIRST] &&
           !k->shown[day_first ? STM_SHOWS_DAY_FIRST : STM_SHOWS_MONTH_FIRST];
}

/* What the days are beside each other. */
static void compare_days(collector *k)
{
    stm_days *o = k->out;
    unsigned earliest = 0;
    for (unsigned i = 0; i < o->count; i++) {
        if (o->days[i].number < o->days[earliest].number)
            earliest = i;
        for (unsigned j = 0; j < i; j++)
            if (o->days[i].number - o->days[j].number == 1 ||
                o->days[j].number - o->days[i].number == 1)
                o->days[i].signs |= BIT(STM_DAY_NEXT);
    }
    if (o->count)
        o->days[earliest].signs |=
            BIT(o->count == 1 ? STM_DAY_ONLY : STM_DAY_EARLIEST);
    for (unsigned i = 0; k->month.year && i < o->vote_count; i++) {
        const stm_date *d = &o->votes[i].date;
        bool agrees = d->year == k->month.year && d->month == k->month.month;
        o->days[o->votes[i].day].signs |=
            BIT(agrees ? STM_DAY_MONTH_AGREES : STM_DAY_MONTH_DIFFERS);
    }
}

/* Nothing was published behind the day on which it was fetched; a day is left
 * for zones. */
static int32_t latest_day(const stm_capture *c)
{
    stm_found_date found;
    if (c->captured.len &&
        stm_page__read_stamp(&found, c->captured, STM_DAY_FIRST))
        return stm_date_days(&found.date) + 1;
    return INT32_MAX;
}

void stm_page__days(stm_days *out, const stm_page_work *w, const stm_capture *c,
                    const stm_html *html)
{
    collector k = {.out = out, .w = w, .latest = latest_day(c)};
    out->vote_count = out->count = 0;
    k.places = stm_page__places(w, html);
    for (size_t i = 0; html && i < html->fact_count; i++)
        vote_fact(&k, &html->facts[i]);
    vote_text(&k);
    vote_near_title(&k);
    vote_opening(&k);
    vote_addresses(&k, c, html);
    vote_container(&k, c);
    stm_page__clear_days(out, is_against_custom(&k));
    compare_days(&k);
}
