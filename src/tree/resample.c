/* J. Felsenstein, Confidence limits on phylogenies: an approach using the
 * bootstrap, 1985: a column of the table of readings is drawn as often as
 * there are columns, some twice, some never. Words of one sentence are not
 * changed independently of each other, so whole sentences are drawn (blocks:
 * H. R. Künsch, 1989), and stay in their order: a page that a text lacks stays
 * one event. What all captures have says nothing; of such words on end one is
 * kept, for they end a changed stretch, and one of every sentence, for that
 * nothing was changed in it counts too. */
#include "tree/resample.h"

#include "base/hash.h"
#include "tree/weights.h"

static bool starts_sentence(const stm_tree__family *f, uint32_t u, uint32_t i)
{
    const stm_tree__node *n = &f->node.items[u];
    uint32_t token = n->row.token ? n->row.token[i] : STM_NO_TOKEN;
    return token != STM_NO_TOKEN &&
           f->in->witness[n->witness].text->flags[token] & STM_WORD_SENTENCE;
}

/* By place: how many captures have it; whether a sentence starts there. */
static void count(const stm_tree__family *f, uint32_t *votes, bool *starts)
{
    for (uint32_t u = 0; u < f->captures; u++) {
        const stm_tree__row *r = &f->node.items[u].row;
        for (uint32_t i = 0; i < r->count; i++) {
            votes[r->place[i]]++;
            starts[r->place[i]] |= starts_sentence(f, u, i);
        }
    }
}

/* Numbers the places that are kept; the others get that of the one before. */
static void number(stm_tree__sample *s, uint32_t *votes, const bool *starts)
{
    uint32_t kept = 0;
    bool agreed = false, fresh = true;
    for (uint32_t p = 0; p < s->f->places; p++) {
        bool all = votes[p] == s->f->captures;
        fresh |= starts[p];
        if (!votes[p] || (all && agreed && !fresh)) {
            votes[p] = UINT32_MAX;
            continue;
        }
        if (fresh)
            s->start[s->blocks++] = kept;
        fresh = false;
        agreed = all;
        votes[p] = kept++;
    }
    s->start[s->blocks] = kept;
}

static bool keep_rows(stm_tree__sample *s, const uint32_t *number,
                      stm_arena *mem)
{
    const stm_tree__node *n = s->f->node.items;
    size_t all = 0, next = 0;
    for (uint32_t u = 0; u < s->f->captures; u++)
        all += n[u].row.count;
    s->place = all < UINT32_MAX ? STM_ARENA_NEW(mem, uint32_t, all) : NULL;
    for (uint32_t u = 0; s->place && u < s->f->captures; u++) {
        s->first[u] = (uint32_t)next;
        for (uint32_t i = 0; i < n[u].row.count; i++)
            if (number[n[u].row.place[i]] != UINT32_MAX)
                s->place[next++] = number[n[u].row.place[i]];
    }
    s->first[s->f->captures] = (uint32_t)next;
    return s->place;
}

bool stm_tree__sample_open(stm_tree__sample *s, const stm_tree__family *f,
                           stm_arena *mem)
{
    *s = (stm_tree__sample){.f = f};
    uint32_t *votes = STM_ARENA_NEW(mem, uint32_t, f->places);
    bool *starts = STM_ARENA_NEW(mem, bool, f->places);
    s->first = STM_ARENA_NEW(mem, uint32_t, (size_t)f->captures + 1);
    s->start = STM_ARENA_NEW(mem, uint32_t, (size_t)f->places + 1);
    if (!votes || !starts || !s->first || !s->start)
        return false;
    count(f, votes, starts);
    number(s, votes, starts);
    s->weight = STM_ARENA_NEW(mem, uint32_t, s->blocks);
    s->base = STM_ARENA_NEW(mem, uint32_t, s->blocks);
    return s->weight && s->base && keep_rows(s, votes, mem);
}

uint32_t stm_tree__sample_most(const stm_tree__sample *s)
{
    uint64_t most = (uint64_t)s->start[s->blocks] * STM_TREE_DRAWN;
    return most < UINT32_MAX ? (uint32_t)most : UINT32_MAX;
}

static uint32_t draw(stm_tree__sample *s)
{
    s->seed += UINT64_C(0x9e3779b97f4a7c15);
    return (uint32_t)((stm_mix64(s->seed) >> 32) * s->blocks >> 32);
}

uint32_t stm_tree__sample_draw(stm_tree__sample *s)
{
    uint32_t places = 0;
    for (uint32_t i = 0; i < s->blocks; i++)
        s->weight[i] = 0;
    for (uint32_t i = 0; i < s->blocks; i++) {
        uint32_t k = draw(s);
        s->weight[k] += s->weight[k] < STM_TREE_DRAWN;
    }
    for (uint32_t i = 0; i < s->blocks; i++) {
        s->base[i] = places;
        places += s->weight[i] * (s->start[i + 1] - s->start[i]);
    }
    return places;
}

bool stm_tree__sample_row(const stm_tree__sample *s, uint32_t capture,
                          stm_arena *mem, stm_tree__row *out)
{
    uint32_t from = s->first[capture], to = s->first[capture + 1], n = 0;
    uint32_t *place =
        STM_ARENA_NEW(mem, uint32_t, (size_t)(to - from) * STM_TREE_DRAWN);
    if (!place)
        return false;
    for (uint32_t block = 0, next; from < to; from = next) {
        while (s->start[block + 1] <= s->place[from])
            block++;
        for (next = from; next < to && s->place[next] < s->start[block + 1];)
            next++;
        uint32_t length = s->start[block + 1] - s->start[block];
        for (uint32_t copy = 0; copy < s->weight[block]; copy++)
            for (uint32_t i = from; i < next; i++)
                place[n++] = s->base[block] + copy * length +
                             (s->place[i] - s->start[block]);
    }
    *out = (stm_tree__row){place, NULL, n};
    return true;
}
