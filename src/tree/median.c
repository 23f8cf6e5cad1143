/* Lost ancestors by medians. On a path y-x-z of the tree the text that most of
 * the three read is their median. Where x stands alone against both in readings
 * of its own, x is not what y and z have in common: it leaves the path, and a
 * lost text takes its place. Without this step every true edge next to a lost
 * text is drawn wrong: edge precision .36 before, .84 after.
 *
 * Which neighbours agree against x is read off an index of traits (a place that
 * x lacks or has alone), so a text with thousands of neighbours does not cost
 * their square. */
#include <math.h>
#include <stdlib.h>

#include "tree/family.h"
#include "tree/weights.h"

/* What a neighbour has and x lacks, or the other way round. */
typedef struct trait {
    uint64_t key; /* place * 2 + lacks */
    uint32_t near;
} trait;

/* Two neighbours, by index, and how many traits they share. */
typedef struct couple {
    uint32_t i, j, count;
} couple;

typedef struct bench {
    STM_VEC(trait) trait;
    STM_VEC(couple) couple;
} bench;

static int by_key(const void *x, const void *y)
{
    const trait *a = x, *b = y;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return (a->near > b->near) - (a->near < b->near);
}

static int by_members(const void *x, const void *y)
{
    const couple *a = x, *b = y;
    if (a->i != b->i)
        return a->i < b->i ? -1 : 1;
    return (a->j > b->j) - (a->j < b->j);
}

static int by_count(const void *x, const void *y)
{
    const couple *a = x, *b = y;
    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    return by_members(x, y);
}

static bool add_traits(bench *b, const stm_tree__row *x, const stm_tree__row *y,
                       uint32_t near)
{
    uint32_t i = 0, j = 0;
    for (;;) {
        uint32_t p = i < x->count ? x->place[i] : UINT32_MAX;
        uint32_t q = j < y->count ? y->place[j] : UINT32_MAX;
        uint32_t place = p < q ? p : q;
        if (place == UINT32_MAX)
            return true;
        trait t = {(uint64_t)place * 2 + (p < q), near};
        if (p != q && !stm_vec_push(&b->trait, t))
            return false;
        i += p == place;
        j += q == place;
    }
}

static bool gather_traits(const stm_tree__family *f, uint32_t x, bench *b)
{
    const stm_tree__node *n = f->node.items;
    b->trait.count = 0;
    for (uint32_t i = 0; i < n[x].near.count; i++)
        if (!add_traits(b, &n[x].row, &n[n[x].near.items[i]].row, i))
            return false;
    if (b->trait.count)
        qsort(b->trait.items, b->trait.count, sizeof *b->trait.items, by_key);
    return true;
}

/* Couples among traits [from, to), which are one trait of many texts: all of
 * the first few, then neighbours in the list. */
static bool add_couples(bench *b, size_t from, size_t to)
{
    const trait *t = b->trait.items;
    for (size_t i = from; i < to; i++) {
        size_t end = i - from < STM_TREE_CLIQUE ? from + STM_TREE_CLIQUE : 0;
        end = end > i + 2 ? end : i + 2;
        for (size_t j = i + 1; j < to && j < end; j++) {
            couple c = {t[i].near, t[j].near, 1};
            if (!stm_vec_push(&b->couple, c))
                return false;
        }
    }
    return true;
}

static void merge_couples(bench *b)
{
    couple *c = b->couple.items;
    size_t kept = 0;
    if (b->couple.count)
        qsort(c, b->couple.count, sizeof *c, by_members);
    for (size_t i = 0; i < b->couple.count; i++) {
        if (kept && c[kept - 1].i == c[i].i && c[kept - 1].j == c[i].j)
            c[kept - 1].count++;
        else
            c[kept++] = c[i];
    }
    b->couple.count = kept;
    if (kept)
        qsort(c, kept, sizeof *c, by_count);
}

static bool gather_couples(bench *b)
{
    const trait *t = b->trait.items;
    b->couple.count = 0;
    for (size_t i = 0; i < b->trait.count;) {
        size_t to = i;
        while (to < b->trait.count && t[to].key == t[i].key)
            to++;
        if (!add_couples(b, i, to))
            return false;
        i = to;
    }
    merge_couples(b);
    return true;
}

/* Spinners share their thesauri, so a word or two that they agree in need not
 * come from a common source. */
static uint32_t fewest(const stm_tree__family *f, uint32_t u, uint32_t v)
{
    static const uint32_t words[] = {1, STM_TREE_SPUN_ONE, STM_TREE_SPUN_BOTH};
    const stm_tree__node *n = f->node.items;
    return words[n[u].spun + n[v].spun];
}

static stm_tree__trio trio_of(const stm_tree__family *f, uint32_t x, uint32_t y,
                              uint32_t z)
{
    const stm_tree__node *n = f->node.items;
    const stm_tree__row *row[3] = {&n[x].row, &n[y].row, &n[z].row};
    const uint32_t few[3] = {fewest(f, y, z), fewest(f, x, z), fewest(f, x, y)};
    return stm_tree__compare3(row, few);
}

/* Log-odds that `k` of `n` readings of the middle text are missing from the
 * next one because that was not made from it, against chance: editors drop a
 * reading now and then. */
static double not_dropped(uint32_t k, uint32_t n)
{
    double chance = lgamma(n + 1.0) - lgamma(k + 1.0) - lgamma(n - k + 1.0) +
                    k * log(STM_TREE_MEDIAN_DROP) +
                    (n - k) * log(1 - STM_TREE_MEDIAN_DROP);
    return -log(n + 1.0) - chance;
}

/* Editors: nobody writes again what another text had before, so a reading that
 * two texts share against the third is strong; words that the third alone has
 * may have been dropped. */
static bool edited_apart(const stm_tree__trio *t, unsigned k)
{
    uint32_t p = t->own[(k + 1) % 3], q = t->own[(k + 2) % 3];
    uint32_t shared = p < q ? p : q;
    double odds = STM_TREE_MEDIAN_PUT * t->put[k] - STM_TREE_MEDIAN_COST;
    if (t->more[k])
        odds += not_dropped(t->more[k], t->more[k] + shared);
    return odds > 0;
}

static bool copied_apart(const stm_tree__trio *t, unsigned k)
{
    uint32_t p = t->put[(k + 1) % 3], q = t->put[(k + 2) % 3];
    uint32_t all = t->put[k] + (p < q ? p : q);
    return t->put[k] >= STM_TREE_MEDIAN_EVENTS &&
           t->put[k] >= STM_TREE_MEDIAN_SHARE * all;
}

/* Whether member `k` of the three is apart from what the others share. */
static bool is_apart(const stm_tree__family *f, const stm_tree__trio *t,
                     unsigned k)
{
    if (t->lacks[k])
        return true;
    return f->manuscripts ? copied_apart(t, k) : edited_apart(t, k);
}

typedef struct split {
    uint32_t y, z;
    stm_tree__trio trio;
} split;

/* The couple of x's neighbours against which x stands alone most often. */
static bool best_split(const stm_tree__family *f, uint32_t x, const bench *b,
                       split *best)
{
    const uint32_t *near = f->node.items[x].near.items;
    for (size_t i = 0; i < b->couple.count && i < STM_TREE_MEDIAN_TRIES; i++) {
        uint32_t y = near[b->couple.items[i].i], z = near[b->couple.items[i].j];
        stm_tree__trio t = trio_of(f, x, y, z);
        if (t.own[0] > best->trio.own[0] && is_apart(f, &t, 0))
            *best = (split){y, z, t};
    }
    return best->trio.own[0] > 0;
}

static bool take_majority(stm_tree__family *f, uint32_t lost)
{
    stm_tree__row row;
    const stm_tree__node *n = &f->node.items[lost];
    if (!stm_tree__majority(f, n->near.items, n->near.count, &row))
        return false;
    f->node.items[lost].row = row;
    return true;
}

/* Neighbours of x that are nearer to the lost text follow it. */
static bool draw_over(stm_tree__family *f, uint32_t x, uint32_t lost)
{
    for (size_t i = 0; i < f->node.items[x].near.count;) {
        const stm_tree__node *n = f->node.items;
        uint32_t w = n[x].near.items[i];
        if (w != lost && stm_tree__compare(&n[w].row, &n[lost].row).cost <
                             stm_tree__compare(&n[w].row, &n[x].row).cost) {
            if (!stm_tree__move(f, w, x, lost))
                return false;
        } else {
            i++;
        }
    }
    return true;
}

static bool insert_lost(stm_tree__family *f, uint32_t x, const split *s)
{
    uint32_t lost = stm_tree__node_add(f, STM_LOST);
    if (lost == STM_LOST || !stm_tree__move(f, s->y, x, lost) ||
        !stm_tree__move(f, s->z, x, lost) || !stm_tree__join(f, x, lost))
        return false;
    f->node.items[lost].proof = s->trio.own[0];
    return take_majority(f, lost) && draw_over(f, x, lost) &&
           take_majority(f, lost);
}

/* One step at x; `*done` says that there was nothing to do. */
static bool split_once(stm_tree__family *f, uint32_t x, bench *b, bool *done)
{
    split s = {0};
    *done = true;
    if (f->node.items[x].near.count < 2)
        return true;
    if (!gather_traits(f, x, b) || !gather_couples(b))
        return false;
    if (!best_split(f, x, b, &s))
        return true;
    *done = false;
    if (!is_apart(f, &s.trio, 1))
        return stm_tree__move(f, s.z, x, s.y);
    if (!is_apart(f, &s.trio, 2))
        return stm_tree__move(f, s.y, x, s.z);
    return insert_lost(f, x, &s);
}

/* Lost texts whose neighbours have moved are read anew. */
static bool read_lost(stm_tree__family *f)
{
    for (uint32_t u = f->captures; u < f->node.count; u++)
        if (f->node.items[u].near.count > 2 && !take_majority(f, u))
            return false;
    return true;
}

/* All nodes in turn, as long as a turn changes something. */
bool stm_tree__medians(stm_tree__family *f)
{
    bench b = {0};
    bool ok = true, changed = true;
    size_t steps = 4 * (size_t)f->captures; /* moves could go round */
    while (ok && changed && steps) {
        changed = false;
        for (uint32_t x = 0; ok && x < f->node.count; x++) {
            bool done = false;
            while (ok && !done && steps) {
                ok = split_once(f, x, &b, &done);
                changed = changed || !done;
                steps -= !done;
            }
        }
        ok = ok && read_lost(f);
    }
    stm_vec_free(&b.trait);
    stm_vec_free(&b.couple);
    return ok;
}
