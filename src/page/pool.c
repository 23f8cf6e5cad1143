#include "page/pool.h"

#include <math.h>

#include "page/among.h"

/* How far a paragraph of a box of very many words is drawn, and the words that
 * draw half as far: chosen on pages whose labels another program made, as those
 * that the forests are fitted to do not care (.872 of word F1 from no drawing
 * up to all the way). */
#define POOL_SHARE (.9F)
enum { POOL_HALF = 100, POOL_MOST_WORDS = 100, POOL_LEAST = 3 };
#define POOL_SURE (.999F) /* likelihoods end here, so that odds stay finite */

typedef struct pool {
    float words, likely;
    uint32_t count;
} pool;

/* The innermost box around a paragraph that holds more than it. */
static uint32_t box_of(const stm_html *html, uint32_t block)
{
    uint32_t up[STM_UP];
    unsigned count = stm_page__nest_up(up, html, block);
    const stm_box *own = &html->boxes[up[0]];
    return up[count > 1 && own->last - own->first == 1];
}

static bool is_paragraph(const stm_page_work *w, uint32_t i)
{
    return w->html->blocks[w->block[i]].kind == STM_BLOCK_PARAGRAPH;
}

static void add(pool *p, const stm_segment *s)
{
    float words = fminf(s->words, POOL_MOST_WORDS);
    p->words += words;
    p->likely += words * stm_page__likely(s->score);
    p->count++;
}

static float drawn(float score, const pool *p)
{
    if (p->count < POOL_LEAST)
        return score;
    float mean = p->likely / fmaxf(p->words, 1e-6F);
    float sure = fminf(fmaxf(mean, 1 - POOL_SURE), POOL_SURE);
    float share = POOL_SHARE * p->words / (p->words + POOL_HALF);
    return score + share * (logf(sure / (1 - sure)) - score);
}

bool stm_page__pool(stm_page_work *w)
{
    if (!w->html)
        return true;
    pool *pools = STM_ARENA_NEW(w->mem, pool, w->html->box_count);
    uint32_t *box = STM_ARENA_NEW(w->mem, uint32_t, w->segments.count);
    if (!pools || !box)
        return false;
    for (uint32_t i = 0; i < w->segments.count; i++)
        if (is_paragraph(w, i))
            add(&pools[box[i] = box_of(w->html, w->block[i])],
                &w->segments.items[i]);
    for (uint32_t i = 0; i < w->segments.count; i++)
        if (is_paragraph(w, i))
            w->segments.items[i].score =
                drawn(w->segments.items[i].score, &pools[box[i]]);
    return true;
}
