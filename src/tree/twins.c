/* Identical captures are one node of the tree, so the tree does not say which
 * of them came first, nor from which of them a copy was made. Two that are
 * dated differently say the first, and the sites say both: who reprints a text
 * puts his own page around it, so what shares its site with the text above came
 * first, and a copy comes from the one that shares the copy's site. Of 64
 * families of pages parents are right in .803 with this, in .793 where the
 * first that is dated came first, and in .790 with the sites alone. */
#include "tree/twins.h"

enum { LOOKS = 64 }; /* identical captures looked at for one copy: a bound */

static double same_site(const stm_tree__family *f, uint32_t a, uint32_t b)
{
    const stm_tree__site *s = f->in->site;
    return s ? stm_tree__same_site(&s[a], &s[b]) : 0;
}

static uint32_t stand_in(const stm_tree__family *f, uint32_t u)
{
    return u == STM_LOST ? STM_LOST : f->node.items[u].witness;
}

/* Of `w` and the nearest to it of those for which `stands` stands. */
static double nearest(const stm_tree__twins *t, const stm_tree__family *f,
                      uint32_t w, uint32_t stands)
{
    double most = 0;
    unsigned looks = 0;
    for (uint32_t x = stands; x != STM_LOST && looks < LOOKS; x = t->next[x]) {
        double same = same_site(f, w, x);
        most = same > most ? same : most;
        looks++;
    }
    return most;
}

/* How many captures share the site of `w`, in parts of a capture. */
static double followers(const stm_tree__family *f, uint32_t w)
{
    double sum = 0;
    for (size_t i = 0; i < f->member_count && i < LOOKS; i++)
        sum += same_site(f, w, f->member[i]);
    return sum;
}

/* The earliest date, where there are two. */
static const stm_date *first_date(const stm_tree__twins *t,
                                  const stm_tree__family *f, uint32_t stands)
{
    const stm_date *first = NULL;
    bool differ = false;
    for (uint32_t w = stands; w != STM_LOST; w = t->next[w]) {
        const stm_date *d = stm_tree__date(&f->in->witness[w]);
        int order = d && first ? stm_tree__date_cmp(d, first) : 0;
        differ = differ || order != 0;
        if (d && (!first || order < 0))
            first = d;
    }
    return differ ? first : NULL;
}

/* Of those with the first date, or of all where there is none, the one nearest
 * to the site of the text above; of equals the one that stands for all. */
static uint32_t choose_first(const stm_tree__twins *t,
                             const stm_tree__family *f, uint32_t u)
{
    uint32_t stands = stand_in(f, u), best = STM_LOST;
    uint32_t above = stand_in(f, f->node.items[u].parent);
    const stm_date *date = first_date(t, f, stands);
    double most = -1;
    unsigned looks = 0;
    for (uint32_t w = stands; w != STM_LOST && looks < LOOKS; w = t->next[w]) {
        const stm_date *own = stm_tree__date(&f->in->witness[w]);
        if (date && (!own || stm_tree__date_cmp(own, date)))
            continue;
        double near =
            above == STM_LOST ? followers(f, w) : nearest(t, f, w, above);
        if (near > most)
            most = near, best = w;
        looks++;
    }
    return best;
}

bool stm_tree__twins_find(stm_tree__twins *t, const stm_tree__family *f,
                          stm_arena *mem)
{
    t->next = STM_ARENA_NEW(mem, uint32_t, f->in->count);
    t->first = STM_ARENA_NEW(mem, uint32_t, f->in->count);
    uint32_t *last = STM_ARENA_NEW(mem, uint32_t, f->in->count);
    if (!t->next || !t->first || !last)
        return false;
    for (size_t i = 0; i < f->member_count; i++)
        t->next[f->member[i]] = STM_LOST, last[f->member[i]] = f->member[i];
    for (size_t i = 0; i < f->member_count; i++) {
        uint32_t w = f->member[i], stands = f->kin->twin[w];
        if (w == stands)
            continue;
        t->next[last[stands]] = w;
        last[stands] = w;
    }
    for (uint32_t u = 0; u < f->captures; u++)
        t->first[stand_in(f, u)] = choose_first(t, f, u);
    return true;
}

uint32_t stm_tree__twins_source(const stm_tree__twins *t,
                                const stm_tree__family *f, uint32_t u,
                                uint32_t v)
{
    uint32_t stands = stand_in(f, u);
    uint32_t best = t->first[stands];
    if (stm_tree__is_lost(f, v))
        return best;
    uint32_t copy = t->first[stand_in(f, v)];
    double most = same_site(f, best, copy);
    unsigned looks = 0;
    for (uint32_t w = stands; w != STM_LOST && looks < LOOKS; w = t->next[w]) {
        double same = same_site(f, w, copy);
        if (same > most)
            most = same, best = w;
        looks++;
    }
    return best;
}
