/* What topic.c finds by the words of two texts, from a list of terms a text. */
#include "relate/gist.h"

#include <stdlib.h>

#include "base/sort.h"
#include "relate/topic.h"

typedef struct term {
    uint64_t key;
    uint32_t weight;
    bool name;
} term;

struct stm_gist {
    double norm; /* squared */
    size_t count;
    term items[]; /* by key */
};

static term term_of(const uint64_t *key, size_t count)
{
    uint64_t marks = 0;
    for (size_t i = 0; i < count; i++)
        marks |= key[i];
    return (term){key[0] >> 1, stm_topic__weight(marks, (uint32_t)count),
                  stm_topic__is_name(marks)};
}

/* Ascending keys to terms, unless `g` is NULL; how many. */
static size_t merge(const uint64_t *key, size_t count, stm_gist *g)
{
    size_t n = 0;
    for (size_t i = 0, to; i < count; i = to, n++) {
        for (to = i; to < count && key[to] >> 1 == key[i] >> 1;)
            to++;
        if (g)
            g->items[n] = term_of(key + i, to - i);
    }
    return n;
}

static stm_gist *publish(const uint64_t *key, size_t count)
{
    size_t n = merge(key, count, NULL);
    stm_gist *g = malloc(sizeof *g + n * sizeof *g->items);
    if (!g)
        return NULL;
    g->norm = 0;
    g->count = merge(key, count, g);
    for (size_t i = 0; i < n; i++)
        g->norm += (double)g->items[i].weight * g->items[i].weight;
    return g;
}

stm_status stm_gist_new(stm_gist **out, const stm_text *t,
                        const stm_lexicon *lex, stm_error *err)
{
    size_t count = 0;
    uint64_t *key = malloc((t->count + (size_t)1) * 2 * sizeof *key);
    *out = NULL;
    for (uint32_t i = 0; key && i < t->count; i++)
        count += stm_topic__key(lex, t, i, &key[count]);
    if (key) {
        stm_sort_u64(key, key + t->count, count);
        *out = publish(key, count);
    }
    free(key);
    return *out ? STM_OK
                : stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                           "out of memory for the topic of a text");
}

void stm_gist_free(stm_gist *g) { free(g); }

void stm_gist__compare(stm_topic *out, const stm_gist *a, const stm_gist *b)
{
    double dot = 0;
    *out = (stm_topic){0};
    for (size_t i = 0, k = 0; i < a->count && k < b->count;) {
        const term *x = &a->items[i], *y = &b->items[k];
        if (x->key == y->key) {
            dot += (double)x->weight * y->weight;
            out->names += x->name && y->name;
        }
        bool next_a = x->key <= y->key, next_b = y->key <= x->key;
        i += next_a;
        k += next_b;
    }
    out->cosine = stm_topic__cosine(dot, a->norm, b->norm);
    out->odds = stm_topic__odds(out->cosine);
}

bool stm_gist_alike(const stm_gist *a, const stm_gist *b)
{
    stm_topic t;
    stm_gist__compare(&t, a, b);
    return t.odds > 0;
}
