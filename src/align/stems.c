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

typedef struct stem_slot {
    uint32_t key; /* lexicon id, or that of a pair, + 1; 0 is free */
    uint32_t id;
} stem_slot;

typedef struct stem_ids {
    stem_slot *slot;
    int shift; /* the highest bits of a product are the slot */
    uint32_t mask, count;
    bool *function; /* [tokens] by id */
} stem_ids;

/* Fibonacci hashing (Knuth): ids are dense, so a product spreads them well. */
static uint32_t first_slot(const stem_ids *ids, uint32_t stem)
{
    return (uint32_t)(stem * UINT32_C(0x9e3779b1)) >> ids->shift;
}

/* `may`: it may be a function word. */
static uint32_t local_id(stem_ids *ids, const stm_lexicon *lex, uint32_t stem,
                         bool may)
{
    uint32_t at = first_slot(ids, stem);
    while (ids->slot[at].key && ids->slot[at].key != stem + 1)
        at = (at + 1) & ids->mask;
    if (!ids->slot[at].key) {
        ids->function[ids->count] =
            may && stem < PAIRS && stm_lexicon_is_function(lex, stem);
        ids->slot[at] = (stem_slot){stem + 1, ids->count++};
    }
    return ids->slot[at].id;
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

/* Token by token. */
static bool number_tokens(stm_pair *p, stm_side *s, stem_ids *ids)
{
    uint32_t *stem =
        STM_ARENA_RAW(&p->mem, uint32_t, (size_t)s->text->count + 1);
    for (uint32_t i = 0; stem && i < s->text->count; i++)
        stem[i] = local_id(ids, p->lex, stem_at(s->text, i), true);
    s->stem = stem;
    return stem;
}

/* Stem by stem; those of A get the numbers that they have in A alone. */
static bool number_stems(stm_pair *p, stm_side *s, stem_ids *ids)
{
    const stm_text *t = s->text;
    uint32_t *stem = STM_ARENA_RAW(&p->mem, uint32_t, (size_t)t->count + 1);
    uint32_t *id = STM_ARENA_RAW(&p->mem, uint32_t, (size_t)t->stem_count + 1);
    if (!stem || !id)
        return false;
    for (uint32_t k = 0; k < t->stem_count; k++)
        id[k] = local_id(ids, p->lex, t->stems[k] & ~STM_STEM_FUNCTION,
                         t->stems[k] & STM_STEM_FUNCTION);
    s->stem = t->own_stem;
    if (s == &p->a)
        return true;
    for (uint32_t i = 0; i < t->count; i++)
        stem[i] = id[t->own_stem[i]];
    s->stem = stem;
    return true;
}

/* How many stems the texts have at most. */
static size_t most_stems(const stm_text *a, const stm_text *b)
{
    if (a->stems && b->stems)
        return (size_t)a->stem_count + b->stem_count;
    return (size_t)a->count + b->count;
}

bool stm_align__stems(stm_pair *p)
{
    const stm_text *a = p->a.text, *b = p->b.text;
    size_t most = most_stems(a, b), size = 16;
    stem_ids ids = {.shift = 28};
    for (; size < most + most / 4 && ids.shift > 1; ids.shift--)
        size *= 2;
    ids.mask = (uint32_t)(size - 1);
    ids.slot = STM_ARENA_NEW(&p->mem, stem_slot, size);
    ids.function = STM_ARENA_RAW(&p->mem, bool, most + 1);
    if (!ids.slot || !ids.function)
        return false;
    bool known = a->stems && b->stems;
    if (!(known ? number_stems : number_tokens)(p, &p->a, &ids) ||
        !(known ? number_stems : number_tokens)(p, &p->b, &ids))
        return false;
    p->stem_count = ids.count;
    p->function = ids.function;
    return true;
}
