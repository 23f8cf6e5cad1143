#include "page/dateline.h"

enum {
    LONGEST = 30,     /* words of a date line with its byline */
    FEW_LEFT = 2,     /* words that are neither date nor label, in any line, */
    SOME_LEFT = 9,    /* and in a line without running text */
    NEAR_BYLINE = 3,  /* segments */
    VISIT_WITHIN = 2, /* segments: a bare date here is the day of the visit, */
    VISIT_WEEKDAY = 4 /* and with a weekday here */
};

stm_date_order stm_page__order(const stm_page_work *w)
{
    if (w->day_first)
        return STM_DAY_FIRST;
    return strcmp(w->language, "en") && *w->language ? STM_DAY_FIRST
                                                     : STM_MONTH_FIRST;
}

static const stm_phrase *label_at(const stm_page_work *w, uint32_t atom,
                                  uint32_t to)
{
    return stm_page__match(&w->atoms, atom, to,
                           STM_MARK_BIT(STM_MARK_PUBLISHED) |
                               STM_MARK_BIT(STM_MARK_UPDATED));
}

static stm_date_role role_of(const stm_phrase *p)
{
    return p->mark == STM_MARK_UPDATED ? STM_DATE_UPDATED : STM_DATE_PUBLISHED;
}

/* The last label in bytes [from, to) of the segment. */
static stm_date_role label_between(const stm_page_work *w, const stm_segment *s,
                                   uint32_t from, uint32_t to, uint32_t *at)
{
    stm_date_role role = STM_DATE_BARE;
    for (uint32_t i = s->from; i < s->to; i++) {
        const stm_atom *a = &w->atoms.items[i];
        const stm_phrase *p;
        if (a->start < from || a->end > to || !(p = label_at(w, i, s->to)))
            continue;
        /* "on" alone says nothing that the date does not */
        if (a->end - a->start > 2)
            role = role_of(p), *at = a->end;
    }
    return role;
}

/* "Updated 1:20 p.m. ET" behind a date: the time of a change on that day. */
static void add_time(stm_date_line *out, const stm_page_work *w,
                     const stm_segment *s, uint32_t from)
{
    uint32_t at = from;
    stm_date_role role = label_between(w, s, from, s->end, &at);
    stm_range where;
    if (role != STM_DATE_UPDATED || !out->count ||
        out->count == STM_DATE_LINE_MAX)
        return;
    stm_date d = out->date[out->count - 1];
    if (!stm_page__find_time(&d, &where, w->text, at, s->end))
        return;
    out->date[out->count] = d;
    out->role[out->count++] = role;
}

/* Counts what is left of the segment beside dates (marked in `inside`) and
 * their labels. */
typedef struct rest {
    unsigned words, function;
} rest;

static rest count_rest(const stm_page_work *w, const stm_segment *s,
                       const stm_range *dates, unsigned count)
{
    rest r = {0, 0};
    for (uint32_t i = s->from; i < s->to; i++) {
        const stm_atom *a = &w->atoms.items[i];
        bool in = false;
        for (unsigned k = 0; k < count; k++)
            in = in || (a->start < dates[k].end && a->end > dates[k].start);
        if (in)
            continue;
        const stm_phrase *p = label_at(w, i, s->to);
        if (!p)
            p = stm_page__match(&w->atoms, i, s->to,
                                STM_MARK_BIT(STM_MARK_BY) |
                                    STM_MARK_BIT(STM_FURNITURE_WIDGET) |
                                    STM_MARK_BIT(STM_FURNITURE_SHARE) |
                                    STM_MARK_BIT(STM_FURNITURE_COMMENTS));
        if (p) {
            i += p->length - 1;
            continue;
        }
        r.words++;
        r.function += stm_page__match(&w->atoms, i, s->to,
                                      STM_MARK_BIT(STM_MARK_FUNCTION)) != NULL;
    }
    return r;
}

/* A day and a year are two numbers, or glued to one long one. Most lines are
 * told from date lines by that. */
static bool may_hold_date(const stm_page_work *w, const stm_segment *s)
{
    enum { YEAR = 4 /* bytes */ };
    unsigned numbers = 0;
    for (uint32_t i = s->from; i < s->to; i++) {
        const stm_atom *a = &w->atoms.items[i];
        if (!(a->flags & STM_WORD_NUMBER))
            continue;
        if (a->end - a->start >= YEAR || ++numbers == 2)
            return true;
    }
    return false;
}

bool stm_page__date_line(stm_date_line *out, const stm_page_work *w,
                         uint32_t segment)
{
    const stm_segment *s = &w->segments.items[segment];
    stm_range at[STM_DATE_LINE_MAX];
    uint32_t from = s->start;
    *out = (stm_date_line){.count = 0};
    if (s->to - s->from > LONGEST || !may_hold_date(w, s))
        return false;
    stm_found_date found;
    while (out->count < STM_DATE_LINE_MAX &&
           stm_page__find_date(&found, w->text, from, s->end,
                               stm_page__order(w))) {
        uint32_t unused;
        out->role[out->count] =
            label_between(w, s, from, found.at.start, &unused);
        out->weekday = out->weekday || found.weekday;
        out->date[out->count] = found.date;
        out->unclear[out->count] = found.unclear;
        out->shows[out->count] = found.shows;
        at[out->count++] = found.at;
        from = found.at.end;
    }
    if (!out->count)
        return false;
    rest r = count_rest(w, s, at, out->count);
    add_time(out, w, s, from);
    return r.words <= FEW_LEFT || (r.words <= SOME_LEFT && r.function <= 1);
}

void stm_page__mark_date_lines(stm_page_work *w)
{
    stm_date_line line;
    for (uint32_t i = 0; i < w->segments.count; i++)
        if (stm_page__date_line(&line, w, i))
            w->segments.items[i].flags |= STM_SEGMENT_DATE;
}

/* "Published" on a line of its own, above the date. */
stm_date_role stm_page__label_above(const stm_page_work *w, uint32_t segment)
{
    if (!segment)
        return STM_DATE_BARE;
    const stm_segment *s = &w->segments.items[segment - 1];
    const stm_phrase *p = label_at(w, s->from, s->to);
    return p && p->length == s->to - s->from ? role_of(p) : STM_DATE_BARE;
}

/* On the same side of the headline, and not far. */
static bool near_byline(const stm_page_work *w, uint32_t segment)
{
    if (w->title != STM_NO_SEGMENT &&
        (segment < w->title) != (w->byline < w->title))
        return false;
    return w->byline != STM_NO_SEGMENT &&
           (segment > w->byline ? segment - w->byline : w->byline - segment) <=
               NEAR_BYLINE;
}

/* A bare date at the very head, away from a byline, is the day on which the
 * page was visited: sites print it above everything. */
static bool is_visit(const stm_page_work *w, uint32_t segment, bool weekday)
{
    if (near_byline(w, segment))
        return false;
    bool above = w->title == STM_NO_SEGMENT || segment < w->title;
    return above &&
           (segment < VISIT_WITHIN || (weekday && segment < VISIT_WEEKDAY));
}

/* In a plain text a bare date may head a letter or an entry of a diary; it is
 * the day of the text beside a byline, or alone below the headline. */
static bool is_plain_entry(const stm_page_work *w, uint32_t segment)
{
    if (w->is_page || near_byline(w, segment))
        return false;
    uint32_t lines = 0, n = w->segments.count;
    for (uint32_t i = 0; i < n; i++)
        lines += (w->segments.items[i].flags & STM_SEGMENT_DATE) != 0;
    return lines > 1 || w->title == STM_NO_SEGMENT || segment != w->title + 1;
}

/* How well a bare date of this segment fits as the day of the text. */
static int fit(const stm_page_work *w, uint32_t segment)
{
    if (near_byline(w, segment))
        return 3;
    return w->title != STM_NO_SEGMENT && segment > w->title ? 2 : 1;
}

/* Two bare dates beside each other: a system prints both days. */
static void take_both(stm_page_work *w, const stm_date_line *line, int *best)
{
    bool order = stm_date_days(&line->date[0]) <= stm_date_days(&line->date[1]);
    *best = 3;
    w->published = line->date[!order];
    if (!w->updated.year)
        w->updated = line->date[order];
}

static void take_line(stm_page_work *w, const stm_date_line *line,
                      uint32_t segment, int *best)
{
    if (line->count == 2 && !line->role[0] && !line->role[1] && *best < 3) {
        take_both(w, line, best);
        return;
    }
    for (unsigned k = 0; k < line->count; k++) {
        stm_date_role role = line->role[k];
        if (!k && role == STM_DATE_BARE)
            role = stm_page__label_above(w, segment);
        if (role == STM_DATE_UPDATED) {
            if (!w->updated.year)
                w->updated = line->date[k];
            continue;
        }
        if (role == STM_DATE_BARE &&
            (is_visit(w, segment, line->weekday) || is_plain_entry(w, segment)))
            continue;
        int f = role == STM_DATE_PUBLISHED ? 4 : fit(w, segment);
        if (f > *best) {
            *best = f;
            w->published = line->date[k];
        }
    }
}

static bool read_line(stm_date_line *line, const stm_page_work *w, uint32_t i)
{
    return (w->segments.items[i].flags & STM_SEGMENT_DATE) &&
           stm_page__date_line(line, w, i);
}

/* Behind the text a date needs a label or a byline. */
static bool is_announced(const stm_page_work *w, const stm_date_line *line,
                         uint32_t segment)
{
    return line->role[0] || stm_page__label_above(w, segment) ||
           near_byline(w, segment);
}

void stm_page__find_page_dates(stm_page_work *w)
{
    stm_span head = w->head, tail = w->tail;
    stm_date_line line;
    int best = 0;
    for (uint32_t i = head.from; i < head.to; i++)
        if (read_line(&line, w, i))
            take_line(w, &line, i, &best);
    for (uint32_t i = tail.from; i < tail.to && !w->published.year; i++)
        if (read_line(&line, w, i) && is_announced(w, &line, i))
            take_line(w, &line, i, &best);
    /* of a page that gives only the day of its last change, that is the best
     * that is known */
    if (!w->published.year && w->updated.year)
        w->published = w->updated;
}
