/* Three explanations compete: a is the source, b is, or both come from a third
 * text. A sign that a is older does not make a the source: it only rules b out,
 * so it takes from "b>a" and leaves the rest to the prior between the other
 * two. When each text is ruled out as the source of the other, what remains is
 * siblings, which no sign needs to say aloud. */
#include "relate/decide.h"

#include <math.h>

#include "relate/weights.h"

/* Log-odds of siblings against one direction before anything is looked at. */
static double prior_of(stm_relation_kind kind)
{
    switch (kind) {
    case STM_EXCERPT:
        return STM_RELATE_SIBLING_EXCERPT;
    case STM_REVISION:
        return STM_RELATE_SIBLING_REVISION;
    case STM_SPUN:
        return STM_RELATE_SIBLING_SPUN;
    case STM_QUOTES:
        return STM_RELATE_SIBLING_QUOTES;
    default:
        return STM_RELATE_SIBLING_SAME;
    }
}

/* Might both be states of one bare text? */
static bool are_states(const stm_case *c)
{
    return c->f.bare && c->kind <= STM_QUOTES && c->kind != STM_SPUN;
}

/* Where two bare texts are all there is, they are two states of one; with other
 * copies at hand they are texts like any. */
static double sibling_prior(const stm_case *c)
{
    double company = STM_RELATE_SIBLING_COMPANY * c->company;
    if (are_states(c))
        return STM_RELATE_SIBLING_STATES +
               c->company * (prior_of(c->kind) - STM_RELATE_SIBLING_STATES) +
               company;
    return company + prior_of(c->kind);
}

static void weigh(double *score, const stm_evidence *e)
{
    if (e->says == STM_SIBLING)
        score[STM_SIBLING] += e->weight;
    else if (e->says != STM_UNKNOWN)
        score[!e->says] -= e->weight; /* the opposite direction */
}

/* Scores -> normalised log-probabilities. */
static void normalise(double *score)
{
    double top = fmax(score[0], fmax(score[1], score[2])), sum = 0;
    for (int i = 0; i < 3; i++)
        sum += exp(score[i] - top);
    for (int i = 0; i < 3; i++)
        score[i] -= top + log(sum);
}

static int likeliest(const double *score)
{
    int best = STM_A_TO_B;
    for (int i = 1; i < 3; i++)
        if (score[i] > score[best])
            best = i;
    return best;
}

/* Of bare states the order is as sure as it is, whatever they are to be called.
 */
static double sure_of(const stm_case *c, double order)
{
    return are_states(c) ? order : order * c->probability;
}

static double least_sure(const stm_case *c)
{
    return are_states(c) ? STM_RELATE_ABSTAIN_STATES : STM_RELATE_ABSTAIN;
}

void stm_relate__decide(stm_relation *r, const stm_case *c)
{
    bool has_source = c->kind <= STM_QUOTES;
    double score[3] = {0};
    if (has_source)
        score[STM_SIBLING] = sibling_prior(c);
    for (size_t i = 0; i < c->said.count; i++)
        weigh(score, &c->said.items[i]);
    normalise(score);
    for (int i = 0; i < 3; i++)
        r->log_odds[i] = score[i];
    int best = likeliest(score);
    double sure = exp(score[best]);
    bool called = has_source && sure > least_sure(c);
    r->direction = called ? (stm_direction)best : STM_UNKNOWN;
    r->confidence = called ? sure_of(c, sure) : c->probability;
}
