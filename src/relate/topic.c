/* Bags of stems, compared by cosine. A job may hold one topic only, so how many
 * of its texts have a word says nothing here; function words are left out, and
 * names (capitals inside a sentence) weigh double. Scripts without spaces go by
 * pairs of characters, since single ones are shared by all texts of the
 * language. */
#include "relate/topic.h"

#include <math.h>

#include "base/hash.h"
#include "base/sort.h"
#include "relate/weights.h"

typedef struct term {
    uint64_t key;
    uint32_t count;
    bool name;
} term;

/* The lowest bit of a token's key: it is a name. The highest: two characters.
 */
#define NAME UINT64_C(1)
#define PAIR (UINT64_C(1) << 63)

typedef struct bag {
    term *items;
    size_t count;
    double norm;
} bag;

static bool is_name(uint8_t flags)
{
    return (flags & STM_WORD_CAPITAL) && !(flags & STM_WORD_SENTENCE);
}

/* The key of token `i`, or false when it stands for no topic. */
static bool key_of(const stm_case *c, const stm_text *t, uint32_t i,
                   uint64_t *to)
{
    *to = (uint64_t)t->stem[i] << 1 | (is_name(t->flags[i]) ? NAME : 0);
    if (!(t->flags[i] & STM_WORD_IDEOGRAPH))
        return !stm_lexicon_is_function(c->lex, t->word[i]);
    if (i + 1 == t->count || !(t->flags[i + 1] & STM_WORD_IDEOGRAPH))
        return false;
    *to = (stm_hash_pair(t->stem[i], t->stem[i + 1]) | PAIR) & ~NAME;
    return true;
}

static double weigh(const term *t)
{
    return t->name ? STM_RELATE_TOPIC_NAME * t->count : t->count;
}

/* Sorted keys -> distinct terms with counts. */
static void merge(bag *b, const uint64_t *key, size_t count)
{
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        uint64_t term_key = key[i] & ~NAME;
        if (!n || b->items[n - 1].key != term_key)
            b->items[n++] = (term){.key = term_key};
        b->items[n - 1].count++;
        b->items[n - 1].name |= key[i] & NAME;
    }
    b->count = n;
    for (size_t i = 0; i < n; i++)
        b->norm += weigh(&b->items[i]) * weigh(&b->items[i]);
}

static bool fill(bag *b, stm_case *c, const stm_text *t)
{
    size_t count = 0;
    b->items = STM_ARENA_NEW(&c->scratch, term, t->count);
    uint64_t *key = STM_ARENA_NEW(&c->scratch, uint64_t, t->count);
    uint64_t *room = STM_ARENA_NEW(&c->scratch, uint64_t, t->count);
    if (!b->items || !key || !room)
        return false;
    for (uint32_t i = 0; i < t->count; i++)
        count += key_of(c, t, i, &key[count]);
    stm_sort_u64(key, room, count);
    merge(b, key, count);
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
