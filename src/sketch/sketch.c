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
#include "base/sort.h"
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
    uint32_t df, id, at;
} stems_rank;

/* Keys with their places. */
typedef STM_VEC(stm_keyed) key_vec;

static uint64_t as_key(uint64_t hash, stm_key_kind kind)
{
    return (hash & ~UINT64_C(3)) | (uint64_t)kind;
}

static bool push(key_vec *v, uint64_t key, uint32_t at)
{
    return stm_vec_push(v, ((stm_keyed){key, at}));
}

/* Ascending, of equal keys the first place. False when out of memory. */
static bool sort_distinct(key_vec *v)
{
    size_t kept = 0;
    if (!stm_vec_reserve(v, v->count))
        return false;
    if (v->count)
        stm_sort_keyed(v->items, v->items + v->count, v->count);
    for (size_t i = 0; i < v->count; i++)
        if (!kept || v->items[kept - 1].key != v->items[i].key)
            v->items[kept++] = v->items[i];
    v->count = kept;
    return true;
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
               push(out, as_key(run_at(t, 0, t->count), STM_KEY_RUN), 0);
    uint32_t runs = t->count - RUN + 1;
    for (uint32_t i = 0; i < runs; i++) {
        ring[i % WINDOW] = run_at(t, i, RUN);
        if (i + 1 < WINDOW && i + 1 < runs)
            continue;
        uint32_t width = runs < WINDOW ? runs : WINDOW, best = i;
        for (uint32_t k = i + 1 - width; k <= i; k++)
            if (ring[k % WINDOW] < ring[best % WINDOW])
                best = k;
        uint64_t least = ring[best % WINDOW];
        if (least != last && !push(out, as_key(least, STM_KEY_RUN), best))
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
    uint32_t last = NO_WORD, last_at = 0;
    for (uint32_t i = 0; ok && i < t->count; i++) {
        if (!is_name(t, lex, i))
            continue;
        uint32_t name = t->stem[i];
        if (last != NO_WORD && last != name)
            ok = push(&pairs, stm_hash_pair(last, name), last_at);
        last = name, last_at = i;
    }
    ok = ok && sort_distinct(&pairs);
    for (size_t i = 0; ok && i < pairs.count && i < NAMES; i++)
        ok = push(out, as_key(pairs.items[i].key, STM_KEY_NAMES),
                  pairs.items[i].item);
    stm_vec_free(&pairs);
    return ok;
}

/* The rarest stems so far, each once at its first place. */
typedef struct rarest {
    stems_rank items[STEMS]; /* rarest first */
    size_t count;
} rarest;

static bool is_rarer(const stems_rank *x, const stems_rank *y)
{
    return x->df != y->df ? x->df < y->df : x->id < y->id;
}

/* Most words of a text are too frequent to be looked at any closer. */
static bool is_wanted(const rarest *r, const stems_rank *x)
{
    return r->count < STEMS || is_rarer(x, &r->items[STEMS - 1]);
}

static void take(rarest *r, const stems_rank *x)
{
    size_t at = r->count;
    while (at && is_rarer(x, &r->items[at - 1]))
        at--;
    if (at && r->items[at - 1].id == x->id)
        return;
    r->count += r->count < STEMS;
    for (size_t i = r->count - 1; i > at; i--)
        r->items[i] = r->items[i - 1];
    r->items[at] = *x;
}

static bool add_stems(key_vec *out, const stm_text *t, const stm_lexicon *lex)
{
    rarest best = {.count = 0};
    bool ok = true;
    for (uint32_t i = 0; i < t->count; i++) {
        stems_rank x = {stm_lexicon_df(lex, t->stem[i]), t->stem[i], i};
        if (x.df >= SHARED_BY && is_wanted(&best, &x) &&
            !stm_lexicon_is_function(lex, t->word[i]))
            take(&best, &x);
    }
    for (size_t i = 0; ok && i < best.count; i++)
        ok = push(
            out,
            as_key(stm_mix64((uint64_t)best.items[i].id + 1), STM_KEY_STEM),
            best.items[i].at);
    return ok;
}

/* Keys and places apart, in one piece of memory made to measure. */
static stm_sketch *publish(const key_vec *v)
{
    size_t each = sizeof(uint64_t) + sizeof(uint32_t);
    stm_sketch *s = malloc(sizeof *s + (v->count + 1) * each);
    if (!s)
        return NULL;
    uint64_t *key = (uint64_t *)(s + 1);
    uint32_t *at = (uint32_t *)(key + v->count);
    for (size_t i = 0; i < v->count; i++) {
        key[i] = v->items[i].key;
        at[i] = v->items[i].item;
    }
    *s = (stm_sketch){key, v->count, at};
    return s;
}

stm_status stm_sketch__make(stm_sketch **out, const stm_text *t,
                            const stm_lexicon *lex, stm_error *err)
{
    key_vec keys = {0};
    bool ok = add_runs(&keys, t) && add_names(&keys, t, lex) &&
              add_stems(&keys, t, lex) && sort_distinct(&keys);
    *out = ok ? publish(&keys) : NULL;
    stm_vec_free(&keys);
    return *out ? STM_OK
                : stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                           "out of memory for the sketch of a text");
}

void stm_sketch__free(stm_sketch *s) { free(s); }
