/* Windows go to files by the highest bits of their keys. A file is read as
 * often as it takes to have all keys of one of its parts in memory; what comes
 * of each reading is in order, and all these runs are merged. */
#include "dedup/cut_places.h"

#include <stdlib.h>
#include <string.h>

enum {
    BUCKET_BITS = 4,
    READ = 4096,     /* windows read at once */
    SLOTS = 1 << 12, /* of the smallest table */
    BUFFER = 512     /* places of a run that are in memory */
};
_Static_assert(1 << BUCKET_BITS == STM_CUT_BUCKETS, "a bucket for each value");

#define FREE UINT64_MAX /* a slot's place */

/* Windows by their keys, those that came first. */
typedef struct table {
    stm_cut_window *slot;
    size_t slots, used;
} table;

struct stm_cut_source {
    uint64_t at, to; /* bytes of the run that are still on disk */
    size_t next, count;
    stm_cut_place buffer[BUFFER];
};

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

/* What the disk says, with where. */
static stm_status on_disk(const stm_cut_places *p, stm_status rc,
                          const stm_error *why, stm_error *err)
{
    return rc == STM_OK ? rc
                        : stm_fail(err, rc, STM_NO_OFFSET,
                                   "passages that wait in %s: %s", p->scratch,
                                   why->message);
}

stm_status stm_cut_places__start(stm_cut_places *p, const char *scratch,
                                 uint32_t least, stm_error *err)
{
    stm_error why;
    stm_status rc = STM_OK;
    *p = (stm_cut_places){.scratch = scratch, .least = least};
    p->places = STM_STORE_EMPTY;
    for (int i = 0; i < STM_CUT_BUCKETS; i++)
        p->bucket[i] = STM_STORE_EMPTY;
    for (int i = 0; i < STM_CUT_BUCKETS && rc == STM_OK; i++)
        rc = stm_store__spill(&p->bucket[i], scratch, &why);
    if (rc == STM_OK)
        rc = stm_store__spill(&p->places, scratch, &why);
    return on_disk(p, rc, &why, err);
}

void stm_cut_places__free(stm_cut_places *p)
{
    for (int i = 0; i < STM_CUT_BUCKETS; i++)
        stm_store__free(&p->bucket[i]);
    stm_store__free(&p->places);
    stm_vec_free(&p->runs);
    free(p->sources);
    free(p->heap);
}

stm_status stm_cut_places__add(stm_cut_places *p, const stm_cut_window *w,
                               size_t count, stm_error *err)
{
    stm_error why;
    stm_status rc = STM_OK;
    for (size_t i = 0; i < count && rc == STM_OK; i++)
        rc = stm_store__append(&p->bucket[w[i].key >> (64 - BUCKET_BITS)],
                               &w[i], sizeof *w, &why);
    return on_disk(p, rc, &why, err);
}

static bool table_start(table *t, size_t slots)
{
    *t = (table){malloc(slots * sizeof *t->slot), slots, 0};
    for (size_t i = 0; t->slot && i < slots; i++)
        t->slot[i].at = FREE;
    return t->slot;
}

/* The slot of the key, or the free one where it would be. */
static stm_cut_window *table_find(const table *t, uint64_t key)
{
    size_t i = (size_t)key & (t->slots - 1);
    while (t->slot[i].at != FREE && t->slot[i].key != key)
        i = (i + 1) & (t->slots - 1);
    return &t->slot[i];
}

static bool table_grow(table *t)
{
    table more;
    if (t->used < t->slots / 4 * 3)
        return true;
    if (!table_start(&more, t->slots * 2))
        return false;
    for (size_t i = 0; i < t->slots; i++)
        if (t->slot[i].at != FREE)
            *table_find(&more, t->slot[i].key) = t->slot[i];
    more.used = t->used;
    free(t->slot);
    *t = more;
    return true;
}

/* Whether a window is long enough behind the first one not to lie over it, as
 * far as that can be known here. */
static bool is_apart(const stm_cut_places *p, uint64_t first, uint64_t at)
{
    return stm_cut__doc(first) != stm_cut__doc(at) ||
           stm_cut__byte(at) - stm_cut__byte(first) >= p->least;
}

static stm_status take_window(stm_cut_places *p, table *t, const void *bytes,
                              uint64_t part, uint64_t parts, stm_error *err)
{
    stm_cut_window w;
    memcpy(&w, bytes, sizeof w);
    uint64_t high = (w.key << BUCKET_BITS) >> 32;
    if (high * parts >> 32 != part)
        return STM_OK;
    stm_cut_window *s = table_find(t, w.key);
    if (s->at == FREE) {
        *s = w;
        t->used++;
        return table_grow(t) ? STM_OK : no_memory(err);
    }
    stm_cut_place found = {w.at, s->at};
    if (!is_apart(p, found.first, found.at))
        return STM_OK;
    return stm_store__append(&p->places, &found, sizeof found, err);
}

/* Of the bucket those windows whose keys are in part `part` of `parts`. */
static stm_status read_part(stm_cut_places *p, const stm_store *b, table *t,
                            uint64_t part, uint64_t parts, stm_error *err)
{
    enum { BATCH = READ * sizeof(stm_cut_window) };
    uint64_t size = stm_store__size(b);
    char *room = malloc(BATCH);
    stm_status rc = room ? STM_OK : no_memory(err);
    for (uint64_t at = 0, n; at < size && rc == STM_OK; at += n) {
        const void *bytes;
        n = size - at < BATCH ? size - at : BATCH;
        rc = stm_store__get(&bytes, b, at, (size_t)n, room, err);
        for (uint64_t i = 0; i < n && rc == STM_OK; i += sizeof(stm_cut_window))
            rc = take_window(p, t, (const char *)bytes + i, part, parts, err);
    }
    free(room);
    return rc;
}

stm_status stm_cut_places__put(stm_cut_places *p, stm_cut_place place,
                               stm_error *err)
{
    stm_error why;
    return on_disk(p, stm_store__append(&p->places, &place, sizeof place, &why),
                   &why, err);
}

stm_status stm_cut_places__end_run(stm_cut_places *p, stm_error *err)
{
    size_t n = p->runs.count;
    stm_cut_run run = {n ? p->runs.items[n - 1].to : 0,
                       stm_store__size(&p->places)};
    return run.from == run.to || stm_vec_push(&p->runs, run) ? STM_OK
                                                             : no_memory(err);
}

static stm_status find_part(stm_cut_places *p, const stm_store *b,
                            uint64_t part, uint64_t parts, stm_error *err)
{
    table t;
    stm_error why;
    if (!table_start(&t, SLOTS))
        return no_memory(err);
    stm_status rc = read_part(p, b, &t, part, parts, &why);
    free(t.slot);
    return rc == STM_OK ? stm_cut_places__end_run(p, err)
                        : on_disk(p, rc, &why, err);
}

stm_status stm_cut_places__find(stm_cut_places *p, uint64_t memory,
                                stm_error *err)
{
    stm_status rc = STM_OK;
    for (int i = 0; i < STM_CUT_BUCKETS; i++) {
        /* a table is at least 3/8 full, and beside its successor while it
         * grows */
        uint64_t worst = stm_store__size(&p->bucket[i]) * 4;
        uint64_t parts = worst / (memory + 1) + 1;
        for (uint64_t k = 0; k < parts && rc == STM_OK; k++)
            rc = find_part(p, &p->bucket[i], k, parts, err);
        stm_store__free(&p->bucket[i]);
    }
    return rc == STM_OK ? stm_cut_places__merge(p, err) : rc;
}

static uint64_t next_at(const stm_cut_places *p, size_t heap)
{
    const struct stm_cut_source *s = &p->sources[p->heap[heap]];
    return s->buffer[s->next].at;
}

/* Puts what has become too large at `i` where it belongs. */
static void sift_down(stm_cut_places *p, size_t i)
{
    for (size_t child; (child = 2 * i + 1) < p->heap_count; i = child) {
        if (child + 1 < p->heap_count &&
            next_at(p, child + 1) < next_at(p, child))
            child++;
        if (next_at(p, i) <= next_at(p, child))
            return;
        uint32_t x = p->heap[i];
        p->heap[i] = p->heap[child];
        p->heap[child] = x;
    }
}

static stm_status fill(stm_cut_places *p, struct stm_cut_source *s,
                       stm_error *err)
{
    stm_error why;
    const void *bytes;
    uint64_t left = s->to - s->at;
    size_t n = left < sizeof s->buffer ? (size_t)left : sizeof s->buffer;
    s->next = 0;
    s->count = n / sizeof *s->buffer;
    stm_status rc =
        stm_store__get(&bytes, &p->places, s->at, n, s->buffer, &why);
    if (rc == STM_OK && bytes != s->buffer)
        memcpy(s->buffer, bytes, n);
    s->at += n;
    return on_disk(p, rc, &why, err);
}

stm_status stm_cut_places__merge(stm_cut_places *p, stm_error *err)
{
    size_t n = p->runs.count;
    stm_status rc = STM_OK;
    p->sources = malloc((n + 1) * sizeof *p->sources);
    p->heap = malloc((n + 1) * sizeof *p->heap);
    if (!p->sources || !p->heap)
        return no_memory(err);
    for (size_t i = 0; i < n && rc == STM_OK; i++) {
        stm_cut_run *r = &p->runs.items[i];
        p->sources[i].at = r->from;
        p->sources[i].to = r->to;
        p->heap[i] = (uint32_t)i;
        rc = fill(p, &p->sources[i], err);
    }
    p->heap_count = rc == STM_OK ? n : 0;
    for (size_t i = p->heap_count / 2; i--;)
        sift_down(p, i);
    return rc;
}

stm_status stm_cut_places__next(stm_cut_places *p, uint64_t end,
                                stm_cut_place *out, bool *found, stm_error *err)
{
    stm_status rc = STM_OK;
    *found = p->heap_count && next_at(p, 0) < end;
    if (!*found)
        return STM_OK;
    struct stm_cut_source *s = &p->sources[p->heap[0]];
    *out = s->buffer[s->next++];
    if (s->next == s->count && s->at < s->to)
        rc = fill(p, s, err);
    else if (s->next == s->count)
        p->heap[0] = p->heap[--p->heap_count];
    sift_down(p, 0);
    return rc;
}
