#include "page/prepare.h"

#include "page/byline.h"
#include "page/dateline.h"
#include "page/twice.h"

/* Both are in order, and every segment of a page begins in some block. */
static bool find_blocks(stm_page_work *w)
{
    const stm_html *h = w->html;
    uint32_t block = 0;
    w->block = STM_ARENA_RAW(w->mem, uint32_t, w->segments.count);
    if (!w->block)
        return false;
    for (uint32_t i = 0; i < w->segments.count; i++) {
        while (block + 1 < h->block_count &&
               h->blocks[block + 1].at.start <= w->segments.items[i].start)
            block++;
        w->block[i] = block;
    }
    return true;
}

bool stm_page__prepare(stm_page_work *w, const stm_words *words)
{
    if (!stm_page__atoms(&w->atoms, words, w->mem))
        return false;
    if (w->html ? !stm_page__lines(&w->segments, &w->atoms, w->mem) ||
                      !find_blocks(w)
                : !stm_page__segments(&w->segments, &w->atoms, w->mem))
        return false;
    if (!stm_page__mark_twice(&w->segments, w->mem))
        return false;
    stm_page__mark_date_lines(w);
    stm_page__mark_bylines(w);
    return true;
}
