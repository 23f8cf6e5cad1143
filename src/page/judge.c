#include "page/judge.h"

#include <math.h>
#include <stdlib.h>

#include "page/among.h"
#include "page/forest.h"

/* What of a plain text is likelier than this is kept where the expected F1
 * would let it go: there, words lost are worse than words too many. It costs
 * .0003 of F1 (.0018 on articles) and gains .006 of recall. */
#define KEPT (-.6F)

typedef struct judge {
    stm_page_work *w;
    stm_nest *nest; /* NULL for plain text */
    stm_among *among;
    float *own;                         /* log-odds of each segment by itself */
    float *signs;                       /* of one segment, */
    float (*columns)[STM_FOREST_LANES]; /* and of some, side by side */
    const stm_forest *by_itself, *among_others;
    stm_forest_fn *forest;
} judge;

static bool start(judge *j, stm_page_work *w)
{
    size_t n = w->segments.count;
    *j = (judge){.w = w, .forest = stm_page__forest_pick()};
    j->by_itself = w->html ? &stm_page__markup_own : &stm_page__plain_own;
    j->among_others =
        w->html ? &stm_page__markup_among : &stm_page__plain_among;
    if (w->html && !(j->nest = stm_page__nest_new(w->html, w->mem)))
        return false;
    j->own = STM_ARENA_RAW(w->mem, float, n + STM_FOREST_LANES);
    j->signs = STM_ARENA_NEW(w->mem, float, STM_AMONG_MARKUP);
    j->columns = stm_arena_take(w->mem, STM_AMONG_MARKUP, sizeof *j->columns);
    return j->own && j->signs && j->columns;
}

/* The signs of segment `i` become those of a lane; `from` is the first of
 * them that is not there yet. */
static void into_lane(judge *j, unsigned lane, unsigned from, unsigned to)
{
    for (unsigned k = from; k < to; k++)
        j->columns[k][lane] = j->signs[k];
}

static void own_signs(judge *j, uint32_t i, unsigned lane)
{
    stm_page__own_signs(j->signs, &j->w->segments.items[i]);
    if (j->nest)
        stm_page__markup_signs(j->signs, j->nest, j->w->block[i]);
    into_lane(j, lane, 0, j->nest ? STM_SIGN_MARKUP : STM_SIGN_OWN);
}

static void judge_own(judge *j)
{
    uint32_t n = j->w->segments.count;
    for (uint32_t i = 0; i < n; i += STM_FOREST_LANES) {
        for (unsigned k = 0; k < STM_FOREST_LANES && i + k < n; k++)
            own_signs(j, i + k, k);
        j->forest(j->own + i, j->by_itself, j->columns);
    }
}

static void judge_lanes(judge *j, const uint32_t *segment, unsigned count)
{
    float score[STM_FOREST_LANES];
    j->forest(score, j->among_others, j->columns);
    for (unsigned k = 0; k < count; k++)
        j->w->segments.items[segment[k]].score = score[k];
}

static void judge_among(judge *j)
{
    uint32_t segment[STM_FOREST_LANES];
    unsigned count = 0;
    for (uint32_t i = 0; i < j->w->segments.count; i++) {
        j->w->segments.items[i].score = j->own[i];
        if (stm_page__is_hopeless(j->among, i))
            continue;
        own_signs(j, i, count);
        stm_page__among(j->signs, j->among, i);
        into_lane(j, count, STM_AMONG,
                  j->nest ? STM_AMONG_MARKUP : STM_AMONG_PLAIN);
        segment[count++] = i;
        if (count == STM_FOREST_LANES) {
            judge_lanes(j, segment, count);
            count = 0;
        }
    }
    if (count)
        judge_lanes(j, segment, count);
}

bool stm_page__judge(stm_page_work *w)
{
    judge j;
    if (!start(&j, w))
        return false;
    judge_own(&j);
    j.among =
        stm_page__among_new(&w->segments, j.own, w->html, w->block, w->mem);
    if (!j.among)
        return false;
    judge_among(&j);
    return true;
}

typedef struct ranked {
    float score;
    uint32_t segment;
} ranked;

/* Likeliest first; what is equally likely in its order. */
static int by_score(const void *a, const void *b)
{
    const ranked *x = a, *y = b;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    return (x->segment > y->segment) - (x->segment < y->segment);
}

/* The number of segments, likeliest first, with the largest expected F1. */
static uint32_t best_cut(const stm_page_work *w, const ranked *r)
{
    double all = 0, size = 0, hit = 0, best = -1;
    uint32_t n = w->segments.count, cut = 0;
    for (uint32_t i = 0; i < n; i++)
        all += w->segments.items[i].words *
               stm_page__likely(w->segments.items[i].score);
    for (uint32_t i = 0; i < n; i++) {
        const stm_segment *s = &w->segments.items[r[i].segment];
        size += s->words;
        hit += s->words * stm_page__likely(s->score);
        if (hit > best * (size + all)) {
            best = hit / (size + all);
            cut = i + 1;
        }
    }
    return cut;
}

bool stm_page__choose(stm_page_work *w)
{
    uint32_t n = w->segments.count;
    ranked *r = STM_ARENA_RAW(w->mem, ranked, n);
    if (!r)
        return false;
    for (uint32_t i = 0; i < n; i++)
        r[i] = (ranked){w->segments.items[i].score, i};
    qsort(r, n, sizeof *r, by_score);
    uint32_t cut = best_cut(w, r);
    float kept = w->html ? INFINITY : KEPT;
    for (uint32_t i = 0; i < n; i++)
        w->segments.items[r[i].segment].kind = i < cut || r[i].score > kept
                                                   ? STM_KIND_CONTENT
                                                   : STM_FURNITURE_OTHER;
    return true;
}
