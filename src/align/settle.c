/* Strands (words aligned in order) and regions (words in any order) become the
 * passages to show. A region whose strands follow one another is one passage;
 * one that strands of almost unchanged words explain, but in another order, is
 * as many passages as were moved; any other is one passage whose words were
 * shuffled or summed up. A strand outside all regions is too little to be told
 * from chance by itself, and stays only where much of the longer text is
 * shared anyway. */
#include "align/regions.h"

#include <string.h>

#include "align/weights.h"

typedef struct settler {
    stm_pair *p;
    stm_passage *strand; /* by place in A */
    size_t strands;
    bool *stays, *away;   /* [strands] */
    size_t *mine, *group; /* strands of the region at hand; their groups */
    bool *used_a, *used_b;
    bool copy; /* much of both texts is shared */
    stm_passage *out;
    size_t count;
} settler;

static uint32_t len(stm_span s) { return s.to - s.from; }

static uint32_t shared(stm_span x, stm_span y)
{
    uint32_t from = x.from > y.from ? x.from : y.from;
    uint32_t to = x.to < y.to ? x.to : y.to;
    return to > from ? to - from : 0;
}

static bool lies_in(const stm_passage *s, const stm_region *r)
{
    return 2 * shared(s->a, r->a) > len(s->a) &&
           2 * shared(s->b, r->b) > len(s->b);
}

static size_t strands_of(const settler *t, const stm_region *r)
{
    size_t n = 0;
    for (size_t k = 0; k < t->strands; k++)
        if (lies_in(&t->strand[k], r))
            t->mine[n++] = k;
    return n;
}

static void use(bool *used, stm_span at)
{
    memset(used + at.from, true, len(at));
}

/* Words in place, as far as strands tell; those that stay are told anew. */
static void count_words(stm_passage *x, const settler *t, size_t n)
{
    uint32_t a = len(x->a), b = len(x->b);
    for (size_t k = 0; k < n; k++)
        if (t->strand[t->mine[k]].same > x->same)
            x->same = t->strand[t->mine[k]].same;
    x->kind = STM_PASSAGE_EDITED;
    x->similarity = (float)x->same / (float)(a > b ? a : b);
}

static void put(settler *t, stm_span a, stm_span b)
{
    use(t->used_a, a);
    use(t->used_b, b);
    t->out[t->count++] =
        (stm_passage){.a = a, .b = b, .kind = STM_PASSAGE_EDITED};
}

/* A strand that is no accident, so that no passage may run across it. */
static bool is_solid(const stm_passage *s)
{
    return s->same >= STM_SOLID_WORDS && s->similarity >= STM_SOLID_ALIKE;
}

static bool lies_between(stm_span s, stm_span x, stm_span y)
{
    return s.from >= x.to && s.to <= y.from;
}

static bool same_gap(const stm_text *t, stm_span x, stm_span y)
{
    return t->gap[x.from] == t->gap[y.from];
}

/* Does the strand after this one go on where it ends? */
static bool goes_on(const settler *t, size_t k)
{
    const stm_passage *x = &t->strand[t->mine[k]];
    const stm_passage *y = &t->strand[t->mine[k + 1]];
    if (y->b.from < x->b.to || y->a.from - x->a.to > STM_REGION_JOIN ||
        y->b.from - x->b.to > STM_REGION_JOIN ||
        !same_gap(t->p->a.text, x->a, y->a) ||
        !same_gap(t->p->b.text, x->b, y->b))
        return false;
    for (size_t m = 0; m < t->strands; m++) {
        const stm_passage *z = &t->strand[m];
        if (is_solid(z) &&
            (lies_between(z->a, x->a, y->a) || lies_between(z->b, x->b, y->b)))
            return false;
    }
    return true;
}

/* Joins the strands of a region that follow one another: group[g] is the first
 * strand of group g. */
static size_t group_strands(const settler *t, size_t n)
{
    size_t groups = 0;
    for (size_t k = 0; k < n; k++)
        if (!k || !goes_on(t, k - 1))
            t->group[groups++] = k;
    return groups;
}

/* Are these few groups of words that were hardly changed, and do they explain
 * the region? */
static bool were_moved(const settler *t, const stm_region *r, size_t n,
                       size_t groups)
{
    uint32_t words = 0;
    for (size_t g = 0; g < groups; g++) {
        size_t to = g + 1 < groups ? t->group[g + 1] : n;
        uint32_t same = 0, in_a = 0, in_b = 0;
        for (size_t k = t->group[g]; k < to; k++) {
            const stm_passage *s = &t->strand[t->mine[k]];
            same += s->same, in_a += len(s->a), in_b += len(s->b);
        }
        uint32_t longer = in_a > in_b ? in_a : in_b;
        if ((float)same < STM_MOVED_ALIKE * (float)longer)
            return false;
        words += longer;
    }
    uint32_t most = len(r->a) > len(r->b) ? len(r->a) : len(r->b);
    return (float)words >= STM_MOVED_EXPLAINED * (float)most;
}

static void put_groups(settler *t, size_t n, size_t groups)
{
    for (size_t g = 0; g < groups; g++) {
        size_t to = g + 1 < groups ? t->group[g + 1] : n;
        const stm_passage *x = &t->strand[t->mine[t->group[g]]];
        const stm_passage *y = &t->strand[t->mine[to - 1]];
        put(t, (stm_span){x->a.from, y->a.to}, (stm_span){x->b.from, y->b.to});
    }
}

static bool ends_near(stm_span x, stm_span y)
{
    return x.from <= y.from + STM_ALIGN_EDGE &&
           y.from <= x.from + STM_ALIGN_EDGE && x.to <= y.to + STM_ALIGN_EDGE &&
           y.to <= x.to + STM_ALIGN_EDGE;
}

static bool is_free(const bool *used, stm_span at)
{
    return !memchr(used + at.from, true, len(at));
}

static stm_span both(stm_span x, stm_span y)
{
    return (stm_span){x.from < y.from ? x.from : y.from,
                      x.to > y.to ? x.to : y.to};
}

/* The ends of one group of strands are known to the word; in a copy they may
 * lie beyond those of the region. */
static void put_region(settler *t, const stm_region *r, size_t n, size_t groups)
{
    stm_span a = r->a, b = r->b;
    if (groups == 1) {
        const stm_passage *x = &t->strand[t->mine[0]];
        const stm_passage *y = &t->strand[t->mine[n - 1]];
        stm_span in_a = {x->a.from, y->a.to}, in_b = {x->b.from, y->b.to};
        if (ends_near(in_a, a) && ends_near(in_b, b))
            a = in_a, b = in_b;
        else if (t->copy && same_gap(t->p->a.text, a, in_a) &&
                 same_gap(t->p->b.text, b, in_b))
            a = both(a, in_a), b = both(b, in_b);
    }
    if (is_free(t->used_a, a) && is_free(t->used_b, b))
        put(t, a, b);
    else if (is_free(t->used_a, r->a) && is_free(t->used_b, r->b))
        put(t, r->a, r->b);
}

/* Does a solid strand lead from the region to somewhere else? */
static bool leads_away(settler *t, const stm_region *r)
{
    bool any = false;
    for (size_t k = 0; k < t->strands; k++) {
        const stm_passage *s = &t->strand[k];
        bool in_a = 2 * shared(s->a, r->a) > len(s->a);
        bool in_b = 2 * shared(s->b, r->b) > len(s->b);
        if (in_a == in_b || !is_solid(s))
            continue;
        t->away[k] = any = true;
    }
    return any;
}

/* A faithful strand that goes on beyond a region is the better passage. */
static void put_long_strands(settler *t, const stm_region *r)
{
    for (size_t k = 0; k < t->strands; k++) {
        const stm_passage *s = &t->strand[k];
        if (t->stays[k] || s->similarity < STM_FAITHFUL_ALIKE ||
            len(s->a) <= len(r->a) || 2 * shared(s->a, r->a) <= len(r->a) ||
            2 * shared(s->b, r->b) <= len(r->b))
            continue;
        t->stays[k] = true;
        if (is_free(t->used_a, s->a) && is_free(t->used_b, s->b))
            put(t, s->a, s->b);
    }
}

/* Strands that lie in a region stay. */
static void settle_region(settler *t, const stm_region *r)
{
    size_t n = strands_of(t, r), groups = group_strands(t, n);
    size_t before = t->count;
    for (size_t k = 0; k < n; k++)
        t->stays[t->mine[k]] = true;
    if (!r->condensed && groups &&
        (leads_away(t, r) || (groups > 1 && were_moved(t, r, n, groups))))
        put_groups(t, n, groups);
    else
        put_region(t, r, n, groups);
    if (t->p->by_regions && t->count > before && !stm_align__is_loud(r)) {
        count_words(&t->out[t->count - 1], t, n);
        for (size_t k = 0; k < n; k++)
            t->stays[t->mine[k]] &=
                t->strand[t->mine[k]].similarity >= STM_SOLID_ALIKE;
    }
}

/* Is much of the longer text held by strands and regions together? */
static bool is_copy(const settler *t, bool *held)
{
    uint32_t words = 0, count = t->p->b.text->count;
    for (size_t k = 0; k < t->strands; k++)
        use(held, t->strand[k].b);
    for (size_t k = 0; k < t->p->regions.count; k++)
        if (!t->p->regions.items[k].condensed)
            use(held, t->p->regions.items[k].b);
    for (uint32_t i = 0; i < count; i++)
        words += held[i];
    return (float)words >= STM_COPY_SHARE * (float)count;
}

static bool is_whole(const stm_text *t, stm_span at)
{
    return t->flags[at.from] & STM_WORD_SENTENCE &&
           (at.to == t->count || t->flags[at.to] & STM_WORD_SENTENCE);
}

/* Whole sentences word for word are a quotation, however short. */
static bool is_quoted(const settler *t, const stm_passage *s)
{
    return s->same >= STM_QUOTED_WORDS && s->same == len(s->a) &&
           s->same == len(s->b) && is_whole(t->p->a.text, s->a) &&
           is_whole(t->p->b.text, s->b);
}

static void put_free_strands(settler *t)
{
    for (size_t k = 0; k < t->strands; k++) {
        const stm_passage *s = &t->strand[k];
        if (t->stays[k] || !(t->copy || t->away[k] || is_quoted(t, s)))
            continue;
        t->stays[k] = true;
        if (is_free(t->used_a, s->a) && is_free(t->used_b, s->b))
            put(t, s->a, s->b);
    }
}

static size_t drop_strands(settler *t)
{
    size_t kept = 0;
    for (size_t k = 0; k < t->strands; k++)
        if (t->stays[k])
            t->strand[kept++] = t->strand[k];
    return kept;
}

static bool settler_new(settler *t, stm_pair *p, bool **held)
{
    size_t a = (size_t)p->a.text->count + 1, b = (size_t)p->b.text->count + 1;
    t->mine = STM_ARENA_NEW(&p->mem, size_t, t->strands + 1);
    t->group = STM_ARENA_NEW(&p->mem, size_t, t->strands + 1);
    t->stays = STM_ARENA_NEW(&p->mem, bool, t->strands + 1);
    t->away = STM_ARENA_NEW(&p->mem, bool, t->strands + 1);
    t->used_a = STM_ARENA_NEW(&p->mem, bool, a);
    t->used_b = STM_ARENA_NEW(&p->mem, bool, b);
    *held = STM_ARENA_NEW(&p->mem, bool, b);
    return t->mine && t->group && t->stays && t->away && t->used_a &&
           t->used_b && *held;
}

bool stm_align__settle(stm_pair *p, stm_passage *strands, size_t *n,
                       stm_passage *shared, size_t *count)
{
    bool *held;
    settler t = {.p = p, .strand = strands, .strands = *n, .out = shared};
    if (!settler_new(&t, p, &held))
        return false;
    t.copy = is_copy(&t, held);
    for (size_t k = 0; k < p->regions.count; k++)
        put_long_strands(&t, &p->regions.items[k]);
    for (size_t k = 0; k < p->regions.count; k++)
        settle_region(&t, &p->regions.items[k]);
    put_free_strands(&t);
    *n = drop_strands(&t);
    *count = t.count;
    return true;
}
