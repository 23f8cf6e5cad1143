#include "relate/case.h"

#include <math.h>

#include "relate/stretch.h"
#include "relate/weights.h"
#include "relate/wording.h"

static uint32_t least(uint32_t a, uint32_t b) { return a < b ? a : b; }
static uint32_t most(uint32_t a, uint32_t b) { return a > b ? a : b; }

static void count_passages(stm_case *c)
{
    stm_features *f = &c->f;
    for (size_t i = 0; i < c->x->passage_count; i++) {
        const stm_passage *p = &c->x->passages[i];
        uint32_t a = stm_span_len(p->a), b = stm_span_len(p->b);
        f->kept += p->same;
        f->longest = most(f->longest, least(a, b));
        if (p->kind == STM_PASSAGE_SPUN)
            f->spun += a;
    }
}

static double share(uint32_t part, uint32_t whole)
{
    return whole ? (double)part / whole : 0;
}

static void cover(stm_features *f)
{
    const stm_party *a = &f->side[0], *b = &f->side[1];
    double x = share(a->covered, a->words), y = share(b->covered, b->words);
    f->most_covered = fmax(x, y);
    f->least_covered = fmin(x, y);
    f->copied = a->words <= b->words ? a->covered : b->covered;
    f->same_start = f->copied && a->head <= STM_RELATE_FRAME_WORDS &&
                    b->head <= STM_RELATE_FRAME_WORDS &&
                    a->order[0] == b->order[0];
}

/* A stretch of a and one of b that stand before the same passage are one
 * rewriting, so the larger counts; what lies beyond a cut counts nothing. */
static double stretch_cost(const stm_case *c, uint32_t *before)
{
    double sum = 0;
    for (int s = 0; s < 2; s++) {
        const stm_party *side = &c->f.side[s];
        for (size_t i = 0; i < side->stretch_count; i++) {
            const stm_stretch *run = &side->stretch[i];
            uint32_t n = least(stm_span_len(run->at), STM_RELATE_CAP_WORDS);
            if (run->beyond || n <= before[run->next])
                continue;
            sum += n - before[run->next];
            before[run->next] = n;
        }
    }
    return sum;
}

/* A spinner's substitutions are no readings, nor is a line's hyphen; those of a
 * scribe are. */
static double change_cost(const stm_case *c)
{
    double sum = 0;
    bool spun = stm_relate__is_replaced(c);
    for (size_t i = 0; i < c->x->change_count; i++) {
        const stm_change *h = &c->x->changes[i];
        if ((spun && h->substitution) || h->noise == STM_NOISE_HYPHEN)
            continue;
        uint32_t n = most(stm_span_len(h->a), stm_span_len(h->b));
        sum += least(n, STM_RELATE_CAP_WORDS);
    }
    return sum;
}

static bool measure_distance(stm_case *c)
{
    uint32_t *before =
        STM_ARENA_NEW(&c->scratch, uint32_t, c->x->passage_count + 1);
    if (!before)
        return false;
    c->f.distance = stretch_cost(c, before) + change_cost(c);
    return true;
}

static bool states_nothing(const stm_page *p)
{
    return !p->title.len && !p->author_count && !p->published.year &&
           !p->updated.year && !p->truncated;
}

bool stm_relate__measure(stm_case *c, const stm_witness *a,
                         const stm_witness *b)
{
    const stm_witness *w[2] = {a, b};
    for (int s = 0; s < 2; s++) {
        stm_party *side = &c->f.side[s];
        side->w = w[s];
        side->t = w[s]->text;
        side->words = w[s]->text->count;
        if (!stm_relate__stretches(c, s))
            return false;
    }
    c->f.bare = states_nothing(a->page) && states_nothing(b->page);
    stm_relate__cuts(c);
    count_passages(c);
    cover(&c->f);
    stm_relate__wording(c);
    return measure_distance(c);
}
