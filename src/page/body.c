/* The scores decide. Where there are few signs of a web page, they rise: a
 * poem, a letter, a novel has no furniture. */
#include "page/body.h"

#include <math.h>

#include "page/judge.h"
#include "page/weights.h"

enum {
    LONGEST_HIT = 15, /* words */
    /* segments around the start and the end of the text in which the facts
     * about it stand */
    HEAD_BEFORE = 40,
    HEAD_AFTER = 14,
    TAIL_BEFORE = 3,
    TAIL_AFTER = 12
};

bool stm_page__is_hit(const stm_segment *s)
{
    return s->mark < STM_FURNITURE_KINDS && s->covered > .5F &&
           s->use > STM_USE_WORD && s->words < LONGEST_HIT;
}

/* By how much all scores rise. */
static float doubt(const stm_page_work *w)
{
    uint32_t more = w->segments.count / STM_PAGE_SEGMENTS_A_HIT;
    float hits = 0, need = STM_PAGE_LEAST_HITS + (float)more;
    for (uint32_t i = 0; i < w->segments.count; i++) {
        const stm_segment *s = &w->segments.items[i];
        if (s->flags & STM_SEGMENT_AGAIN)
            continue;
        if ((s->flags & STM_SEGMENT_LEGAL) || s->mark == STM_MARK_CREDIT)
            hits += STM_PAGE_SURE_HIT;
        else if (stm_page__is_hit(s))
            hits += s->use == STM_USE_LINE ? 1 : STM_PAGE_SURE_HIT;
    }
    if (hits < STM_PAGE_NO_HITS)
        return INFINITY;
    return hits < need ? STM_PAGE_MISSING_HIT * (need - hits) : 0;
}

/* The stretch of segments with the largest sum of words, content counted for
 * it and furniture against it. */
static stm_span largest_sum(const stm_segments *s)
{
    stm_span best = {0, 0};
    double sum = 0, most = 0;
    uint32_t from = 0;
    for (uint32_t i = 0; i < s->count; i++) {
        const stm_segment *x = &s->items[i];
        if (sum <= 0) {
            sum = 0;
            from = i;
        }
        if (x->kind == STM_FURNITURE_REPEAT || x->mark == STM_MARK_CREDIT)
            continue;
        bool content = x->kind == STM_KIND_CONTENT;
        sum += content ? x->words : -2 * fminf(x->words, 20);
        if (sum > most) {
            most = sum;
            best = (stm_span){from, i + 1};
        }
    }
    return best;
}

bool stm_page__decide(stm_page_work *w)
{
    float rise = w->html ? 0 : doubt(w);
    w->is_page = rise == 0;
    for (uint32_t i = 0; i < w->segments.count; i++)
        w->segments.items[i].score += rise;
    return stm_page__choose(w);
}

/* Walks from segment `at` over so many segments that are not folded. */
static uint32_t walk(const stm_page_work *w, uint32_t at, int way,
                     unsigned steps)
{
    while (steps && (way < 0 ? at > 0 : at < w->segments.count)) {
        at += (uint32_t)way;
        uint32_t passed = way < 0 ? at : at - 1;
        steps -= w->segments.items[passed].kind != STM_FURNITURE_REPEAT;
    }
    return at;
}

void stm_page__find_body(stm_page_work *w)
{
    w->body = largest_sum(&w->segments);
    w->head = (stm_span){walk(w, w->body.from, -1, HEAD_BEFORE),
                         walk(w, w->body.from, 1, HEAD_AFTER)};
    w->tail = (stm_span){walk(w, w->body.to, -1, TAIL_BEFORE),
                         walk(w, w->body.to, 1, TAIL_AFTER)};
}
