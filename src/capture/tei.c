/* A file of TEI, the way scholars keep texts: one text, several beside one
 * another, or the readings of several witnesses in one apparatus. Each witness
 * is a capture, and its siglum the record. */
#include <stdio.h>
#include <stdlib.h>

#include "base/str.h"
#include "base/utf8.h"
#include "capture/decode.h"
#include "capture/input.h"
#include "capture/own.h"
#include "capture/tei.h"

/* Past a document type, as far as it can be told without reading it. */
static stm_str skip_doctype(stm_str s)
{
    size_t end;
    if (!stm_str_starts(s, STM_LIT("<!DOCTYPE")))
        return s;
    end = stm_str_find(s, STM_LIT("<TEI"), 9);
    if (end == SIZE_MAX)
        end = stm_str_find(s, STM_LIT("<teiCorpus"), 9);
    return end == SIZE_MAX ? s : (stm_str){s.ptr + end, s.len - end};
}

/* The name of the first element, without a prefix. */
static stm_str first_name(stm_str s)
{
    size_t n = 1;
    if (!s.len || *s.ptr != '<')
        return STM_NONE;
    while (n < s.len && !stm_ascii_space(s.ptr[n]) && s.ptr[n] != '>' &&
           s.ptr[n] != '/')
        n++;
    if (n == s.len)
        return STM_NONE;
    for (size_t i = 1; i < n; i++)
        if (s.ptr[i] == ':')
            return (stm_str){s.ptr + i + 1, n - i - 1};
    return (stm_str){s.ptr + 1, n - 1};
}

bool stm_capture__is_tei(stm_str s)
{
    stm_str name = first_name(skip_doctype(stm_capture__skip_prolog(s)));
    return stm_str_eq(name, STM_LIT("TEI")) ||
           stm_str_eq(name, STM_LIT("teiCorpus")) ||
           stm_str_eq(name, STM_LIT("TEI.2"));
}

/* An apparatus that is bound to the text in another way cannot be read. */
static bool is_foreign(const stm_tei *t)
{
    for (uint32_t i = 0; i < t->event.count; i++) {
        const stm_tei_event *e = &t->event.items[i];
        stm_str by = e->what == STM_TEI_OPEN && e->kind == STM_TEI_METHOD
                         ? stm_tei__value(t, i, STM_TEI_BY)
                         : STM_NONE;
        if (by.ptr && !stm_str_eq(by, STM_LIT("parallel-segmentation")))
            return true;
    }
    return false;
}

static stm_status give(const stm_capture__input *in, stm_capture__about *a,
                       stm_tei_reading *r, stm_error *err)
{
    const stm_capture_sink *sink = in->job->sink;
    stm_bytes text = r->text;
    stm_capture *c;
    a->dated = r->dated;
    if (!text.ptr || stm_utf8_is_blank((stm_str){text.ptr, text.len})) {
        stm_capture__skip_part(in, a->record, STM_NO_OFFSET, "empty");
        return STM_OK;
    }
    r->text = (stm_bytes){NULL, 0};
    stm_status rc = stm_capture__new(&c, a, text, err);
    return rc == STM_OK ? sink->take(sink->user, c, err) : rc;
}

/* One that has no siglum is known by its number, unless it is alone. */
static stm_status give_all(const stm_capture__input *in,
                           const stm_capture__about *about, stm_tei_readings *r,
                           stm_error *err)
{
    stm_status rc = STM_OK;
    for (size_t i = 0; rc == STM_OK && i < r->items.count; i++) {
        stm_capture__about a = *about;
        char number[24];
        snprintf(number, sizeof number, "%zu", i + 1);
        a.record = r->items.items[i].id;
        if (!a.record.ptr && r->items.count > 1)
            a.record = stm_str_of(number);
        rc = give(in, &a, &r->items.items[i], err);
    }
    return rc;
}

/* Names the file where what is in it cannot be read. */
static stm_status leave_out(const stm_capture__input *in, stm_status rc,
                            const stm_error *why, bool moved, stm_error *err)
{
    stm_error large;
    if (rc == STM_ELIMIT) {
        stm_capture__too_large(in->job->limit, &large);
        why = &large;
    }
    if (rc == STM_ENOMEM)
        return stm_fail(err, rc, STM_NO_OFFSET, "%s", why->message);
    stm_capture__skip_part(in, STM_NONE, moved ? STM_NO_OFFSET : why->offset,
                           why->message);
    return STM_OK;
}

static stm_status read_document(const stm_capture__input *in,
                                const stm_decoded *d, stm_error *err)
{
    stm_tei t = {.replaced = 0};
    stm_tei_readings r = {{0}};
    stm_error why = {0};
    stm_str s = {d->text.ptr ? d->text.ptr : "", d->text.len};
    stm_status rc = stm_tei__parse(&t, s, &why);
    if (rc == STM_OK && !stm_tei__survey(&t))
        rc = stm_fail(&why, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    if (rc == STM_OK && is_foreign(&t))
        rc = stm_fail(&why, STM_EFORMAT, STM_NO_OFFSET,
                      "its apparatus is not by parallel segmentation; convert "
                      "it first");
    if (rc == STM_OK)
        rc = stm_tei__read(&r, &t, in->job->limit, &why);
    if (rc == STM_OK && !r.items.count)
        rc = stm_fail(&why, STM_EFORMAT, STM_NO_OFFSET, "TEI without a text");
    stm_capture__about a = {.source = in->source,
                            .charset = stm_str_of(d->charset),
                            .replaced = d->replaced + t.replaced};
    rc = rc == STM_OK ? give_all(in, &a, &r, err)
                      : leave_out(in, rc, &why, d->charset, err);
    stm_tei__readings_free(&r);
    stm_tei__free(&t);
    return rc;
}

stm_status stm_capture__give_tei(const stm_capture__input *in, stm_decoded *d,
                                 stm_error *err)
{
    stm_status rc = read_document(in, d, err);
    free(d->text.ptr);
    d->text = (stm_bytes){NULL, 0};
    return rc;
}

stm_status stm_capture__read_tei(stm_capture__input *in, stm_error *err)
{
    stm_bytes b;
    stm_decoded d;
    stm_status rc = stm_capture__whole(in, &b, err);
    if (rc != STM_OK || !b.ptr)
        return rc;
    rc = stm_charset__decode(&d, b, STM_NONE, true, err);
    if (rc != STM_OK)
        return rc;
    return stm_capture__give_tei(in, &d, err);
}
