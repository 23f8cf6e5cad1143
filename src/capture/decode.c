/* Who is believed, in this order: a mark at the head; the bytes themselves
 * where they are UTF-8 and more than ASCII, for nothing else looks like that
 * by chance; the server; the page; a guess. Damaged UTF-8 is told from other
 * sets by its sequences, as plain text is (see plain.c). */
#include "capture/decode.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "capture/charset.h"
#include "capture/input.h"
#include "capture/labels.h"

static stm_str of(stm_bytes b) { return (stm_str){b.ptr ? b.ptr : "", b.len}; }

static void name_set(stm_decoded *d, const char *set)
{
    size_t n = strlen(set);
    if (n >= sizeof d->name)
        n = sizeof d->name - 1;
    memcpy(d->name, set, n);
    d->name[n] = '\0';
    d->charset = d->name;
}

/* The bytes are the text, but for a mark at their head. */
static void keep(stm_decoded *d, stm_bytes b)
{
    if (stm_str_starts(of(b), STM_LIT("\xef\xbb\xbf"))) {
        b.len -= 3;
        memmove(b.ptr, b.ptr + 3, b.len);
    }
    d->text = b;
}

/* Converts `s`; a set that this system does not know is read as Windows-1252,
 * which is known everywhere. */
static stm_status convert(stm_decoded *d, stm_str s, const char *set,
                          stm_error *err)
{
    stm_error why;
    size_t unit = strstr(set, "UTF-32") ? 4 : strstr(set, "UTF-16") ? 2 : 1;
    stm_status rc =
        stm_charset_convert(&d->text, &d->replaced, s, set, unit, &why);
    if (rc == STM_EFORMAT && unit == 1) {
        set = "WINDOWS-1252";
        rc = stm_charset_convert(&d->text, &d->replaced, s, set, 1, &why);
    }
    if (rc != STM_OK)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    name_set(d, set);
    return rc;
}

static bool is_utf8_name(const char *set) { return !strcmp(set, "UTF-8"); }

/* The set that a label stands for, or NULL. Wide sets cannot be declared in
 * ASCII: who does means UTF-8. */
static const char *set_of(stm_str label)
{
    const char *set = label.ptr ? stm_charset__of_label(label) : NULL;
    return set && strstr(set, "UTF-16") ? "UTF-8" : set;
}

/* The set that the server, or else the page, names; UTF-8 is not believed
 * here, for it was looked for first. NULL: neither does. */
static const char *declared_set(stm_str s, stm_str label, bool markup)
{
    const char *set = set_of(label);
    if ((!set || is_utf8_name(set)) && markup)
        set = set_of(stm_charset__declared(s));
    return set && is_utf8_name(set) ? NULL : set;
}

/* Bytes that are not valid UTF-8. */
static stm_status decode_other(stm_decoded *d, stm_str s, stm_str label,
                               bool markup, stm_error *err)
{
    stm_utf8_survey v = stm_utf8_look(s);
    const char *set = declared_set(s, label, markup);
    stm_charset guess;
    if (v.good >= v.bad && v.good)
        return stm_utf8_repair(&d->text, &d->replaced, s, err);
    if (!set) {
        guess = stm_charset_guess(s, &v);
        set = guess.name;
        if (!*set || !strcmp(set, "ASCII") || is_utf8_name(set))
            set = "WINDOWS-1252";
    }
    return convert(d, s, set, err);
}

/* Japanese mail's set is all ASCII bytes; the escape tells it. */
static bool is_shifted(stm_str s, stm_str label, bool markup)
{
    if (!memchr(s.ptr, 0x1b, s.len))
        return false;
    const char *set = declared_set(s, label, markup);
    return set && !strcmp(set, "ISO-2022-JP");
}

static stm_status decode(stm_decoded *d, stm_bytes *b, stm_str label,
                         bool markup, stm_error *err)
{
    size_t mark = 0;
    stm_str s = of(*b);
    bool valid = stm_utf8_valid(s) == s.len;
    /* in ASCII letters of a wide set every other byte is a NUL */
    const char *wide = valid && !memchr(s.ptr, '\0', s.len)
                           ? NULL
                           : stm_capture__wide_charset(s, &mark);
    if (wide)
        return convert(d, (stm_str){s.ptr + mark, s.len - mark}, wide, err);
    if (!valid)
        return decode_other(d, s, label, markup, err);
    if (is_shifted(s, label, markup))
        return convert(d, s, "ISO-2022-JP", err);
    keep(d, *b);
    *b = (stm_bytes){NULL, 0};
    return STM_OK;
}

stm_status stm_charset__decode(stm_decoded *out, stm_bytes bytes, stm_str label,
                               bool markup, stm_error *err)
{
    *out = (stm_decoded){0};
    stm_status rc = decode(out, &bytes, label, markup, err);
    free(bytes.ptr);
    return rc;
}
