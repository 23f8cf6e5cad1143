/* An article grows from state to state: what one state has and the other lacks
 * is more often an addition than a deletion. Counted both in words of text and
 * in words that the other has nowhere, since what is moved or said again is
 * nothing new; words of text say nothing where a copyist was at work. Words
 * beyond a cut are no sign; where nobody cut, they were added at the end,
 * though less surely. */
#include "relate/growth.h"

#include <math.h>

#include "relate/evidence.h"
#include "relate/quote.h"
#include "relate/stretch.h"
#include "relate/usage.h"
#include "relate/weights.h"

enum { QUOTED = 12 };

static uint32_t more_text(const stm_case *c, int side)
{
    const stm_party *s = &c->f.side[side];
    bool cut = stm_relate__was_cut(c, !side);
    return s->own + s->added + (cut ? 0 : s->beyond);
}

/* Logarithm of the ratio of what b has new to what a has new, bounded. */
static double lead(uint32_t a, uint32_t b, double prior)
{
    double ratio = log((b + prior) / (a + prior));
    return fmax(-STM_RELATE_GROWTH_MOST, fmin(STM_RELATE_GROWTH_MOST, ratio));
}

/* The longest run of words of this side alone; an empty span when none is as
 * long as a sentence. */
static stm_span longest_own(const stm_case *c, int side)
{
    const stm_party *s = &c->f.side[side];
    bool cut = stm_relate__was_cut(c, !side);
    stm_span best = {0, 0};
    for (size_t i = 0; i < s->stretch_count; i++) {
        stm_span at = s->stretch[i].at;
        if ((!cut || !s->stretch[i].beyond) &&
            stm_span_len(at) > stm_span_len(best))
            best = at;
    }
    return stm_span_len(best) >= STM_RELATE_STRETCH_WORDS ? best
                                                          : (stm_span){0, 0};
}

stm_str stm_relate__growth_text(stm_case *c, int grown, uint32_t more,
                                uint32_t less)
{
    stm_span own = longest_own(c, grown);
    char name = stm_relate__name(grown), other = stm_relate__name(!grown);
    if (own.from == own.to)
        return stm_arena_format(c->mem,
                                "%u words of %c stand nowhere in %c, %u of %c "
                                "nowhere in %c",
                                more, name, other, less, other, name);
    stm_str said = stm_relate__quote(c->mem, c->f.side[grown].t, own, QUOTED);
    if (!said.ptr)
        return STM_NONE;
    return stm_arena_format(c->mem,
                            "%c has '%s', which %c lacks; %u words of %c stand "
                            "nowhere in %c, %u of %c nowhere in %c",
                            name, said.ptr, other, more, name, other, less,
                            other, name);
}

void stm_relate__growth(stm_case *c, double weight)
{
    uint32_t n[2];
    for (int s = 0; s < 2; s++)
        n[s] = stm_relate__new_words(c, s, false);
    double text =
        lead(more_text(c, 0), more_text(c, 1), STM_RELATE_GROWTH_PRIOR);
    double sum = lead(n[0], n[1], 1) + text * (1 - c->f.scribal);
    int grown = sum > 0;
    double nats = fabs(sum) * weight;
    if (c->kind == STM_EXCERPT)
        nats *= STM_RELATE_GROWTH_APPENDED;
    if (nats >= STM_RELATE_FAINT)
        stm_relate__say(c, stm_relate__source(!grown), nats,
                        stm_relate__growth_text(c, grown, n[grown], n[!grown]));
}
