/* A view on a stream: the bytes at hand, in one piece, which move on through
 * it. It grows as far as its reader asks, and no further. */
#ifndef STM_BASE_WINDOW_H
#define STM_BASE_WINDOW_H

#include "base/file.h"
#include "base/stream.h"

/* Bytes behind those at hand that may be read, whatever they are. */
enum { STM_WINDOW_SLACK = 128 };

typedef struct stm_window {
    stm_stream *from; /* borrowed */
    char *buffer;
    size_t room;
    size_t start, end; /* the bytes at hand */
    uint64_t at;       /* of the first of them in the stream */
    bool ended;        /* nothing comes behind them, */
    bool broken;       /* or not before the reader has passed this damage: */
    stm_error why;
    char *ahead; /* what was read beside the bytes at hand, behind some room */
    size_t ahead_room, ahead_got;
    stm_status ahead_status;
    bool ahead_there, ahead_ended;
} stm_window;

void stm_window_start(stm_window *w, stm_stream *from);
void stm_window_free(stm_window *w);

static inline stm_str stm_window_bytes(const stm_window *w)
{
    return (stm_str){w->buffer ? w->buffer + w->start : "", w->end - w->start};
}

/* Tries to have `want` bytes at hand, and may take more. Fewer: the stream
 * ends there, or is broken. Fails with STM_ENOMEM only. What was at hand may
 * have moved. */
stm_status stm_window_want(stm_window *w, size_t want, stm_error *err);
/* While the bytes at hand are in use: reads on beside them, so that `want` come
 * to hand at once when `drop` have gone; none at hand moves. Does nothing where
 * that would be no gain. */
void stm_window_ahead(stm_window *w, size_t drop, size_t want);
/* Lets the first `n` bytes at hand go. */
void stm_window_drop(stm_window *w, size_t n);
/* Drops up to `n` bytes of the stream, at hand or not; `*done` says how many
 * there were before the end or the damage. */
stm_status stm_window_skip(stm_window *w, uint64_t n, uint64_t *done,
                           stm_error *err);
/* Drops what is at hand and goes on at byte `at` of the stream, which must be
 * able to. */
stm_status stm_window_seek(stm_window *w, uint64_t at, stm_error *err);
/* Drops what is at hand and goes on behind the damage. */
void stm_window_mend(stm_window *w);
/* Everything that is left, but at most `max` bytes and one: more is for the
 * caller to refuse. The bytes at hand become the caller's, malloc'd, and the
 * window is empty. */
stm_status stm_window_take(stm_window *w, stm_bytes *out, uint64_t max,
                           stm_error *err);

#endif
