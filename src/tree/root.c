/* The oldest text. For every pair of next of kin the relation stage knows how
 * likely each is to be above the other, or both below a third; where the root
 * is put decides which of the three holds. The place with the largest sum is
 * the root: at a node, or at a lost text inside an edge. One walk adds up all
 * pairs for all places: a pair speaks for all nodes behind its one end, for all
 * behind its other end, and for all between, and each of these is a range of a
 * preorder. (Edmonds' arborescence was no better.) */
#include "tree/root.h"

#include <math.h>

#include "tree/weights.h"

#define ROUNDING 1e-9 /* sums of some thousand odds, in any order */

typedef struct claim {
    uint32_t u, v, first, last; /* the path from u to v */
    double down, up, beside;
} claim;

typedef struct survey {
    stm_tree__family *f;
    stm_arena mem;
    uint32_t *order, *at, *up, *size; /* preorder from node 0 */
    double *score;                    /* of a root at each node */
    double *split;  /* of a root above each node, in the edge to `up` */
    double *mass;   /* of roots at or below each node, by `up` */
    double *inside; /* of a root in the edge to `up` */
    double whole;
    STM_VEC(claim) claim;
} survey;

static bool walk(survey *s)
{
    const stm_tree__node *n = s->f->node.items;
    size_t count = s->f->node.count, top = 0, next = 0;
    uint32_t *stack = STM_ARENA_NEW(&s->mem, uint32_t, count + 1);
    if (!stack)
        return false;
    stack[top++] = 0;
    s->up[0] = STM_LOST;
    while (top) {
        uint32_t u = stack[--top];
        s->at[u] = (uint32_t)next;
        s->order[next++] = u;
        for (size_t i = n[u].near.count; i-- > 0;) {
            uint32_t v = n[u].near.items[i];
            if (v != s->up[u])
                s->up[v] = u, stack[top++] = v;
        }
    }
    for (size_t i = next; i-- > 0;) {
        uint32_t u = s->order[i];
        s->size[u]++;
        if (s->up[u] != STM_LOST)
            s->size[s->up[u]] += s->size[u];
    }
    return true;
}

static bool open_survey(survey *s, stm_tree__family *f)
{
    size_t n = f->node.count;
    *s = (survey){.f = f};
    s->order = STM_ARENA_NEW(&s->mem, uint32_t, n);
    s->at = STM_ARENA_NEW(&s->mem, uint32_t, n);
    s->up = STM_ARENA_NEW(&s->mem, uint32_t, n);
    s->size = STM_ARENA_NEW(&s->mem, uint32_t, n);
    s->score = STM_ARENA_NEW(&s->mem, double, n);
    s->split = STM_ARENA_NEW(&s->mem, double, n);
    s->mass = STM_ARENA_NEW(&s->mem, double, n);
    s->inside = STM_ARENA_NEW(&s->mem, double, n);
    return s->order && s->at && s->up && s->size && s->score && s->split &&
           s->mass && s->inside && walk(s);
}

static void close_survey(survey *s)
{
    stm_vec_free(&s->claim);
    stm_arena_free(&s->mem);
}

/* A source that is rather a sibling can still be replaced by a lost text. */
static double or_lost(const stm_tree__pair *p, double line, double other)
{
    double lost = p->beside - stm_tree__lost_cost(p);
    return p->beside > other ? fmax(line, lost) : line;
}

static bool add_claims(survey *s, uint32_t u, stm_tree__kin_vec *kin)
{
    kin->count = 0;
    if (!stm_tree__next_of_kin(s->f, u, STM_LOST, kin))
        return false;
    size_t far = 0;
    for (size_t i = 0; i < kin->count; i++)
        far += kin->items[i].steps > 1;
    for (size_t i = 0; i < kin->count; i++) {
        const stm_tree__kin *k = &kin->items[i];
        stm_tree__pair p = stm_tree__odds(s->f, u, k->node);
        double weight = k->steps > 1 ? 1.0 / (double)far : 0.5;
        claim c = {u, k->node, k->first, k->last, p.down, p.up, p.beside};
        if (k->steps == 1) {
            c.down = or_lost(&p, p.down, p.up);
            c.up = or_lost(&p, p.up, p.down);
        }
        c.down *= weight, c.up *= weight, c.beside *= weight;
        if (!stm_vec_push(&s->claim, c))
            return false;
    }
    return true;
}

static void add_range(double *step, uint32_t from, uint32_t to, size_t count,
                      double value)
{
    step[from] += value;
    if (to < count)
        step[to] -= value;
}

/* `value` for every root at `u` or behind it, seen from its neighbour `next`.
 * `step` holds differences in preorder. */
static void favour(const survey *s, double *step, uint32_t u, uint32_t next,
                   double value)
{
    size_t n = s->f->node.count;
    if (s->up[u] == next) {
        add_range(step, s->at[u], s->at[u] + s->size[u], n, value);
        return;
    }
    add_range(step, 0, (uint32_t)n, n, value);
    add_range(step, s->at[next], s->at[next] + s->size[next], n, -value);
}

static bool score_nodes(survey *s)
{
    size_t n = s->f->node.count;
    double *step = STM_ARENA_NEW(&s->mem, double, n), sum = 0;
    if (!step)
        return false;
    for (size_t i = 0; i < s->claim.count; i++) {
        const claim *c = &s->claim.items[i];
        favour(s, step, c->u, c->first, c->down - c->beside);
        favour(s, step, c->v, c->last, c->up - c->beside);
    }
    for (size_t i = 0; i < n; i++) {
        sum += step[i];
        s->score[s->order[i]] = sum;
    }
    return true;
}

/* Before anything is read the root is rather in the middle than at a tip: of
 * the ways in which copying could have made this tree more start there (rumour
 * centrality; Shah, Zaman 2011). From a node to its neighbour their number
 * changes as the parts that the edge divides. Versions of one page that replace
 * each other make a chain, which starts at an end: the prior holds as far as
 * the tree has tips. */
static double weight_of_prior(const stm_tree__family *f)
{
    size_t n = f->node.count, tips = 0;
    for (size_t i = 0; i < n; i++)
        tips += f->node.items[i].near.count == 1;
    double share = n > 2 ? (double)(tips - 2) / (double)(n - 2) : 0;
    return STM_TREE_PRIOR * fmin(1, share / STM_TREE_TIPS);
}

static void add_prior(survey *s)
{
    size_t n = s->f->node.count;
    double *prior = s->inside; /* not in use yet */
    double weight = weight_of_prior(s->f);
    for (size_t i = 0; i < n; i++) {
        uint32_t u = s->order[i], up = s->up[u];
        double part = s->size[u], rest = (double)n - part;
        prior[u] = up == STM_LOST ? 0 : prior[up] + log(part / rest);
    }
    for (size_t i = 0; i < n; i++)
        s->score[i] += weight * prior[i];
}

/* A root inside an edge between two captures turns that pair into siblings;
 * next to a lost text it would say nothing new. */
static void score_edges(survey *s)
{
    for (uint32_t i = 0; i < s->f->node.count; i++) {
        uint32_t up = s->up[i];
        s->split[i] = -INFINITY;
        if (up == STM_LOST || stm_tree__is_lost(s->f, i) ||
            stm_tree__is_lost(s->f, up))
            continue;
        stm_tree__pair p = stm_tree__nodes_pair(s->f, i, up);
        s->split[i] = s->score[i] - stm_tree__lost_cost(&p);
    }
    for (size_t i = 0; i < s->claim.count; i++) {
        const claim *c = &s->claim.items[i];
        if (s->up[c->u] == c->v)
            s->split[c->u] += c->beside - c->down;
        else if (s->up[c->v] == c->u)
            s->split[c->v] += c->beside - c->up;
    }
}

static double best_score(const survey *s)
{
    double best = -INFINITY;
    for (size_t i = 0; i < s->f->node.count; i++)
        best = fmax(best, fmax(s->score[i], s->split[i]));
    return best;
}

/* How much of all belief in roots lies below each edge. */
static void weigh(survey *s)
{
    double best = best_score(s);
    for (size_t i = s->f->node.count; i-- > 0;) {
        uint32_t u = s->order[i];
        s->mass[u] += exp((s->score[u] - best) / STM_TREE_TEMPERATURE);
        s->inside[u] = exp((s->split[u] - best) / STM_TREE_TEMPERATURE);
        if (s->up[u] != STM_LOST)
            s->mass[s->up[u]] += s->mass[u] + s->inside[u];
    }
    s->whole = s->mass[s->order[0]];
}

/* Of equal scores a lost root inside an edge comes first, then the text with
 * the earliest date, then the first. */
static bool is_better(const survey *s, uint32_t u, uint32_t best)
{
    if (fabs(s->score[u] - s->score[best]) > ROUNDING)
        return s->score[u] > s->score[best];
    const stm_tree__node *n = s->f->node.items;
    if (n[u].witness == STM_LOST || n[best].witness == STM_LOST)
        return n[u].witness == STM_LOST && n[best].witness != STM_LOST;
    const stm_witness *w = s->f->in->witness;
    return stm_tree__date_cmp(stm_tree__date(&w[n[u].witness]),
                              stm_tree__date(&w[n[best].witness])) < 0;
}

static bool split_edge(survey *s, uint32_t u, uint32_t *root)
{
    stm_tree__family *f = s->f;
    uint32_t v = s->up[u];
    stm_tree__row row;
    *root = stm_tree__node_add(f, STM_LOST);
    if (*root == STM_LOST || !stm_tree__move(f, u, v, *root) ||
        !stm_tree__join(f, *root, v) ||
        !stm_tree__majority(f, (uint32_t[]){u, v}, 2, &row))
        return false;
    f->node.items[*root].row = row;
    f->node.items[*root].belief = exp(stm_tree__odds(f, u, v).beside);
    return true;
}

static bool choose(survey *s, uint32_t *root, uint32_t *split)
{
    uint32_t node = 0, edge = 0;
    for (uint32_t i = 1; i < s->f->node.count; i++) {
        if (is_better(s, i, node))
            node = i;
        if (s->split[i] > s->split[edge])
            edge = i;
    }
    *root = node;
    *split = STM_LOST;
    if (s->split[edge] < s->score[node] - ROUNDING)
        return true;
    *split = edge;
    return split_edge(s, edge, root);
}

/* Belief that the root is not on u's side of the edge to `above`. */
static double belief(const survey *s, uint32_t u, uint32_t above)
{
    double below = s->up[u] == above
                       ? s->mass[u]
                       : s->whole - s->mass[above] - s->inside[above];
    return 1 - fmin(1, fmax(0, below / s->whole));
}

static void keep_belief(survey *s, uint32_t split)
{
    stm_tree__node *n = s->f->node.items;
    for (uint32_t u = 0; u < s->f->node.count; u++) {
        uint32_t above = n[u].parent;
        if (above == STM_LOST)
            continue;
        if (split != STM_LOST && above == s->f->root)
            above = u == split ? s->up[split] : split;
        n[u].sure = belief(s, u, above);
    }
}

bool stm_tree__root(stm_tree__family *f)
{
    survey s;
    stm_tree__kin_vec kin = {0};
    uint32_t split;
    bool ok = open_survey(&s, f);
    for (uint32_t u = 0; ok && u < f->captures; u++)
        ok = add_claims(&s, u, &kin);
    stm_vec_free(&kin);
    if (ok && (ok = score_nodes(&s))) {
        add_prior(&s);
        score_edges(&s);
        weigh(&s);
        ok = choose(&s, &f->root, &split) && stm_tree__direct(f);
    }
    if (ok)
        keep_belief(&s, split);
    close_survey(&s);
    return ok && stm_tree__turn(f) && stm_tree__lift(f) &&
           stm_tree__rehang(f) && stm_tree__displace(f) &&
           stm_tree__spun_first(f);
}
