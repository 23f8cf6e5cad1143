#include "align/synonyms.h"

#include <stdlib.h>

typedef struct stem {
    uint32_t key, id;
} stem;

typedef struct stems {
    stem *items; /* by key */
    size_t count;
} stems;

static int by_key(const void *x, const void *y)
{
    const stem *a = x, *b = y;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return (a->id > b->id) - (a->id < b->id);
}

static bool *stems_of(stm_pair *p, const stm_side *s)
{
    bool *has = STM_ARENA_NEW(&p->mem, bool, (size_t)p->stem_count + 1);
    for (uint32_t i = 0; has && i < s->text->count; i++)
        has[s->stem[i]] = true;
    return has;
}

/* Stems of one side that the other lacks, once each. */
static bool list(stm_pair *p, const stm_side *s, const bool *elsewhere,
                 stems *out)
{
    bool *seen = STM_ARENA_NEW(&p->mem, bool, (size_t)p->stem_count + 1);
    out->items = STM_ARENA_NEW(&p->mem, stem, (size_t)p->stem_count + 1);
    if (!seen || !out->items)
        return false;
    for (uint32_t i = 0; i < s->text->count; i++) {
        uint32_t id = s->stem[i];
        if (seen[id] || elsewhere[id] || p->function[id] ||
            s->text->flags[i] & (STM_WORD_NUMBER | STM_WORD_IDEOGRAPH))
            continue;
        seen[id] = true;
        stm_str word = stm_lexicon_word(p->lex, s->text->stem[i]);
        out->items[out->count++] = (stem){stm_thesaurus_key(word), id};
    }
    qsort(out->items, out->count, sizeof *out->items, by_key);
    return true;
}

static const stem *find(const stems *s, uint32_t key)
{
    size_t lo = 0, hi = s->count;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (s->items[mid].key < key)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo < s->count && s->items[lo].key == key ? &s->items[lo] : NULL;
}

bool stm_align__synonyms(stm_pair *p,
                         bool (*take)(void *user, uint32_t a, uint32_t b),
                         void *user)
{
    stems a = {0}, b = {0};
    bool *in_a = stems_of(p, &p->a), *in_b = stems_of(p, &p->b);
    if (!in_a || !in_b || !list(p, &p->a, in_b, &a) ||
        !list(p, &p->b, in_a, &b))
        return false;
    for (size_t k = 0; k < a.count; k++) {
        size_t n;
        const uint32_t *other =
            stm_thesaurus_find(p->opts.thesaurus, a.items[k].key, &n);
        for (size_t i = 0; i < n; i++) {
            const stem *y = find(&b, other[i]);
            if (y && !take(user, a.items[k].id, y->id))
                return false;
        }
    }
    return true;
}
