/* Readings: at each unit the columns that read alike. What a column lacks, be
 * it a word or the whole passage, is a wording too, and the last one. */
#include <stdlib.h>

#include "base/hash.h"
#include "edition/bench.h"

typedef struct voice {
    uint64_t hash; /* 0: nothing */
    uint32_t column;
} voice;

static int alike(const void *x, const void *y)
{
    const voice *a = x, *b = y;
    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    return (a->column > b->column) - (a->column < b->column);
}

static int most_first(const void *x, const void *y)
{
    const stm_edition__wording *a = x, *b = y;
    if (a->empty != b->empty)
        return a->empty ? 1 : -1;
    if (a->votes != b->votes)
        return a->votes > b->votes ? -1 : 1;
    return (a->column > b->column) - (a->column < b->column);
}

static uint64_t hash_of(const stm_edition__bench *b, uint32_t unit, uint32_t c)
{
    stm_span s = stm_edition__cells(b, unit, c);
    const stm_edition__column *col = &b->column[c];
    uint64_t h = s.to - s.from;
    for (uint32_t i = s.from; i < s.to; i++)
        h = stm_hash_pair(h, col->text->word[col->cell[i].token]);
    return s.from == s.to ? 0 : h | 1;
}

typedef STM_VEC(stm_edition__wording) wordings;

/* Of a stretch that all who have it read alike there are two wordings at most,
 * and of most of them one. */
static bool group(stm_edition__bench *b, uint32_t unit, voice *v, wordings *out)
{
    for (uint32_t c = 0; c < b->columns; c++)
        v[c] = (voice){hash_of(b, unit, c), c};
    qsort(v, b->columns, sizeof *v, alike);
    size_t first = out->count;
    for (uint32_t i = 0; i < b->columns;) {
        stm_edition__wording w = {v[i].column, 0, !v[i].hash};
        uint64_t hash = v[i].hash;
        for (; i < b->columns && v[i].hash == hash; i++)
            w.votes++;
        if (!stm_vec_push(out, w))
            return false;
    }
    qsort(out->items + first, out->count - first, sizeof *out->items,
          most_first);
    return true;
}

static void set_states(stm_edition__bench *b, uint32_t unit, const voice *v,
                       const stm_edition__wording *w, uint32_t count,
                       uint32_t *index)
{
    uint32_t *state = stm_edition__states(b, unit);
    for (uint32_t k = 0; k < count; k++)
        index[w[k].column] = k;
    for (uint32_t i = 0; i < b->columns;) {
        uint64_t hash = v[i].hash;
        uint32_t k = index[v[i].column];
        for (; i < b->columns && v[i].hash == hash; i++)
            state[v[i].column] = k;
    }
}

static bool read_all(stm_edition__bench *b, voice *v, uint32_t *index,
                     wordings *out)
{
    for (uint32_t u = 0; u < b->units; u++) {
        b->first[u] = (uint32_t)out->count;
        if (!group(b, u, v, out))
            return false;
        set_states(b, u, v, out->items + b->first[u],
                   (uint32_t)out->count - b->first[u], index);
    }
    b->first[b->units] = (uint32_t)out->count;
    return out->count < UINT32_MAX;
}

bool stm_edition__readings(stm_edition__bench *b)
{
    wordings out = {0};
    voice *v = STM_ARENA_NEW(&b->mem, voice, b->columns);
    uint32_t *index = STM_ARENA_NEW(&b->mem, uint32_t, b->columns);
    b->first = STM_ARENA_NEW(&b->mem, uint32_t, (size_t)b->units + 1);
    b->state = STM_ARENA_NEW(&b->mem, uint32_t, (size_t)b->units * b->nodes);
    bool ok = v && index && b->first && b->state && read_all(b, v, index, &out);
    b->wording = STM_ARENA_NEW(&b->mem, stm_edition__wording, out.count);
    ok = ok && b->wording;
    for (size_t i = 0; ok && i < out.count; i++)
        b->wording[i] = out.items[i];
    stm_vec_free(&out);
    return ok;
}
