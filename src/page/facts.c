#include "page/facts.h"

#include <string.h>

#include "page/facts_author.h"
#include "page/facts_date.h"
#include "page/facts_headline.h"
#include "page/facts_language.h"
#include "page/facts_site.h"

bool stm_page__conflict(stm_page_work *w, stm_arena *keep, stm_fact_kind kind,
                        stm_fact_origin origin, stm_str value)
{
    stm_page_facts *f = &w->facts;
    if (f->conflict_count == STM_CONFLICTS_MAX)
        return true;
    stm_str copy = stm_arena_copy(keep, value);
    if (!copy.ptr)
        return false;
    f->conflicts[f->conflict_count++] = (stm_conflict){kind, origin, copy};
    return true;
}

void stm_page__facts_begin(stm_page_work *w, const stm_capture *c,
                           const stm_html *html)
{
    stm_page__read_language(w, html);
    w->day_first = stm_page__is_day_first(w, c, html);
}

bool stm_page__weigh_facts(stm_page_work *w, stm_arena *keep,
                           const stm_capture *c, const stm_html *html)
{
    return stm_page__weigh_site(w, keep, c, html) &&
           stm_page__weigh_headline(w, keep, c, html) &&
           stm_page__weigh_authors(w, keep, c, html) &&
           stm_page__weigh_dates(w, keep, c, html);
}

bool stm_page__show_facts(stm_page *p, stm_arena *keep, const stm_page_work *w,
                          const char *guessed, uint32_t words)
{
    const stm_page_facts *f = &w->facts;
    stm_str *authors = STM_ARENA_NEW(keep, stm_str, w->author_count);
    stm_conflict *conflicts =
        STM_ARENA_NEW(keep, stm_conflict, f->conflict_count);
    if (!authors || !conflicts)
        return false;
    memcpy(authors, w->authors, w->author_count * sizeof *authors);
    memcpy(conflicts, f->conflicts, f->conflict_count * sizeof *conflicts);
    p->title = f->title;
    p->site = f->site;
    p->canonical = f->canonical;
    p->authors = authors;
    p->author_count = w->author_count;
    p->published = w->published;
    p->updated = w->updated;
    p->conflicts = conflicts;
    p->conflict_count = f->conflict_count;
    const char *language = stm_page__language(w, guessed, words);
    strncpy(p->language, language, sizeof p->language - 1);
    return true;
}
