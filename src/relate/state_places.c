/* Editors put words in oftener than they take words out, they replace a short
 * wording by a longer one, and they add at the end. */
#include "relate/states.h"
#include "relate/stretch.h"

static void count_place(double *amount, uint32_t mine, uint32_t theirs)
{
    if (mine <= theirs)
        return;
    amount[theirs ? STM_STATE_LONGER : STM_STATE_PLACES]++;
    if (mine - theirs > amount[STM_STATE_LONGEST])
        amount[STM_STATE_LONGEST] = mine - theirs;
}

/* The words that the other text alone has before the same passage. */
static uint32_t opposite(const stm_party *other, const stm_stretch *run)
{
    for (size_t i = 0; i < other->stretch_count; i++)
        if (other->stretch[i].next == run->next)
            return stm_span_len(other->stretch[i].at);
    return 0;
}

void stm_relate__state_places(const stm_case *c, int side, double *amount)
{
    const stm_party *s = &c->f.side[side], *o = &c->f.side[!side];
    for (size_t i = 0; i < c->x->change_count; i++) {
        const stm_change *h = &c->x->changes[i];
        uint32_t a = stm_span_len(h->a), b = stm_span_len(h->b);
        count_place(amount, side ? b : a, side ? a : b);
    }
    for (size_t i = 0; i < s->stretch_count; i++)
        count_place(amount, stm_span_len(s->stretch[i].at),
                    opposite(o, &s->stretch[i]));
    amount[STM_STATE_HEAD] = s->head;
    amount[STM_STATE_TAIL] = s->tail;
}
