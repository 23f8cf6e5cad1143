/* uchardet guesses, iconv converts. */
#include "capture/charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <uchardet/uchardet.h>

#include "base/checked.h"
#include "base/str.h"

/* uchardet reads this much: it has long made up its mind by then. */
enum { SAMPLE = 1 << 20 };
/* Fewer high bytes than this among ASCII letters tell it too little. Of 22
 * short sentences in Windows-1252 it read 17 right, of 14 in other sets 13;
 * with fewer than 4 taken for Windows-1252, it is 22 and 9, and most of the
 * world's 8-bit text is in that set. */
enum { THIN = 4 };

/* The five places that Windows-1252 leaves empty. */
static bool is_windows_1252(stm_str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] & 0x80 && memchr("\x81\x8d\x8f\x90\x9d", s.ptr[i], 5))
            return false;
    return true;
}

/* True when the high bytes, read as Windows-1252, are quotes, dashes and other
 * signs, no letters: English prose, which uchardet takes for Polish on a Mac
 * because of its apostrophes. */
static bool has_signs_only(stm_str s)
{
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (c > 0xbf || (c > 0x7f && memchr("\x83\x8a\x8c\x8e\x9a\x9c\x9e"
                                            "\x9f\xaa\xb5\xba",
                                            c, 11)))
            return false;
    }
    return true;
}

static bool is_likely_western(stm_str s, const stm_utf8_survey *v)
{
    bool few = v->high < THIN && v->high < s.len / 3;
    return v->high && is_windows_1252(s) && (few || has_signs_only(s));
}

/* From the line that has the first high byte on. */
static stm_str sample_of(stm_str s, size_t first_high)
{
    size_t from = first_high < s.len ? first_high : 0;
    while (from && first_high - from < SAMPLE / 16 && s.ptr[from - 1] != '\n')
        from--;
    s = (stm_str){s.ptr + from, s.len - from};
    return (stm_str){s.ptr, s.len < SAMPLE ? s.len : SAMPLE};
}

stm_charset stm_charset_guess(stm_str s, const stm_utf8_survey *v)
{
    stm_charset set = {""};
    if (is_likely_western(s, v))
        return (stm_charset){"WINDOWS-1252"};
    uchardet_t d = uchardet_new();
    if (!d)
        return set;
    s = sample_of(s, v->first_high);
    if (!uchardet_handle_data(d, s.ptr, s.len)) {
        uchardet_data_end(d);
        const char *name = uchardet_get_charset(d);
        if (strlen(name) < sizeof set.name)
            memcpy(set.name, name, strlen(name));
    }
    uchardet_delete(d);
    return set;
}

typedef struct conversion {
    iconv_t how;
    char *in;
    size_t left;
    stm_bytes out;
    size_t room;
    uint64_t replaced;
} conversion;

static stm_status make_room(conversion *c, stm_error *err)
{
    size_t room;
    char *grown =
        stm_mul_size(c->room, 2, &room) ? realloc(c->out.ptr, room) : NULL;
    if (!grown)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    c->out.ptr = grown;
    c->room = room;
    return STM_OK;
}

/* Converts up to what cannot be; an errno, or 0 at the end. At the end some
 * sets still hold back a letter that might have become a composed one. */
static int convert_on(conversion *c)
{
    char *to = c->out.ptr + c->out.len;
    size_t room = c->room - c->out.len;
    size_t rc = c->left ? iconv(c->how, &c->in, &c->left, &to, &room)
                        : iconv(c->how, NULL, NULL, &to, &room);
    int failure = rc == (size_t)-1 ? errno : 0;
    c->out.len = (size_t)(to - c->out.ptr);
    return failure;
}

static void replace(conversion *c, size_t unit)
{
    size_t n = unit < c->left ? unit : c->left;
    memcpy(c->out.ptr + c->out.len, "\xef\xbf\xbd", 3);
    c->out.len += 3;
    c->in += n;
    c->left -= n;
    c->replaced++;
}

static stm_status convert_all(conversion *c, size_t unit, stm_error *err)
{
    for (bool last = false; !last;) {
        last = !c->left;
        int failure = convert_on(c);
        if (!failure)
            continue;
        last = false;
        if (failure == E2BIG || c->room - c->out.len < 3) {
            stm_status rc = make_room(c, err);
            if (rc != STM_OK)
                return rc;
        }
        if (failure != E2BIG)
            replace(c, unit);
    }
    return STM_OK;
}

stm_status stm_charset_convert(stm_bytes *out, uint64_t *replaced, stm_str s,
                               const char *charset, size_t unit, stm_error *err)
{
    *out = (stm_bytes){NULL, 0};
    *replaced = 0;
    iconv_t how = iconv_open("UTF-8", charset);
    if (how == (iconv_t)-1)
        return errno == ENOMEM
                   ? stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory")
                   : stm_fail(err, STM_EFORMAT, STM_NO_OFFSET,
                              "in the character set %s, which this system "
                              "cannot convert; convert it to UTF-8 first",
                              charset);
    conversion c = {how, (char *)s.ptr, s.len, {NULL, 0}, 32 + s.len / 2, 0};
    stm_status rc = make_room(&c, err); /* doubles: the first guess is s.len */
    if (rc == STM_OK)
        rc = convert_all(&c, unit, err);
    iconv_close(how);
    if (rc != STM_OK) {
        free(c.out.ptr);
        return rc;
    }
    *out = c.out;
    *replaced = c.replaced;
    return STM_OK;
}
