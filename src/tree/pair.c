/* A pair seen from one side. The relation's odds know the wording of two texts;
 * two things are certain beyond them: a spun text is no source of the wording
 * that it replaced, and a text cut by a paywall is no source of what lies
 * behind the cut. */
#include "tree/input.h"

#include <math.h>

#include "tree/weights.h"

/* Place of (u, v) among the sorted relations, or of the next. */
static size_t lower_bound(const stm_tree__input *in, uint32_t u, uint32_t v)
{
    size_t from = 0, to = in->relation_count;
    while (from < to) {
        size_t mid = from + (to - from) / 2;
        const stm_relation *r = in->relation[mid];
        if (r->a < u || (r->a == u && r->b < v))
            from = mid + 1;
        else
            to = mid;
    }
    return from;
}

size_t stm_tree__first_relation(const stm_tree__input *in, uint32_t u)
{
    return lower_bound(in, u, 0);
}

static const stm_relation *find(const stm_tree__input *in, uint32_t a,
                                uint32_t b)
{
    size_t i = lower_bound(in, a, b);
    if (i == in->relation_count)
        return NULL;
    const stm_relation *r = in->relation[i];
    return r->a == a && r->b == b ? r : NULL;
}

bool stm_tree__spun_shares(stm_tree__input *in, stm_arena *mem)
{
    double *share = STM_ARENA_NEW(mem, double, in->count);
    uint32_t *kin = STM_ARENA_NEW(mem, uint32_t, in->count);
    if (!share || !kin)
        return false;
    for (size_t i = 0; i < in->relation_count; i++) {
        const stm_relation *r = in->relation[i];
        bool copy = stm_relation_is_copy(r->kind), spun = r->kind == STM_SPUN;
        kin[r->a] += copy, kin[r->b] += copy;
        share[r->a] += spun, share[r->b] += spun;
    }
    for (size_t i = 0; i < in->count; i++)
        share[i] /= kin[i] ? kin[i] : 1;
    in->spun = share;
    return true;
}

static bool is_truncated(const stm_tree__input *in, uint32_t u)
{
    const stm_page *page = in->witness[u].page;
    return page && page->truncated;
}

/* A text that differs by substitutions from all its kin is the spun one, and
 * not the kin, whatever the wording of one pair looks like. */
static void tell_spinner(const stm_tree__input *in, uint32_t u, uint32_t v,
                         stm_tree__pair *p)
{
    double lead = in->spun ? in->spun[u] - in->spun[v] : 0;
    if (fabs(lead) < STM_TREE_SPUN_LEAD)
        return;
    p->spun_u = lead > 0;
    p->spun_v = lead < 0;
}

/* Who cannot be the source may still be the older: what spoke for him speaks
 * for the lost text that he was made from, and so for siblings. */
static void bar(double *line, double *beside)
{
    *beside = log(exp(*beside) + exp(*line));
    *line -= STM_TREE_BAR;
}

/* Odds that were never filled in, or are beyond what a pair can know. */
static void bound(stm_tree__pair *p)
{
    double *odds[3] = {&p->down, &p->up, &p->beside};
    for (int i = 0; i < 3; i++)
        *odds[i] = *odds[i] > -STM_TREE_FLOOR ? *odds[i] : -STM_TREE_FLOOR;
    if (p->barred_down)
        bar(&p->down, &p->beside);
    if (p->barred_up)
        bar(&p->up, &p->beside);
}

stm_tree__pair stm_tree__pair_of(const stm_tree__input *in, uint32_t u,
                                 uint32_t v)
{
    bool turned = u > v;
    stm_tree__pair p = {0};
    p.relation = turned ? find(in, v, u) : find(in, u, v);
    p.down = p.up = p.beside = log(1.0 / 3);
    const stm_relation *r = p.relation;
    if (!r)
        return p;
    p.down = r->log_odds[turned ? STM_B_TO_A : STM_A_TO_B];
    p.up = r->log_odds[turned ? STM_A_TO_B : STM_B_TO_A];
    p.beside = r->log_odds[STM_SIBLING];
    p.spun_u = turned ? r->spun_b : r->spun_a;
    p.spun_v = turned ? r->spun_a : r->spun_b;
    if (r->kind == STM_SPUN)
        tell_spinner(in, u, v, &p);
    p.cut_u = turned ? r->cut_b : r->cut_a;
    p.cut_v = turned ? r->cut_a : r->cut_b;
    p.barred_down = (p.spun_u && !p.spun_v) || (p.cut_u && is_truncated(in, u));
    p.barred_up = (p.spun_v && !p.spun_u) || (p.cut_v && is_truncated(in, v));
    bound(&p);
    return p;
}

/* Of a text that was cut or spun the source is known to have existed. */
double stm_tree__lost_cost(const stm_tree__pair *p)
{
    return p->barred_down || p->barred_up ? STM_TREE_LOST_WHOLE
                                          : STM_TREE_LOST_COST;
}

const stm_date *stm_tree__date(const stm_witness *w)
{
    if (!w->page)
        return NULL;
    if (w->page->updated.year)
        return &w->page->updated;
    return w->page->published.year ? &w->page->published : NULL;
}

int stm_tree__date_cmp(const stm_date *a, const stm_date *b)
{
    if (!a || !b)
        return (a == NULL) - (b == NULL);
    const int x[5] = {a->year, a->month, a->day, a->hour, a->minute};
    const int y[5] = {b->year, b->month, b->day, b->hour, b->minute};
    for (int i = 0; i < 5; i++)
        if (x[i] != y[i])
            return x[i] < y[i] ? -1 : 1;
    return 0;
}
