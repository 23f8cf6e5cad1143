/* Why this relation: the figures that the rules looked at, in words. */
#include <math.h>

#include "relate/evidence.h"
#include "relate/weights.h"

static unsigned rounded(double x) { return (unsigned)(x + .5); }

static unsigned share(const stm_party *s)
{
    return rounded(stm_relate__per_hundred(s->covered, s->words));
}

static stm_str of_copy(stm_case *c)
{
    const stm_features *f = &c->f;
    double whole = f->kept + f->changed;
    return stm_arena_format(
        c->mem,
        "%u of 100 words of a and %u of b lie in shared passages; %u of 100 "
        "words there differ, %u of them by another word in the same place",
        share(&f->side[0]), share(&f->side[1]),
        rounded(stm_relate__per_hundred(f->changed, whole)),
        rounded(stm_relate__per_hundred(f->replaced, whole)));
}

static stm_str of_topic(stm_case *c)
{
    return stm_arena_format(
        c->mem,
        "no passage is shared; %u names stand in both, the words are "
        "alike to %u in 100",
        c->f.topic.names, rounded(100 * c->f.topic.cosine));
}

void stm_relate__shape(stm_case *c, double weight)
{
    double p = fmin(c->probability, STM_RELATE_SHAPE_SUREST);
    stm_relate__say(c, STM_UNKNOWN, fmax(weight, log(p / (1 - p))),
                    c->kind <= STM_QUOTES ? of_copy(c) : of_topic(c));
}
