#include "page/facts_author.h"

#include "base/str.h"
#include "page/facts.h"
#include "page/facts_bylines.h"

static float score_of(const stm_byline *b)
{
    float sum = 0;
    for (unsigned i = 0; i < STM_BYLINE_SIGNS; i++)
        if (b->signs >> i & 1)
            sum += stm_page__byline_weights[i];
    return sum;
}

static const stm_byline *best_of(const stm_bylines *all)
{
    const stm_byline *best = NULL;
    float most = STM_BYLINE_LEAST;
    for (unsigned i = 0; i < all->count; i++) {
        float sum = score_of(&all->items[i]);
        if (sum > most) {
            most = sum;
            best = &all->items[i];
        }
    }
    return best;
}

/* "Doe, Jane" is Jane Doe. */
static stm_str given_name_first(stm_arena *keep, stm_str name)
{
    size_t comma = stm_str_find(name, STM_LIT(", "), 0);
    if (comma == SIZE_MAX)
        return stm_arena_copy(keep, name);
    return stm_arena_format(keep, "%.*s %.*s", (int)(name.len - comma - 2),
                            name.ptr + comma + 2, (int)comma, name.ptr);
}

static bool take(stm_page_work *w, stm_arena *keep, const stm_byline *b)
{
    w->author_count = 0;
    for (unsigned i = 0; i < b->count && i < STM_AUTHORS_MAX; i++) {
        stm_str name = given_name_first(keep, b->name[i]);
        if (!name.ptr)
            return false;
        w->authors[w->author_count++] = name;
    }
    return true;
}

static bool shares_name(const stm_byline *a, const stm_byline *b)
{
    for (size_t from = 0; from < a->key.len;) {
        stm_str rest = {a->key.ptr + from, a->key.len - from};
        size_t n = stm_str_find(rest, STM_LIT("|"), 0) + 1;
        if (stm_str_find(b->key, (stm_str){rest.ptr, n}, 0) != SIZE_MAX)
            return true;
        from += n;
    }
    return false;
}

/* Somebody else is named where the author of the page is told. */
static bool contradicts(const stm_byline *b, const stm_byline *best)
{
    const uint64_t loud =
        UINT64_C(1) << STM_BYLINE_LD | UINT64_C(1) << STM_BYLINE_META |
        UINT64_C(1) << STM_BYLINE_MICRO_NAME | UINT64_C(1) << STM_BYLINE_FIRST;
    return b != best && (b->signs & loud) && !shares_name(b, best);
}

bool stm_page__weigh_authors(stm_page_work *w, stm_arena *keep,
                             const stm_capture *c, const stm_html *html)
{
    if (!html) /* the text alone has told */
        return true;
    stm_bylines *all = STM_ARENA_NEW(w->mem, stm_bylines, 1);
    if (!all || !stm_page__bylines(all, w, c, html))
        return false;
    const stm_byline *best = best_of(all);
    if (!best) {
        w->author_count = 0;
        return true;
    }
    for (unsigned i = 0; i < all->count; i++) {
        const stm_byline *b = &all->items[i];
        if (contradicts(b, best) &&
            !stm_page__conflict(w, keep, STM_FACT_AUTHOR,
                                (stm_fact_origin)b->origin, b->name[0]))
            return false;
    }
    return take(w, keep, best);
}
