/* From what an edge was given to how often such edges are right. The parts it
 * was multiplied from are not independent, pages that a site wrapped leave some
 * of the wrapping behind, and a copyist's slips say more than an editor's cuts;
 * so there is a line of log-odds for each, fitted over edges of families whose
 * tree is known. */
#include <math.h>

#include "tree/output.h"
#include "tree/weights.h"

typedef struct line {
    double slope, bias, lost; /* `lost`: where the source is a lost text */
} line;

static bool states_facts(const stm_page *p)
{
    return p && (p->title.len || p->author_count || p->published.year ||
                 p->updated.year || p->furniture_count);
}

/* Most captures say something of themselves, or were cleaned. */
static bool are_pages(const stm_tree__family *f)
{
    size_t n = 0;
    for (size_t i = 0; i < f->member_count; i++)
        n += states_facts(f->in->witness[f->member[i]].page);
    return 2 * n > f->member_count;
}

static line line_of(const stm_tree__family *f)
{
    if (f->manuscripts)
        return (line){STM_TREE_SURE_COPYISTS};
    if (are_pages(f))
        return (line){STM_TREE_SURE_PAGES};
    return (line){STM_TREE_SURE_EDITORS};
}

double stm_tree__calibrated(const stm_tree__family *f, uint32_t source,
                            double confidence)
{
    line l = line_of(f);
    double p = fmin(STM_TREE_SURE_MOST, fmax(STM_TREE_SURE_LEAST, confidence));
    double odds = l.slope * log(p / (1 - p)) + l.bias;
    if (stm_tree__is_lost(f, source))
        odds += l.lost;
    return 1 / (1 + exp(-odds));
}
