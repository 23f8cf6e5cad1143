/* Versions in time. What a version says of its own date counts for the others:
 * none is older than what it was made from, or younger than what was made of
 * it, and none is younger than its capture. The order is that of the tree, and
 * where that leaves a choice that of the dates; dates that contradict the tree,
 * or each other, are told and not followed. */
#include "edition/changes.h"
#include "edition/instant.h"

#include <stdlib.h>

#include "base/str.h"

typedef struct timeline {
    stm_edition__bench *b;
    stm_arena mem;
    stm_stage *stage; /* [members] as listed by the bench */
    uint32_t *above;  /* [members] the member it was made from, or
                         STM_NO_LOCAL */
    uint32_t *order;  /* [members] oldest first */
    int64_t *key;     /* [members] when it probably was there */
} timeline;

static bool has_date(const stm_date *d) { return d->year != 0; }

static const stm_witness *witness_of(const timeline *t, uint32_t m)
{
    uint32_t w = t->b->tree->nodes[t->b->member[m]].witness;
    return w == STM_LOST ? NULL : &t->b->witness[w];
}

static int64_t first_of(const stm_date *d)
{
    return stm_edition__instant_of(d).first;
}

static int64_t last_of(const stm_date *d)
{
    return stm_edition__instant_of(d).last;
}

static void read_dates(timeline *t, uint32_t m)
{
    const stm_witness *w = witness_of(t, m);
    stm_stage *s = &t->stage[m];
    *s = (stm_stage){.node = t->b->member[m], .before = STM_LOST};
    if (!w)
        return;
    s->dated = w->page->updated.year ? w->page->updated : w->page->published;
    if (w->capture->captured.ptr)
        s->latest.date = stm_edition__read_date(w->capture->captured);
    s->latest.node = s->node;
}

/* A bound from what another version says of itself, or leaves open. */
static void not_before(stm_stage *s, const stm_date *d, uint32_t node)
{
    if (has_date(d) && (!has_date(&s->earliest.date) ||
                        first_of(d) > first_of(&s->earliest.date)))
        s->earliest = (stm_bound){*d, node};
}

static void not_after(stm_stage *s, const stm_date *d, uint32_t node)
{
    if (has_date(d) &&
        (!has_date(&s->latest.date) || last_of(d) < last_of(&s->latest.date)))
        s->latest = (stm_bound){*d, node};
}

static bool find_above(timeline *t)
{
    const stm_tree *tree = t->b->tree;
    uint32_t *member = STM_ARENA_NEW(&t->mem, uint32_t, tree->node_count);
    if (!member)
        return false;
    for (size_t i = 0; i < tree->node_count; i++)
        member[i] = STM_NO_LOCAL;
    for (uint32_t m = 0; m < t->b->members; m++) {
        member[t->b->member[m]] = m;
        t->above[m] = STM_NO_LOCAL;
    }
    for (size_t i = 0; i < tree->edge_count; i++) {
        const stm_edge *e = &tree->edges[i];
        if (member[e->to] == STM_NO_LOCAL)
            continue;
        t->above[member[e->to]] = member[e->from];
        t->stage[member[e->to]].before = e->from;
    }
    return true;
}

/* Parents before children. */
static bool walk_down(timeline *t)
{
    uint32_t n = t->b->members, done = 0;
    uint32_t *child = STM_ARENA_NEW(&t->mem, uint32_t, n);
    uint32_t *next = STM_ARENA_NEW(&t->mem, uint32_t, n);
    if (!child || !next)
        return false;
    for (uint32_t i = 0; i < n; i++)
        child[i] = STM_NO_LOCAL;
    for (uint32_t i = n; i-- > 0;) {
        if (t->above[i] == STM_NO_LOCAL) {
            t->order[done++] = i;
            continue;
        }
        next[i] = child[t->above[i]];
        child[t->above[i]] = i;
    }
    for (uint32_t i = 0; i < done; i++)
        for (uint32_t c = child[t->order[i]]; c != STM_NO_LOCAL; c = next[c])
            t->order[done++] = c;
    return done == n;
}

static void find_bounds(timeline *t)
{
    uint32_t n = t->b->members;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t m = t->order[i], u = t->above[m];
        if (u == STM_NO_LOCAL)
            continue;
        const stm_stage *p = &t->stage[u];
        not_before(&t->stage[m], &p->earliest.date, p->earliest.node);
        not_before(&t->stage[m], &p->dated, p->node);
    }
    for (uint32_t i = n; i-- > 0;) {
        uint32_t m = t->order[i], u = t->above[m];
        const stm_stage *s = &t->stage[m];
        if (u == STM_NO_LOCAL)
            continue;
        not_after(&t->stage[u], &s->latest.date, s->latest.node);
        not_after(&t->stage[u], &s->dated, s->node);
    }
}

static bool contradicts(const stm_date *early, const stm_date *late)
{
    return has_date(early) && has_date(late) && first_of(early) > last_of(late);
}

static void find_conflicts(timeline *t)
{
    for (uint32_t m = 0; m < t->b->members; m++) {
        stm_stage *s = &t->stage[m];
        s->conflict = contradicts(&s->earliest.date, &s->latest.date) ||
                      contradicts(&s->earliest.date, &s->dated) ||
                      contradicts(&s->dated, &s->latest.date);
    }
}

/* By its own date, else right behind what it was made from. */
static void guess_when(timeline *t)
{
    for (uint32_t i = 0; i < t->b->members; i++) {
        uint32_t m = t->order[i], u = t->above[m];
        const stm_stage *s = &t->stage[m];
        t->key[m] = u == STM_NO_LOCAL ? INT64_MIN : t->key[u];
        if (has_date(&s->dated) && first_of(&s->dated) > t->key[m])
            t->key[m] = first_of(&s->dated);
    }
}

typedef struct rank {
    int64_t key;
    uint32_t place, member; /* place in the walk down */
} rank;

static int by_key(const void *x, const void *y)
{
    const rank *a = x, *b = y;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return (a->place > b->place) - (a->place < b->place);
}

/* A key is never less than that of the source, whose place comes before. */
static bool put_in_order(timeline *t)
{
    rank *ranks = STM_ARENA_NEW(&t->mem, rank, t->b->members);
    if (!ranks)
        return false;
    for (uint32_t i = 0; i < t->b->members; i++)
        ranks[i] = (rank){t->key[t->order[i]], i, t->order[i]};
    qsort(ranks, t->b->members, sizeof *ranks, by_key);
    for (uint32_t i = 0; i < t->b->members; i++)
        t->order[i] = ranks[i].member;
    return true;
}

static bool tell_changes(timeline *t)
{
    const stm_edition__bench *b = t->b;
    for (uint32_t m = 0; m < b->members; m++) {
        uint32_t u = t->above[m];
        if (u == STM_NO_LOCAL || b->stands[u] == b->stands[m])
            continue;
        if (!stm_edition__changes(b, b->stands[u], b->stands[m], &t->stage[m]))
            return false;
    }
    return true;
}

static bool make(timeline *t)
{
    uint32_t n = t->b->members;
    t->stage = STM_ARENA_NEW(&t->mem, stm_stage, n);
    t->above = STM_ARENA_NEW(&t->mem, uint32_t, n);
    t->order = STM_ARENA_NEW(&t->mem, uint32_t, n);
    t->key = STM_ARENA_NEW(&t->mem, int64_t, n);
    if (!t->stage || !t->above || !t->order || !t->key)
        return false;
    for (uint32_t m = 0; m < n; m++)
        read_dates(t, m);
    if (!find_above(t) || !walk_down(t))
        return false;
    find_bounds(t);
    find_conflicts(t);
    guess_when(t);
    return put_in_order(t) && tell_changes(t);
}

bool stm_edition__publish_versions(stm_edition__bench *b, stm_collation *out)
{
    timeline t = {.b = b};
    stm_stage *stages = STM_ARENA_NEW(b->out, stm_stage, b->members);
    bool ok = stages && make(&t);
    for (uint32_t i = 0; ok && i < b->members; i++)
        stages[i] = t.stage[t.order[i]];
    stm_arena_free(&t.mem);
    out->versions = stages;
    out->version_count = b->members;
    return ok;
}
