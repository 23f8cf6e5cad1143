/* A block of lines, read in parts by all workers; what they found is added in
 * order. */
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

static stm_status read_part(void *user, size_t i, unsigned worker,
                            stm_error *err)
{
    stm_scan *s = user;
    if (worker == 0)
        read_ahead(s);
    return stm_part__read(&s->parts[i], &s->reading, &s->job->rooms[worker],
                          err);
}

stm_status stm_scan__lines(stm_scan *s, const stm_capture_lines *b,
                           stm_error *err)
{
    stm_str bytes = b->bytes;
    stm_status rc = split(s, bytes, err);
    s->block = stm_pool_size(s->job->pool) > 1 ? b : NULL;
    if (rc == STM_OK)
        rc = stm_pool_run(s->job->pool, s->part_count, read_part, s, NULL, NULL,
                          err);
    for (size_t i = 0; i < s->part_count && rc == STM_OK; i++)
        rc = stm_scan__add_part(
            s, &s->parts[i], (size_t)(s->parts[i].lines.ptr - bytes.ptr), err);
    return rc;
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
