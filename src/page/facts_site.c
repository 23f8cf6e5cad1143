/* Names of sites are few and seldom wrong: the first kind of statement that is
 * there is taken. */
#include "page/facts_site.h"

#include "base/str.h"
#include "page/facts_address.h"
#include "page/facts_fold.h"

enum { LONGEST_NAME = 100 /* bytes */, NOTHING = 99 };

/* Smaller is better. */
static unsigned site_order(const stm_fact *f)
{
    if (f->value.len > LONGEST_NAME || *f->value.ptr == '@' ||
        stm_str_find(f->value, STM_LIT("://"), 0) != SIZE_MAX)
        return NOTHING;
    switch (f->origin) {
    case STM_ORIGIN_OPENGRAPH:
        return 0;
    case STM_ORIGIN_JSONLD: /* what publishes, then what is named as a site */
        return f->rank % 8 == 1 ? 1 : 2;
    case STM_ORIGIN_MICRODATA:
        return 3;
    default:
        return 4 + f->rank;
    }
}

static unsigned address_order(const stm_fact *f)
{
    switch (f->origin) {
    case STM_ORIGIN_LINK:
        return 0;
    case STM_ORIGIN_OPENGRAPH:
        return 1;
    default: /* JSON-LD of the page's article only */
        return f->origin == STM_ORIGIN_JSONLD && f->rank / 8 ? NOTHING
                                                             : 2 + f->rank;
    }
}

/* The first of the best. */
static const stm_fact *best_of(const stm_html *html, stm_fact_kind kind,
                               unsigned (*order)(const stm_fact *f))
{
    const stm_fact *best = NULL;
    unsigned least = NOTHING;
    for (size_t i = 0; html && i < html->fact_count; i++) {
        const stm_fact *f = &html->facts[i];
        unsigned n = f->kind == kind ? order(f) : NOTHING;
        if (n < least) {
            least = n;
            best = f;
        }
    }
    return best;
}

/* "© 2024 The Example. All rights reserved." names the site: what stands
 * behind the years, up to the first mark. */
static stm_str legal_name(stm_str line)
{
    size_t at = stm_str_find(line, STM_LIT("\u00a9"), 0);
    if (at == SIZE_MAX)
        return STM_NONE;
    stm_str s = {line.ptr + at + 2, line.len - at - 2};
    size_t n = 0;
    for (unsigned years = 0; years < 3; years++) {
        s = stm_page__trim_marks(s);
        for (n = 0; n < s.len && stm_ascii_digit(s.ptr[n]);)
            n++;
        s = (stm_str){s.ptr + n, s.len - n};
    }
    for (n = 0; n < s.len && !strchr(".,|;\n\"<>", s.ptr[n]);)
        n++;
    s.len = n;
    return stm_page__trim_marks(s);
}

static stm_str from_copyright(const stm_page_work *w)
{
    enum { TAIL = 12 /* segments */, LEAST = 3, MOST = 60 /* bytes */ };
    uint32_t n = w->segments.count;
    for (uint32_t i = n; i-- > 0 && n - i <= TAIL;) {
        const stm_segment *s = &w->segments.items[i];
        stm_str name = s->flags & STM_SEGMENT_LEGAL
                           ? legal_name(stm_str_cut(
                                 w->text, (stm_range){s->start, s->end}))
                           : STM_NONE;
        if (name.len >= LEAST && name.len <= MOST)
            return name;
    }
    return STM_NONE;
}

bool stm_page__weigh_site(stm_page_work *w, stm_arena *keep,
                          const stm_capture *c, const stm_html *html)
{
    const stm_fact *site = best_of(html, STM_FACT_SITE, site_order);
    const stm_fact *address = best_of(html, STM_FACT_CANONICAL, address_order);
    if (!html)
        return true;
    stm_str name = site ? site->value : from_copyright(w);
    if (name.len) {
        w->facts.site = stm_arena_copy(keep, name);
        if (!w->facts.site.ptr)
            return false;
    }
    return !address || stm_page__address_resolve(&w->facts.canonical, keep,
                                                 address->value, c->uri);
}
