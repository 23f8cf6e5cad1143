#include "dedup/store.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"

/* Written to the file in pieces of this size. */
enum { PIECE = 1 << 20 };

void stm_store__free(stm_store *s)
{
    free(s->tail);
    stm_disk_close(&s->disk);
    *s = STM_STORE_EMPTY;
}

static stm_status write_tail(stm_store *s, stm_error *err)
{
    stm_status rc = stm_disk_append(&s->disk, s->tail, s->tail_len, err);
    if (rc == STM_OK)
        s->tail_len = 0;
    return rc;
}

stm_status stm_store__append(stm_store *s, const void *bytes, size_t len,
                             stm_error *err)
{
    stm_status rc = STM_OK;
    if (!stm_store__in_memory(s) && s->tail_len && s->tail_len + len > PIECE)
        rc = write_tail(s, err);
    if (rc == STM_OK && !stm_store__in_memory(s) && len > PIECE)
        return stm_disk_append(&s->disk, bytes, len, err);
    if (rc != STM_OK || !len)
        return rc;
    if (s->room - s->tail_len < len &&
        !stm_vec__grow(&s->tail, &s->room, s->tail_len, len, 1))
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    memcpy(s->tail + s->tail_len, bytes, len);
    s->tail_len += len;
    return STM_OK;
}

stm_status stm_store__spill(stm_store *s, const char *folder, stm_error *err)
{
    stm_status rc = STM_OK;
    if (stm_store__in_memory(s))
        rc = stm_disk_temp(&s->disk, folder, err);
    if (rc == STM_OK && s->tail_len)
        rc = write_tail(s, err);
    if (rc == STM_OK && s->room > PIECE) {
        free(s->tail);
        s->tail = NULL;
        s->room = 0;
    }
    return rc;
}

stm_status stm_store__get(const void **out, const stm_store *s, uint64_t at,
                          size_t len, void *room, stm_error *err)
{
    uint64_t disk = s->disk.size;
    if (at >= disk && at - disk <= s->tail_len &&
        len <= s->tail_len - (at - disk)) {
        *out = s->tail ? s->tail + (at - disk) : "";
        return STM_OK;
    }
    *out = room;
    if (len <= disk && at <= disk - len)
        return stm_disk_read(&s->disk, at, room, len, err);
    if (at >= disk || len - (disk - at) > s->tail_len)
        return stm_fail(err, STM_EFORMAT, at,
                        "the job's own file is cut short");
    size_t first = (size_t)(disk - at);
    memcpy((char *)room + first, s->tail, len - first);
    return stm_disk_read(&s->disk, at, room, first, err);
}

/* Brings the bytes from `at` on to hand, as far as the store goes. */
static stm_status step(stm_store_walk *w, const stm_store *s, uint64_t at,
                       stm_error *err)
{
    const void *bytes;
    uint64_t left = stm_store__size(s) - at;
    size_t len = left < STM_STORE_STEP ? (size_t)left : STM_STORE_STEP;
    if (!w->room && !(w->room = malloc(STM_STORE_STEP)))
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    w->len = 0;
    stm_status rc = stm_store__get(&bytes, s, at, len, w->room, err);
    if (rc == STM_OK && bytes != w->room)
        memcpy(w->room, bytes, len);
    w->from = at;
    w->len = rc == STM_OK ? len : 0;
    return rc;
}

stm_status stm_store__walk(const void **out, stm_store_walk *w,
                           const stm_store *s, uint64_t at, size_t len,
                           stm_error *err)
{
    uint64_t size = stm_store__size(s);
    if (at >= s->disk.size || at > size || len > size - at)
        return stm_store__get(out, s, at, len, w->room, err);
    bool there = at >= w->from && at - w->from <= w->len &&
                 len <= w->len - (at - w->from);
    stm_status rc = there ? STM_OK : step(w, s, at, err);
    *out = w->room ? w->room + (at - w->from) : "";
    return rc;
}

void stm_store__walk_end(stm_store_walk *w)
{
    free(w->room);
    *w = (stm_store_walk){0};
}
