#include "base/window.h"

#include <stdlib.h>
#include <string.h>

#include "base/checked.h"

/* What is read at a time: large enough that calls cost nothing, small enough
 * to stay in a core's own cache. */
enum { FIRST_ROOM = 256 << 10 };

/* So many bytes at hand may come before those that were read ahead. */
enum { BEFORE_AHEAD = 64 << 10 };

void stm_window_start(stm_window *w, stm_stream *from)
{
    *w = (stm_window){.from = from};
}

void stm_window_free(stm_window *w)
{
    free(w->buffer);
    free(w->ahead);
    *w = (stm_window){0};
}

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

/* The room for `want` bytes: a small file's own size and the byte that finds
 * its end, else by doubling. */
static size_t room_for(const stm_window *w, size_t want)
{
    size_t room = w->room ? w->room : FIRST_ROOM;
    if (!w->room && w->from->size && w->from->size < FIRST_ROOM)
        room = (size_t)w->from->size + 1;
    while (room < want && stm_mul_size(room, 2, &room))
        ;
    return room;
}

static stm_status grow(stm_window *w, size_t want, stm_error *err)
{
    size_t room = room_for(w, want), size;
    if (room < want || !stm_add_size(room, STM_WINDOW_SLACK, &size))
        return no_memory(err);
    char *grown = realloc(w->buffer, size);
    if (!grown)
        return no_memory(err);
    memset(grown + room, 0, STM_WINDOW_SLACK);
    w->buffer = grown;
    w->room = room;
    return STM_OK;
}

/* Makes room for `want` bytes from `start` on. Bytes are moved to the front
 * where no more are moved than have been dropped, else the room doubles, too:
 * however little a reader goes on at a time, all moves together cost no more
 * than what it has read. */
static stm_status make_room(stm_window *w, size_t want, stm_error *err)
{
    size_t have = w->end - w->start;
    if (w->room - w->start >= want)
        return STM_OK;
    bool cheap = w->start >= have;
    if (w->start)
        memmove(w->buffer, w->buffer + w->start, have);
    w->start = 0;
    w->end = have;
    if (cheap && w->room >= want)
        return STM_OK;
    return grow(w, want > w->room ? want : w->room + 1, err);
}

/* One read, of what is wanted, or of more if that is little. */
static stm_status fill(stm_window *w, size_t want, stm_error *err)
{
    size_t room = w->room - w->end, got = 0;
    size_t lacks = want - (w->end - w->start);
    if (lacks < FIRST_ROOM)
        lacks = FIRST_ROOM;
    stm_status rc = w->from->read(w->from, w->buffer + w->end,
                                  room < lacks ? room : lacks, &got, &w->why);
    if (rc == STM_ENOMEM)
        return no_memory(err);
    w->broken = rc != STM_OK;
    w->ended = !w->broken && !got;
    w->end += got;
    return STM_OK;
}

static bool make_ahead(stm_window *w, size_t room)
{
    size_t size;
    if (w->ahead_room >= room)
        return true;
    free(w->ahead);
    w->ahead_room = 0;
    w->ahead =
        stm_add_size(room, STM_WINDOW_SLACK, &size) ? malloc(size) : NULL;
    if (!w->ahead)
        return false;
    memset(w->ahead + room, 0, STM_WINDOW_SLACK);
    w->ahead_room = room;
    return true;
}

void stm_window_ahead(stm_window *w, size_t drop, size_t want)
{
    size_t have = w->end - w->start - drop, room;
    if (have >= want || have > BEFORE_AHEAD || w->ended || w->broken ||
        w->ahead_there || !stm_add_size(want - have, BEFORE_AHEAD, &room) ||
        !make_ahead(w, room))
        return;
    w->ahead_there = true;
    w->ahead_ended = false;
    w->ahead_got = 0;
    w->ahead_status = STM_OK;
    while (w->ahead_status == STM_OK && !w->ahead_ended &&
           w->ahead_got < want - have) {
        size_t got = 0;
        w->ahead_status =
            w->from->read(w->from, w->ahead + BEFORE_AHEAD + w->ahead_got,
                          want - have - w->ahead_got, &got, &w->why);
        w->ahead_ended = w->ahead_status == STM_OK && !got;
        w->ahead_got += got;
    }
}

/* The bytes at hand go before those read ahead, and the rooms change places. */
static void swap_rooms(stm_window *w)
{
    size_t have = w->end - w->start, room = w->room;
    char *buffer = w->buffer;
    if (have)
        memcpy(w->ahead + BEFORE_AHEAD - have, buffer + w->start, have);
    w->buffer = w->ahead;
    w->room = w->ahead_room;
    w->start = BEFORE_AHEAD - have;
    w->end = BEFORE_AHEAD + w->ahead_got;
    w->ahead = buffer;
    w->ahead_room = room;
}

static stm_status take_ahead(stm_window *w, stm_error *err)
{
    size_t have = w->end - w->start;
    if (have <= BEFORE_AHEAD) {
        swap_rooms(w);
    } else {
        stm_status rc = make_room(w, have + w->ahead_got, err);
        if (rc != STM_OK)
            return rc;
        memcpy(w->buffer + w->end, w->ahead + BEFORE_AHEAD, w->ahead_got);
        w->end += w->ahead_got;
    }
    w->ahead_there = false;
    if (w->ahead_status == STM_ENOMEM)
        return no_memory(err);
    w->broken = w->ahead_status != STM_OK;
    w->ended = w->ahead_ended;
    return STM_OK;
}

stm_status stm_window_want(stm_window *w, size_t want, stm_error *err)
{
    if (w->end - w->start >= want || w->ended || w->broken)
        return STM_OK;
    stm_status rc = w->ahead_there ? take_ahead(w, err) : STM_OK;
    if (rc != STM_OK || w->end - w->start >= want || w->ended || w->broken)
        return rc;
    rc = make_room(w, want, err);
    while (rc == STM_OK && !w->ended && !w->broken && w->end - w->start < want)
        rc = fill(w, want, err);
    return rc;
}

void stm_window_drop(stm_window *w, size_t n)
{
    w->start += n;
    w->at += n;
    if (w->start == w->end)
        w->start = w->end = 0;
}

stm_status stm_window_skip(stm_window *w, uint64_t n, uint64_t *done,
                           stm_error *err)
{
    *done = 0;
    while (*done < n) {
        stm_status rc = stm_window_want(w, 1, err);
        size_t have = w->end - w->start;
        if (rc != STM_OK || !have)
            return rc;
        if (have > n - *done)
            have = (size_t)(n - *done);
        stm_window_drop(w, have);
        *done += have;
    }
    return STM_OK;
}

stm_status stm_window_seek(stm_window *w, uint64_t at, stm_error *err)
{
    stm_status rc = w->from->seek(w->from, at, err);
    if (rc != STM_OK)
        return rc;
    w->start = w->end = 0;
    w->at = at;
    w->ended = w->broken = w->ahead_there = false;
    return STM_OK;
}

void stm_window_mend(stm_window *w)
{
    stm_window_drop(w, w->end - w->start);
    w->broken = false;
}

stm_status stm_window_take(stm_window *w, stm_bytes *out, uint64_t max,
                           stm_error *err)
{
    stm_status rc = STM_OK;
    *out = (stm_bytes){NULL, 0};
    for (size_t have = 0; rc == STM_OK && !w->ended && !w->broken;) {
        have = w->end - w->start;
        if (have > max)
            break;
        rc = stm_window_want(w, have + 1, err);
    }
    if (rc != STM_OK)
        return rc;
    if (w->start)
        memmove(w->buffer, w->buffer + w->start, w->end - w->start);
    *out = (stm_bytes){w->buffer, w->end - w->start};
    if (out->len < w->room / 2) { /* it will be kept: give the rest back */
        char *less = realloc(w->buffer, out->len + 1);
        out->ptr = less ? less : w->buffer;
    }
    w->at += out->len;
    w->buffer = NULL;
    w->room = w->start = w->end = 0;
    return STM_OK;
}
