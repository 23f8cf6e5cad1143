/* Runs of words in a table by the upper half of their hash: every second run is
 * counted, chosen by its own hash, so that all texts choose alike. Two runs of
 * one key are taken for one; among a million the chance for a run is one in
 * 4,000, and what is told from it never rests on a single run. */
#include "text/shingles.h"

#include <stdlib.h>

#include "base/hash.h"

/* The run at `i` as a key; 0 where it is not counted. */
static uint32_t key_of(const stm_text *t, uint32_t i)
{
    uint64_t h = 0;
    if (t->count - i < STM_SHINGLE_WORDS)
        return 0;
    for (uint32_t k = 0; k < STM_SHINGLE_WORDS; k++)
        h = stm_hash_pair(h, t->word[i + k]);
    return h & 1 ? (uint32_t)(h >> 32) : 0;
}

static size_t find(const stm_shingle *slot, size_t size, uint32_t key)
{
    size_t i = key & (size - 1);
    while (slot[i].key && slot[i].key != key)
        i = (i + 1) & (size - 1);
    return i;
}

static bool enlarge(stm_shingles *s)
{
    size_t size = s->size ? s->size * 2 : 1024;
    stm_shingle *slot = calloc(size, sizeof *slot);
    if (!slot)
        return false;
    for (size_t i = 0; i < s->size; i++)
        if (s->slot[i].key)
            slot[find(slot, size, s->slot[i].key)] = s->slot[i];
    free(s->slot);
    s->slot = slot;
    s->size = size;
    return true;
}

static bool add(stm_shingles *s, uint32_t key)
{
    if (s->count >= s->size / 2 && !enlarge(s))
        return false;
    stm_shingle *x = &s->slot[find(s->slot, s->size, key)];
    s->count += !x->key;
    x->key = key;
    x->texts += x->last != s->texts;
    x->last = s->texts;
    return true;
}

/* Slots lie far apart: those of a stretch of words are asked for all at once.
 */
static uint32_t ask_for(const stm_shingles *s, const stm_text *t, uint32_t from,
                        uint32_t to, uint32_t *key)
{
    uint32_t n = 0;
    for (uint32_t i = from; i < to; i++) {
        key[n] = key_of(t, i);
        if (s->size)
            __builtin_prefetch(&s->slot[key[n] & (s->size - 1)], 1);
        n += key[n] != 0;
    }
    return n;
}

bool stm_text__shingles_add(stm_shingles *s, const stm_text *t)
{
    enum { STRETCH = 64 };
    uint32_t key[STRETCH];
    s->texts++;
    for (uint32_t from = 0, to; from < t->count; from = to) {
        to = t->count - from > STRETCH ? from + STRETCH : t->count;
        uint32_t n = ask_for(s, t, from, to, key);
        for (uint32_t k = 0; k < n; k++)
            if (!add(s, key[k]))
                return false;
    }
    return true;
}

uint32_t stm_text__shingles_texts(const stm_shingles *s, const stm_text *t,
                                  uint32_t i)
{
    uint32_t key = s->size ? key_of(t, i) : 0;
    return key ? s->slot[find(s->slot, s->size, key)].texts : 0;
}

void stm_text__shingles_free(stm_shingles *s)
{
    free(s->slot);
    *s = (stm_shingles){0};
}
