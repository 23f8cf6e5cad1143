/* A block of lines, read in parts by all workers. What they found is added in
 * order by the calling thread, between its own parts, while others read on. */
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "dedup/scan.h"

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

static stm_part *next_part(stm_scan *s)
{
    if (s->part_count == s->part_room) {
        size_t room = s->part_room ? s->part_room * 2 : 8;
        stm_part *grown = realloc(s->parts, room * sizeof *grown);
        if (!grown)
            return NULL;
        memset(grown + s->part_room, 0, (room - s->part_room) * sizeof *grown);
        s->parts = grown;
        s->part_room = room;
    }
    return &s->parts[s->part_count++];
}

static stm_status split(stm_scan *s, stm_str bytes, stm_error *err)
{
    s->part_count = 0;
    for (size_t at = 0; at < bytes.len;) {
        size_t to =
            bytes.len - at > STM_SCAN_PART ? at + STM_SCAN_PART : bytes.len;
        const char *end = to < bytes.len ? memchr(bytes.ptr + to - 1, '\n',
                                                  bytes.len - to + 1)
                                         : NULL;
        to = end ? (size_t)(end - bytes.ptr) + 1 : bytes.len;
        stm_part *p = next_part(s);
        if (!p)
            return no_memory(err);
        p->lines = (stm_str){bytes.ptr + at, to - at};
        atomic_init(&p->read, false);
        at = to;
    }
    return STM_OK;
}

/* The calling thread alone reads, and only where others are at work. */
static void read_ahead(stm_scan *s)
{
    if (s->block && s->block->ahead)
        s->block->ahead(s->block->ahead_user);
    s->block = NULL;
}

/* Adds the parts that have been read, up to the first that has not. */
static stm_status add_read(stm_scan *s, stm_error *err)
{
    stm_status rc = STM_OK;
    while (s->parts_added < s->part_count && rc == STM_OK) {
        stm_part *p = &s->parts[s->parts_added];
        if (!atomic_load_explicit(&p->read, memory_order_acquire))
            break;
        rc = stm_scan__add_part(s, p, (size_t)(p->lines.ptr - s->lines), err);
        s->parts_added++;
    }
    return rc;
}

static stm_status read_part(void *user, size_t i, unsigned worker,
                            stm_error *err)
{
    stm_scan *s = user;
    stm_part *p = &s->parts[i];
    if (worker == 0)
        read_ahead(s);
    stm_status rc = stm_part__read(p, &s->reading, &s->job->rooms[worker], err);
    if (rc != STM_OK)
        return rc;
    atomic_store_explicit(&p->read, true, memory_order_release);
    return worker == 0 ? add_read(s, err) : STM_OK;
}

stm_status stm_scan__lines(stm_scan *s, const stm_capture_lines *b,
                           stm_error *err)
{
    stm_status rc = split(s, b->bytes, err);
    s->lines = b->bytes.ptr;
    s->parts_added = 0;
    s->block = stm_pool_size(s->job->pool) > 1 ? b : NULL;
    if (rc == STM_OK)
        rc = stm_pool_run(s->job->pool, s->part_count, read_part, s, NULL, NULL,
                          err);
    return rc == STM_OK ? add_read(s, err) : rc;
}

stm_status stm_scan__end_piece(stm_scan *s, stm_error *err)
{
    stm_part_doc d = {
        .doc = {.raw_len = s->piece_len, .date = STM_DOC_NO_DATE, .unread = 1}};
    if (!s->piece_len)
        return STM_OK;
    stm_scan__name_line(
        s, 0, s->piece_at,
        "too long for the memory allowed; it is kept, and was not "
        "compared");
    s->piece_len = 0;
    s->base = s->piece_base;
    s->place.unread++;
    return stm_scan__add_unread(s, &d, err);
}

stm_status stm_scan__piece(stm_scan *s, const stm_capture_lines *b,
                           stm_error *err)
{
    if (!s->piece_len) {
        s->piece_at = b->at;
        s->piece_base = s->base;
    }
    s->piece_len += b->bytes.len;
    bool ends = b->bytes.ptr[b->bytes.len - 1] == '\n';
    return ends ? stm_scan__end_piece(s, err) : STM_OK;
}
