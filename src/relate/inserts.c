/* Editors put words in oftener than they take words out: the side whose words
 * have no counterpart, place by place, is the later one. Copyists leave words
 * out oftener: see omissions.c. */
#include <math.h>

#include "relate/evidence.h"
#include "relate/weights.h"

void stm_relate__inserts(stm_case *c, double weight)
{
    uint32_t a = c->f.side[0].additions, b = c->f.side[1].additions;
    double lead = log((b + 1.0) / (a + 1.0));
    int grown = lead > 0;
    double nats =
        fmin(fabs(lead), STM_RELATE_INSERTS_MOST) * weight * (1 - c->f.scribal);
    if (nats < STM_RELATE_FAINT)
        return;
    stm_relate__say(
        c, stm_relate__source(!grown), nats,
        stm_arena_format(c->mem,
                         "inside the shared passages %c has words of its own "
                         "at %u places, %c at %u",
                         stm_relate__name(grown), grown ? b : a,
                         stm_relate__name(!grown), grown ? a : b));
}
