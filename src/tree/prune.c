/* Lost texts that do not pay are taken out again. Three texts at a time showed
 * that one stands apart, and each step saw its own three only. Here a lost text
 * is looked at with all its neighbours: the changed stretches from it to them,
 * and its price, against the same with one of the neighbours in its place. What
 * that neighbour lacks and several others have would then have been written
 * more than once, and costs by its words. So the node goes where its readings
 * could as well be changes of a neighbour, and two lost texts that nothing
 * parts become one.
 *
 * In Dollo parsimony a reading arises once and may be dropped often, so a lost
 * text has what two of its neighbours have (J. Felsenstein, Inferring
 * Phylogenies, 2004, chapter 7; a branch on which nothing changed is no branch:
 * J. Coddington, N. Scharff, Problems with zero-length branches, 1994). */
#include <math.h>

#include "base/sort.h"
#include "tree/family.h"
#include "tree/weights.h"

typedef STM_VEC(uint32_t) numbers;

typedef struct bench {
    stm_tree__family *f;
    numbers seen, room; /* places of some texts */
    numbers read, both; /* places of a lost text; of two as one */
    numbers near;       /* neighbours of two as one */
} bench;

typedef struct merger {
    uint32_t into;
    double saved;
} merger;

/* Votes of all `of` but `skip`, and their places in order; `own`: a spinner's
 * words are nobody's reading. */
static bool count_votes(bench *b, const uint32_t *of, size_t n, uint32_t skip,
                        bool own)
{
    stm_tree__family *f = b->f;
    b->seen.count = 0;
    for (size_t k = 0; k < n; k++) {
        const stm_tree__row *r = &f->node.items[of[k]].row;
        if (of[k] == skip)
            continue;
        if (!stm_vec_reserve(&b->seen, r->count))
            return false;
        for (uint32_t i = 0; i < r->count; i++)
            if (!(own && r->token && r->token[i] == STM_NO_TOKEN) &&
                !f->votes[r->place[i]]++)
                b->seen.items[b->seen.count++] = r->place[i];
    }
    b->room.count = 0;
    if (!stm_vec_reserve(&b->room, b->seen.count))
        return false;
    if (b->seen.count)
        stm_sort_u32(b->seen.items, b->room.items, b->seen.count);
    return true;
}

static void forget_votes(bench *b)
{
    for (size_t i = 0; i < b->seen.count; i++)
        b->f->votes[b->seen.items[i]] = 0;
}

/* What two or more of the texts have. */
static bool read_shared(bench *b, const uint32_t *of, size_t n, numbers *out)
{
    bool ok = count_votes(b, of, n, STM_LOST, false);
    out->count = 0;
    ok = ok && stm_vec_reserve(out, b->seen.count);
    for (size_t i = 0; ok && i < b->seen.count; i++)
        if (b->f->votes[b->seen.items[i]] > 1)
            out->items[out->count++] = b->seen.items[i];
    forget_votes(b);
    return ok;
}

static double of_words(uint32_t words)
{
    return fmin(STM_TREE_AGAIN_MOST,
                STM_TREE_AGAIN + STM_TREE_AGAIN_WORD * (words - 1));
}

/* What writing again costs where text `m` stands in the midst of `of`: readings
 * that it lacks and several of them have. */
static bool written_again(bench *b, uint32_t m, const uint32_t *of, size_t n,
                          double *cost)
{
    const stm_tree__family *f = b->f;
    const stm_tree__row *r = &f->node.items[m].row;
    bool ok = count_votes(b, of, n, m, true);
    uint32_t at = 0, run = 0, last = 0, votes = 0;
    *cost = 0;
    for (size_t i = 0; ok && i < b->seen.count; i++) {
        uint32_t p = b->seen.items[i];
        while (at < r->count && r->place[at] < p)
            at++;
        bool has = at < r->count && r->place[at] == p;
        uint32_t now = has ? 0 : f->votes[p];
        if (run && (now != votes || p != last + 1)) {
            *cost += (votes - 1) * of_words(run);
            run = 0;
        }
        run += now > 1;
        votes = now, last = p;
    }
    if (run)
        *cost += (votes - 1) * of_words(run);
    forget_votes(b);
    return ok;
}

/* Changed stretches from `row` to all `of` but `skip`. */
static double star(const stm_tree__family *f, const stm_tree__row *row,
                   const uint32_t *of, size_t n, uint32_t skip)
{
    uint32_t events = 0;
    for (size_t k = 0; k < n; k++)
        if (of[k] != skip)
            events += stm_tree__compare(row, &f->node.items[of[k]].row).events;
    return events;
}

static stm_tree__row row_of(const numbers *places)
{
    return (stm_tree__row){places->items, NULL, (uint32_t)places->count};
}

/* Lost text `x` with `into`, which is lost too, as one. `before` is the cost
 * of x's star. */
static bool join_lost(bench *b, uint32_t x, uint32_t into, double before,
                      double *saved)
{
    const stm_tree__family *f = b->f;
    const stm_tree__node *u = &f->node.items[x], *v = &f->node.items[into];
    b->near.count = 0;
    if (!stm_vec_reserve(&b->near, u->near.count + v->near.count))
        return false;
    for (size_t i = 0; i < u->near.count; i++)
        if (u->near.items[i] != into)
            b->near.items[b->near.count++] = u->near.items[i];
    for (size_t i = 0; i < v->near.count; i++)
        if (v->near.items[i] != x)
            b->near.items[b->near.count++] = v->near.items[i];
    if (!read_shared(b, v->near.items, v->near.count, &b->both))
        return false;
    stm_tree__row own = row_of(&b->both);
    before += star(f, &own, v->near.items, v->near.count, x);
    if (!read_shared(b, b->near.items, b->near.count, &b->both))
        return false;
    stm_tree__row both = row_of(&b->both);
    *saved = before + STM_TREE_LOST_PRICE -
             star(f, &both, b->near.items, b->near.count, STM_LOST);
    return true;
}

/* Capture `m` in the place of its neighbour x; one that was spun or cut cannot
 * be the source of the others. */
static bool replace(bench *b, uint32_t x, uint32_t m, double before,
                    double *saved)
{
    const stm_tree__node *u = &b->f->node.items[x];
    double again;
    bool barred;
    *saved = 0;
    if (!stm_tree__is_barred(b->f, m, x, &barred))
        return false;
    if (barred)
        return true;
    if (!written_again(b, m, u->near.items, u->near.count, &again))
        return false;
    *saved =
        before + STM_TREE_LOST_PRICE - again -
        star(b->f, &b->f->node.items[m].row, u->near.items, u->near.count, m);
    return true;
}

/* The neighbours that read most like lost text x, the nearest first. */
static size_t likeliest(const bench *b, uint32_t x, uint32_t *out)
{
    const stm_tree__node *u = &b->f->node.items[x];
    stm_tree__row row = row_of(&b->read);
    uint32_t far[STM_TREE_PRUNE_TRIES];
    size_t n = 0;
    for (size_t i = 0; i < u->near.count; i++) {
        uint32_t v = u->near.items[i];
        uint32_t d = stm_tree__compare(&row, &b->f->node.items[v].row).events;
        size_t at = n < STM_TREE_PRUNE_TRIES ? n++ : n;
        if (at == n && d >= far[at - 1])
            continue;
        at -= at == n;
        for (; at && far[at - 1] > d; at--)
            far[at] = far[at - 1], out[at] = out[at - 1];
        far[at] = d, out[at] = v;
    }
    return n;
}

static bool best_merger(bench *b, uint32_t x, merger *best)
{
    const stm_tree__family *f = b->f;
    const stm_tree__node *u = &f->node.items[x];
    uint32_t into[STM_TREE_PRUNE_TRIES];
    *best = (merger){STM_LOST, 0};
    if (!read_shared(b, u->near.items, u->near.count, &b->read))
        return false;
    stm_tree__row row = row_of(&b->read);
    double before = star(f, &row, u->near.items, u->near.count, STM_LOST);
    size_t n = likeliest(b, x, into);
    for (size_t i = 0; i < n; i++) {
        double saved;
        if (!(stm_tree__is_lost(f, into[i])
                  ? join_lost(b, x, into[i], before, &saved)
                  : replace(b, x, into[i], before, &saved)))
            return false;
        if (saved > best->saved)
            *best = (merger){into[i], saved};
    }
    return true;
}

/* The last node takes the number of `x`, which has no neighbours left. */
static void drop(stm_tree__family *f, uint32_t x)
{
    stm_tree__node *n = f->node.items;
    uint32_t last = (uint32_t)f->node.count - 1;
    stm_vec_free(&n[x].near);
    for (size_t i = 0; x != last && i < n[last].near.count; i++) {
        stm_tree__node *v = &n[n[last].near.items[i]];
        for (size_t k = 0; k < v->near.count; k++)
            if (v->near.items[k] == last)
                v->near.items[k] = x;
    }
    n[x] = n[last];
    f->node.count--;
}

static bool merge(stm_tree__family *f, uint32_t x, uint32_t into)
{
    stm_tree__node *n = f->node.items;
    if (n[into].proof < n[x].proof)
        n[into].proof = n[x].proof;
    stm_tree__part(f, x, into);
    while (n[x].near.count)
        if (!stm_tree__move(f, n[x].near.items[0], x, into))
            return false;
    drop(f, x);
    return true;
}

/* What most of its neighbours read, now that they are others. */
static bool read_lost(stm_tree__family *f)
{
    for (uint32_t u = f->captures; u < f->node.count; u++) {
        stm_tree__row row;
        const stm_tree__node *n = &f->node.items[u];
        if (n->near.count < 3)
            continue;
        if (!stm_tree__majority(f, n->near.items, n->near.count, &row))
            return false;
        f->node.items[u].row = row;
    }
    return true;
}

static bool prune_once(bench *b, bool *changed)
{
    stm_tree__family *f = b->f;
    *changed = false;
    for (uint32_t x = f->captures; x < f->node.count;) {
        merger m = {STM_LOST, 0};
        size_t near = f->node.items[x].near.count;
        if (near && near < 3)
            m.into = f->node.items[x].near.items[0];
        else if (near <= STM_TREE_PRUNE_NEAR && !best_merger(b, x, &m))
            return false;
        if (m.into == STM_LOST) {
            x++;
            continue;
        }
        *changed = true;
        if (!merge(f, x, m.into))
            return false;
    }
    return !*changed || read_lost(f);
}

bool stm_tree__prune(stm_tree__family *f)
{
    bench b = {.f = f};
    bool ok = true, changed = true;
    for (int i = 0; ok && changed && i < STM_TREE_PRUNE_TURNS; i++)
        ok = prune_once(&b, &changed);
    stm_vec_free(&b.seen);
    stm_vec_free(&b.room);
    stm_vec_free(&b.read);
    stm_vec_free(&b.both);
    stm_vec_free(&b.near);
    return ok;
}
