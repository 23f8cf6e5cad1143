/* Bytes that claim to be text -> one capture, or the reason why they are not.
 *
 * UTF-8 is told from other sets by its sequences: of text in 20 sets none had
 * more than one well-formed sequence for three ill-formed ones (EUC-JP, by
 * chance), so text with as many good as bad ones is damaged UTF-8. */
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "capture/charset.h"
#include "capture/decode.h"
#include "capture/input.h"
#include "capture/own.h"

/* One control character in 50 bytes: prose has none, random bytes one in ten,
 * programs and pictures more. */
enum { CONTROLS_ONE_IN = 50 };
/* A conversion that fails more often than once in 50 letters started from the
 * wrong set: in UTF-16, noise has a lone surrogate in 32. */
enum { REPLACED_ONE_IN = 50 };

static const char binary[] =
    "binary data, not text; save it as plain text first";
static const char unknown_set[] =
    "text in a character set that cannot be told; convert it to UTF-8 first";

/* Hands over a text, which it takes. */
static stm_status give(const stm_capture__input *in, stm_bytes text,
                       const char *charset, uint64_t replaced, stm_error *err)
{
    stm_capture *c;
    const char *reason = NULL;
    if (stm_utf8_is_blank((stm_str){text.ptr, text.len}))
        reason = "empty";
    else if (text.len > UINT32_MAX)
        reason = "larger than 4 GiB once it is UTF-8; split it first";
    if (reason) {
        free(text.ptr);
        stm_capture__skip(in, reason);
        return STM_OK;
    }
    stm_capture__about a = {.source = in->source,
                            .charset = stm_str_of(charset),
                            .replaced = replaced};
    stm_str s = {text.ptr, text.len};
    /* markup in a wide set, for the others are told by their bytes */
    if (charset && stm_capture__is_tei(s)) {
        stm_decoded d = {text, charset, "", replaced};
        return stm_capture__give_tei(in, &d, err);
    }
    stm_status rc = charset && stm_capture__is_html(s)
                        ? stm_capture__new_page(&c, &a, text, err)
                        : stm_capture__new(&c, &a, text, err);
    const stm_capture_sink *sink = in->job->sink;
    return rc == STM_OK ? sink->take(sink->user, c, err) : rc;
}

static stm_status give_repaired(const stm_capture__input *in, stm_str s,
                                stm_error *err)
{
    stm_bytes text;
    uint64_t replaced;
    stm_status rc = stm_utf8_repair(&text, &replaced, s, err);
    return rc == STM_OK ? give(in, text, NULL, replaced, err) : rc;
}

/* The letters are in `s`; gives U+FFFD for what is not. `wrong` is the reason
 * when that is too much. */
static stm_status give_converted(const stm_capture__input *in, stm_str s,
                                 const char *charset, size_t unit,
                                 const char *wrong, stm_error *err)
{
    stm_bytes text;
    uint64_t replaced;
    stm_error why;
    stm_status rc =
        stm_charset_convert(&text, &replaced, s, charset, unit, &why);
    if (rc == STM_ENOMEM)
        return stm_fail(err, rc, why.offset, "%s", why.message);
    if (rc != STM_OK) {
        stm_capture__skip(in, why.message);
        return STM_OK;
    }
    stm_utf8_survey v = stm_utf8_look((stm_str){text.ptr, text.len});
    if (v.controls > text.len / CONTROLS_ONE_IN)
        wrong = binary;
    else if (replaced <= s.len / unit / REPLACED_ONE_IN + 1)
        return give(in, text, charset, replaced, err);
    free(text.ptr);
    stm_capture__skip(in, wrong);
    return STM_OK;
}

/* Damaged UTF-8, or ASCII whose only flaw is that its last letter was cut. */
static bool is_nearly_utf8(const stm_utf8_survey *v)
{
    return v->good ? v->good >= v->bad : v->bad == 1 && v->cut;
}

/* The mail standards for Japanese, Korean and Chinese switch sets by escape
 * sequences of ASCII bytes. */
static bool has_shifts(stm_str s)
{
    return stm_str_find(s, STM_LIT("\x1b$B"), 0) != SIZE_MAX ||
           stm_str_find(s, STM_LIT("\x1b$)"), 0) != SIZE_MAX ||
           stm_str_find(s, STM_LIT("\x1b$@"), 0) != SIZE_MAX;
}

static stm_status give_guessed(const stm_capture__input *in, stm_str s,
                               const stm_utf8_survey *v, stm_error *err)
{
    stm_charset set = stm_charset_guess(s, v);
    if (set.name[0] && strcmp(set.name, "UTF-8") && strcmp(set.name, "ASCII"))
        return give_converted(in, s, set.name, 1, unknown_set, err);
    if (v->bad <= s.len / REPLACED_ONE_IN + 1)
        return give_repaired(in, s, err);
    stm_capture__skip(in, unknown_set);
    return STM_OK;
}

/* Takes the bytes. */
static stm_status read_bytes(const stm_capture__input *in, stm_bytes b,
                             stm_error *err)
{
    stm_str s = {b.ptr, b.len};
    stm_utf8_survey v = stm_utf8_look(s);
    bool noise = v.controls > s.len / CONTROLS_ONE_IN;
    if (!noise && !v.bad && (v.good || !has_shifts(s)))
        return give(in, b, NULL, 0, err);
    stm_status rc = STM_OK;
    if (noise)
        stm_capture__skip(in, binary);
    else if (is_nearly_utf8(&v))
        rc = give_repaired(in, s, err);
    else
        rc = give_guessed(in, s, &v, err);
    free(b.ptr);
    return rc;
}

stm_status stm_capture__read_plain(stm_capture__input *in, stm_error *err)
{
    stm_bytes b;
    stm_status rc = stm_capture__whole(in, &b, err);
    return rc == STM_OK && b.ptr ? read_bytes(in, b, err) : rc;
}

stm_status stm_capture__read_wide(stm_capture__input *in, stm_error *err)
{
    size_t mark = 0;
    stm_bytes b;
    stm_status rc = stm_capture__whole(in, &b, err);
    if (rc != STM_OK || !b.ptr)
        return rc;
    stm_str s = {b.ptr, b.len};
    const char *set = stm_capture__wide_charset(s, &mark);
    s = (stm_str){s.ptr + mark, s.len - mark};
    if (set)
        rc = give_converted(in, s, set, strstr(set, "32") ? 4 : 2, binary, err);
    else /* the file has changed since its head was looked at */
        stm_capture__skip(in, binary);
    free(b.ptr);
    return rc;
}
