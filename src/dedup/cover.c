/* Three equal words are a seed. From a seed on both documents are read in step;
 * where they part, the next two words that they share within a few are looked
 * for, and without such the passage ends. Passages may stand in any order, so
 * shuffled sentences are found. Time is linear: of the places of a seed only a
 * few are tried. */
#include "dedup/cover.h"

#include <string.h>

#include "base/hash.h"
#include "dedup/runs.h"
#include "dedup/weights.h"

enum {
    SEED = 3,
    TRIED = 8,   /* places of one seed */
    AGAIN = 2,   /* equal words that bring both into step again */
    FARTHEST = 8 /* words left out for that, of both together */
};

typedef struct words {
    const uint64_t *hash;
    size_t count;
} words;

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

void stm_cover__free(stm_cover *c)
{
    stm_vec_free(&c->head);
    stm_vec_free(&c->next);
    stm_vec_free(&c->run);
    stm_vec_free(&c->furniture);
    stm_vec_free(&c->used);
    stm_vec_free(&c->passages);
}

static size_t bucket_of(const uint64_t *hash, size_t mask)
{
    uint64_t x = hash[0] * UINT64_C(0x9e3779b97f4a7c15) +
                 hash[1] * UINT64_C(0xc2b2ae3d27d4eb4f) +
                 hash[2] * UINT64_C(0x165667b19e3779f9);
    return (size_t)(x >> 32) & mask;
}

/* Places are chained from the last to the first, so that the first comes first.
 */
static stm_status index_seeds(stm_cover *c, words b, size_t *mask,
                              stm_error *err)
{
    size_t room = 64;
    while (room < b.count)
        room *= 2;
    c->head.count = c->next.count = c->used.count = 0;
    if (!stm_vec_reserve(&c->head, room) ||
        !stm_vec_reserve(&c->next, b.count + 1) ||
        !stm_vec_reserve(&c->used, b.count + 1))
        return no_memory(err);
    memset(c->used.items, 0, b.count + 1);
    memset(c->head.items, 0xff, room * sizeof *c->head.items);
    *mask = room - 1;
    for (size_t i = b.count >= SEED ? b.count - SEED + 1 : 0; i--;) {
        uint32_t *head = &c->head.items[bucket_of(b.hash + i, *mask)];
        c->next.items[i] = *head;
        *head = (uint32_t)i;
    }
    return STM_OK;
}

static size_t equal_words(words a, size_t i, words b, size_t k)
{
    size_t n = 0;
    while (i + n < a.count && k + n < b.count && a.hash[i + n] == b.hash[k + n])
        n++;
    return n;
}

/* The place in b where most words from `i` on are the same. */
static size_t best_place(const stm_cover *c, words a, size_t i, words b,
                         size_t mask, size_t *place)
{
    size_t best = 0;
    uint32_t k = c->head.items[bucket_of(a.hash + i, mask)];
    for (int tried = 0; k != UINT32_MAX && tried < TRIED;
         k = c->next.items[k], tried++) {
        size_t n = equal_words(a, i, b, k);
        if (n > best) {
            best = n;
            *place = k;
        }
    }
    return best;
}

/* The nearest place behind (i, k) where both go on alike: the fewest words left
 * out, and of those as many of one as of the other first. */
static bool step_on(words a, size_t *i, words b, size_t *k)
{
    for (size_t gap = 1; gap <= FARTHEST; gap++)
        for (size_t turn = 0; turn <= gap; turn++) {
            size_t aside = (turn + 1) / 2;
            size_t of_a = turn % 2 ? gap / 2 + aside : gap / 2 - aside;
            if (equal_words(a, *i + of_a, b, *k + gap - of_a) >= AGAIN) {
                *i += of_a;
                *k += gap - of_a;
                return true;
            }
        }
    return false;
}

/* Of equal words at i and k those that are content, and in b not yet another's:
 * what a says twice stands in b twice, or counts once. */
static uint32_t count_content(const stm_cover *c, size_t i, size_t k, size_t n)
{
    uint32_t content = 0;
    for (size_t x = 0; x < n; x++)
        content += !c->furniture.items[i + x] && !c->used.items[k + x];
    return content;
}

/* Follows a passage from (i, k) on; returns where it ends in a. */
static size_t follow(stm_cover *c, words a, size_t i, words b, size_t k,
                     stm_cover_passage *p, uint32_t *content)
{
    *p = (stm_cover_passage){{(uint32_t)i, 0}, {(uint32_t)k, 0}, 0};
    *content = 0;
    size_t to;
    do {
        size_t n = equal_words(a, i, b, k);
        p->equal += (uint32_t)n;
        *content += count_content(c, i, k, n);
        i += n, k += n;
        to = i;
        p->a.to = (uint32_t)i, p->b.to = (uint32_t)k;
    } while (step_on(a, &i, b, &k));
    return to;
}

static stm_status mark_furniture(stm_cover *c, words a, const stm_frequent *f,
                                 stm_error *err)
{
    size_t runs = stm_run__count(a.count);
    c->run.count = c->furniture.count = 0;
    if (!stm_vec_reserve(&c->run, a.count + STM_MINHASH_SLACK) ||
        !stm_vec_reserve(&c->furniture, a.count + 1))
        return no_memory(err);
    memset(c->furniture.items, 0, a.count + 1);
    if (!f || !f->count || !runs)
        return STM_OK;
    stm_minhash__keys(c->run.items, a.hash, a.count);
    stm_frequent__mark(c->furniture.items, f, c->run.items, runs);
    /* the last words begin no run of their own */
    memset(c->furniture.items + runs, c->furniture.items[runs - 1],
           a.count - runs);
    return STM_OK;
}

static stm_status find_all(stm_cover *c, words a, words b, size_t mask,
                           stm_error *err)
{
    for (size_t i = 0; i + SEED <= a.count;) {
        size_t place = 0;
        stm_cover_passage p;
        uint32_t content;
        if (best_place(c, a, i, b, mask, &place) < SEED) {
            i++;
            continue;
        }
        size_t to = follow(c, a, i, b, place, &p, &content);
        if (p.equal < STM_DEDUP_PASSAGE) {
            i++;
            continue;
        }
        c->covered += content;
        memset(c->used.items + p.b.from, 1, p.b.to - p.b.from);
        if (!stm_vec_push(&c->passages, p))
            return no_memory(err);
        i = to;
    }
    return STM_OK;
}

stm_status stm_cover__find(stm_cover *c, const uint64_t *a, size_t a_words,
                           const uint64_t *b, size_t b_words,
                           const stm_frequent *f, stm_error *err)
{
    words x = {a, a_words}, y = {b, b_words};
    size_t mask = 0;
    c->passages.count = 0;
    c->covered = c->content = 0;
    stm_status rc = mark_furniture(c, x, f, err);
    if (rc == STM_OK)
        rc = index_seeds(c, y, &mask, err);
    if (rc == STM_OK)
        rc = find_all(c, x, y, mask, err);
    for (size_t i = 0; i < a_words && rc == STM_OK; i++)
        c->content += !c->furniture.items[i];
    return rc;
}
