/* Quotations between families. Several members of a family that have the same
 * passage got it from a common ancestor, so the edge runs from or to the lowest
 * ancestor of all of them, once. */
#include <math.h>
#include <stdlib.h>

#include "base/sets.h"
#include "tree/output.h"

enum { LOOK_BACK = 16 }; /* earlier quotations of the same text compared */

typedef struct quotation {
    uint32_t near, far; /* families; near < far */
    uint32_t a, b;      /* witnesses of near and far */
    const stm_relation *relation;
} quotation;

typedef struct job {
    stm_tree__output *out;
    const stm_tree__input *in;
    stm_arena mem;
    STM_VEC(quotation) quote;
    uint32_t *set; /* [quote] quotations of one passage */
} job;

static int by_families(const void *x, const void *y)
{
    const quotation *p = x, *q = y;
    const uint32_t m[4] = {p->near, p->far, p->a, p->b};
    const uint32_t n[4] = {q->near, q->far, q->a, q->b};
    for (int i = 0; i < 4; i++)
        if (m[i] != n[i])
            return m[i] < n[i] ? -1 : 1;
    return 0;
}

static bool gather(job *j, const stm_tree__kinship *kin)
{
    for (size_t i = 0; i < j->in->relation_count; i++) {
        const stm_relation *r = j->in->relation[i];
        uint32_t p = kin->family[r->a], q = kin->family[r->b];
        if (r->kind != STM_QUOTES || p == q)
            continue;
        quotation here = {p, q, r->a, r->b, r};
        if (p > q)
            here = (quotation){q, p, r->b, r->a, r};
        if (!stm_vec_push(&j->quote, here))
            return false;
    }
    if (j->quote.count)
        qsort(j->quote.items, j->quote.count, sizeof *j->quote.items,
              by_families);
    j->set = STM_ARENA_NEW(&j->mem, uint32_t, j->quote.count);
    for (uint32_t i = 0; j->set && i < j->quote.count; i++)
        j->set[i] = i;
    return j->set != NULL;
}

/* The bytes that passage `i` has in witness `w`. */
static stm_range bytes_in(const stm_relation *r, size_t i, uint32_t w)
{
    return r->a == w ? r->passages[i].a : r->passages[i].b;
}

static bool same_passage(const stm_relation *p, const stm_relation *q,
                         uint32_t w)
{
    for (size_t i = 0; i < p->passage_count; i++)
        for (size_t k = 0; k < q->passage_count; k++) {
            stm_range x = bytes_in(p, i, w), y = bytes_in(q, k, w);
            if (x.start < y.end && y.start < x.end)
                return true;
        }
    return false;
}

/* Joins quotations of one group, [from, to), that share a passage. */
static void join_passages(job *j, size_t from, size_t to)
{
    const quotation *q = j->quote.items;
    for (size_t i = from; i < to; i++) {
        int left = LOOK_BACK;
        for (size_t k = i; k-- > from && left;) {
            bool a = q[k].a == q[i].a, b = q[k].b == q[i].b;
            if (!a && !b)
                continue;
            left--;
            if (same_passage(q[k].relation, q[i].relation, a ? q[i].a : q[i].b))
                stm_sets__join(j->set, (uint32_t)k, (uint32_t)i);
        }
    }
}

static uint32_t depth_of(const stm_tree__output *out, uint32_t node)
{
    uint32_t depth = 0;
    while ((node = out->above.items[node]) != STM_LOST)
        depth++;
    return depth;
}

static uint32_t meet(const stm_tree__output *out, uint32_t u, uint32_t v)
{
    uint32_t p = depth_of(out, u), q = depth_of(out, v);
    for (; p > q; p--)
        u = out->above.items[u];
    for (; q > p; q--)
        v = out->above.items[v];
    while (u != v)
        u = out->above.items[u], v = out->above.items[v];
    return u;
}

typedef struct cluster {
    uint32_t a, b;         /* nodes where the members of either side meet */
    uint32_t top_a, top_b; /* the member nearest to the root */
    bool has_a, has_b;     /* where they meet is a member itself */
    uint32_t words;
    double forth, back, sure;
    const stm_relation *best;
} cluster;

static void add_side(const stm_tree__output *out, uint32_t w, uint32_t *at,
                     uint32_t *top)
{
    if (*at == STM_LOST) {
        *at = *top = w;
        return;
    }
    *at = meet(out, *at, w);
    if (depth_of(out, w) < depth_of(out, *top))
        *top = w;
}

static void add_quotation(const job *j, const quotation *q, cluster *c)
{
    const stm_relation *r = q->relation;
    bool turned = r->a != q->a;
    add_side(j->out, q->a, &c->a, &c->top_a);
    add_side(j->out, q->b, &c->b, &c->top_b);
    double forth = r->log_odds[turned ? STM_B_TO_A : STM_A_TO_B];
    double back = r->log_odds[turned ? STM_A_TO_B : STM_B_TO_A];
    c->forth += fmax(forth, -20);
    c->back += fmax(back, -20);
    if (!c->best || r->copied > c->words) {
        c->best = r;
        c->words = r->copied;
        c->sure = r->confidence;
    }
}

/* A capture where others meet, but which lacks the passage, is not where it
 * came in. */
static uint32_t place_of(const job *j, uint32_t at, uint32_t top)
{
    return j->out->node.items[at].witness == STM_LOST ? at : top;
}

static bool is_forth(const job *j, const cluster *c)
{
    if (c->forth != c->back)
        return c->forth > c->back;
    const stm_witness *w = j->in->witness;
    return stm_tree__date_cmp(stm_tree__date(&w[c->top_a]),
                              stm_tree__date(&w[c->top_b])) <= 0;
}

static bool add_cluster(job *j, size_t first, size_t to)
{
    cluster c = {.a = STM_LOST, .b = STM_LOST};
    for (size_t i = first; i < to; i++)
        if (stm_sets__find(j->set, (uint32_t)i) == first)
            add_quotation(j, &j->quote.items[i], &c);
    uint32_t a = place_of(j, c.a, c.top_a), b = place_of(j, c.b, c.top_b);
    stm_secondary e = {a, b, c.words, c.sure};
    if (!is_forth(j, &c))
        e.from = b, e.to = a;
    return stm_vec_push(&j->out->secondary, e);
}

bool stm_tree__quotations(stm_tree__output *out, const stm_tree__input *in,
                          const stm_tree__kinship *kin)
{
    job j = {.out = out, .in = in};
    bool ok = gather(&j, kin);
    const quotation *q = j.quote.items;
    for (size_t from = 0, to; ok && from < j.quote.count; from = to) {
        to = from + 1;
        while (to < j.quote.count && q[to].near == q[from].near &&
               q[to].far == q[from].far)
            to++;
        join_passages(&j, from, to);
        for (size_t i = from; ok && i < to; i++)
            if (stm_sets__find(j.set, (uint32_t)i) == i)
                ok = add_cluster(&j, i, to);
    }
    stm_vec_free(&j.quote);
    stm_arena_free(&j.mem);
    return ok;
}
