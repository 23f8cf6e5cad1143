#include "capture/own.h"

#include <stdlib.h>
#include <string.h>

#include "base/checked.h"
#include "base/str.h"
#include "base/utf8.h"

/* The record and its short strings in one piece; text and markup in others, so
 * that the bytes of a file can become a text without a copy. */
typedef struct owned {
    stm_capture shown;
    char *text;
    char *markup;
    char strings[];
} owned;

static bool add_length(size_t *size, stm_str s)
{
    return stm_add_size(*size, s.len, size);
}

/* A copy of `s` at *to, which moves on. */
static stm_str keep(char **to, stm_str s)
{
    if (!s.ptr)
        return s;
    if (s.len)
        memcpy(*to, s.ptr, s.len);
    s.ptr = *to;
    *to += s.len;
    return s;
}

/* The same of what comes from inside a container, and must be UTF-8: where it
 * is not, question marks stand in. */
static stm_str keep_valid(char **to, stm_str s)
{
    char *copy = *to;
    size_t good = 0;
    s = keep(to, s);
    while (s.ptr && good < s.len) {
        good += stm_utf8_valid((stm_str){copy + good, s.len - good});
        if (good < s.len)
            copy[good++] = '?';
    }
    return s;
}

static owned *new_owned(const stm_capture__about *a)
{
    size_t size = sizeof(owned);
    if (!add_length(&size, a->source) || !add_length(&size, a->record) ||
        !add_length(&size, a->uri) || !add_length(&size, a->captured) ||
        !add_length(&size, a->dated) || !add_length(&size, a->charset))
        return NULL;
    owned *o = malloc(size);
    if (!o)
        return NULL;
    char *to = o->strings;
    o->text = o->markup = NULL;
    o->shown = (stm_capture){.source = keep(&to, a->source),
                             .record = keep_valid(&to, a->record),
                             .uri = keep_valid(&to, a->uri),
                             .captured = keep_valid(&to, a->captured),
                             .dated = keep_valid(&to, a->dated),
                             .charset = keep(&to, a->charset),
                             .replaced = a->replaced};
    return o;
}

static stm_str shown(stm_bytes b)
{
    return (stm_str){b.ptr ? b.ptr : "", b.len};
}

stm_status stm_capture__new(stm_capture **out, const stm_capture__about *a,
                            stm_bytes text, stm_error *err)
{
    owned *o = new_owned(a);
    *out = o ? &o->shown : NULL;
    if (!o) {
        free(text.ptr);
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    }
    o->text = text.ptr;
    o->shown.text = shown(text);
    return STM_OK;
}

stm_status stm_capture__new_page(stm_capture **out, const stm_capture__about *a,
                                 stm_bytes markup, stm_error *err)
{
    owned *o = new_owned(a);
    *out = o ? &o->shown : NULL;
    if (!o) {
        free(markup.ptr);
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    }
    o->markup = markup.ptr;
    o->shown.markup = shown(markup);
    return STM_OK;
}

void stm_capture_free(stm_capture *c)
{
    owned *o = (owned *)c; /* `shown` is its first member */
    if (!o)
        return;
    free(o->text);
    free(o->markup);
    free(o);
}

stm_status stm_capture_give_text(stm_capture *c, char *text, size_t len,
                                 stm_error *err)
{
    owned *o = (owned *)c;
    if (c->text.ptr) {
        free(text);
        return stm_fail(err, STM_EARG, STM_NO_OFFSET,
                        "this capture has a text already");
    }
    o->text = text;
    c->text = shown((stm_bytes){text, len});
    return STM_OK;
}

void stm_capture_drop_markup(stm_capture *c)
{
    owned *o = (owned *)c;
    free(o->markup);
    o->markup = NULL;
    c->markup = (stm_str){NULL, 0};
}
