#include "page/certain.h"

#include "page/body.h"
#include "page/dateline.h"
#include "page/names.h"

enum {
    LONGEST_OFFER = 40, /* words of "subscribe ... to read" */
    LEAST_STANDFIRST = 6,
    LONG_STANDFIRST = 10, /* words */
    NAME_WITHIN = 14,     /* words from a name to what its bearer does */
    SHORT = 8,            /* words of "More about A B" */
    LONG = 20             /* words of a paragraph that belongs to the text */
};
/* Scores that a line of nothing but a phrase does not overrule. */
#define SURE_PHRASE 3.F
#define SURE_LINE 1.F
/* Share of the text behind which a list of other articles may stand. */
#define LATE .7

static bool has_mark(const stm_page_work *w, uint32_t from, uint32_t to,
                     uint32_t mark)
{
    for (uint32_t i = from; i < to; i++)
        if (stm_page__match(&w->atoms, i, to, STM_MARK_BIT(mark)))
            return true;
    return false;
}

/* "Subscribe to our paper to read ...", "Already a subscriber? Log in". */
static bool is_offer(const stm_page_work *w, const stm_segment *s)
{
    if (s->words > LONGEST_OFFER)
        return false;
    if (s->mark == STM_FURNITURE_PAYWALL && s->covered >= .5F)
        return true;
    const stm_phrase *p = stm_page__match(&w->atoms, s->from, s->to,
                                          STM_MARK_BIT(STM_MARK_VISIT));
    return p && has_mark(w, s->from + p->length, s->to, STM_MARK_TO_READ) &&
           !has_mark(w, s->from, s->to, STM_MARK_LETTER);
}

/* "Continue reading", and no more; "Read more" where the text before breaks
 * off. */
static bool is_way_on(const stm_page_work *w, uint32_t i)
{
    const stm_segment *s = &w->segments.items[i];
    bool broken = i && (s[-1].flags & STM_SEGMENT_DOTS);
    const stm_phrase *p = stm_page__match(&w->atoms, s->from, s->to,
                                          STM_MARK_BIT(STM_MARK_GO_ON));
    return p && (p->use >= STM_USE_PART || broken) && p->length > 1 &&
           p->length == s->to - s->from &&
           !(s->flags & (STM_SEGMENT_ENDED | STM_SEGMENT_QUOTE));
}

static uint32_t least(uint32_t a, uint32_t b) { return a < b ? a : b; }

/* Whether the segment starts with the name of an author of the page. */
static bool starts_with_author(const stm_page_work *w, const stm_segment *s)
{
    stm_str text = stm_str_cut(w->text, (stm_range){s->start, s->end});
    for (unsigned k = 0; k < w->author_count; k++)
        if (stm_str_starts(text, w->authors[k]))
            return true;
    return false;
}

static bool names_author(const stm_page_work *w, const stm_segment *s)
{
    stm_str text = stm_str_cut(w->text, (stm_range){s->start, s->end});
    for (unsigned k = 0; k < w->author_count; k++)
        if (stm_str_find(text, w->authors[k], 0) != SIZE_MAX)
            return true;
    return false;
}

static bool starts_with_name(const stm_page_work *w, const stm_segment *s)
{
    for (uint32_t n = 2; n <= 4 && s->from + n <= s->to; n++)
        if (stm_page__is_name(&w->atoms, s->from, s->from + n))
            return true;
    return false;
}

/* "A B is a reporter ...", "More about A B". */
static bool is_biography(const stm_page_work *w, const stm_segment *s)
{
    uint32_t within = least(s->to, s->from + NAME_WITHIN);
    bool lives = has_mark(w, s->from, within, STM_MARK_LIVES) ||
                 has_mark(w, s->from, s->to, STM_FURNITURE_BIOGRAPHY);
    if (starts_with_author(w, s))
        return lives || s->to - s->from <= 4;
    if (lives && s->to - s->from <= SHORT && names_author(w, s))
        return true;
    return lives && w->is_page && starts_with_name(w, s);
}

/* Biographies end a page: nothing that belongs to the text follows them. */
static void take_biographies(stm_page_work *w)
{
    uint32_t i = w->segments.count;
    while (i && i > w->body.from + 1) {
        stm_segment *s = &w->segments.items[--i];
        if (s->kind != STM_KIND_CONTENT)
            continue;
        if (is_biography(w, s)) {
            s->kind = STM_FURNITURE_BIOGRAPHY;
            continue;
        }
        /* the sentences of a biography inside of a line */
        bool inside =
            !(s->flags & STM_SEGMENT_LINE) && i && is_biography(w, s - 1);
        if (inside)
            s->kind = STM_FURNITURE_BIOGRAPHY;
        else if (s->words >= LONG)
            return;
    }
}

static bool is_title_again(const stm_page_work *w, uint32_t i)
{
    return w->title != STM_NO_SEGMENT && i != w->title &&
           w->segments.items[i].hash == w->segments.items[w->title].hash;
}

/* "Related articles", "Must read", "Share this:": nothing but the phrase. */
static bool is_sure_hit(const stm_page_work *w, const stm_segment *s)
{
    if (!w->is_page || !stm_page__is_hit(s) || s->covered <= .8F ||
        (s->flags & STM_SEGMENT_QUOTE))
        return false;
    return s->score < (s->use >= STM_USE_TAIL ? SURE_PHRASE : SURE_LINE);
}

/* The list behind "See more on:" on the same line. */
static bool is_list_behind(const stm_segment *s)
{
    return !(s->flags & (STM_SEGMENT_LINE | STM_SEGMENT_ENDED)) &&
           (s[-1].flags & STM_SEGMENT_CUT) &&
           s[-1].mark == STM_FURNITURE_RELATED && s->words < LONG;
}

/* "Sponsored: Is your gutter ready?", "Read more: Who voted": a line that says
 * what it is. In one piece, or cut behind the phrase. */
static bool is_announced(const stm_page_work *w, const stm_segment *s)
{
    enum { LONGEST = 24 /* words */ };
    if (!w->is_page || s->words > LONGEST)
        return false;
    if (!(s->flags & STM_SEGMENT_LINE))
        return (s[-1].flags & STM_SEGMENT_LINE) &&
               (s[-1].flags & STM_SEGMENT_COLON) && s[-1].covered > .8F &&
               s[-1].use > STM_USE_WORD && s[-1].mark < STM_FURNITURE_KINDS;
    const stm_phrase *p =
        stm_page__match(&w->atoms, s->from, s->to,
                        STM_MARK_FURNITURE | STM_MARK_BIT(STM_MARK_GO_ON));
    if (!p || p->use == STM_USE_WORD || s->from + p->length >= s->to)
        return false;
    stm_str gap = stm_page__gap(&w->atoms, s->from + p->length);
    return gap.len && gap.ptr[0] == ':';
}

static void take_one(stm_page_work *w, uint32_t i)
{
    stm_segment *s = &w->segments.items[i];
    bool in_head = i >= w->head.from && i < w->head.to;
    if (s->kind == STM_FURNITURE_REPEAT)
        return;
    if (s->mark == STM_MARK_CREDIT)
        s->kind = STM_FURNITURE_CAPTION;
    else if (s->flags & STM_SEGMENT_CUT)
        s->kind = s->mark;
    else if (is_sure_hit(w, s))
        s->kind = s->mark;
    else if (i && is_list_behind(s))
        s->kind = STM_FURNITURE_RELATED;
    else if (is_announced(w, s))
        s->kind = STM_FURNITURE_RELATED;
    else if (w->is_page && (s->flags & STM_SEGMENT_COLUMNS))
        s->kind = STM_FURNITURE_NAV;
    else if (is_offer(w, s) || is_way_on(w, i))
        s->kind = STM_FURNITURE_PAYWALL;
    else if (is_title_again(w, i))
        s->kind = STM_FURNITURE_OTHER;
    else if (i == w->byline ||
             (w->is_page && in_head && (s->flags & STM_SEGMENT_BYLINE)))
        s->kind = STM_FURNITURE_BYLINE;
    else if (w->is_page && in_head && (s->flags & STM_SEGMENT_DATE))
        s->kind = STM_FURNITURE_DATE;
}

/* A sentence, or as long as one and worded like one. */
static bool reads_on(const stm_segment *s)
{
    return (s->flags & STM_SEGMENT_ENDED) ||
           (s->words >= LONG_STANDFIRST && s->function >= .15F);
}

/* What stands between the headline and the text is the standfirst, where it
 * reads like one. */
static void keep_head(stm_page_work *w)
{
    if (w->title == STM_NO_SEGMENT)
        return;
    w->segments.items[w->title].kind = STM_KIND_CONTENT;
    for (uint32_t i = w->title + 1; i < w->body.from; i++) {
        stm_segment *s = &w->segments.items[i];
        if (s->kind == STM_FURNITURE_REPEAT)
            return;
        if (s->words >= LEAST_STANDFIRST && reads_on(s) && s->covered < .3F &&
            !(s->flags & STM_SEGMENT_BYLINE))
            s->kind = STM_KIND_CONTENT;
    }
}

static bool opens_list(const stm_segment *s)
{
    bool heading = s->use == STM_USE_TAIL && s->covered > .8F;
    /* "More from this issue" */
    bool leads = s->use == STM_USE_PART && s->words < SHORT &&
                 !(s->flags & STM_SEGMENT_ENDED);
    return s->kind != STM_KIND_CONTENT && s->mark == STM_FURNITURE_RELATED &&
           (heading || leads);
}

/* Short lines behind "Related stories" are the stories, once most of the text
 * is over. */
static void take_lists(stm_page_work *w)
{
    double words = 0, all = 0;
    bool in_list = false;
    for (uint32_t i = 0; i < w->segments.count; i++)
        if (w->segments.items[i].kind == STM_KIND_CONTENT)
            all += w->segments.items[i].words;
    for (uint32_t i = 0; i < w->segments.count; i++) {
        stm_segment *s = &w->segments.items[i];
        bool entry = s->words < LONG && !(s->flags & STM_SEGMENT_ENDED);
        in_list = opens_list(s) || (in_list && entry);
        if (s->kind != STM_KIND_CONTENT)
            continue;
        words += s->words;
        if (w->is_page && in_list && words > LATE * all)
            s->kind = STM_FURNITURE_RELATED;
    }
}

void stm_page__apply_certain(stm_page_work *w)
{
    keep_head(w);
    for (uint32_t i = 0; i < w->segments.count; i++)
        take_one(w, i);
    take_lists(w);
    take_biographies(w);
}
