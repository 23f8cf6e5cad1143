#include "page/kin.h"

#include <math.h>
#include <string.h>

#include "base/hash.h"
#include "page/among.h"
#include "page/signs.h"

/* A line weighs no more, of letters and of words. */
enum { MOST_LETTERS = 600, MOST_WORDS = 100 };

typedef struct group {
    uint64_t key;
    uint32_t lines;
    float letters, linked; /* sums */
    float words, mass;     /* and of words by their likelihood */
    float signs[STM_KIN_SIGNS];
} group;

typedef struct weight {
    float words, mass;
} weight;

struct stm_kin {
    uint32_t (*of)[STM_KIN_DEPTHS]; /* groups of each block */
    group *groups;                  /* of all depths */
    uint32_t count;
    weight *segment;
    float mass; /* of the page */
};

/* The names of a box and of those around it, for each depth. */
static void take_path(uint64_t path[STM_KIN_DEPTHS], const stm_html *html,
                      uint32_t box)
{
    const stm_box *b = html->boxes;
    uint32_t up[5] = {box};
    for (unsigned i = 1; i < 5; i++)
        up[i] = b[up[i - 1]].parent;
    path[0] = stm_hash_pair(b[up[0]].name, b[up[1]].name);
    path[1] = stm_hash_pair(path[0], b[up[2]].name);
    path[2] =
        stm_hash_pair(path[1], (uint64_t)b[up[3]].name << 32 | b[up[4]].name);
}

static uint32_t find_group(stm_kin *k, uint32_t *slot, size_t room,
                           uint64_t key)
{
    size_t at = key & (room - 1);
    while (slot[at] && k->groups[slot[at] - 1].key != key)
        at = (at + 1) & (room - 1);
    if (!slot[at]) {
        k->groups[k->count] = (group){.key = key};
        slot[at] = ++k->count;
    }
    return slot[at] - 1;
}

static void count_in(group *g, const stm_block *b)
{
    float letters = stm_page__smaller((float)b->letters, MOST_LETTERS);
    g->lines++;
    g->letters += letters;
    g->linked +=
        letters * (float)b->linked / stm_page__larger((float)b->letters, 1);
}

static void sum_up(group *g)
{
    g->signs[STM_KIN_LINES] = stm_page__log2(1 + (float)g->lines);
    g->signs[STM_KIN_LETTERS] =
        stm_page__log2(1 + g->letters / (float)g->lines);
    g->signs[STM_KIN_LINKED] = g->linked / stm_page__larger(g->letters, 1);
}

stm_kin *stm_page__kin_new(const stm_html *html, stm_arena *mem)
{
    size_t n = html->block_count, room = 16;
    while (room < 2 * STM_KIN_DEPTHS * n)
        room *= 2;
    stm_kin *k = STM_ARENA_NEW(mem, stm_kin, 1);
    uint32_t *slot = STM_ARENA_NEW(mem, uint32_t, room); /* group + 1 */
    uint64_t(*path)[STM_KIN_DEPTHS] =
        stm_arena_take_raw(mem, html->box_count, sizeof *path);
    if (!k || !slot || !path)
        return NULL;
    k->of = stm_arena_take_raw(mem, n, sizeof *k->of);
    k->groups = STM_ARENA_RAW(mem, group, STM_KIN_DEPTHS * n);
    if (!k->of || !k->groups)
        return NULL;
    for (uint32_t i = 0; i < html->box_count; i++)
        take_path(path[i], html, i);
    for (size_t i = 0; i < n; i++) {
        const stm_block *b = &html->blocks[i];
        for (unsigned d = 0; d < STM_KIN_DEPTHS; d++) {
            uint64_t key = stm_hash_pair(path[b->parent][d],
                                         (uint64_t)b->kind << 8 | b->level);
            k->of[i][d] = find_group(k, slot, room, key);
            count_in(&k->groups[k->of[i][d]], b);
        }
    }
    for (uint32_t i = 0; i < k->count; i++)
        sum_up(&k->groups[i]);
    return k;
}

void stm_page__kin_signs(float *out, const stm_kin *k, uint32_t block)
{
    for (unsigned d = 0; d < STM_KIN_DEPTHS; d++)
        memcpy(out + d * STM_KIN_SIGNS, k->groups[k->of[block][d]].signs,
               sizeof(float) * STM_KIN_SIGNS);
}

bool stm_page__kin_weigh(stm_kin *k, const stm_segments *s, const float *score,
                         const uint32_t *block, stm_arena *mem)
{
    k->segment = STM_ARENA_RAW(mem, weight, s->count);
    if (!k->segment)
        return false;
    for (uint32_t i = 0; i < s->count; i++) {
        float words = stm_page__smaller(s->items[i].words, MOST_WORDS);
        weight w = {words, words * stm_page__likely(score[i])};
        k->segment[i] = w;
        k->mass += w.mass;
        for (unsigned d = 0; d < STM_KIN_DEPTHS; d++) {
            group *g = &k->groups[k->of[block[i]][d]];
            g->words += w.words;
            g->mass += w.mass;
        }
    }
    return true;
}

void stm_page__kin_scores(float *out, const stm_kin *k, uint32_t segment,
                          uint32_t block)
{
    weight w = k->segment[segment];
    for (unsigned d = 0; d < STM_KIN_DEPTHS; d++, out += STM_KIN_SCORES) {
        const group *g = &k->groups[k->of[block][d]];
        out[STM_KIN_MEAN] = g->mass / stm_page__larger(g->words, .5F);
        out[STM_KIN_SHARE] = g->mass / stm_page__larger(k->mass, 1e-3F);
        out[STM_KIN_OTHERS] =
            (g->mass - w.mass) / stm_page__larger(g->words - w.words, .5F);
    }
}
