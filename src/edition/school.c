/* Programs that spin share their thesauri, and sites run the same program over
 * all they take; but some draw their words by lot. Which of it is so here is
 * read off the texts at hand: where so many spinners put the same for a word,
 * how many of all who met that word did? The one who is asked is left out. */
#include "edition/school.h"

static uint32_t capped(uint32_t spinners)
{
    return spinners < STM_EDITION_AGREE ? spinners : STM_EDITION_AGREE;
}

bool stm_edition__enrol(stm_edition__school *s, const stm_edition__lessons *l)
{
    return stm_edition__add_lessons(&s->all, l);
}

/* Of a swap that F spinners made whose source D have met, D - F have seen F
 * others and did not join them, F have seen F - 1 and did. */
static void measure(stm_edition__school *s)
{
    double joined[STM_EDITION_AGREE + 1] = {0};
    double met[STM_EDITION_AGREE + 1] = {0};
    for (size_t i = 0; i < s->all.swap.count; i++) {
        const stm_edition__swap *x = &s->all.swap.items[i];
        if (x->spun == x->source)
            continue;
        const stm_edition__origin *o =
            stm_edition__find_origin(&s->all, x->source);
        met[capped(x->spinners)] += o->spinners - x->spinners;
        met[capped(x->spinners - 1)] += x->spinners;
        joined[capped(x->spinners - 1)] += x->spinners;
    }
    for (int k = 1; k <= STM_EDITION_AGREE; k++)
        s->agree[k] = (joined[k] + .5) / (met[k] + STM_EDITION_DOUBT);
}

static bool counts(const stm_edition__school *s, const stm_edition__swap *x)
{
    return x->spun == x->source || x->spinners > 1 ||
           s->agree[1] >= STM_EDITION_LEAST_AGREED;
}

/* What one alone did is of no use where spinners do not agree. */
static void forget(stm_edition__school *s)
{
    size_t kept = 0;
    for (size_t i = 0; i < s->all.swap.count; i++)
        if (counts(s, &s->all.swap.items[i]))
            s->all.swap.items[kept++] = s->all.swap.items[i];
    s->all.swap.count = kept;
}

bool stm_edition__open_school(stm_edition__school *s)
{
    stm_edition__join_lessons(&s->all);
    measure(s);
    forget(s);
    return stm_edition__list_forms(&s->all);
}

void stm_edition__school_free(stm_edition__school *s)
{
    stm_edition__lessons_free(&s->all);
}

uint32_t stm_edition__kept_by_others(const stm_edition__school *s,
                                     const stm_edition__lessons *own,
                                     uint64_t spun)
{
    const stm_edition__swap *all = stm_edition__find_swap(&s->all, spun, spun);
    const stm_edition__swap *mine = stm_edition__find_swap(own, spun, spun);
    return all ? all->count - (mine ? mine->count : 0) : 0;
}

double stm_edition__of_others(const stm_edition__school *s,
                              const stm_edition__lessons *own,
                              const stm_edition__swap *swap)
{
    const stm_edition__swap *all =
        stm_edition__find_swap(&s->all, swap->spun, swap->source);
    const stm_edition__swap *mine =
        stm_edition__find_swap(own, swap->spun, swap->source);
    if (!all)
        return 0;
    double agree = s->agree[capped(all->spinners - (mine != NULL))];
    uint32_t count = all->count - (mine ? mine->count : 0);
    if (!count || agree < STM_EDITION_LEAST_AGREED)
        return 0;
    const stm_edition__origin *o =
        mine ? NULL : stm_edition__find_origin(own, swap->source);
    double otherwise = /* he met the source, and did something else with it */
        o ? STM_EDITION_STEADY / (o->count + STM_EDITION_STEADY) : 1;
    double share = /* of what others meant by the words */
        count /
        (count + (double)stm_edition__kept_by_others(s, own, swap->spun));
    return STM_EDITION_OTHERS * agree * otherwise * share * count;
}

double stm_edition__spared(const stm_edition__school *s, uint64_t spun)
{
    const stm_edition__origin *o = stm_edition__find_origin(&s->all, spun);
    return o ? 1 - s->agree[capped(o->most)] : 1;
}
