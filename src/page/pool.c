#include "page/pool.h"

#include <math.h>

#include "page/among.h"

/* How far a paragraph of a box of very many words is drawn, and the words that
 * draw half as far: chosen on pages whose labels another program made, as those
 * that the forests are fitted to do not care (.872 of word F1 from no drawing
 * up to all the way). */
#define POOL_SHARE (.9F)
enum { POOL_HALF = 100, POOL_MOST_WORDS = 100, POOL_LEAST = 3 };
/* From this many words in a box on, its elements that do not call themselves
 * paragraphs are some all the same: the chapter of a novel whose every other
 * line was lost has 5,000; with 300, pages of products lost .0005. */
enum { POOL_BARE_WORDS = 1000 };
#define POOL_SURE (.999F) /* likelihoods end here, so that odds stay finite */

typedef struct pool {
    float words, likely;
    uint32_t count;
} pool;

static bool is_alone(const stm_html *html, uint32_t box)
{
    return html->boxes[box].last - html->boxes[box].first == 1;
}

static bool is_bare(const stm_page_work *w, uint32_t i)
{
    return w->html->blocks[w->block[i]].kind == STM_BLOCK_TEXT;
}

/* The innermost box around a paragraph that holds more than it; an element that
 * says nothing may lie in several of its own. */
static uint32_t box_of(const stm_page_work *w, uint32_t segment)
{
    uint32_t up[STM_UP], i = 0;
    unsigned count = stm_page__nest_up(up, w->html, w->block[segment]);
    unsigned most = is_bare(w, segment) ? STM_UP : 1;
    while (i < most && i + 1 < count && is_alone(w->html, up[i]))
        i++;
    return up[i];
}

/* Editors on the web often make a box of each paragraph, and no paragraph. */
static bool is_paragraph(const stm_page_work *w, uint32_t i)
{
    const stm_block *b = &w->html->blocks[w->block[i]];
    return b->kind == STM_BLOCK_PARAGRAPH ||
           (b->kind == STM_BLOCK_TEXT && 2 * b->linked < b->letters &&
            is_alone(w->html, b->parent));
}

static void add(pool *p, const stm_segment *s)
{
    float words = fminf(s->words, POOL_MOST_WORDS);
    p->words += words;
    p->likely += words * stm_page__likely(s->score);
    p->count++;
}

static float drawn(float score, const pool *p, bool bare)
{
    if (p->count < POOL_LEAST || (bare && p->words < POOL_BARE_WORDS))
        return score;
    float mean = p->likely / fmaxf(p->words, 1e-6F);
    float sure = fminf(fmaxf(mean, 1 - POOL_SURE), POOL_SURE);
    float share = POOL_SHARE * p->words / (p->words + POOL_HALF);
    return score + share * (logf(sure / (1 - sure)) - score);
}

/* Each box has two pools: of paragraphs, and of bare elements. */
bool stm_page__pool(stm_page_work *w)
{
    if (!w->html)
        return true;
    pool *pools = STM_ARENA_NEW(w->mem, pool, 2 * w->html->box_count);
    uint32_t *of = STM_ARENA_NEW(w->mem, uint32_t, w->segments.count);
    if (!pools || !of)
        return false;
    for (uint32_t i = 0; i < w->segments.count; i++)
        if (is_paragraph(w, i)) {
            of[i] = 2 * box_of(w, i) + is_bare(w, i);
            add(&pools[of[i]], &w->segments.items[i]);
        }
    for (uint32_t i = 0; i < w->segments.count; i++)
        if (is_paragraph(w, i)) {
            stm_segment *s = &w->segments.items[i];
            s->score = drawn(s->score, &pools[of[i]], is_bare(w, i));
        }
    return true;
}
