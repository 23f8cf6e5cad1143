/* The next best trees. An edge is given at the confidence with which it is
 * right; the rest of that likelihood belongs to other trees, and is divided
 * among those that differ in this edge alone: it runs the other way, both texts
 * come from a third, the copy has another source that is nearly as near. A lost
 * text that is not sure leaves its place to the first of its copies. */
#include <stemma/tree.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "tree/input.h"

/* Words by which another source may be farther away and still be half as
 * likely; of the order of a changed sentence. Not fitted. */
#define HALF_AS_LIKELY 12.0
#define LEAST 1e-6 /* no alternative is less likely than this */

typedef struct alternatives {
    stm_alternatives public; /* first: stm_alternatives_free gets this back */
    stm_arena mem;
    STM_VEC(stm_alternative) found;
} alternatives;

typedef struct search {
    alternatives *out;
    const stm_tree *t;
    const stm_tree__input *in;
    uint32_t *parent; /* [nodes] or STM_LOST */
    double *sure;     /* [nodes] of the edge from the parent */
} search;

static const char *id(const search *s, uint32_t node)
{
    return s->t->nodes[node].id;
}

static bool is_lost(const search *s, uint32_t node)
{
    return s->t->nodes[node].witness == STM_LOST;
}

/* `edges` are copied. */
static bool add(search *s, double sure, double likely, stm_str text,
                const stm_regraft *edges, size_t count, uint32_t without)
{
    uint32_t at = edges[0].to == STM_NEW_LOST ? edges[1].to : edges[0].to;
    stm_regraft *own = STM_ARENA_NEW(&s->out->mem, stm_regraft, count);
    if (!own || !text.ptr)
        return false;
    memcpy(own, edges, count * sizeof *own);
    likely = likely > LEAST ? likely : LEAST;
    double loss = log((sure > LEAST ? sure : LEAST) / likely);
    stm_alternative a = {s->t->nodes[at].family,
                         likely,
                         loss > 0 ? loss : 0,
                         text,
                         own,
                         count,
                         without};
    return stm_vec_push(&s->out->found, a);
}

static bool turn(search *s, uint32_t v, double likely)
{
    uint32_t u = s->parent[v];
    const stm_regraft edges[] = {{s->parent[u], v}, {v, u}};
    stm_str text =
        stm_arena_format(&s->out->mem, "%s is the source of %s, not its copy",
                         id(s, v), id(s, u));
    return add(s, s->sure[v], likely, text, edges, 2, STM_LOST);
}

static bool make_siblings(search *s, uint32_t v, double likely)
{
    uint32_t u = s->parent[v];
    const stm_regraft edges[] = {
        {s->parent[u], STM_NEW_LOST}, {STM_NEW_LOST, u}, {STM_NEW_LOST, v}};
    stm_str text = stm_arena_format(
        &s->out->mem, "%s is no copy of %s: both come from a text that is lost",
        id(s, v), id(s, u));
    return add(s, s->sure[v], likely, text, edges, 3, STM_LOST);
}

static bool regraft(search *s, uint32_t v, uint32_t q, double likely)
{
    const stm_regraft edge = {q, v};
    stm_str text =
        stm_arena_format(&s->out->mem, "%s comes from %s, not from %s",
                         id(s, v), id(s, q), id(s, s->parent[v]));
    return add(s, s->sure[v], likely, text, &edge, 1, STM_LOST);
}

static bool is_below(const search *s, uint32_t node, uint32_t above)
{
    while (node != STM_LOST && node != above)
        node = s->parent[node];
    return node == above;
}

typedef struct rival {
    uint32_t node; /* STM_LOST: none */
    double far;
} rival;

static void look_at(const search *s, uint32_t v, const stm_relation *r,
                    rival *best)
{
    uint32_t q = r->a == v ? r->b : r->a;
    if (!stm_relation_is_copy(r->kind) || r->kind == STM_IDENTICAL ||
        q == s->parent[v] || is_below(s, q, v) ||
        stm_tree__pair_of(s->in, q, v).barred_down)
        return;
    double far = stm_tree__distance(s->in, r);
    if (best->node == STM_LOST || far < best->far ||
        (far == best->far && q < best->node))
        *best = (rival){q, far};
}

/* The nearest capture that could be the source of `v` instead, of each. */
static void find_rivals(const search *s, rival *best)
{
    for (size_t i = 0; i < s->in->count; i++)
        best[i].node = STM_LOST;
    for (size_t i = 0; i < s->in->relation_count; i++) {
        const stm_relation *r = s->in->relation[i];
        look_at(s, r->a, r, &best[r->a]);
        look_at(s, r->b, r, &best[r->b]);
    }
}

/* How likely the rival is against the source that the tree has. */
static double weight_of(const search *s, uint32_t v, const rival *r)
{
    uint32_t u = s->parent[v];
    if (r->node == STM_LOST)
        return 0;
    if (is_lost(s, u))
        return .25; /* a lost text is between the two in any case */
    stm_tree__pair p = stm_tree__pair_of(s->in, u, v);
    double near = p.relation ? stm_tree__distance(s->in, p.relation) : r->far;
    return exp2(-(r->far > near ? r->far - near : 0) / HALF_AS_LIKELY);
}

/* Alternatives to the edge into capture `v`. */
static bool vary(search *s, uint32_t v, const rival *r)
{
    uint32_t u = s->parent[v];
    double left = 1 - s->sure[v], up = 0, beside = 0;
    double other = weight_of(s, v, r);
    if (!is_lost(s, u)) {
        stm_tree__pair p = stm_tree__pair_of(s->in, u, v);
        up = exp(p.up);
        beside = exp(p.beside);
    }
    double all = up + beside + other;
    if (all <= 0)
        return true;
    return (up <= 0 || turn(s, v, left * up / all)) &&
           (beside <= 0 || make_siblings(s, v, left * beside / all)) &&
           (other <= 0 || regraft(s, v, r->node, left * other / all));
}

/* A lost text without which its first sure copy stands in its place. */
static bool leave_out(search *s, uint32_t x)
{
    const stm_tree *t = s->t;
    uint32_t heir = STM_LOST, n = 0;
    double least = s->parent[x] == STM_LOST ? 1 : s->sure[x];
    stm_regraft *edges =
        STM_ARENA_NEW(&s->out->mem, stm_regraft, t->edge_count);
    if (!edges)
        return false;
    for (size_t i = 0; i < t->edge_count; i++) {
        const stm_edge *e = &t->edges[i];
        if (e->from != x)
            continue;
        least = e->confidence < least ? e->confidence : least;
        bool poor = e->kind == STM_SPUN || e->kind == STM_EXCERPT;
        if (!is_lost(s, e->to) && !poor && heir == STM_LOST)
            heir = e->to;
    }
    if (heir == STM_LOST)
        return true;
    edges[n++] = (stm_regraft){s->parent[x], heir};
    for (size_t i = 0; i < t->edge_count; i++)
        if (t->edges[i].from == x && t->edges[i].to != heir)
            edges[n++] = (stm_regraft){heir, t->edges[i].to};
    stm_str text = stm_arena_format(
        &s->out->mem, "there was no %s: %s itself is what the others come from",
        id(s, x), id(s, heir));
    return add(s, least, 1 - least, text, edges, n, x);
}

static int likeliest_first(const void *x, const void *y)
{
    const stm_alternative *a = x, *b = y;
    if (a->loss != b->loss)
        return a->loss < b->loss ? -1 : 1;
    if (a->confidence != b->confidence)
        return a->confidence > b->confidence ? -1 : 1;
    return strcmp(a->text.ptr, b->text.ptr);
}

static bool prepare(search *s)
{
    const stm_tree *t = s->t;
    s->parent = STM_ARENA_NEW(&s->out->mem, uint32_t, t->node_count);
    s->sure = STM_ARENA_NEW(&s->out->mem, double, t->node_count);
    if (!s->parent || !s->sure)
        return false;
    for (size_t i = 0; i < t->node_count; i++)
        s->parent[i] = STM_LOST;
    for (size_t i = 0; i < t->edge_count; i++) {
        s->parent[t->edges[i].to] = t->edges[i].from;
        s->sure[t->edges[i].to] = t->edges[i].confidence;
    }
    return true;
}

static bool find_all(search *s)
{
    const stm_tree *t = s->t;
    rival *rivals = STM_ARENA_NEW(&s->out->mem, rival, s->in->count);
    if (!rivals || !prepare(s))
        return false;
    find_rivals(s, rivals);
    for (size_t i = 0; i < t->edge_count; i++) {
        const stm_edge *e = &t->edges[i];
        if (!is_lost(s, e->to) && e->kind != STM_IDENTICAL &&
            !vary(s, e->to, &rivals[e->to]))
            return false;
    }
    for (uint32_t x = 0; x < t->node_count; x++)
        if (is_lost(s, x) && !leave_out(s, x))
            return false;
    return true;
}

static void publish(alternatives *a, size_t most)
{
    stm_alternative *items = a->found.items;
    if (a->found.count)
        qsort(items, a->found.count, sizeof *items, likeliest_first);
    size_t count = a->found.count < most ? a->found.count : most;
    a->public = (stm_alternatives){items, count};
}

stm_status stm_tree_alternatives(stm_alternatives **out, const stm_tree *t,
                                 size_t most, const stm_witness *witnesses,
                                 size_t count,
                                 const stm_relation *const *relations,
                                 size_t relation_count, stm_error *err)
{
    stm_tree__input in = {.witness = witnesses,
                          .count = count,
                          .relation = relations,
                          .relation_count = relation_count};
    alternatives *a = calloc(1, sizeof *a);
    search s = {.out = a, .t = t, .in = &in};
    *out = NULL;
    if (!a || !stm_tree__spun_shares(&in, &a->mem) || !find_all(&s)) {
        stm_alternatives_free(a ? &a->public : NULL);
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                        "out of memory for the next best trees");
    }
    publish(a, most);
    *out = &a->public;
    return STM_OK;
}

void stm_alternatives_free(stm_alternatives *a)
{
    alternatives *own = (alternatives *)a;
    if (!own)
        return;
    stm_vec_free(&own->found);
    stm_arena_free(&own->mem);
    free(own);
}
