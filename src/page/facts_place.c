#include "page/facts_place.h"

enum {
    NEAR_HEAD = 400, /* bytes of the main text that still count as its head, */
    NEAR_END = 600   /* and behind it as its end */
};

#define HINT(h) (UINT32_C(1) << STM_HINT_##h)

static const stm_fact *first_heading(const stm_html *html)
{
    for (size_t i = 0; html && i < html->fact_count; i++)
        if (html->facts[i].origin == STM_ORIGIN_HEADING &&
            html->facts[i].at.end > html->facts[i].at.start)
            return &html->facts[i];
    return NULL;
}

stm_places stm_page__places(const stm_page_work *w, const stm_html *html)
{
    stm_places p = {.html = html, .end = (uint32_t)w->text.len};
    const stm_segment *s = w->segments.items;
    const stm_fact *h = first_heading(html);
    if (h) {
        p.title = h->at.start;
        p.title_end = h->at.end;
    } else if (w->title != STM_NO_SEGMENT) {
        p.title = s[w->title].start;
        p.title_end = s[w->title].end;
    }
    p.body = p.title_end;
    if (w->body.from < w->body.to) {
        p.body = s[w->body.from].start;
        p.end = s[w->body.to - 1].end;
    }
    if (p.body < p.title_end)
        p.body = p.title_end;
    return p;
}

/* The block that byte `at` lies in, NULL for none. */
static const stm_block *block_at(const stm_html *html, uint32_t at)
{
    size_t from = 0, to = html ? html->block_count : 0;
    while (from < to) {
        size_t mid = from + (to - from) / 2;
        if (html->blocks[mid].at.end <= at)
            from = mid + 1;
        else
            to = mid;
    }
    return html && from < html->block_count ? &html->blocks[from] : NULL;
}

stm_where stm_page__where(const stm_places *p, stm_range at)
{
    const uint32_t others =
        HINT(RELATED) | HINT(NAV) | HINT(SIDE) | HINT(PROMO) | HINT(ADVERT);
    const uint16_t apart = STM_INSIDE_NAV | STM_INSIDE_ASIDE |
                           STM_INSIDE_FOOTER | STM_INSIDE_DIALOG;
    stm_where w = {STM_AT_NOWHERE, false, false, false};
    if (at.start == at.end)
        return w;
    uint32_t head = p->body + NEAR_HEAD; /* of a short text, all of it */
    if (head > p->end && p->end > p->body)
        head = p->end;
    if (at.end <= p->title)
        w.place = STM_AT_ABOVE;
    else if (at.start < head)
        w.place = STM_AT_HEAD;
    else if (at.start < p->end)
        w.place = STM_AT_BODY;
    else
        w.place = at.start < p->end + NEAR_END ? STM_AT_END : STM_AT_BEHIND;
    const stm_block *b = block_at(p->html, at.start);
    if (b) {
        w.aside = (b->hints & others) || (b->inside & apart);
        w.card =
            (b->hints & HINT(CARD)) || (b->inside & STM_INSIDE_ARTICLE_TWICE);
        w.comment = b->hints & HINT(COMMENTS);
    }
    return w;
}
