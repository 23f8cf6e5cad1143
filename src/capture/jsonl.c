/* A document a line. A line is read once, from left to right: the value of a
 * text field is copied out as it is come by, and given up where a better field
 * follows; the short ones are kept as they stand until the line is known to be
 * whole. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/checked.h"
#include "base/str.h"
#include "base/utf8.h"
#include "capture/input.h"
#include "capture/json.h"
#include "capture/moment.h"
#include "capture/own.h"

enum kind { TEXT, RECORD, URI, CAPTURED, DATED, KINDS };

static const struct {
    stm_str name;
    enum kind kind;
} fields[] = {
#define ROW(name, kind)                   \
    {                                     \
        {"" name, sizeof(name) - 1}, kind \
    }
#include "capture/fields.inc"
    ROW("captured", CAPTURED),      ROW("crawled", CAPTURED),
    ROW("fetched", CAPTURED),       ROW("timestamp", CAPTURED),
    ROW("date_download", CAPTURED), ROW("WARC-Date", CAPTURED),
#undef ROW
};
enum { FIELDS = sizeof fields / sizeof *fields, NO_FIELD = FIELDS };

/* The line being read. */
typedef struct line {
    uint64_t number, at; /* its first byte in the input */
    stm_str bytes;
    size_t found[KINDS]; /* the field it was found in, or NO_FIELD */
    stm_str raw[KINDS];
    stm_bytes text; /* malloc'd */
    size_t room;
    uint64_t replaced;
    bool maybe_high;
} line;

typedef struct reading {
    stm_capture__input *in;
    stm_arena strings; /* of the line */
    stm_json_blocks *blocks;
    line now;
    bool inside; /* the bytes at hand begin inside a line that was given up */
} reading;

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

static size_t usual_field(stm_str name)
{
    for (size_t i = 0; i < FIELDS; i++)
        if (fields[i].name.len == name.len && stm_str_eq(fields[i].name, name))
            return i;
    return NO_FIELD;
}

/* Where the caller names the text's field, no other has a text; it counts as
 * the first in the table, but for "html", which stays what it is. */
static size_t field_of(const reading *r, stm_str name)
{
    stm_str own = r->in->job->text_field;
    size_t i = usual_field(name);
    bool text = i < FIELDS && fields[i].kind == TEXT;
    if (!own.ptr)
        return i;
    if (stm_str_eq(name, own))
        return text ? i : 0;
    return text ? NO_FIELD : i;
}

/* Makes the text's room for anything that the line can still hold. */
static stm_status make_room(line *l, const stm_json *j, stm_error *err)
{
    size_t room = (size_t)(j->end - j->at) + STM_JSON_SLACK;
    if (l->room >= room)
        return STM_OK;
    free(l->text.ptr);
    l->text.ptr = malloc(room);
    l->room = l->text.ptr ? room : 0;
    return l->text.ptr ? STM_OK : no_memory(err);
}

static bool copy_text(line *l, stm_json *j)
{
    stm_json_text t = {.to = l->text.ptr};
    if (!stm_json__copy(j, &t))
        return false;
    l->text.len = t.len;
    l->replaced = t.lone;
    l->maybe_high = t.maybe_high;
    return true;
}

/* At a value. `*right` is false where the line is broken. */
static stm_status read_value(line *l, stm_json *j, size_t field, bool *right,
                             stm_error *err)
{
    stm_str raw;
    enum kind k = field < FIELDS ? fields[field].kind : KINDS;
    bool better = k < KINDS && field <= l->found[k];
    bool string = stm_json__peek(j) == '"';
    if (k == TEXT && better && string && j->end - j->at > 1 &&
        j->at[1] != '"') {
        stm_status rc = make_room(l, j, err);
        if (rc == STM_OK)
            *right = copy_text(l, j);
        l->found[TEXT] = field;
        return rc;
    }
    *right = stm_json__step(j, &raw);
    bool number = raw.len && (stm_ascii_digit(*raw.ptr) || *raw.ptr == '-');
    if (better && k != TEXT && (number || (string && raw.len > 2))) {
        l->found[k] = field;
        l->raw[k] = raw;
    }
    return STM_OK;
}

static stm_status read_member(reading *r, stm_json *j, bool *right,
                              stm_error *err)
{
    stm_str name;
    *right = false;
    if (stm_json__peek(j) != '"') {
        j->wrong = "no field's name where one is due";
        return STM_OK;
    }
    if (!stm_json__step(j, &name))
        return STM_OK;
    name = (stm_str){name.ptr + 1, name.len - 2};
    if (!stm_json__pass(j, ':')) {
        j->wrong = "no colon behind a field's name";
        return STM_OK;
    }
    return read_value(&r->now, j, field_of(r, name), right, err);
}

/* Reads the members; `*right` is false where the line is broken. */
static stm_status read_object(reading *r, stm_json *j, bool *right,
                              stm_error *err)
{
    *right = stm_json__pass(j, '{');
    if (!*right)
        j->wrong = "not a JSON object";
    if (!*right || stm_json__pass(j, '}'))
        return STM_OK;
    do {
        stm_status rc = read_member(r, j, right, err);
        if (rc != STM_OK || !*right)
            return rc;
    } while (stm_json__pass(j, ','));
    *right = stm_json__pass(j, '}') && !stm_json__peek(j) && j->at == j->end;
    if (!*right)
        j->wrong = j->at == j->end ? "an object that does not end"
                                   : "neither a comma nor the object's end";
    return STM_OK;
}

/* What was found of a kind, or absent; false when out of memory. */
static bool found(reading *r, enum kind k, stm_str *out)
{
    const line *l = &r->now;
    *out = (stm_str){NULL, 0};
    if (l->found[k] == NO_FIELD)
        return true;
    char *to = STM_ARENA_NEW(&r->strings, char, l->raw[k].len + STM_JSON_SLACK);
    if (to)
        *out = stm_json__plain(l->raw[k], to);
    return out->ptr;
}

static stm_str number_of(const line *l, char room[24])
{
    int n = snprintf(room, 24, "%llu", (unsigned long long)l->number);
    return (stm_str){room, (size_t)n};
}

static bool describe(reading *r, stm_capture__about *a, char number[24],
                     char moment[STM_MOMENT_ROOM])
{
    a->source = r->in->source;
    a->replaced = r->now.replaced;
    bool had = found(r, RECORD, &a->record) && found(r, URI, &a->uri) &&
               found(r, CAPTURED, &a->captured) && found(r, DATED, &a->dated);
    a->captured = stm_capture__moment(a->captured, moment);
    if (!a->record.ptr)
        a->record = number_of(&r->now, number);
    return had;
}

static void leave_out(const reading *r, stm_str record, const char *at,
                      const char *reason)
{
    const line *l = &r->now;
    size_t into = at ? (size_t)(at - l->bytes.ptr) : 0;
    stm_capture__skip_part(r->in, record, l->at + into, reason);
}

/* Makes the copied text valid, and no larger than it is. */
static stm_status finish_text(line *l, stm_error *err)
{
    stm_str s = {l->text.ptr, l->text.len};
    if (l->maybe_high && stm_utf8_valid(s) != s.len) {
        uint64_t replaced;
        stm_bytes whole;
        stm_status rc = stm_utf8_repair(&whole, &replaced, s, err);
        if (rc != STM_OK)
            return rc;
        free(l->text.ptr);
        l->text = whole;
        l->room = 0; /* what it has is its own text's: not for another */
        l->replaced += replaced;
    } else if (l->room - s.len > s.len / 8 + 4 * STM_JSON_SLACK) {
        char *less = realloc(l->text.ptr, s.len + 1);
        l->text.ptr = less ? less : l->text.ptr;
        l->room = 0;
    }
    return STM_OK;
}

/* Hands over the line's document, whose text it takes. */
static stm_status give(reading *r, stm_error *err)
{
    line *l = &r->now;
    char number[24], moment[STM_MOMENT_ROOM];
    stm_capture *c;
    stm_capture__about a = {0};
    stm_status rc = finish_text(l, err);
    if (rc != STM_OK)
        return rc;
    if (!describe(r, &a, number, moment))
        return no_memory(err);
    stm_bytes text = l->text;
    stm_str s = {text.ptr, text.len};
    if (stm_utf8_is_blank(s) || s.len > UINT32_MAX) {
        leave_out(r, a.record, NULL,
                  s.len > UINT32_MAX
                      ? "larger than 4 GiB once it is UTF-8; split it first"
                      : "empty");
        return STM_OK;
    }
    l->text = (stm_bytes){NULL, 0};
    l->room = 0;
    bool page = stm_str_eq(fields[l->found[TEXT]].name, STM_LIT("html")) ||
                stm_capture__is_html(s);
    rc = page ? stm_capture__new_page(&c, &a, text, err)
              : stm_capture__new(&c, &a, text, err);
    const stm_capture_sink *sink = r->in->job->sink;
    return rc == STM_OK ? sink->take(sink->user, c, err) : rc;
}

static stm_status read_line(reading *r, stm_str bytes, stm_error *err)
{
    line *l = &r->now;
    char number[24];
    bool right;
    l->bytes = bytes;
    l->number++;
    for (int k = 0; k < KINDS; k++)
        l->found[k] = NO_FIELD;
    stm_json j = {bytes.ptr, bytes.ptr + bytes.len, NULL, r->blocks};
    if (!stm_json__peek(&j) && j.at == j.end)
        return STM_OK;
    stm_status rc = read_object(r, &j, &right, err);
    if (rc == STM_OK && !right)
        leave_out(r, number_of(l, number), j.at, j.wrong);
    else if (rc == STM_OK && l->found[TEXT] == NO_FIELD)
        leave_out(r, number_of(l, number), NULL, "a line without a text");
    else if (rc == STM_OK)
        rc = give(r, err);
    stm_arena_reset(&r->strings);
    return rc;
}

/* The length of the line at hand, with as much of the input at hand as that
 * takes; `*whole` is false where the input ends or breaks before the line
 * does, or the line is longer than the limit, or nobody wants it. */
static stm_status find_end(reading *r, size_t *len, bool *whole, stm_error *err)
{
    stm_window *w = r->in->bytes;
    stm_status rc = stm_window_want(w, 1, err);
    *len = 0;
    *whole = false;
    while (rc == STM_OK) {
        stm_str have = stm_window_bytes(w);
        const char *end = have.len > *len
                              ? memchr(have.ptr + *len, '\n', have.len - *len)
                              : NULL;
        *whole = end;
        *len = end ? (size_t)(end - have.ptr) : have.len;
        bool enough = r->inside || *len > r->in->job->limit;
        if (end || w->ended || w->broken || enough)
            break;
        rc = stm_window_want(w, *len + 1, err);
    }
    return rc;
}

static void name_too_long(reading *r)
{
    char number[24];
    stm_error why;
    r->now.number++;
    stm_capture__too_large(r->in->job->limit, &why);
    leave_out(r, number_of(&r->now, number), NULL, why.message);
}

/* One line, or the piece of it that is at hand. `*on` is false at the end. */
static stm_status next_line(reading *r, bool *on, stm_error *err)
{
    stm_window *w = r->in->bytes;
    char number[24];
    size_t len;
    bool whole;
    stm_status rc = find_end(r, &len, &whole, err);
    if (rc != STM_OK)
        return rc;
    stm_str bytes = {stm_window_bytes(w).ptr, len};
    r->now.at = w->at;
    *on = whole || !w->ended;
    if (w->broken && !whole) {
        r->now.number += !r->inside;
        stm_capture__name_break(r->in, number_of(&r->now, number));
        stm_window_mend(w);
        r->inside = true;
        return STM_OK;
    }
    if (!r->inside && len > r->in->job->limit)
        name_too_long(r);
    else if (!r->inside)
        rc = read_line(r, bytes, err);
    r->inside = !whole;
    if (rc == STM_OK)
        stm_window_drop(w, len + whole);
    return rc;
}

stm_status stm_capture__read_jsonl(stm_capture__input *in, stm_error *err)
{
    reading r = {.in = in, .blocks = stm_json__blocks_pick()};
    bool on = true;
    if (in->job->lines)
        return stm_capture__read_lines(in, err);
    stm_status rc = stm_window_want(in->bytes, 3, err);
    if (rc == STM_OK &&
        stm_str_starts(stm_window_bytes(in->bytes), STM_LIT("\xef\xbb\xbf")))
        stm_window_drop(in->bytes, 3);
    while (on && rc == STM_OK)
        rc = next_line(&r, &on, err);
    free(r.now.text.ptr);
    stm_arena_free(&r.strings);
    return rc;
}
