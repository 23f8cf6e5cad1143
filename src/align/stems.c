/* The stems of a pair as small numbers, by first place, so that what is counted
 * of them fits arrays of the pair's size however large the lexicon is. */
#include "align/pair.h"
#include "base/hash.h"

typedef struct stem_ids {
    uint32_t *key, *id; /* key: lexicon id + 1; 0 is free */
    size_t size;
    uint32_t count;
    bool *function; /* [tokens] by id */
} stem_ids;

static uint32_t local_id(stem_ids *ids, const stm_lexicon *lex, uint32_t stem)
{
    size_t mask = ids->size - 1, at = stm_mix64(stem) & mask;
    while (ids->key[at] && ids->key[at] != stem + 1)
        at = (at + 1) & mask;
    if (!ids->key[at]) {
        ids->key[at] = stem + 1;
        ids->function[ids->count] = stm_lexicon_is_function(lex, stem);
        ids->id[at] = ids->count++;
    }
    return ids->id[at];
}

static bool number(stm_pair *p, stm_side *s, stem_ids *ids)
{
    s->stem = STM_ARENA_NEW(&p->mem, uint32_t, (size_t)s->text->count + 1);
    if (!s->stem)
        return false;
    for (uint32_t i = 0; i < s->text->count; i++)
        s->stem[i] = local_id(ids, p->lex, s->text->stem[i]);
    return true;
}

bool stm_align__stems(stm_pair *p)
{
    size_t tokens = (size_t)p->a.text->count + p->b.text->count;
    stem_ids ids = {.size = 16};
    while (ids.size < 2 * tokens)
        ids.size *= 2;
    ids.key = STM_ARENA_NEW(&p->mem, uint32_t, ids.size);
    ids.id = STM_ARENA_NEW(&p->mem, uint32_t, ids.size);
    ids.function = STM_ARENA_NEW(&p->mem, bool, tokens + 1);
    if (!ids.key || !ids.id || !ids.function || !number(p, &p->a, &ids) ||
        !number(p, &p->b, &ids))
        return false;
    p->stem_count = ids.count;
    p->function = ids.function;
    return true;
}
