/* Words that a text has alone among all texts of the job. Where other copies
 * are at hand, such a word is most likely put in by the text that has it: what
 * it copied from stands in other copies too. So when each of two texts has
 * some, each was changed on its own, and neither is the source of the other;
 * and when the differences are a copyist's, the one with more of them is the
 * copy. (An editor also drops sentences, which then stand in the first state
 * alone.) */
#include <math.h>

#include "relate/evidence.h"
#include "relate/usage.h"
#include "relate/weights.h"

/* 0 without another copy in the job, 1 with one. */
static double other_copies(stm_case *c)
{
    if (stm_lexicon_texts(c->lex) <= 2)
        return 0;
    double above = (stm_relate__company(c) - STM_RELATE_COMPANY_FROM) /
                   STM_RELATE_COMPANY_RANGE;
    return fmax(0, fmin(1, above));
}

static void say_copy(stm_case *c, const uint32_t *n, double weight)
{
    double lead = log((n[1] + 1.0) / (n[0] + 1.0));
    int copy = lead > 0;
    double nats = fmin(fabs(lead), STM_RELATE_SINGULAR_MOST) * weight;
    if (nats < STM_RELATE_FAINT)
        return;
    stm_relate__say(
        c, stm_relate__source(!copy), nats,
        stm_arena_format(c->mem,
                         "%u words of %c stand in no other text, %u "
                         "of %c",
                         n[copy], stm_relate__name(copy), n[!copy],
                         stm_relate__name(!copy)));
}

static void say_siblings(stm_case *c, const uint32_t *n, double weight)
{
    uint32_t less = n[0] < n[1] ? n[0] : n[1];
    if (less < STM_RELATE_SINGULAR_LEAST)
        return;
    double nats = fmin(log(1.0 + less), STM_RELATE_SINGULAR_MOST) * weight;
    stm_relate__say(c, STM_SIBLING, nats,
                    stm_arena_format(c->mem,
                                     "each was changed on its own: %u words of "
                                     "a and %u of b stand in no other text",
                                     n[0], n[1]));
}

void stm_relate__singular(stm_case *c, double weight)
{
    c->company = other_copies(c);
    if (c->company <= 0 || c->kind == STM_SPUN)
        return;
    weight *= c->company;
    uint32_t n[2];
    for (int s = 0; s < 2; s++)
        n[s] = stm_relate__new_words(c, s, true);
    say_copy(c, n, weight * c->f.scribal);
    double sure = STM_RELATE_SINGULAR_EDITED +
                  (1 - STM_RELATE_SINGULAR_EDITED) * c->f.scribal;
    say_siblings(c, n, weight * sure * STM_RELATE_SINGULAR_SIBLING);
}
