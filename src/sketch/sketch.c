/* Three kinds of keys, each for another way of copying:
 *
 * - Runs: word 5-grams, of which each window of WINDOW keeps the smallest hash
 *   (winnowing: Schleimer, Wilkerson, Aiken 2003), so two texts that share
 *   RUN + WINDOW - 1 words in a row share a key. Finds copies and excerpts.
 * - Names: two neighbouring names or numbers in their order, the NAMES with the
 *   smallest hashes. Survives the replacement of all other words.
 * - Stems: the STEMS rarest that a second text has too. For texts without
 *   capital letters, and for texts on one topic. */
#include "sketch/sketch.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/vec.h"

enum {
    RUN = 5,      /* words: the shortest run that is rarely chance */
    WINDOW = 4,   /* with RUN: any 8 words in a row are found */
    NAMES = 32,   /* recall of spun copies 1.00 at 50 % replaced words */
    STEMS = 32,   /* .95 of spun copies in lower case */
    SHARED_BY = 2 /* texts that must have a stem before it can link any */
};

#define NO_WORD UINT32_MAX

typedef struct stems_rank {
    uint32_t df, id;
} stems_rank;

typedef STM_VEC(uint64_t) key_vec;

static uint64_t as_key(uint64_t hash, stm_key_kind kind)
{
    return (hash & ~UINT64_C(3)) | (uint64_t)kind;
}

static int by_value(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static size_t sort_distinct(uint64_t *keys, size_t count)
{
    size_t kept = 0;
    if (!count)
        return 0;
    qsort(keys, count, sizeof *keys, by_value);
    for (size_t i = 0; i < count; i++)
        if (!kept || keys[kept - 1] != keys[i])
            keys[kept++] = keys[i];
    return kept;
}

static uint64_t run_at(const stm_text *t, uint32_t i, uint32_t length)
{
    uint64_t hash = length;
    for (uint32_t k = 0; k < length; k++)
        hash = stm_hash_pair(hash, t->word[i + k]);
    return hash;
}

/* Of each window the smallest, the rightmost of equals; a text too short for
 * one window gives its smallest. */
static bool add_runs(key_vec *out, const stm_text *t)
{
    uint64_t ring[WINDOW];
    uint64_t last = 0;
    if (t->count < RUN)
        return !t->count ||
               stm_vec_push(out, as_key(run_at(t, 0, t->count), STM_KEY_RUN));
    uint32_t runs = t->count - RUN + 1;
    for (uint32_t i = 0; i < runs; i++) {
        ring[i % WINDOW] = run_at(t, i, RUN);
        if (i + 1 < WINDOW && i + 1 < runs)
            continue;
        uint64_t least = ring[0];
        for (uint32_t k = 1; k < WINDOW && k < runs; k++)
            least = ring[k] < least ? ring[k] : least;
        if (least != last && !stm_vec_push(out, as_key(least, STM_KEY_RUN)))
            return false;
        last = least;
    }
    return true;
}

static bool is_name(const stm_text *t, const stm_lexicon *lex, uint32_t i)
{
    unsigned flags = t->flags[i];
    if (flags & STM_WORD_NUMBER)
        return true;
    return (flags & STM_WORD_CAPITAL) && !(flags & STM_WORD_SENTENCE) &&
           !stm_lexicon_is_function(lex, t->word[i]);
}

static bool add_names(key_vec *out, const stm_text *t, const stm_lexicon *lex)
{
    key_vec pairs = {0};
    bool ok = true;
    uint32_t last = NO_WORD;
    for (uint32_t i = 0; ok && i < t->count; i++) {
        if (!is_name(t, lex, i))
            continue;
        uint32_t name = t->stem[i];
        if (last != NO_WORD && last != name)
            ok = stm_vec_push(&pairs, stm_hash_pair(last, name));
        last = name;
    }
    size_t count = sort_distinct(pairs.items, pairs.count);
    for (size_t i = 0; ok && i < count && i < NAMES; i++)
        ok = stm_vec_push(out, as_key(pairs.items[i], STM_KEY_NAMES));
    stm_vec_free(&pairs);
    return ok;
}

static int by_rarity(const void *a, const void *b)
{
    const stems_rank *x = a, *y = b;
    if (x->df != y->df)
        return x->df < y->df ? -1 : 1;
    return (x->id > y->id) - (x->id < y->id);
}

static bool add_stems(key_vec *out, const stm_text *t, const stm_lexicon *lex)
{
    STM_VEC(stems_rank) stems = {0};
    bool ok = true;
    for (uint32_t i = 0; ok && i < t->count; i++) {
        uint32_t df = stm_lexicon_df(lex, t->stem[i]);
        if (df >= SHARED_BY && !stm_lexicon_is_function(lex, t->word[i]))
            ok = stm_vec_push(&stems, ((stems_rank){df, t->stem[i]}));
    }
    if (stems.count)
        qsort(stems.items, stems.count, sizeof *stems.items, by_rarity);
    uint32_t last = NO_WORD;
    for (size_t i = 0, taken = 0; ok && i < stems.count && taken < STEMS; i++) {
        if (stems.items[i].id == last)
            continue;
        last = stems.items[i].id;
        ok = stm_vec_push(out,
                          as_key(stm_mix64((uint64_t)last + 1), STM_KEY_STEM));
        taken++;
    }
    stm_vec_free(&stems);
    return ok;
}

stm_status stm_sketch__make(stm_sketch **out, const stm_text *t,
                            const stm_lexicon *lex, stm_error *err)
{
    key_vec keys = {0};
    stm_sketch *s = malloc(sizeof *s);
    *out = NULL;
    if (!s || !add_runs(&keys, t) || !add_names(&keys, t, lex) ||
        !add_stems(&keys, t, lex)) {
        stm_vec_free(&keys);
        free(s);
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                        "out of memory for the sketch of a text");
    }
    *s = (stm_sketch){keys.items, sort_distinct(keys.items, keys.count)};
    *out = s;
    return STM_OK;
}

void stm_sketch__free(stm_sketch *s)
{
    if (!s)
        return;
    free((void *)s->keys);
    free(s);
}
