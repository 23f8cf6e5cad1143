#include "capture/record.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/str.h"
#include "base/utf8.h"
#include "capture/decode.h"
#include "capture/headers.h"
#include "capture/http.h"
#include "capture/moment.h"
#include "capture/own.h"

/* What a text may have of control characters, see plain.c; and how much of it
 * is looked at, for it is only asked whether a server called a picture a page.
 */
enum { CONTROLS_ONE_IN = 50, LOOK = 4096 };

typedef enum kind { NOTHING, PAGE, TEXT, UNTOLD } kind;

/* Types that are told; all others are pictures, scripts, data. */
static const struct {
    const char *type;
    kind kind;
} types[] = {
    {"text/html", PAGE},
    {"application/xhtml+xml", PAGE},
    {"application/vnd.wap.xhtml+xml", PAGE},
    {"text/plain", TEXT},
    /* XHTML, or anything; or a server, or an archive, that did not know */
    {"text/xml", UNTOLD},
    {"application/xml", UNTOLD},
    {"application/octet-stream", UNTOLD},
    {"application/unknown", UNTOLD},
    {"unknown/unknown", UNTOLD},
    {"no-type", UNTOLD},
    {"unknown", UNTOLD},
    {"", UNTOLD},
};

static kind kind_of(stm_str type)
{
    const char *end = type.len ? memchr(type.ptr, ';', type.len) : NULL;
    if (end)
        type.len = (size_t)(end - type.ptr);
    type = stm_str_trim(type);
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (stm_str_eq_nocase(type, stm_str_of(types[i].type)))
            return types[i].kind;
    return NOTHING;
}

/* The kind where the body has the last word. */
static kind settle(kind k, stm_str body)
{
    if (k != UNTOLD && k != TEXT)
        return k;
    stm_str head = {body.ptr,
                    body.len < STM_CAPTURE_HEAD ? body.len : STM_CAPTURE_HEAD};
    if (stm_capture__is_html(head))
        return PAGE;
    return k == TEXT ? TEXT : NOTHING;
}

static stm_str number_of(const stm_capture__record *r, char room[24])
{
    int n = snprintf(room, 24, "%llu", (unsigned long long)r->number);
    return (stm_str){room, (size_t)n};
}

void stm_capture__skip_record(const stm_capture__input *in,
                              const stm_capture__record *r, const char *reason)
{
    char number[24];
    stm_capture__skip_part(in, number_of(r, number), r->at, reason);
}

static bool is_binary(stm_str text)
{
    if (text.len > LOOK)
        text.len = LOOK;
    return stm_utf8_look(text).controls > text.len / CONTROLS_ONE_IN;
}

static stm_status hand_over(const stm_capture__input *in,
                            const stm_capture__record *r, kind k,
                            const stm_decoded *d, stm_error *err)
{
    char number[24], moment[STM_MOMENT_ROOM];
    stm_capture *c;
    stm_capture__about a = {.source = in->source,
                            .record = number_of(r, number),
                            .uri = r->uri,
                            .captured =
                                stm_capture__moment(r->captured, moment),
                            .charset = stm_str_of(d->charset),
                            .replaced = d->replaced};
    stm_status rc = k == PAGE ? stm_capture__new_page(&c, &a, d->text, err)
                              : stm_capture__new(&c, &a, d->text, err);
    const stm_capture_sink *sink = in->job->sink;
    return rc == STM_OK ? sink->take(sink->user, c, err) : rc;
}

/* Takes `body`. An empty body is what a server had to say, and no fault. */
static stm_status give(const stm_capture__input *in,
                       const stm_capture__record *r, kind k, stm_bytes body,
                       stm_str label, stm_error *err)
{
    stm_decoded d;
    stm_status rc = stm_charset__decode(&d, body, label, k == PAGE, err);
    if (rc != STM_OK)
        return rc;
    stm_str s = {d.text.ptr, d.text.len};
    bool nothing =
        !s.len || stm_utf8_is_blank(s) || s.len > UINT32_MAX || is_binary(s);
    if (!nothing)
        return hand_over(in, r, k, &d, err);
    free(d.text.ptr);
    return STM_OK;
}

static stm_status give_copy(const stm_capture__input *in,
                            const stm_capture__record *r, kind k, stm_str body,
                            stm_str label, stm_error *err)
{
    if (!body.len)
        return STM_OK;
    stm_bytes copy = {malloc(body.len), body.len};
    if (!copy.ptr)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    memcpy(copy.ptr, body.ptr, body.len);
    return give(in, r, k, copy, label, err);
}

stm_status stm_capture__give_bytes(const stm_capture__input *in,
                                   const stm_capture__record *r, stm_str bytes,
                                   stm_error *err)
{
    kind k = settle(kind_of(r->type), bytes);
    if (k == NOTHING)
        return STM_OK;
    return give_copy(in, r, k, bytes,
                     stm_headers__parameter(r->type, STM_LIT("charset")), err);
}

/* Answers that brought what was asked for. What else there is says "moved" or
 * "not found", which nobody wrote for a reader of the archive. */
static bool is_success(const stm_http *h)
{
    return !h->status || (h->status >= 200 && h->status < 300);
}

bool stm_capture__wants(stm_str head)
{
    stm_http h = stm_http__read(head);
    return is_success(&h) && kind_of(h.type) != NOTHING;
}

/* Names what is wrong with a body; true where there is something to be had of
 * it all the same. */
static bool survives(const stm_capture__input *in, const stm_capture__record *r,
                     const stm_error *why)
{
    stm_error large;
    if (why->code == STM_ELIMIT) {
        stm_capture__too_large(in->job->limit, &large);
        why = &large;
    }
    bool known = why->code == STM_EIO && r->cut;
    if (why->code != STM_OK && !known)
        stm_capture__skip_record(in, r, why->message);
    return why->code == STM_OK || why->code == STM_EIO;
}

stm_status stm_capture__give_answer(const stm_capture__input *in,
                                    const stm_capture__record *r, char *block,
                                    size_t len, stm_error *err)
{
    stm_http h = stm_http__read((stm_str){block, len});
    stm_str type = h.type.ptr ? h.type : r->type, body;
    kind k = kind_of(type);
    stm_bytes unpacked;
    stm_error why = {0};
    if (!is_success(&h) || k == NOTHING)
        return STM_OK;
    stm_status rc = stm_http__body(
        &h, block + h.head.len, (size_t)in->job->limit, &body, &unpacked, &why);
    if (rc == STM_ENOMEM) {
        free(unpacked.ptr);
        return stm_fail(err, rc, STM_NO_OFFSET, "out of memory");
    }
    if (unpacked.ptr)
        body = (stm_str){unpacked.ptr, unpacked.len};
    k = survives(in, r, &why) ? settle(k, body) : NOTHING;
    stm_str label = stm_headers__parameter(type, STM_LIT("charset"));
    if (k != NOTHING && unpacked.ptr)
        return give(in, r, k, unpacked, label, err);
    free(unpacked.ptr);
    return k == NOTHING ? STM_OK : give_copy(in, r, k, body, label, err);
}
