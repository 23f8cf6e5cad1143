/* From links to passages. Sentence links come first; what an exact run covers
 * beyond them (a copy that stops in mid-sentence, a quoted half sentence) is
 * added; neighbours in both texts are joined; words are aligned inside; and the
 * ends move in to the first and last common word where one side has a stretch
 * there that the other lacks. */
#include "align/pair.h"
#include "align/regions.h"

#include "align/weights.h"

/* Words that may stand between two links of one passage, on either side. */
enum { JOIN = 12 };

typedef struct claims {
    bool *a, *b; /* tokens that a link has taken */
} claims;

static void claim(claims *c, stm_link l)
{
    for (uint32_t i = l.a.from; i < l.a.to; i++)
        c->a[i] = true;
    for (uint32_t i = l.b.from; i < l.b.to; i++)
        c->b[i] = true;
}

static bool same_gap(const stm_text *t, uint32_t x, uint32_t y)
{
    return t->gap[x] == t->gap[y];
}

/* A stretch [i, i + len) of a run that is free in both texts: long enough to
 * stand alone, or going on where a link ends or begins. */
static bool worth(const stm_pair *p, const claims *c, uint32_t i, uint32_t j,
                  uint32_t len)
{
    if (len >= p->opts.min_run)
        return true;
    if (len < STM_ALIGN_SEED)
        return false;
    bool before = i && j && c->a[i - 1] && c->b[j - 1];
    bool after = i + len < p->a.text->count && j + len < p->b.text->count &&
                 c->a[i + len] && c->b[j + len];
    return before || after;
}

static bool take_free(stm_pair *p, claims *c, stm_run r)
{
    for (uint32_t k = 0; k < r.len;) {
        uint32_t i = r.a + k, j = r.b + k, len = 0;
        while (k + len < r.len && !c->a[i + len] && !c->b[j + len] &&
               same_gap(p->a.text, i, i + len) &&
               same_gap(p->b.text, j, j + len))
            len++;
        stm_link l = {{i, i + len}, {j, j + len}};
        if (len && worth(p, c, i, j, len)) {
            if (!stm_vec_push(&p->links, l))
                return false;
            claim(c, l);
        }
        k += len ? len : 1;
    }
    return true;
}

static int longest_first(const void *x, const void *y)
{
    const stm_run *a = x, *b = y;
    if (a->len != b->len)
        return a->len < b->len ? 1 : -1;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return (a->b > b->b) - (a->b < b->b);
}

static int by_start(const void *x, const void *y)
{
    const stm_link *a = x, *b = y;
    return (a->a.from > b->a.from) - (a->a.from < b->a.from);
}

static bool add_runs(stm_pair *p, claims *c)
{
    c->a = STM_ARENA_NEW(&p->mem, bool, (size_t)p->a.text->count + 1);
    c->b = STM_ARENA_NEW(&p->mem, bool, (size_t)p->b.text->count + 1);
    if (!c->a || !c->b)
        return false;
    for (size_t k = 0; k < p->links.count; k++)
        claim(c, p->links.items[k]);
    if (p->runs.count)
        qsort(p->runs.items, p->runs.count, sizeof *p->runs.items,
              longest_first);
    for (size_t k = 0; k < p->runs.count; k++)
        if (!take_free(p, c, p->runs.items[k]))
            return false;
    if (p->links.count)
        qsort(p->links.items, p->links.count, sizeof *p->links.items, by_start);
    return true;
}

static bool goes_on(const stm_pair *p, const claims *c, const stm_passage *x,
                    stm_link l)
{
    if (l.b.from < x->b.to || l.a.from - x->a.to > JOIN ||
        l.b.from - x->b.to > JOIN)
        return false;
    for (uint32_t j = x->b.to; j < l.b.from; j++)
        if (c->b[j])
            return false;
    return same_gap(p->a.text, x->a.from, l.a.from) &&
           same_gap(p->b.text, x->b.from, l.b.from);
}

static bool is_kept(const stm_pair *p, uint32_t i, stm_span b)
{
    return p->a_to_b[i] != STM_NO_TOKEN && p->a_to_b[i] >= b.from &&
           p->a_to_b[i] < b.to;
}

/* How much of two edge stretches without a kept word may stay: as much as both
 * have, unless one is far longer, when the copy stops or starts in between. */
static uint32_t edge(uint32_t a, uint32_t b)
{
    uint32_t low = a < b ? a : b, high = a < b ? b : a;
    return high - low > STM_ALIGN_EDGE && low > STM_ALIGN_EDGE ? 0 : low;
}

/* Moves the ends in; false when no word was kept. */
static bool trim(const stm_pair *p, stm_passage *x)
{
    uint32_t first = x->a.from, last = x->a.to;
    while (first < x->a.to && !is_kept(p, first, x->b))
        first++;
    if (first == x->a.to)
        return false;
    while (!is_kept(p, last - 1, x->b))
        last--;
    uint32_t first_b = p->a_to_b[first], last_b = p->a_to_b[last - 1] + 1;
    uint32_t head = edge(first - x->a.from, first_b - x->b.from);
    uint32_t tail = edge(x->a.to - last, x->b.to - last_b);
    if (first - x->a.from > head + STM_ALIGN_EDGE ||
        first_b - x->b.from > head + STM_ALIGN_EDGE)
        x->a.from = first - head, x->b.from = first_b - head;
    if (x->a.to - last > tail + STM_ALIGN_EDGE ||
        x->b.to - last_b > tail + STM_ALIGN_EDGE)
        x->a.to = last + tail, x->b.to = last_b + tail;
    return true;
}

/* Links are aligned one by one, so a word that ends one of them here and begins
 * the next one there has no counterpart yet; it has after a second look at the
 * stretches that differ. */
static bool match_across(stm_pair *p, const stm_passage *x)
{
    uint32_t a = x->a.from, b = x->b.from;
    for (uint32_t i = x->a.from; i <= x->a.to; i++) {
        if (i < x->a.to && !is_kept(p, i, x->b))
            continue;
        uint32_t j = i < x->a.to ? p->a_to_b[i] : x->b.to;
        if (a < i && b < j &&
            !stm_align__words(p, (stm_span){a, i}, (stm_span){b, j}))
            return false;
        a = i + 1, b = j + 1;
    }
    return true;
}

void stm_align__measure(const stm_pair *p, stm_passage *x)
{
    uint32_t a = x->a.to - x->a.from, b = x->b.to - x->b.from;
    x->same = 0;
    for (uint32_t i = x->a.from; i < x->a.to; i++)
        x->same += p->a_to_b[i] != STM_NO_TOKEN;
    x->similarity = (float)x->same / (float)(a > b ? a : b);
}

/* Joins the links from `k` on into one passage and aligns its words; returns
 * the link after, or 0 when out of memory. */
static size_t join(stm_pair *p, const claims *c, size_t k, stm_passage *x)
{
    const stm_link *l = p->links.items;
    *x = (stm_passage){.a = l[k].a, .b = l[k].b};
    if (!stm_align__words(p, l[k].a, l[k].b))
        return 0;
    for (k++; k < p->links.count && goes_on(p, c, x, l[k]); k++) {
        stm_span gap_a = {x->a.to, l[k].a.from}, gap_b = {x->b.to, l[k].b.from};
        if (!stm_align__words(p, gap_a, gap_b) ||
            !stm_align__words(p, l[k].a, l[k].b))
            return 0;
        x->a.to = l[k].a.to;
        x->b.to = l[k].b.to;
    }
    return k;
}

/* A replaced word that was learned to be one speaks for a copy nearly as much
 * as a kept one. */
static bool is_alike(const stm_pair *p, const stm_passage *x)
{
    uint32_t a = x->a.to - x->a.from, b = x->b.to - x->b.from;
    if (x->same < STM_ALIGN_KEPT)
        return false;
    if (x->similarity >= STM_ALIGN_ALIKE)
        return true;
    float words =
        (float)x->same + STM_ALIGN_LEARNED * (float)stm_align__learned(p, x);
    return words >= STM_ALIGN_ALIKE * (float)(a > b ? a : b);
}

static bool find_strands(stm_pair *p, stm_passage **strands, size_t *count,
                         stm_arena *mem)
{
    claims c;
    size_t n = 0;
    if (!add_runs(p, &c))
        return false;
    size_t room = p->links.count + p->regions.count + 1;
    stm_passage *x = STM_ARENA_NEW(mem, stm_passage, room);
    if (!x)
        return false;
    for (size_t k = 0; k < p->links.count;) {
        k = join(p, &c, k, &x[n]);
        if (!k || !match_across(p, &x[n]))
            return false;
        if (!trim(p, &x[n]))
            continue;
        stm_align__measure(p, &x[n]);
        n += is_alike(p, &x[n]);
    }
    *strands = x;
    *count = n;
    return true;
}

static int by_place(const void *x, const void *y)
{
    const stm_passage *a = x, *b = y;
    return (a->a.from > b->a.from) - (a->a.from < b->a.from);
}

static void forget_between(stm_pair *p, const stm_passage *x, size_t count)
{
    uint32_t at = 0;
    for (size_t k = 0; k <= count; k++) {
        uint32_t to = k < count ? x[k].a.from : p->a.text->count;
        for (uint32_t i = at; i < to; i++)
            stm_align__forget(p, i);
        at = k < count ? x[k].a.to : to;
    }
}

/* Regions that no strand explains, but whose words say loudly that they were
 * copied, are passages too. */
static size_t add_regions(const stm_pair *p, stm_passage *x, size_t n)
{
    size_t count = n;
    for (size_t k = 0; k < p->regions.count; k++) {
        const stm_region *r = &p->regions.items[k];
        bool alone = stm_align__is_loud(r);
        for (size_t m = 0; alone && m < n; m++)
            alone = (x[m].a.to <= r->a.from || x[m].a.from >= r->a.to) &&
                    (x[m].b.to <= r->b.from || x[m].b.from >= r->b.to);
        if (alone)
            x[count++] = (stm_passage){.a = r->a, .b = r->b};
    }
    return count;
}

static bool map_words(stm_pair *p, stm_passage *x, size_t count)
{
    for (size_t k = 0; k < count; k++) {
        if (!stm_align__in_order(p, x[k].a, x[k].b) || !match_across(p, &x[k]))
            return false;
        stm_align__measure(p, &x[k]);
    }
    return true;
}

bool stm_align__passages(stm_pair *p, stm_passages *out, stm_arena *mem)
{
    size_t n, room;
    stm_passage *x;
    if (!find_strands(p, &x, &n, mem))
        return false;
    room = n + p->regions.count + 1;
    stm_passage *shared = STM_ARENA_NEW(mem, stm_passage, room);
    if (!shared || !stm_align__settle(p, x, &n, shared, &out->shared_count))
        return false;
    n = add_regions(p, x, n);
    if (n)
        qsort(x, n, sizeof *x, by_place);
    if (out->shared_count)
        qsort(shared, out->shared_count, sizeof *shared, by_place);
    forget_between(p, x, n);
    out->strands = x;
    out->strand_count = n;
    out->shared = shared;
    return map_words(p, x, n);
}
