/* A capture is cut where an offer to read on stands right behind its last
 * words, and nothing but furniture follows. Newsletters, appeals and "Read
 * more" buttons in the footer of a complete article are no such offers. */
#include "page/truncated.h"

enum {
    WITHIN = 6, /* segments between the last words and the offer */
    SCRAPS = 2  /* segments of content that may stand behind the text */
};

static bool has_mark(const stm_page_work *w, const stm_segment *s,
                     uint32_t mark)
{
    for (uint32_t i = s->from; i < s->to; i++)
        if (stm_page__match(&w->atoms, i, s->to, STM_MARK_BIT(mark)))
            return true;
    return false;
}

/* The last segment of the text: behind it no more than scraps. */
static uint32_t last_content(const stm_page_work *w)
{
    uint32_t i = w->segments.count;
    while (i)
        if (w->segments.items[--i].kind == STM_KIND_CONTENT)
            return i;
    return STM_NO_SEGMENT;
}

static bool is_offer(const stm_page_work *w, const stm_segment *s)
{
    bool paywall = s->kind == STM_FURNITURE_PAYWALL ||
                   (s->mark == STM_FURNITURE_PAYWALL && s->covered > 0);
    return paywall && !has_mark(w, s, STM_MARK_LETTER);
}

/* "Continue reading" says that there is more; "Read more" only where the words
 * before it break off. */
static bool goes_on(const stm_page_work *w, const stm_segment *last,
                    const stm_segment *s)
{
    const stm_phrase *p = stm_page__match(&w->atoms, s->from, s->to,
                                          STM_MARK_BIT(STM_MARK_GO_ON));
    if (!p || p->length + 1U < s->to - s->from)
        return false;
    bool breaks_off =
        !(last->flags & STM_SEGMENT_ENDED) || (last->flags & STM_SEGMENT_DOTS);
    return p->use >= STM_USE_PART || breaks_off;
}

/* Where these begin, the text has ended by itself. */
static bool ends_text(const stm_segment *s)
{
    return s->kind == STM_FURNITURE_RELATED ||
           s->kind == STM_FURNITURE_COMMENTS ||
           s->kind == STM_FURNITURE_BIOGRAPHY;
}

void stm_page__find_truncation(stm_page_work *w)
{
    uint32_t last = last_content(w);
    if (last == STM_NO_SEGMENT || last > w->body.to + SCRAPS)
        return;
    for (uint32_t i = last + 1; i < w->segments.count && i <= last + WITHIN;
         i++) {
        const stm_segment *s = &w->segments.items[i];
        if (is_offer(w, s) || goes_on(w, &w->segments.items[last], s)) {
            w->truncated = true;
            w->offer = (stm_range){s->start, s->end};
            return;
        }
        if (ends_text(s))
            return;
    }
}
