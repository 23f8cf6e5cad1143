/* Stretches of the inputs are read in pieces by other threads, while the
 * calling one writes what was read before, and reads with them when it has. A
 * piece is no more than stays in a core's own cache from the reading to the
 * writing. What is written at a time is of one size, since systems are slow
 * where a page of a file is begun twice, and not much: Linux looks for memory
 * in one stretch for it, and where all memory is in use it moves pages about
 * for stretches of over 32 KB. */
#include "dedup/copy.h"

#include <stdatomic.h>
#include <stdlib.h>

enum { PIECE = 256 << 10, WRITTEN = 32 << 10 };

/* A part of a stretch, within a piece. */
typedef struct part {
    uint64_t from;
    size_t at, len; /* in the room */
    uint32_t input;
    bool ends; /* another stretch comes behind it */
} part;

/* What is written at a time. */
typedef struct load {
    char *room; /* [pieces * PIECE] */
    size_t used;
    STM_VEC(part) parts;
    STM_VEC(size_t) first; /* part of each piece */
} load;

typedef struct copying {
    stm_dedup_job *job;
    const stm_sink *to;
    size_t pieces;
    load *next, *ready; /* being gathered and read, and to be written */
    bool written;
    atomic_size_t begun; /* pieces that are being read, or have been */
} copying;

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

static stm_status put(const copying *c, const char *bytes, size_t len,
                      stm_error *err)
{
    stm_status rc = STM_OK;
    for (size_t at = 0, n; at < len && rc == STM_OK; at += n) {
        n = len - at < WRITTEN ? len - at : WRITTEN;
        rc = c->to->write(c->to->user, bytes + at, n);
    }
    return rc == STM_OK ? rc
                        : stm_fail(err, rc, STM_NO_OFFSET,
                                   "cannot write the documents kept");
}

/* An input's last line may lack its end. */
static stm_status write_ready(copying *c, stm_error *err)
{
    load *l = c->ready;
    stm_status rc = STM_OK;
    size_t from = 0;
    c->written = true;
    for (size_t i = 0; i < l->parts.count && rc == STM_OK; i++) {
        const part *p = &l->parts.items[i];
        size_t end = p->at + p->len;
        if (!p->ends || l->room[end - 1] == '\n')
            continue;
        rc = put(c, l->room + from, end - from, err);
        if (rc == STM_OK)
            rc = put(c, "\n", 1, err);
        from = end;
    }
    return rc == STM_OK ? put(c, l->room + from, l->used - from, err) : rc;
}

static stm_status read_piece(const copying *c, size_t piece, stm_error *err)
{
    const load *l = c->next;
    size_t end =
        piece + 1 < l->first.count ? l->first.items[piece + 1] : l->parts.count;
    stm_status rc = STM_OK;
    for (size_t i = l->first.items[piece]; i < end && rc == STM_OK; i++) {
        const part *p = &l->parts.items[i];
        rc = stm_corpus__raw(&c->job->corpus, p->input, p->from,
                             l->room + p->at, p->len, err);
    }
    return rc;
}

/* The first that the calling thread does is to write; else a piece is read, if
 * one is left. */
static stm_status write_or_read(void *user, size_t item, unsigned worker,
                                stm_error *err)
{
    copying *c = user;
    (void)item;
    if (worker == 0 && !c->written)
        return write_ready(c, err);
    size_t piece = atomic_fetch_add(&c->begun, 1);
    return piece < c->next->first.count ? read_piece(c, piece, err) : STM_OK;
}

/* Reads what has been gathered and writes what was read before. */
static stm_status turn(copying *c, stm_error *err)
{
    c->written = false;
    atomic_store(&c->begun, 0);
    stm_status rc = stm_pool_run(c->job->pool, c->next->first.count + 1,
                                 write_or_read, c, NULL, NULL, err);
    if (rc == STM_OK && !c->written)
        rc = write_ready(c, err);
    load *read = c->next;
    c->next = c->ready;
    c->ready = read;
    c->next->used = c->next->parts.count = c->next->first.count = 0;
    return rc;
}

/* The part that was put down last. */
static part *last_part(const copying *c)
{
    const load *l = c->next->parts.count ? c->next : c->ready;
    return l->parts.count ? &l->parts.items[l->parts.count - 1] : NULL;
}

/* Bytes of the document that fit into the piece under way; a new one begins
 * where that is full. */
static stm_status add_part(copying *c, const stm_doc *d, uint64_t from,
                           size_t *taken, stm_error *err)
{
    load *l = c->next;
    size_t used = l->used % PIECE;
    uint64_t left = d->raw_at + d->raw_len - from;
    part *p = last_part(c);
    *taken = left < PIECE - used ? (size_t)left : PIECE - used;
    bool goes_on = p && p->input == d->input && p->from + p->len == from;
    if (p && !goes_on)
        p->ends = true;
    if (used && goes_on) {
        p->len += *taken;
    } else {
        part new = {from, l->used, *taken, d->input, false};
        if ((!used && !stm_vec_push(&l->first, l->parts.count)) ||
            !stm_vec_push(&l->parts, new))
            return no_memory(err);
    }
    l->used += *taken;
    return STM_OK;
}

static stm_status add_doc(copying *c, const stm_doc *d, stm_error *err)
{
    uint64_t from = d->raw_at, end = d->raw_at + d->raw_len;
    stm_status rc = STM_OK;
    while (from < end && rc == STM_OK) {
        size_t taken = 0;
        if (c->next->used == c->pieces * PIECE && (rc = turn(c, err)) != STM_OK)
            break;
        rc = add_part(c, d, from, &taken, err);
        from += taken;
    }
    return rc;
}

static stm_status copy_all(copying *c, stm_error *err)
{
    stm_dedup_job *j = c->job;
    stm_store_walk w = {0};
    stm_doc d;
    stm_status rc = STM_OK;
    for (uint32_t i = j->corpus.earlier; i < j->corpus.count && rc == STM_OK;
         i++) {
        if (j->kept[i] != i)
            continue;
        rc = stm_corpus__next_doc(&d, &w, &j->corpus, i, err);
        if (rc == STM_OK)
            rc = add_doc(c, &d, err);
        if (rc == STM_OK && i % 4096 == 0)
            rc = stm_dedup__tell(j, "writing", i, j->corpus.count, err);
    }
    stm_store__walk_end(&w);
    if (rc == STM_OK)
        rc = turn(c, err);
    return rc == STM_OK ? write_ready(c, err) : rc;
}

static void free_load(load *l)
{
    free(l->room);
    stm_vec_free(&l->parts);
    stm_vec_free(&l->first);
}

stm_status stm_copy__kept(stm_dedup_job *j, const stm_sink *to, stm_error *err)
{
    load loads[2] = {{0}, {0}};
    copying c = {.job = j,
                 .to = to,
                 .pieces = stm_pool_size(j->pool),
                 .next = &loads[0],
                 .ready = &loads[1]};
    loads[0].room = malloc(c.pieces * PIECE);
    loads[1].room = malloc(c.pieces * PIECE);
    stm_status rc =
        loads[0].room && loads[1].room ? copy_all(&c, err) : no_memory(err);
    free_load(&loads[0]);
    free_load(&loads[1]);
    return rc;
}
