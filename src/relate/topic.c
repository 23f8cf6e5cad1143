/* Bags of stems, compared by cosine. A job may hold one topic only, so how many
 * of its texts have a word says nothing here; function words are left out, and
 * names (capitals inside a sentence) weigh double. Scripts without spaces go by
 * pairs of characters, since single ones are shared by all texts of the
 * language. */
#include "relate/topic.h"

#include <math.h>

#include "base/hash.h"
#include "relate/gist.h"
#include "relate/weights.h"

/* Of either side. */
typedef struct term {
    uint64_t key;
    uint32_t count[2];
    bool name[2];
} term;

typedef struct terms {
    term *items; /* each once, by first place */
    uint32_t count;
    uint32_t *slot; /* an index of `items` + 1 by key; 0 is free */
    size_t size;    /* of slot; a power of two */
} terms;

/* The lowest bit of a token's key: it is a name. The highest: two characters.
 */
#define NAME UINT64_C(1)
#define PAIR (UINT64_C(1) << 63)

static bool is_name(uint8_t flags)
{
    return (flags & STM_WORD_CAPITAL) && !(flags & STM_WORD_SENTENCE);
}

bool stm_topic__key(const stm_lexicon *lex, const stm_text *t, uint32_t i,
                    uint64_t *key)
{
    *key = (uint64_t)t->stem[i] << 1 | (is_name(t->flags[i]) ? NAME : 0);
    if (!(t->flags[i] & STM_WORD_IDEOGRAPH))
        return !(t->flags[i] & STM_WORD_FUNCTION) ||
               !stm_lexicon_is_function(lex, t->word[i]);
    if (i + 1 == t->count || !(t->flags[i + 1] & STM_WORD_IDEOGRAPH))
        return false;
    *key = (stm_hash_pair(t->stem[i], t->stem[i + 1]) | PAIR) & ~NAME;
    return true;
}

bool stm_topic__is_name(uint64_t marks) { return marks & NAME; }

uint32_t stm_topic__weight(uint64_t marks, uint32_t count)
{
    return marks & NAME ? STM_RELATE_TOPIC_NAME * count : count;
}

double stm_topic__cosine(double dot, double norm_a, double norm_b)
{
    double both = sqrt(norm_a) * sqrt(norm_b);
    return both > 0 ? dot / both : 0;
}

double stm_topic__odds(double cosine)
{
    return STM_RELATE_TOPIC_BIAS + STM_RELATE_TOPIC_COSINE * cosine;
}

static term *term_of(terms *t, uint64_t key)
{
    size_t at = stm_mix64(key) & (t->size - 1);
    while (t->slot[at] && t->items[t->slot[at] - 1].key != key)
        at = (at + 1) & (t->size - 1);
    if (!t->slot[at]) {
        t->items[t->count] = (term){.key = key};
        t->slot[at] = ++t->count;
    }
    return &t->items[t->slot[at] - 1];
}

static void add_text(terms *all, const stm_case *c, int side)
{
    const stm_text *t = c->f.side[side].t;
    uint64_t key;
    for (uint32_t i = 0; i < t->count; i++) {
        if (!stm_topic__key(c->lex, t, i, &key))
            continue;
        term *x = term_of(all, key & ~NAME);
        x->count[side]++;
        x->name[side] |= key & NAME;
    }
}

static bool terms_new(terms *t, stm_case *c)
{
    size_t words = (size_t)c->f.side[0].words + c->f.side[1].words;
    for (t->size = 16; t->size < words + words / 4;)
        t->size *= 2;
    t->items = STM_ARENA_RAW(&c->scratch, term, words + 1);
    t->slot = STM_ARENA_NEW(&c->scratch, uint32_t, t->size);
    return t->items && t->slot;
}

static double weigh(const term *t, int side)
{
    return stm_topic__weight(t->name[side] ? NAME : 0, t->count[side]);
}

/* Weights are whole numbers, so that the order of sums is nothing to them. */
static void compare(stm_topic *out, const terms *t)
{
    double dot = 0, norm[2] = {0, 0};
    for (uint32_t i = 0; i < t->count; i++) {
        const term *x = &t->items[i];
        double a = weigh(x, 0), b = weigh(x, 1);
        dot += a * b;
        norm[0] += a * a;
        norm[1] += b * b;
        out->names += x->name[0] && x->name[1];
    }
    out->cosine = stm_topic__cosine(dot, norm[0], norm[1]);
}

bool stm_relate__topic(stm_case *c)
{
    const stm_gist *a = c->f.side[0].w->gist, *b = c->f.side[1].w->gist;
    terms all = {0};
    if (a && b) {
        stm_gist__compare(&c->f.topic, a, b);
        return true;
    }
    if (!terms_new(&all, c))
        return false;
    add_text(&all, c, 0);
    add_text(&all, c, 1);
    stm_topic *t = &c->f.topic;
    compare(t, &all);
    t->odds = stm_topic__odds(t->cosine);
    return true;
}
