/* Which of two texts is above the other, as the family sees it. The relation
 * stage judges a pair by itself, and for it longer is newer: right for articles
 * that grow, wrong in two cases that only the family tells apart. A text that
 * is another one without its end was cut from it. And copyists do not add, they
 * leave out, and what they miswrite is often no word at all. In both cases the
 * signs of growth are taken back, and what the case says is put in. Words that
 * do not fit where they stand are a sign by themselves. */
#include <math.h>
#include <string.h>

#include "tree/appended.h"
#include "tree/copyist.h"
#include "tree/weights.h"

static double *line_of(stm_tree__pair *p, bool down)
{
    return down ? &p->down : &p->up;
}

static void normalise(stm_tree__pair *p)
{
    double top = fmax(p->down, fmax(p->up, p->beside));
    double sum = exp(p->down - top) + exp(p->up - top) + exp(p->beside - top);
    p->down -= top + log(sum);
    p->up -= top + log(sum);
    p->beside -= top + log(sum);
}

/* What the relation stage reads off the work of editors. */
static bool is_growth(const char *kind)
{
    static const char *const kinds[] = {"growth", "inserts", "editing", "years",
                                        "style"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (!strcmp(kind, kinds[i]))
            return true;
    return false;
}

/* Evidence for one direction was taken from the other: give it back. */
static void forget_growth(stm_tree__pair *p, bool turned)
{
    for (size_t i = 0; i < p->relation->evidence_count; i++) {
        const stm_evidence *e = &p->relation->evidence[i];
        if (e->says != STM_A_TO_B && e->says != STM_B_TO_A)
            continue;
        if (is_growth(e->kind))
            *line_of(p, (e->says == STM_A_TO_B) == turned) += e->weight;
    }
}

/* What is left of a text when its end is lost: all that it has is in the other
 * text, which goes on for long. */
static bool is_fragment(const stm_tree__family *f, uint32_t u, uint32_t v)
{
    const stm_tree__node *a = &f->node.items[u], *b = &f->node.items[v];
    stm_tree__diff d = stm_tree__compare(&a->row, &b->row);
    double part = b->near.count >= STM_TREE_HUB ? STM_TREE_CUT_OF_HUB
                                                : STM_TREE_CUT_OF_TIP;
    if (d.events > 2 || d.own_a || !d.lost_a || !a->row.count)
        return false;
    return a->row.count <= part * b->row.count ||
           (a->row.count + STM_TREE_CUT_WORDS <= b->row.count &&
            stm_tree__breaks_off(f, u, v));
}

/* Of two texts that editors wrote: positive where `v` was made from `u`. */
static double edited(const stm_tree__family *f, uint32_t u, uint32_t v,
                     const stm_tree__pair *p)
{
    double nats = stm_tree__misfits(f, u, v);
    if (p->relation->kind != STM_SPUN)
        nats += stm_tree__appended(f, u, v);
    return nats;
}

static void favour(stm_tree__pair *p, double down)
{
    p->up -= down > 0 ? down : 0;
    p->down += down < 0 ? down : 0;
}

stm_tree__pair stm_tree__odds(const stm_tree__family *f, uint32_t u, uint32_t v)
{
    const stm_tree__node *n = f->node.items;
    stm_tree__pair p = stm_tree__nodes_pair(f, u, v);
    if (!p.relation)
        return p;
    bool turned = n[u].witness > n[v].witness;
    bool cut_u = is_fragment(f, u, v);
    bool cut_v = is_fragment(f, v, u);
    double nats = f->manuscripts   ? stm_tree__copyist(f, u, v)
                  : cut_u || cut_v ? stm_tree__misfits(f, u, v)
                                   : edited(f, u, v, &p);
    if (!cut_u && !cut_v && !f->manuscripts && nats == 0)
        return p;
    if (cut_u || cut_v || f->manuscripts)
        forget_growth(&p, turned);
    p.down -= cut_u ? STM_TREE_CUT : 0;
    p.up -= cut_v ? STM_TREE_CUT : 0;
    favour(&p, nats);
    normalise(&p);
    return p;
}
