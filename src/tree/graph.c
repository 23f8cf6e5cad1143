/* The unrooted tree: nodes, neighbours, and the wording of lost texts. */
#include <stdlib.h>

#include "base/hash.h"
#include "tree/family.h"

void stm_tree__family_free(stm_tree__family *f)
{
    for (size_t i = 0; i < f->node.count; i++)
        stm_vec_free(&f->node.items[i].near);
    stm_vec_free(&f->node);
    stm_arena_free(&f->mem);
}

uint32_t stm_tree__node_add(stm_tree__family *f, uint32_t witness)
{
    stm_tree__node n = {.witness = witness, .parent = STM_LOST};
    if (f->node.count >= STM_LOST || !stm_vec_push(&f->node, n))
        return STM_LOST;
    return (uint32_t)(f->node.count - 1);
}

bool stm_tree__join(stm_tree__family *f, uint32_t u, uint32_t v)
{
    stm_tree__node *n = f->node.items;
    return stm_vec_push(&n[u].near, v) && stm_vec_push(&n[v].near, u);
}

static void forget(stm_tree__node *n, uint32_t v)
{
    size_t kept = 0;
    for (size_t i = 0; i < n->near.count; i++)
        if (n->near.items[i] != v)
            n->near.items[kept++] = n->near.items[i];
    n->near.count = kept;
}

void stm_tree__part(stm_tree__family *f, uint32_t u, uint32_t v)
{
    forget(&f->node.items[u], v);
    forget(&f->node.items[v], u);
}

bool stm_tree__move(stm_tree__family *f, uint32_t w, uint32_t old, uint32_t now)
{
    stm_tree__part(f, w, old);
    return stm_tree__join(f, w, now);
}

stm_tree__pair stm_tree__nodes_pair(const stm_tree__family *f, uint32_t u,
                                    uint32_t v)
{
    return stm_tree__pair_of(f->in, f->node.items[u].witness,
                             f->node.items[v].witness);
}

typedef STM_VEC(uint32_t) places;

static int by_value(const void *x, const void *y)
{
    uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    return (a > b) - (a < b);
}

static bool count_votes(stm_tree__family *f, const uint32_t *of, size_t count,
                        places *seen)
{
    for (size_t k = 0; k < count; k++) {
        const stm_tree__row *r = &f->node.items[of[k]].row;
        for (uint32_t i = 0; i < r->count; i++)
            if (!f->votes[r->place[i]]++ && !stm_vec_push(seen, r->place[i]))
                return false;
    }
    return true;
}

static bool keep_elected(stm_tree__family *f, size_t count, const places *seen,
                         stm_tree__row *out)
{
    uint32_t *place = STM_ARENA_NEW(&f->mem, uint32_t, seen->count);
    if (!place)
        return false;
    *out = (stm_tree__row){place, NULL, 0};
    for (size_t i = 0; i < seen->count; i++)
        if (2 * (size_t)f->votes[seen->items[i]] > count)
            place[out->count++] = seen->items[i];
    return true;
}

/* What one text has between two places that most have. */
typedef struct reading {
    uint32_t gap; /* before the elected place of this number */
    uint32_t from, count;
    const uint32_t *place;
    uint64_t hash;
} reading;
typedef STM_VEC(reading) readings;

static int by_gap(const void *x, const void *y)
{
    const reading *a = x, *b = y;
    if (a->gap != b->gap)
        return a->gap < b->gap ? -1 : 1;
    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    return 0;
}

static bool list_readings(const stm_tree__row *r, const stm_tree__row *elected,
                          readings *out)
{
    uint32_t gap = 0;
    for (uint32_t i = 0; i < r->count;) {
        while (gap < elected->count && elected->place[gap] < r->place[i])
            gap++;
        uint32_t end = gap < elected->count ? elected->place[gap] : UINT32_MAX;
        reading here = {gap, i, 0, r->place + i, 0};
        for (; i < r->count && r->place[i] < end; i++)
            here.hash = stm_hash_pair(here.hash, r->place[i]), here.count++;
        i += i < r->count && r->place[i] == end;
        if (here.count && !stm_vec_push(out, here))
            return false;
    }
    return true;
}

/* The reading that more texts have than any other, none included; NULL when two
 * are even or it stands alone. `all` are the readings of one gap. */
static const reading *favourite(const reading *all, size_t n, size_t texts)
{
    size_t most = 0, next = texts - n;
    const reading *best = NULL;
    for (size_t i = 0, to; i < n; i = to) {
        for (to = i; to < n && all[to].hash == all[i].hash;)
            to++;
        if (to - i > most) {
            next = most > next ? most : next;
            most = to - i;
            best = &all[i];
        } else if (to - i > next) {
            next = to - i;
        }
    }
    return most > 1 && most > next ? best : NULL;
}

/* Where every text reads differently but two or three agree, their reading is
 * the likeliest, though it is not that of most. */
static bool add_favourites(stm_tree__family *f, const uint32_t *of,
                           size_t count, stm_tree__row *out)
{
    readings all = {0};
    bool ok = true;
    size_t room = out->count;
    for (size_t k = 0; ok && k < count; k++)
        ok = list_readings(&f->node.items[of[k]].row, out, &all);
    if (ok && all.count)
        qsort(all.items, all.count, sizeof *all.items, by_gap);
    for (size_t i = 0; i < all.count; i++)
        room += all.items[i].count;
    uint32_t *place = ok ? STM_ARENA_NEW(&f->mem, uint32_t, room) : NULL;
    uint32_t n = 0;
    for (size_t gap = 0, i = 0; place && gap <= out->count; gap++) {
        size_t from = i;
        while (i < all.count && all.items[i].gap == gap)
            i++;
        const reading *best =
            i - from > 1 ? favourite(all.items + from, i - from, count) : NULL;
        for (uint32_t k = 0; best && k < best->count; k++)
            place[n++] = best->place[k];
        if (gap < out->count)
            place[n++] = out->place[gap];
    }
    stm_vec_free(&all);
    if (place)
        *out = (stm_tree__row){place, NULL, n};
    return place != NULL;
}

bool stm_tree__majority(stm_tree__family *f, const uint32_t *of, size_t count,
                        stm_tree__row *out)
{
    places seen = {0};
    bool ok = count_votes(f, of, count, &seen);
    if (ok && seen.count)
        qsort(seen.items, seen.count, sizeof *seen.items, by_value);
    ok = ok && keep_elected(f, count, &seen, out) &&
         (count < 3 || add_favourites(f, of, count, out));
    for (size_t i = 0; i < seen.count; i++)
        f->votes[seen.items[i]] = 0;
    stm_vec_free(&seen);
    return ok;
}
