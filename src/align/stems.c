/* The stems of a pair as small numbers, by first place, so that what is counted
 * of them fits arrays of the pair's size however large the lexicon is.
 *
 * A character of a script without spaces says as little as a letter does; with
 * the one behind it it says about as much as a word. So such a pair counts as
 * the stem of its first character. */
#include "align/pair.h"
#include "base/hash.h"

/* Keys of pairs of characters begin here; no lexicon has as many stems. */
#define PAIRS UINT32_C(0x80000000)

typedef struct stem_ids {
    uint32_t *key, *id; /* key: lexicon id, or that of a pair, + 1; 0 is free */
    size_t size;
    uint32_t count;
    bool *function; /* [tokens] by id */
} stem_ids;

static bool is_function(const stm_lexicon *lex, uint32_t stem)
{
    return stem < PAIRS && stm_lexicon_is_function(lex, stem);
}

static uint32_t local_id(stem_ids *ids, const stm_lexicon *lex, uint32_t stem)
{
    size_t mask = ids->size - 1, at = stm_mix64(stem) & mask;
    while (ids->key[at] && ids->key[at] != stem + 1)
        at = (at + 1) & mask;
    if (!ids->key[at]) {
        ids->key[at] = stem + 1;
        ids->function[ids->count] = is_function(lex, stem);
        ids->id[at] = ids->count++;
    }
    return ids->id[at];
}

/* The stem at `i`; of a character without spaces with the one behind it. Two
 * pairs with one key are taken for one. */
static uint32_t stem_at(const stm_text *t, uint32_t i)
{
    if (!(t->flags[i] & STM_WORD_IDEOGRAPH))
        return t->stem[i];
    bool goes_on = i + 1 < t->count && t->flags[i + 1] & STM_WORD_IDEOGRAPH &&
                   t->gap[i] == t->gap[i + 1];
    uint64_t next = goes_on ? t->stem[i + 1] : UINT32_MAX;
    uint32_t pair = (uint32_t)stm_hash_pair(t->stem[i], next) | PAIRS;
    return pair < UINT32_MAX ? pair : PAIRS;
}

static bool number(stm_pair *p, stm_side *s, stem_ids *ids)
{
    s->stem = STM_ARENA_NEW(&p->mem, uint32_t, (size_t)s->text->count + 1);
    if (!s->stem)
        return false;
    for (uint32_t i = 0; i < s->text->count; i++)
        s->stem[i] = local_id(ids, p->lex, stem_at(s->text, i));
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
