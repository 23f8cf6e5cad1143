#include "page/judge.h"

#include <math.h>
#include <string.h>

#include "base/sort.h"
#include "page/among.h"
#include "page/lanes.h"

/* What of a plain text is likelier than this is kept where the expected F1
 * would let it go: there, words lost are worse than words too many. It costs
 * .0003 of F1 (.0018 on articles) and gains .006 of recall. */
#define KEPT (-.6F)

enum {
    ROW = (STM_AMONG_MARKUP + STM_LANES_STEP - 1) / STM_LANES_STEP *
          STM_LANES_STEP
};

typedef struct judge {
    stm_page_work *w;
    stm_nest *nest; /* NULL for plain text */
    stm_among *among;
    float *own;                         /* log-odds of each segment by itself */
    float (*signs)[ROW];                /* of some segments, */
    float (*columns)[STM_FOREST_LANES]; /* and the same side by side */
    const stm_forest *by_itself, *among_others;
    stm_forest_fn *forest;
} judge;

/* The columns begin where no number of theirs lies in two lines of the cache,
 * which costs a third of a forest's time. */
static float (*take_columns(stm_arena *mem))[STM_FOREST_LANES]
{
    enum { CACHE_LINE = 64 };
    char *p = stm_arena_take_raw(
        mem, sizeof(float[ROW][STM_FOREST_LANES]) + CACHE_LINE - 1, 1);
    return p ? (void *)(p + (-(uintptr_t)p & (CACHE_LINE - 1))) : NULL;
}

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
    j->signs = stm_arena_take(w->mem, STM_FOREST_LANES, sizeof *j->signs);
    j->columns = take_columns(w->mem);
    return j->own && j->signs && j->columns;
}

static void own_signs(judge *j, uint32_t i, unsigned lane)
{
    stm_page__own_signs(j->signs[lane], &j->w->segments.items[i]);
    if (j->nest)
        stm_page__markup_signs(j->signs[lane], j->nest, j->w->block[i]);
}

static void judge_own(judge *j)
{
    uint32_t n = j->w->segments.count;
    unsigned signs = j->nest ? STM_SIGN_MARKUP : STM_SIGN_OWN;
    for (uint32_t i = 0; i < n; i += STM_FOREST_LANES) {
        for (unsigned k = 0; k < STM_FOREST_LANES && i + k < n; k++)
            own_signs(j, i + k, k);
        stm_page__lanes(j->columns, *j->signs, ROW, signs);
        j->forest(j->own + i, j->by_itself, j->columns);
    }
}

static void judge_lanes(judge *j, const uint32_t *segment, unsigned count)
{
    float score[STM_FOREST_LANES];
    stm_page__lanes(j->columns, *j->signs, ROW,
                    j->nest ? STM_AMONG_MARKUP : STM_AMONG_PLAIN);
    j->forest(score, j->among_others, j->columns);
    for (unsigned k = 0; k < count; k++)
        j->w->segments.items[segment[k]].score = score[k];
}

static void signs_among(judge *j, uint32_t i, unsigned lane)
{
    float *out = j->signs[lane];
    own_signs(j, i, lane);
    stm_page__among(out, j->among, i);
    if (j->nest)
        stm_page__kin_scores(out + STM_AMONG_KIN, stm_page__nest_kin(j->nest),
                             i, j->w->block[i]);
}

static void judge_among(judge *j)
{
    uint32_t segment[STM_FOREST_LANES];
    unsigned count = 0;
    for (uint32_t i = 0; i < j->w->segments.count; i++) {
        j->w->segments.items[i].score = j->own[i];
        if (stm_page__is_hopeless(j->among, i))
            continue;
        signs_among(j, i, count);
        segment[count++] = i;
        if (count == STM_FOREST_LANES) {
            judge_lanes(j, segment, count);
            count = 0;
        }
    }
    if (count)
        judge_lanes(j, segment, count);
}

/* What the second forest sees of how the first one judged. */
static bool look_around(judge *j)
{
    stm_page_work *w = j->w;
    j->among =
        stm_page__among_new(&w->segments, j->own, w->html, w->block, w->mem);
    return j->among &&
           (!j->nest ||
            stm_page__kin_weigh(stm_page__nest_kin(j->nest), &w->segments,
                                j->own, w->block, w->mem));
}

bool stm_page__judge(stm_page_work *w)
{
    judge j;
    if (!start(&j, w))
        return false;
    judge_own(&j);
    if (!look_around(&j))
        return false;
    judge_among(&j);
    return true;
}

/* A number that is the smaller the larger the score is. */
static uint32_t rank_of(float score)
{
    uint32_t bits;
    score += 0; /* of both zeros, one */
    memcpy(&bits, &score, sizeof bits);
    return bits >> 31 ? bits : ~bits & UINT32_MAX >> 1;
}

/* Segments, likeliest first; what is equally likely in its order. */
static uint64_t *ranked(const stm_page_work *w)
{
    uint32_t n = w->segments.count;
    uint64_t *r = STM_ARENA_RAW(w->mem, uint64_t, n);
    uint64_t *room = STM_ARENA_RAW(w->mem, uint64_t, n);
    if (!r || !room)
        return NULL;
    for (uint32_t i = 0; i < n; i++)
        r[i] = (uint64_t)rank_of(w->segments.items[i].score) << 32 | i;
    stm_sort_u64(r, room, n);
    return r;
}

/* The number of segments, likeliest first, with the largest expected F1. */
static uint32_t best_cut(const stm_page_work *w, const uint64_t *r)
{
    double all = 0, size = 0, hit = 0, best = -1;
    uint32_t n = w->segments.count, cut = 0;
    for (uint32_t i = 0; i < n; i++)
        all += w->segments.items[i].words *
               stm_page__likely(w->segments.items[i].score);
    for (uint32_t i = 0; i < n; i++) {
        const stm_segment *s = &w->segments.items[(uint32_t)r[i]];
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
    uint64_t *r = ranked(w);
    if (!r)
        return false;
    uint32_t cut = best_cut(w, r);
    float kept = w->html ? INFINITY : KEPT;
    for (uint32_t i = 0; i < w->segments.count; i++) {
        stm_segment *s = &w->segments.items[(uint32_t)r[i]];
        s->kind =
            i < cut || s->score > kept ? STM_KIND_CONTENT : STM_FURNITURE_OTHER;
    }
    return true;
}
