/* Copyists leave words out oftener than they put words in (Royse 2008, on six
 * papyri): where the differences are a copyist's, the side that lacks more is
 * the copy. */
#include <math.h>

#include "relate/evidence.h"
#include "relate/weights.h"

static uint32_t lacks(const stm_party *other)
{
    return other->own + other->added + other->beyond;
}

void stm_relate__omissions(stm_case *c, double weight)
{
    uint32_t a = lacks(&c->f.side[1]), b = lacks(&c->f.side[0]);
    double lead = log((b + STM_RELATE_OMISSIONS_PRIOR) /
                      (a + STM_RELATE_OMISSIONS_PRIOR));
    int copy = lead > 0;
    double nats =
        fmin(fabs(lead), STM_RELATE_OMISSIONS_MOST) * weight * c->f.scribal;
    if (nats < STM_RELATE_FAINT)
        return;
    stm_relate__say(c, stm_relate__source(!copy), nats,
                    stm_arena_format(c->mem,
                                     "they differ word by word, as copyists "
                                     "do; %c leaves out %u words, %c %u",
                                     stm_relate__name(copy), copy ? b : a,
                                     stm_relate__name(!copy), copy ? a : b));
}
