/* Bags of stems, compared by cosine. A job may hold one topic only, so how many
 * of its texts have a word says nothing here; function words are left out, and
 * names (capitals inside a sentence) weigh double. Scripts without spaces go by
 * pairs of characters, since single ones are shared by all texts of the
 * language. */
#include "relate/topic.h"

#include <math.h>
#include <stdlib.h>

#include "base/hash.h"
#include "relate/weights.h"

typedef struct term {
    uint64_t key;
    uint32_t count;
    bool name;
} term;

typedef struct bag {
    term *items;
    size_t count;
    double norm;
} bag;

static int by_key(const void *x, const void *y)
{
    const term *a = x, *b = y;
    return (a->key > b->key) - (a->key < b->key);
}

static bool is_name(uint8_t flags)
{
    return (flags & STM_WORD_CAPITAL) && !(flags & STM_WORD_SENTENCE);
}

/* The key of token `i`, or false when it stands for no topic. */
static bool key_of(const stm_case *c, const stm_text *t, uint32_t i, term *to)
{
    *to = (term){t->stem[i], 1, is_name(t->flags[i])};
    if (!(t->flags[i] & STM_WORD_IDEOGRAPH))
        return !stm_lexicon_is_function(c->lex, t->word[i]);
    if (i + 1 == t->count || !(t->flags[i + 1] & STM_WORD_IDEOGRAPH))
        return false;
    to->key = stm_hash_pair(t->stem[i], t->stem[i + 1]) | UINT64_C(1) << 63;
    return true;
}

static double weigh(const term *t)
{
    return t->name ? STM_RELATE_TOPIC_NAME * t->count : t->count;
}

/* Sorted terms -> distinct terms with counts. */
static void merge(bag *b)
{
    size_t n = 0;
    for (size_t i = 0; i < b->count; i++) {
        if (n && b->items[n - 1].key == b->items[i].key) {
            b->items[n - 1].count++;
            b->items[n - 1].name |= b->items[i].name;
        } else {
            b->items[n++] = b->items[i];
        }
    }
    b->count = n;
    for (size_t i = 0; i < n; i++)
        b->norm += weigh(&b->items[i]) * weigh(&b->items[i]);
}

static bool fill(bag *b, stm_case *c, const stm_text *t)
{
    b->items = STM_ARENA_NEW(&c->scratch, term, t->count);
    if (!b->items)
        return false;
    for (uint32_t i = 0; i < t->count; i++)
        b->count += key_of(c, t, i, &b->items[b->count]);
    if (b->count > 1)
        qsort(b->items, b->count, sizeof *b->items, by_key);
    merge(b);
    return true;
}

static void compare(stm_topic *out, const bag *a, const bag *b)
{
    double dot = 0;
    for (size_t i = 0, k = 0; i < a->count && k < b->count;) {
        const term *x = &a->items[i], *y = &b->items[k];
        if (x->key == y->key) {
            dot += weigh(x) * weigh(y);
            out->names += x->name && y->name;
        }
        bool next_a = x->key <= y->key, next_b = y->key <= x->key;
        i += next_a;
        k += next_b;
    }
    double norm = sqrt(a->norm) * sqrt(b->norm);
    out->cosine = norm > 0 ? dot / norm : 0;
}

bool stm_relate__topic(stm_case *c)
{
    bag a = {0}, b = {0};
    if (!fill(&a, c, c->f.side[0].t) || !fill(&b, c, c->f.side[1].t))
        return false;
    stm_topic *t = &c->f.topic;
    compare(t, &a, &b);
    t->odds = STM_RELATE_TOPIC_BIAS + STM_RELATE_TOPIC_COSINE * t->cosine;
    return true;
}
