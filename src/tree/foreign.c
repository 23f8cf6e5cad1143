/* A story says its own words again: of what its writer put into a sentence half
 * stands elsewhere in the text, of what was thrown in less. Editors are that
 * way inclined, too: of the longer words in short stretches that they took out
 * of encyclopedia articles .70 stood elsewhere in the text, of those that they
 * put in .63; in whole sentences it is as many. As evidence of a direction it
 * only holds where some changes were thrown in, so that the share of those is
 * learnt without it (misfit.c): learnt with it, words that are new because the
 * news is new speak against the later text. */
#include "tree/foreign.h"

#include "base/sort.h"
#include "tree/weights.h"

enum { LETTERS = 4, MOST = 255 };

/* How often the word of each token stands in `t`, up to MOST. */
static uint8_t *count_in(const stm_text *t, stm_arena *mem)
{
    stm_arena scratch = {0};
    uint8_t *often = STM_ARENA_NEW(mem, uint8_t, t->count);
    uint64_t *key = STM_ARENA_NEW(&scratch, uint64_t, t->count);
    uint64_t *room = STM_ARENA_NEW(&scratch, uint64_t, t->count);
    if (!often || !key || !room) {
        stm_arena_free(&scratch);
        return NULL;
    }
    for (uint32_t i = 0; i < t->count; i++)
        key[i] = (uint64_t)t->word[i] << 32 | i;
    stm_sort_u64(key, room, t->count);
    for (uint32_t from = 0, to = 0; from < t->count; from = to) {
        while (to < t->count && key[to] >> 32 == key[from] >> 32)
            to++;
        uint32_t n = to - from;
        for (uint32_t i = from; i < to; i++)
            often[(uint32_t)key[i]] = (uint8_t)(n < MOST ? n : MOST);
    }
    stm_arena_free(&scratch);
    return often;
}

bool stm_tree__count_words(stm_tree__family *f)
{
    uint8_t **often = STM_ARENA_NEW(&f->mem, uint8_t *, f->captures);
    for (uint32_t u = 0; often && u < f->captures; u++) {
        const stm_text *t = f->in->witness[f->node.items[u].witness].text;
        often[u] = count_in(t, &f->mem);
        if (!often[u])
            return false;
    }
    f->misfit.often = often;
    return often != NULL;
}

static uint32_t times_within(const stm_text *t, stm_span words, uint32_t word)
{
    uint32_t n = 0;
    for (uint32_t i = words.from; i < words.to; i++)
        n += t->word[i] == word;
    return n;
}

double stm_tree__foreign(const stm_tree__family *f, uint32_t u, stm_span words)
{
    const stm_text *t = f->in->witness[f->node.items[u].witness].text;
    double sum = 0;
    if (!f->misfit.often || words.to - words.from > STM_TREE_FOREIGN_WORDS)
        return 0;
    for (uint32_t i = words.from; i < words.to; i++) {
        if (t->at[i].end - t->at[i].start < LETTERS)
            continue;
        bool recurs =
            f->misfit.often[u][i] > times_within(t, words, t->word[i]);
        sum += recurs ? STM_TREE_RECURS : STM_TREE_FOREIGN;
    }
    return sum;
}
