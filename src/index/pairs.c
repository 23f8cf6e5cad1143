/* An inverted index in memory: postings (key, text) sorted, so all texts of a
 * key stand together in ascending order. For each text the texts behind it in
 * its keys' lists are counted. A key that many texts have says little (a line
 * that a site puts under every page): beyond COMMON texts its points shrink as
 * their number grows. Whoever shares half of all runs of a text is a candidate
 * however common they are, so that a thousand copies of one page are not lost.
 * All in whole numbers, so that no rounding differs by machine. */
#include "index/pairs.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/sort.h"
#include "base/vec.h"

enum {
    FAR = 512,        /* texts that one key of a text can reach */
    COMMON = 64,      /* texts that may share a key at its full worth */
    ENOUGH = 768,     /* points that make a candidate */
    POINTS_RUN = 768, /* one is enough */
    POINTS_NAMES = 768,
    POINTS_STEM = 256 /* three are enough */
};

static const uint32_t points[STM_KEY_KINDS] = {
    [STM_KEY_RUN] = POINTS_RUN,
    [STM_KEY_NAMES] = POINTS_NAMES,
    [STM_KEY_STEM] = POINTS_STEM,
};

typedef struct found {
    uint32_t text;
    uint64_t weight;
} found;

/* What a text shares with the text at hand. */
typedef struct share {
    uint64_t points, weight;
    uint32_t keys, runs;
} share;

/* The texts that have one key: postings [from, to). */
typedef struct key_list {
    uint32_t from, to;
} key_list;

typedef struct finder {
    stm_keyed *postings; /* texts by (key, text); only keys that two have */
    size_t count;
    uint32_t *mine;    /* postings of each text, text by text */
    size_t *mine_from; /* [texts + 1] */
    key_list *lists;   /* [count] the list each posting stands in */
    size_t texts;
    uint32_t *runs; /* [texts] runs that each text has */
    share *shares;  /* [texts] with the text at hand */
    STM_VEC(uint32_t) touched;
    STM_VEC(found) best;
    STM_VEC(stm_pair) pairs;
    size_t cut;
} finder;

static int by_weight(const void *a, const void *b)
{
    const found *x = a, *y = b;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return (x->text > y->text) - (x->text < y->text);
}

static int by_text(const void *a, const void *b)
{
    const found *x = a, *y = b;
    return (x->text > y->text) - (x->text < y->text);
}

/* Most keys are of one text only and link nothing. Two bits for each, where
 * several keys may fall together, find most of these before anything else is
 * done with them. */
typedef struct sieve {
    uint64_t *once, *twice;
    uint64_t mask;
} sieve;

static bool sieve_new(sieve *s, size_t keys)
{
    uint64_t bits = 1 << 12;
    while (bits < 4 * (uint64_t)keys)
        bits *= 2;
    s->mask = bits - 1;
    s->once = calloc(bits / 64, sizeof *s->once);
    s->twice = calloc(bits / 64, sizeof *s->twice);
    return s->once && s->twice;
}

static void sieve_free(sieve *s)
{
    free(s->once);
    free(s->twice);
}

static void note(sieve *s, uint64_t key)
{
    uint64_t at = stm_mix64(key) & s->mask, bit = UINT64_C(1) << at % 64;
    s->twice[at / 64] |= s->once[at / 64] & bit;
    s->once[at / 64] |= bit;
}

static bool is_shared(const sieve *s, uint64_t key)
{
    uint64_t at = stm_mix64(key) & s->mask;
    return s->twice[at / 64] >> at % 64 & 1;
}

static size_t sift(finder *f, sieve *s, const stm_sketch *const *sketches)
{
    size_t shared = 0;
    for (size_t i = 0; i < f->texts; i++)
        for (size_t k = 0; k < sketches[i]->count; k++)
            note(s, sketches[i]->keys[k]);
    for (size_t i = 0; i < f->texts; i++)
        for (size_t k = 0; k < sketches[i]->count; k++)
            shared += is_shared(s, sketches[i]->keys[k]);
    return shared;
}

static bool take_room(finder *f)
{
    if (f->count > UINT32_MAX)
        return false;
    f->postings = calloc(f->count + 1, sizeof *f->postings);
    f->mine_from = calloc(f->texts + 1, sizeof *f->mine_from);
    f->runs = calloc(f->texts + 1, sizeof *f->runs);
    f->shares = calloc(f->texts + 1, sizeof *f->shares);
    return f->postings && f->mine_from && f->runs && f->shares;
}

static void list_keys(finder *f, const sieve *s,
                      const stm_sketch *const *sketches)
{
    size_t n = 0;
    for (uint32_t i = 0; i < f->texts; i++)
        for (size_t k = 0; k < sketches[i]->count; k++) {
            uint64_t key = sketches[i]->keys[k];
            f->runs[i] += stm_key__kind(key) == STM_KEY_RUN;
            if (is_shared(s, key))
                f->postings[n++] = (stm_keyed){key, i};
        }
}

/* By (key, text), as the texts came in order, without keys of one text. */
static bool sort_keys(finder *f)
{
    size_t kept = 0;
    stm_keyed *p = f->postings, *room = calloc(f->count + 1, sizeof *room);
    if (!room)
        return false;
    stm_sort_keyed(p, room, f->count);
    free(room);
    for (size_t i = 0; i < f->count; i++) {
        stm_keyed one = p[i];
        bool behind = i + 1 < f->count && p[i + 1].key == one.key;
        if (behind || (kept && p[kept - 1].key == one.key))
            p[kept++] = one;
    }
    f->count = kept;
    return true;
}

/* Which texts have each key. */
static bool make_lists(finder *f)
{
    f->mine = calloc(f->count + 1, sizeof *f->mine);
    f->lists = calloc(f->count + 1, sizeof *f->lists);
    if (!f->mine || !f->lists)
        return false;
    for (size_t from = 0, to; from < f->count; from = to) {
        for (to = from + 1; to < f->count; to++)
            if (f->postings[to].key != f->postings[from].key)
                break;
        for (size_t i = from; i < to; i++)
            f->lists[i] = (key_list){(uint32_t)from, (uint32_t)to};
    }
    for (size_t i = 0; i < f->count; i++)
        f->mine_from[f->postings[i].item + 1]++;
    for (size_t i = 0; i < f->texts; i++)
        f->mine_from[i + 1] += f->mine_from[i];
    return true;
}

static bool fill(finder *f, const stm_sketch *const *sketches)
{
    sieve s = {0};
    size_t keys = 0;
    for (size_t i = 0; i < f->texts; i++)
        keys += sketches[i]->count;
    bool ok = sieve_new(&s, keys);
    if (ok) {
        f->count = sift(f, &s, sketches);
        ok = take_room(f);
    }
    if (ok)
        list_keys(f, &s, sketches);
    sieve_free(&s);
    return ok && sort_keys(f) && make_lists(f);
}

/* Where each text's postings stand: a counting sort by text, so that a text's
 * own come in order of key. */
static void link_texts(finder *f)
{
    size_t *next = f->mine_from;
    for (size_t i = 0; i < f->count; i++)
        f->mine[next[f->postings[i].item]++] = (uint32_t)i;
    for (size_t i = f->texts; i > 0; i--)
        next[i] = next[i - 1];
    next[0] = 0;
}

static uint64_t bits(uint64_t x)
{
    uint64_t n = 1;
    for (; x > 1; x >>= 1)
        n++;
    return n;
}

/* Adds one key of `text` to what it shares with the texts behind it. */
static bool count_key(finder *f, size_t at)
{
    key_list list = f->lists[at];
    stm_key_kind kind = stm_key__kind(f->postings[at].key);
    size_t texts = list.to - list.from;
    size_t end = (size_t)list.to > at + 1 + FAR ? at + 1 + FAR : list.to;
    uint64_t worth = points[kind];
    if (texts > COMMON)
        worth = worth * COMMON / texts;
    uint64_t rare = bits(f->texts / texts) * points[kind];
    for (size_t i = at + 1; i < end; i++) {
        share *s = &f->shares[f->postings[i].item];
        if (!s->keys++ && !stm_vec_push(&f->touched, f->postings[i].item))
            return false;
        s->points += worth;
        s->weight += rare;
        s->runs += kind == STM_KEY_RUN;
    }
    return true;
}

static bool count_shared(finder *f, uint32_t text)
{
    f->touched.count = 0;
    for (size_t m = f->mine_from[text]; m < f->mine_from[text + 1]; m++)
        if (!count_key(f, f->mine[m]))
            return false;
    return true;
}

static bool is_candidate(const finder *f, uint32_t text, uint32_t other)
{
    const share *s = &f->shares[other];
    uint32_t fewer =
        f->runs[text] < f->runs[other] ? f->runs[text] : f->runs[other];
    return s->points >= ENOUGH || (s->runs && 2 * s->runs >= fewer);
}

static bool keep_best(finder *f, uint32_t text, uint32_t most_each)
{
    f->best.count = 0;
    for (size_t i = 0; i < f->touched.count; i++) {
        uint32_t other = f->touched.items[i];
        found next = {other, f->shares[other].weight};
        if (is_candidate(f, text, other) && !stm_vec_push(&f->best, next))
            return false;
        f->shares[other] = (share){0};
    }
    size_t n = f->best.count;
    if (!n)
        return true;
    if (n > most_each) {
        qsort(f->best.items, n, sizeof *f->best.items, by_weight);
        f->cut += n - most_each;
        n = most_each;
    }
    qsort(f->best.items, n, sizeof *f->best.items, by_text);
    for (size_t i = 0; i < n; i++)
        if (!stm_vec_push(&f->pairs,
                          ((stm_pair){text, f->best.items[i].text, false})))
            return false;
    return true;
}

static void close_finder(finder *f)
{
    free(f->postings);
    free(f->mine);
    free(f->lists);
    free(f->mine_from);
    free(f->runs);
    free(f->shares);
    stm_vec_free(&f->touched);
    stm_vec_free(&f->best);
    stm_vec_free(&f->pairs);
}

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                    "out of memory for the search of pairs");
}

stm_status stm_pairs__find(stm_pairs *out, const stm_sketch *const *sketches,
                           size_t count, uint32_t most_each, stm_error *err)
{
    finder f = {.texts = count};
    *out = (stm_pairs){0};
    bool ok = fill(&f, sketches);
    if (ok)
        link_texts(&f);
    for (uint32_t i = 0; ok && i < count; i++)
        ok = count_shared(&f, i) && keep_best(&f, i, most_each);
    if (ok) {
        *out = (stm_pairs){f.pairs.items, f.pairs.count, f.cut};
        f.pairs.items = NULL;
    }
    close_finder(&f);
    return ok ? STM_OK : no_memory(err);
}

stm_status stm_pairs__all(stm_pairs *out, size_t count, stm_error *err)
{
    size_t n = count ? count * (count - 1) / 2 : 0;
    *out = (stm_pairs){calloc(n + 1, sizeof(stm_pair)), 0, 0};
    if (!out->items)
        return no_memory(err);
    for (uint32_t a = 0; a < count; a++)
        for (uint32_t b = a + 1; b < count; b++)
            out->items[out->count++] = (stm_pair){a, b, false};
    return STM_OK;
}

void stm_pairs__free(stm_pairs *p)
{
    free(p->items);
    *p = (stm_pairs){0};
}
