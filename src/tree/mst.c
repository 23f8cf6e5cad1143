/* Kruskal's minimum spanning tree over the relations that make a family. On a
 * manuscript tradition whose tree is known it found 11 of 12 edges where
 * neighbour joining found 8. Ties go to texts in the middle, then to the
 * smaller ids.
 *
 * The first time distances are those of the relations, which say in which order
 * to collate; once that is done, the collation says how far two texts are.
 *
 * A cut text is near to everything that begins like it, and would join texts
 * that are far apart where it is silent; so whole texts are joined first, and
 * texts that are cut or spun are hung to them afterwards. */
#include <math.h>
#include <stdlib.h>

#include "base/sets.h"
#include "tree/family.h"
#include "tree/weights.h"

typedef struct link {
    unsigned poor; /* how many of the two are cut or spun */
    double far;
    double outside; /* how far both are from all others */
    uint32_t u, v;
} link;
typedef STM_VEC(link) links;

static int nearest_first(const void *x, const void *y)
{
    const link *a = x, *b = y;
    if (!a->poor != !b->poor)
        return a->poor ? 1 : -1;
    if (a->far != b->far)
        return a->far < b->far ? -1 : 1;
    if (a->poor != b->poor)
        return a->poor < b->poor ? -1 : 1;
    if (a->outside != b->outside)
        return a->outside < b->outside ? -1 : 1;
    if (a->u != b->u)
        return a->u < b->u ? -1 : 1;
    return (a->v > b->v) - (a->v < b->v);
}

/* Calls `visit` for every relation of a whole text among the captures; those
 * of a twin count for the capture that stands for it. */
static bool visit_all(stm_tree__family *f, links *out,
                      bool (*visit)(stm_tree__family *f, links *out,
                                    const stm_relation *r, uint32_t u,
                                    uint32_t v))
{
    const stm_tree__input *in = f->in;
    for (size_t k = 0; k < f->member_count; k++) {
        uint32_t a = f->member[k];
        size_t i = stm_tree__first_relation(in, a);
        for (; i < in->relation_count && in->relation[i]->a == a; i++) {
            const stm_relation *r = in->relation[i];
            uint32_t u = f->local[f->kin->twin[r->a]];
            uint32_t v = f->local[f->kin->twin[r->b]];
            if (stm_relation_is_copy(r->kind) && u != v &&
                !visit(f, out, r, u, v))
                return false;
        }
    }
    return true;
}

/* Whether `u` is truncated against `v`, or spun. */
static bool looks_poor(const stm_tree__family *f, uint32_t u, uint32_t v)
{
    stm_tree__pair p = stm_tree__nodes_pair(f, u, v);
    return p.barred_down;
}

static bool mark_poor(stm_tree__family *f, links *out, const stm_relation *r,
                      uint32_t u, uint32_t v)
{
    (void)out, (void)r;
    stm_tree__node *n = f->node.items;
    n[u].poor = n[u].poor || looks_poor(f, u, v);
    n[v].poor = n[v].poor || looks_poor(f, v, u);
    stm_tree__pair p = stm_tree__nodes_pair(f, u, v);
    n[u].spun = n[u].spun || (p.spun_u && !p.spun_v);
    n[v].spun = n[v].spun || (p.spun_v && !p.spun_u);
    return true;
}

/* The collation looks through a spinner's words; here they count as far as the
 * relation has more of them, up to one event of spinning. */
static double spun_apart(const stm_tree__family *f, const stm_relation *r,
                         uint32_t u, uint32_t v, double cost)
{
    const stm_tree__node *n = f->node.items;
    if (!n[u].spun && !n[v].spun)
        return 0;
    double more = stm_tree__distance(f->in, r) - cost;
    return fmax(0, fmin(STM_TREE_SPINNING, more));
}

/* Words by which the collated texts are apart: those of one site are nearer. */
static double far_apart(const stm_tree__family *f, const stm_relation *r,
                        uint32_t u, uint32_t v)
{
    const stm_tree__node *n = f->node.items;
    const stm_tree__site *s = f->in->site;
    stm_tree__diff d = stm_tree__compare(&n[u].row, &n[v].row);
    double far = d.cost - STM_TREE_SHARED * d.shared;
    if (s)
        far -= STM_TREE_SAME_SITE *
               stm_tree__same_site(&s[n[u].witness], &s[n[v].witness]);
    return far + spun_apart(f, r, u, v, d.cost);
}

double stm_tree__apart(const stm_tree__family *f, uint32_t u, uint32_t v)
{
    stm_tree__pair p = stm_tree__nodes_pair(f, u, v);
    return p.relation ? far_apart(f, p.relation, u, v) : INFINITY;
}

static bool add_link(stm_tree__family *f, links *out, const stm_relation *r,
                     uint32_t u, uint32_t v)
{
    const stm_tree__node *n = f->node.items;
    link l = {n[u].poor + n[v].poor, 0, 0, u < v ? u : v, u < v ? v : u};
    l.far = f->places ? far_apart(f, r, u, v) : stm_tree__distance(f->in, r);
    return stm_vec_push(out, l);
}

/* Mean distances of both ends to all they are related to. */
static bool find_outside(stm_tree__family *f, links *all)
{
    double *sum = STM_ARENA_NEW(&f->mem, double, f->captures);
    uint32_t *count = STM_ARENA_NEW(&f->mem, uint32_t, f->captures);
    if (!sum || !count)
        return false;
    for (size_t i = 0; i < all->count; i++) {
        const link *l = &all->items[i];
        sum[l->u] += l->far, count[l->u]++;
        sum[l->v] += l->far, count[l->v]++;
    }
    for (size_t i = 0; i < all->count; i++) {
        link *l = &all->items[i];
        l->outside = sum[l->u] / count[l->u] + sum[l->v] / count[l->v];
    }
    return true;
}

static bool join_nearest(stm_tree__family *f, const links *all)
{
    for (uint32_t i = 0; i < f->captures; i++)
        f->node.items[i].near.count = 0;
    uint32_t *up = STM_ARENA_NEW(&f->mem, uint32_t, f->captures);
    if (!up)
        return false;
    for (uint32_t i = 0; i < f->captures; i++)
        up[i] = i;
    for (size_t i = 0; i < all->count; i++) {
        link l = all->items[i];
        if (stm_sets__join(up, l.u, l.v) && !stm_tree__join(f, l.u, l.v))
            return false;
    }
    return true;
}

bool stm_tree__span(stm_tree__family *f)
{
    links all = {0};
    bool ok = visit_all(f, NULL, mark_poor) && visit_all(f, &all, add_link);
    ok = ok && find_outside(f, &all);
    if (all.count)
        qsort(all.items, all.count, sizeof *all.items, nearest_first);
    ok = ok && join_nearest(f, &all);
    stm_vec_free(&all);
    return ok;
}
