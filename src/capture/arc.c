/* ARC, the Internet Archive's format before WARC: for each record one line that
 * ends with its length, the bytes, and an empty line. An address may have
 * blanks in it, so the line is read from its end. */
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "capture/headers.h"
#include "capture/record.h"

enum {
    LONGEST_LINE = 64 << 10,
    DATE_DIGITS = 8 /* at least */
};

typedef struct arc {
    stm_capture__input *in;
    stm_capture__record now;
    uint64_t length;
    size_t line; /* length of the record's line, with its end */
    bool lost, ended;
} arc;

static stm_str at_hand(const arc *a) { return stm_window_bytes(a->in->bytes); }

static void name(arc *a, const char *reason)
{
    if (!a->lost)
        stm_capture__skip_record(a->in, &a->now, reason);
    a->lost = true;
}

/* The last field of *line, which becomes shorter. */
static stm_str last_field(stm_str *line)
{
    size_t to = line->len, from;
    while (to && line->ptr[to - 1] == ' ')
        to--;
    from = to;
    while (from && line->ptr[from - 1] != ' ')
        from--;
    line->len = from;
    return (stm_str){line->ptr + from, to - from};
}

static bool is_date(stm_str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!stm_ascii_digit(s.ptr[i]))
            return false;
    return s.len >= DATE_DIGITS;
}

/* Reads "address IP date type ... length" into the record, with `more` fields
 * at the dots; false for any other line. */
static bool read_fields(arc *a, stm_str line, unsigned more, stm_str *length)
{
    line = stm_str_trim(line);
    *length = last_field(&line);
    for (unsigned i = 0; i < more; i++)
        last_field(&line);
    a->now.type = last_field(&line);
    a->now.captured = last_field(&line);
    stm_str ip = last_field(&line);
    a->now.uri = stm_str_trim(line);
    return ip.len && a->now.uri.len && is_date(a->now.captured) &&
           stm_str_find(a->now.uri, STM_LIT(":"), 0) != SIZE_MAX;
}

/* The line of a record of either version; its length may be no number all the
 * same. */
static bool read_line(arc *a, stm_str line, stm_str *length)
{
    enum { MORE = 5 }; /* result, checksum, location, offset, file's name */
    return read_fields(a, line, 0, length) ||
           read_fields(a, line, MORE, length);
}

/* On to the line behind the one at hand. */
static stm_status skip_line(arc *a, stm_error *err)
{
    stm_window *w = a->in->bytes;
    for (;;) {
        stm_str s = at_hand(a);
        const char *end = s.len ? memchr(s.ptr, '\n', s.len) : NULL;
        stm_window_drop(w, end ? (size_t)(end - s.ptr) + 1 : s.len);
        if (end)
            return STM_OK;
        stm_status rc = stm_window_want(w, 1, err);
        if (rc != STM_OK || !at_hand(a).len)
            return rc;
    }
}

/* Past the empty lines between records. */
static stm_status skip_ends(arc *a, stm_error *err)
{
    for (;;) {
        stm_status rc = stm_window_want(a->in->bytes, 1, err);
        stm_str s = at_hand(a);
        size_t n = 0;
        while (n < s.len && (s.ptr[n] == '\r' || s.ptr[n] == '\n'))
            n++;
        stm_window_drop(a->in->bytes, n);
        if (rc != STM_OK || n < s.len || !s.len)
            return rc;
    }
}

static stm_status give(arc *a, stm_error *err)
{
    stm_str s = at_hand(a), length;
    stm_window *w = a->in->bytes;
    size_t have = s.len - a->line;
    if (have > a->length)
        have = (size_t)a->length;
    /* the window may have moved */
    read_line(a, (stm_str){s.ptr, a->line}, &length);
    char *block = w->buffer + w->start + a->line;
    if (stm_str_starts((stm_str){block, have}, STM_LIT("HTTP/")))
        return stm_capture__give_answer(a->in, &a->now, block, have, err);
    return stm_capture__give_bytes(a->in, &a->now, (stm_str){block, have}, err);
}

static stm_status skip_large(arc *a, stm_error *err)
{
    stm_error why;
    uint64_t done, all = a->line + a->length;
    stm_capture__too_large(a->in->job->limit, &why);
    stm_capture__skip_record(a->in, &a->now, why.message);
    stm_status rc = stm_window_skip(a->in->bytes, all, &done, err);
    if (rc == STM_OK && done < all && !a->in->bytes->broken)
        name(a, "cut short");
    return rc;
}

static stm_status read_record(arc *a, stm_error *err)
{
    stm_window *w = a->in->bytes;
    size_t all = a->line + (size_t)a->length;
    if (a->length > a->in->job->limit)
        return skip_large(a, err);
    stm_status rc = stm_window_want(w, all, err);
    if (rc != STM_OK)
        return rc;
    bool cut = at_hand(a).len < all;
    bool opening = stm_str_starts(at_hand(a), STM_LIT("filedesc://"));
    if (!opening && (!cut || !w->broken || w->why.code != STM_EFORMAT))
        rc = give(a, err);
    if (rc != STM_OK)
        return rc;
    if (cut && !w->broken)
        name(a, "cut short");
    stm_window_drop(w, cut ? at_hand(a).len : all);
    return STM_OK;
}

/* The line at hand into a->line, without one: 0. */
static stm_status find_line(arc *a, stm_error *err)
{
    stm_status rc = stm_window_want(a->in->bytes, LONGEST_LINE, err);
    stm_str s = at_hand(a);
    if (s.len > LONGEST_LINE)
        s.len = LONGEST_LINE;
    const char *end = s.len ? memchr(s.ptr, '\n', s.len) : NULL;
    a->line = end ? (size_t)(end - s.ptr) + 1 : 0;
    return rc;
}

static void pass_break(arc *a)
{
    char number[24];
    int n = snprintf(number, sizeof number, "%llu",
                     (unsigned long long)a->now.number);
    stm_capture__name_break(a->in, (stm_str){number, (size_t)n});
    stm_window_mend(a->in->bytes);
    a->lost = true;
}

static stm_status next(arc *a, stm_error *err)
{
    stm_window *w = a->in->bytes;
    stm_str length;
    stm_status rc = skip_ends(a, err);
    if (rc == STM_OK)
        rc = find_line(a, err);
    if (rc != STM_OK)
        return rc;
    a->now = (stm_capture__record){.number = a->now.number, .at = w->at};
    if (!at_hand(a).len) {
        a->ended = !w->broken;
        if (w->broken)
            pass_break(a);
        return STM_OK;
    }
    if (!a->line ||
        !read_line(a, (stm_str){at_hand(a).ptr, a->line}, &length)) {
        name(a, "bytes that belong to no record");
        return skip_line(a, err);
    }
    a->now.number++;
    if (!stm_headers__number(length, &a->length)) {
        name(a, "damaged: its length is no number");
        return skip_line(a, err);
    }
    a->lost = false;
    return read_record(a, err);
}

stm_status stm_capture__read_arc(stm_capture__input *in, stm_error *err)
{
    arc a = {.in = in};
    stm_status rc = STM_OK;
    while (rc == STM_OK && !a.ended)
        rc = next(&a, err);
    return rc;
}
