/* "By A and B", "Von A", "Text: A"; a name on the line of a date; or a bare
 * name on the line before or behind one. Never a sentence. */
#include "page/byline.h"

#include "page/chars.h"
#include "page/names.h"

enum {
    LONGEST = 30,        /* words of a byline with all that hangs on it */
    LONG_REST = 4,       /* words behind the names that make a sentence of it */
    LONGEST_HANDLE = 24, /* bytes of "by jdoe" */
    HEAD = 2,            /* segments */
    SURE = 3,            /* the names are announced */
    SAMPLE = 20000       /* words looked through for small letters */
};

typedef struct byline {
    stm_span name[STM_AUTHORS_MAX];
    unsigned count;
    uint32_t end; /* atom behind the last name */
} byline;

static const stm_phrase *by_at(const stm_page_work *w, uint32_t i, uint32_t to)
{
    return stm_page__match(&w->atoms, i, to, STM_MARK_BIT(STM_MARK_BY));
}

static bool read_names(byline *out, const stm_page_work *w, uint32_t from,
                       uint32_t to)
{
    out->count = stm_page__names(out->name, STM_AUTHORS_MAX, &out->end,
                                 &w->atoms, from, to);
    return out->count;
}

/* One word in small letters behind "by" is a reader's or a writer's handle. */
static bool read_handle(byline *out, const stm_page_work *w, uint32_t i,
                        uint32_t to)
{
    const stm_atom *a = &w->atoms.items[i];
    if (i + 1 != to || a->end - a->start > LONGEST_HANDLE ||
        (a->flags & (STM_WORD_NUMBER | STM_WORD_IDEOGRAPH)) ||
        stm_page__match(&w->atoms, i, to,
                        STM_MARK_FURNITURE | STM_MARK_BIT(STM_MARK_FUNCTION)))
        return false;
    out->name[0] = (stm_span){i, to};
    out->count = 1;
    out->end = to;
    return true;
}

/* The segment starts with "By" or its like, and is no sentence. */
static bool starts_with_by(byline *out, const stm_page_work *w,
                           const stm_segment *s)
{
    const stm_phrase *p = by_at(w, s->from, s->to);
    if (!p || s->to - s->from > LONGEST || s->from + p->length == s->to)
        return false;
    uint32_t i = s->from + p->length;
    if (!read_names(out, w, i, s->to))
        return read_handle(out, w, i, s->to);
    bool ended = s->flags & STM_SEGMENT_ENDED;
    return !ended || s->to - out->end <= LONG_REST;
}

/* Whether the text has the word in small letters, too. */
static bool is_common_word(const stm_page_work *w, uint32_t atom)
{
    uint32_t n = w->atoms.count < SAMPLE ? w->atoms.count : SAMPLE;
    for (uint32_t i = 0; i < n; i++)
        if (w->atoms.items[i].hash == w->atoms.items[atom].hash &&
            !(w->atoms.items[i].flags & STM_WORD_CAPITAL))
            return true;
    return false;
}

/* "Event Planning" looks like a name until the text speaks of planning an
 * event. */
static bool is_bare_name(const stm_page_work *w, stm_span name)
{
    if (!stm_page__is_name(&w->atoms, name.from, name.to))
        return false;
    for (uint32_t i = name.from; i < name.to; i++)
        if (!is_common_word(w, i))
            return true;
    return false;
}

/* One name of several parts. */
static bool read_one(byline *out, const stm_page_work *w, uint32_t from,
                     uint32_t to)
{
    return read_names(out, w, from, to) && out->count == 1 &&
           is_bare_name(w, out->name[0]);
}

/* Behind | or a dot in the middle. */
static bool follows_separator(const stm_page_work *w, uint32_t i)
{
    stm_str gap = stm_page__gap(&w->atoms, i);
    for (size_t k = 0; k < gap.len; k += stm_page__step(gap.ptr + k)) {
        uint32_t c = stm_page__char(gap.ptr + k, gap.ptr + gap.len);
        if (c == '|' || stm_page__is_bullet(c))
            return true;
    }
    return false;
}

/* On the line of a date: "May 5, 2024 by A B". */
static bool on_date_line(byline *out, const stm_page_work *w,
                         const stm_segment *s)
{
    if (!(s->flags & STM_SEGMENT_DATE))
        return false;
    for (uint32_t i = s->from; i + 1 < s->to; i++) {
        const stm_phrase *p = by_at(w, i, s->to);
        if (p && i + p->length < s->to &&
            (read_names(out, w, i + p->length, s->to) ||
             read_handle(out, w, i + p->length, s->to)))
            return true;
    }
    return false;
}

/* On the line of a date without "by": "A B | May 5, 2024". */
static bool bare_on_date_line(byline *out, const stm_page_work *w,
                              const stm_segment *s)
{
    if (!(s->flags & STM_SEGMENT_DATE))
        return false;
    if (read_one(out, w, s->from, s->to))
        return true;
    for (uint32_t i = s->from; i < s->to; i++)
        if (follows_separator(w, i) && read_one(out, w, i, s->to))
            return true;
    return false;
}

/* "By" alone, the names on the next line. */
static bool below_by(byline *out, const stm_page_work *w, uint32_t segment)
{
    if (!segment)
        return false;
    const stm_segment *s = &w->segments.items[segment], *above = s - 1;
    const stm_phrase *p = by_at(w, above->from, above->to);
    return p && p->length == above->to - above->from &&
           s->to - s->from <= LONGEST && !(s->flags & STM_SEGMENT_ENDED) &&
           read_names(out, w, s->from, s->to);
}

static bool is_date_line(const stm_page_work *w, uint32_t segment)
{
    return segment < w->segments.count &&
           (w->segments.items[segment].flags & STM_SEGMENT_DATE);
}

/* A line that is a person's name and has a date above or below, perhaps with
 * one line between. */
static bool beside_date(byline *out, const stm_page_work *w, uint32_t segment)
{
    const stm_segment *s = &w->segments.items[segment];
    if (!(s->flags & STM_SEGMENT_WHOLE) || (s->flags & STM_SEGMENT_ENDED) ||
        segment == w->title)
        return false;
    /* below a date at the very head stands the name of the site */
    bool beside = is_date_line(w, segment + 1) ||
                  is_date_line(w, segment + 2) ||
                  (segment > HEAD && is_date_line(w, segment - 1));
    return beside && is_bare_name(w, (stm_span){s->from, s->to}) &&
           read_names(out, w, s->from, s->to);
}

/* A name right below the headline, with an office below it, or repeated. */
static bool below_title(byline *out, const stm_page_work *w, uint32_t segment)
{
    const stm_segment *s = &w->segments.items[segment];
    if (w->title == STM_NO_SEGMENT || segment <= w->title ||
        segment > w->title + 3 || !(s->flags & STM_SEGMENT_WHOLE) ||
        (s->flags & STM_SEGMENT_ENDED))
        return false;
    bool office = segment + 1 < w->segments.count &&
                  stm_page__match(&w->atoms, s[1].from, s[1].to,
                                  STM_MARK_BIT(STM_MARK_ROLE));
    return (office || (s->flags & STM_SEGMENT_TWICE)) &&
           is_bare_name(w, (stm_span){s->from, s->to}) &&
           read_names(out, w, s->from, s->to);
}

void stm_page__mark_bylines(stm_page_work *w)
{
    byline b;
    for (uint32_t i = 0; i < w->segments.count; i++) {
        stm_segment *s = &w->segments.items[i];
        if (starts_with_by(&b, w, s) || on_date_line(&b, w, s) ||
            bare_on_date_line(&b, w, s))
            s->flags |= STM_SEGMENT_BYLINE;
    }
}

/* How surely the segment names the authors; 0 for not at all. */
static int read_byline(byline *out, const stm_page_work *w, uint32_t segment)
{
    const stm_segment *s = &w->segments.items[segment];
    if (starts_with_by(out, w, s) || below_by(out, w, segment))
        return SURE;
    if (on_date_line(out, w, s))
        return 2;
    return beside_date(out, w, segment) || bare_on_date_line(out, w, s) ||
           below_title(out, w, segment);
}

static void take_byline(stm_page_work *w, const byline *b, uint32_t segment)
{
    w->byline = segment;
    w->author_count = b->count;
    for (unsigned k = 0; k < b->count; k++)
        w->authors[k] = stm_str_cut(
            w->text, (stm_range){w->atoms.items[b->name[k].from].start,
                                 w->atoms.items[b->name[k].to - 1].end});
}

void stm_page__find_authors(stm_page_work *w)
{
    stm_span head = w->head, tail = w->tail;
    byline b;
    int best = 0, sure;
    w->byline = STM_NO_SEGMENT;
    w->author_count = 0;
    for (uint32_t i = head.from; i < head.to && best < SURE; i++)
        if ((sure = read_byline(&b, w, i)) > best) {
            best = sure;
            take_byline(w, &b, i);
        }
    for (uint32_t i = tail.from; i < tail.to && !best; i++)
        if (read_byline(&b, w, i) == SURE) {
            best = SURE;
            take_byline(w, &b, i);
        }
}
