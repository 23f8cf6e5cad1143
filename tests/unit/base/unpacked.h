/* What an unpacking stream gives, with its damages in it: the bytes, and
 * "{reason@place}" where it failed. */
#ifndef STM_TESTS_UNPACKED_H
#define STM_TESTS_UNPACKED_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "base/str.h"
#include "base/window.h"
#include "pack.h"

typedef stm_status unpacked_opener(stm_stream **out, stm_window *from,
                                   stm_error *err);

/* A memory stream that gives few bytes at a time. */
typedef struct slow {
    stm_stream shown;
    stm_str left;
    size_t piece;
} slow;

static stm_status read_slow(stm_stream *s, char *to, size_t room, size_t *got,
                            stm_error *err)
{
    slow *w = (slow *)s;
    size_t n = room < w->piece ? room : w->piece;
    (void)err;
    *got = n < w->left.len ? n : w->left.len;
    if (*got)
        memcpy(to, w->left.ptr, *got);
    w->left = (stm_str){w->left.ptr + *got, w->left.len - *got};
    return STM_OK;
}

static void unpacked_add(stm_bytes *all, const char *bytes, size_t len)
{
    all->ptr = realloc(all->ptr, all->len + len + 1);
    assert_non_null(all->ptr);
    memcpy(all->ptr + all->len, bytes, len);
    all->len += len;
    all->ptr[all->len] = '\0';
}

/* malloc'd, with a NUL behind it. */
static stm_bytes unpacked(unpacked_opener *open, stm_str packed, size_t piece,
                          size_t room)
{
    slow from = {{.read = read_slow}, packed, piece};
    stm_bytes all = {NULL, 0};
    stm_window w;
    stm_stream *s;
    char *to = malloc(room);
    assert_non_null(to);
    unpacked_add(&all, "", 0);
    stm_window_start(&w, &from.shown);
    assert_int_equal(open(&s, &w, NULL), STM_OK);
    for (int fails = 0;;) {
        stm_error err;
        size_t got;
        stm_status rc = s->read(s, to, room, &got, &err);
        if (rc == STM_OK && !got)
            break;
        if (rc == STM_OK) {
            unpacked_add(&all, to, got);
            continue;
        }
        char note[600];
        int n = snprintf(note, sizeof note, "{%s@%llu}", err.message,
                         (unsigned long long)err.offset);
        unpacked_add(&all, note, (size_t)n);
        assert_true(++fails < 100);
    }
    stm_stream_close(s);
    stm_window_free(&w);
    free(to);
    return all;
}

/* All at once and in small pieces; frees `packed`. */
static inline void expect_unpacked(unpacked_opener *open, stm_bytes packed,
                                   const char *text)
{
    static const size_t pieces[] = {SIZE_MAX, 100, 3, 1};
    for (size_t i = 0; i < 4; i++) {
        stm_bytes b = unpacked(open, (stm_str){packed.ptr, packed.len},
                               pieces[i], i < 2 ? 1 << 16 : 11);
        assert_string_equal(b.ptr, text);
        free(b.ptr);
    }
    free(packed.ptr);
}

#endif
