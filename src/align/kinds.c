/* What a passage to show is, told by the strands in it: word for word, edited
 * or spun, and how many of its words kept their place. Of strands that changed
 * places only the largest is in place. */
#include "align/pair.h"

typedef struct strands {
    uint32_t words, spun, same, most, count;
    bool in_order, verbatim;
    uint32_t next; /* where in B the last strand ended */
} strands;

static uint32_t len(stm_span s) { return s.to - s.from; }

static bool lies_in(const stm_passage *s, const stm_passage *x)
{
    return s->a.from >= x->a.from && s->a.to <= x->a.to &&
           s->b.from >= x->b.from && s->b.to <= x->b.to;
}

static void add(strands *t, const stm_passage *s)
{
    t->count++;
    t->words += len(s->a);
    t->spun += s->kind == STM_PASSAGE_SPUN ? len(s->a) : 0;
    t->same += s->same;
    t->most = s->same > t->most ? s->same : t->most;
    t->verbatim &= s->kind == STM_PASSAGE_VERBATIM;
    t->in_order &= s->b.from >= t->next;
    t->next = s->b.to;
}

static void tell(stm_passage *x, const strands *t)
{
    uint32_t a = len(x->a), b = len(x->b);
    x->same = t->in_order ? t->same : t->most;
    x->similarity = (float)x->same / (float)(a > b ? a : b);
    x->kind = STM_PASSAGE_EDITED;
    if (2 * t->spun > t->words)
        x->kind = STM_PASSAGE_SPUN;
    else if (t->verbatim && t->count == 1 && x->same == (a > b ? a : b))
        x->kind = STM_PASSAGE_VERBATIM;
}

void stm_align__kinds(const stm_passages *all)
{
    size_t k = 0;
    for (size_t m = 0; m < all->shared_count; m++) {
        stm_passage *x = &all->shared[m];
        strands t = {.in_order = true, .verbatim = true};
        while (k < all->strand_count && all->strands[k].a.to <= x->a.from)
            k++;
        for (size_t i = k;
             i < all->strand_count && all->strands[i].a.from < x->a.to; i++)
            if (lies_in(&all->strands[i], x))
                add(&t, &all->strands[i]);
        if (t.count)
            tell(x, &t);
    }
}
