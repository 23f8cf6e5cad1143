#include "page/facts_headline.h"

#include "page/facts.h"
#include "page/facts_fold.h"
#include "page/facts_headlines.h"
#include "page/ranges.h"

static float score_of(const stm_headline *h)
{
    float sum = 0;
    for (unsigned i = 0; i < STM_HEADLINE_SIGNS; i++)
        if (h->signs >> i & 1)
            sum += stm_page__headline_weights[i];
    return sum;
}

static const stm_headline *best_of(const stm_headlines *all)
{
    const stm_headline *best = NULL;
    float most = 0;
    for (unsigned i = 0; i < all->count; i++) {
        float sum = score_of(&all->items[i]);
        if (!best || sum > most) {
            most = sum;
            best = &all->items[i];
        }
    }
    return best;
}

/* A whole statement for machines, or the first heading, that has other words
 * than the headline. */
static bool contradicts(const stm_headline *h, const stm_headline *best)
{
    const uint64_t loud =
        UINT64_C(1) << STM_HEADLINE_LD | UINT64_C(1) << STM_HEADLINE_OG |
        UINT64_C(1) << STM_HEADLINE_MICRO | UINT64_C(1) << STM_HEADLINE_H1;
    return h != best && (h->signs & loud) &&
           !stm_page__holds_words(h->folded, best->folded) &&
           !stm_page__holds_words(best->folded, h->folded);
}

bool stm_page__weigh_headline(stm_page_work *w, stm_arena *keep,
                              const stm_capture *c, const stm_html *html)
{
    if (!html) {
        if (w->title != STM_NO_SEGMENT)
            w->facts.title = stm_page__title_text(w);
        return true;
    }
    stm_headlines *all = STM_ARENA_NEW(w->mem, stm_headlines, 1);
    if (!all || !stm_page__headlines(all, w, c, html))
        return false;
    const stm_headline *best = best_of(all);
    if (!best)
        return true;
    w->facts.title = stm_arena_copy(keep, best->text);
    for (unsigned i = 0; i < all->count; i++) {
        const stm_headline *h = &all->items[i];
        if (contradicts(h, best) &&
            !stm_page__conflict(w, keep, STM_FACT_TITLE,
                                (stm_fact_origin)h->origin, h->text))
            return false;
    }
    return w->facts.title.ptr;
}
