#include "dedup/compare.h"

#include <string.h>

#include "dedup/runs.h"

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

static void free_shape(stm_shape *s)
{
    stm_vec_free(&s->run);
    stm_vec_free(&s->furniture);
}

void stm_compare__free(stm_compare *c)
{
    free_shape(&c->a);
    free_shape(&c->b);
    stm_vec_free(&c->seen);
}

stm_status stm_shape__make(stm_shape *s, const uint64_t *hash, size_t words,
                           const stm_frequent *furniture, stm_error *err)
{
    size_t n = stm_run__count(words);
    s->run.count = s->furniture.count = s->marked = 0;
    if (!stm_vec_reserve(&s->run, words + STM_MINHASH_SLACK) ||
        !stm_vec_reserve(&s->furniture, n))
        return no_memory(err);
    stm_minhash__keys(s->run.items, hash, words);
    s->run.count = s->furniture.count = n;
    if (furniture && furniture->count && n)
        s->marked =
            stm_frequent__mark(s->furniture.items, furniture, s->run.items, n);
    else if (n)
        memset(s->furniture.items, 0, n);
    return STM_OK;
}

enum { NOBODY, ONLY_A, BOTH, ONLY_B };

static stm_seen_run *find(stm_seen_run *table, size_t mask, uint32_t run)
{
    size_t i = run * UINT32_C(0x9e3779b1) >> 7 & mask;
    while (table[i].who != NOBODY && table[i].run != run)
        i = (i + 1) & mask;
    return &table[i];
}

static stm_status make_table(stm_compare *c, size_t *mask, stm_error *err)
{
    size_t room = 64;
    while (room < 2 * (c->a.run.count + c->b.run.count))
        room *= 2;
    c->seen.count = 0;
    if (!stm_vec_reserve(&c->seen, room))
        return no_memory(err);
    memset(c->seen.items, 0, room * sizeof *c->seen.items);
    *mask = room - 1;
    return STM_OK;
}

/* `skip` 0: furniture counts like the rest. The table is all free. */
static double jaccard(const stm_compare *c, size_t mask, uint8_t skip)
{
    size_t both = 0, all = 0;
    for (size_t i = 0; i < c->a.run.count; i++) {
        uint32_t run = c->a.run.items[i];
        stm_seen_run *at = find(c->seen.items, mask, run);
        if (at->who != NOBODY || c->a.furniture.items[i] & skip)
            continue;
        *at = (stm_seen_run){run, ONLY_A};
        all++;
    }
    for (size_t i = 0; i < c->b.run.count; i++) {
        uint32_t run = c->b.run.items[i];
        stm_seen_run *at = find(c->seen.items, mask, run);
        if (c->b.furniture.items[i] & skip)
            continue;
        both += at->who == ONLY_A;
        all += at->who == NOBODY;
        *at = (stm_seen_run){run, at->who == NOBODY   ? ONLY_B
                                  : at->who == ONLY_A ? BOTH
                                                      : at->who};
    }
    return all ? (double)both / (double)all : 0;
}

stm_status stm_compare__jaccard(stm_alike *out, stm_compare *c, stm_error *err)
{
    size_t mask = 0;
    stm_status rc = make_table(c, &mask, err);
    if (rc == STM_OK)
        out->content = out->all = jaccard(c, mask, 0);
    if (rc != STM_OK || !(c->a.marked || c->b.marked))
        return rc;
    rc = make_table(c, &mask, err);
    if (rc == STM_OK)
        out->content = jaccard(c, mask, 1);
    return rc;
}
