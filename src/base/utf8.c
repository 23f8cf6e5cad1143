#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

#include "base/checked.h"
#include "base/hash.h"
#include "base/str.h"
#include "base/utf8_ascii.h"

typedef stm_utf8_sequence sequence;

/* Table 3-7 of the Unicode standard: the lead byte says the length and what
 * the second byte may be; all others are 80..BF. */
static sequence read_sequence(const unsigned char *p, size_t left)
{
    unsigned char lead = p[0], low = 0x80, high = 0xbf;
    size_t len = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (lead < 0xc2 || lead > 0xf4)
        return (sequence){1, lead < 0x80, false};
    if (lead == 0xe0)
        low = 0xa0;
    else if (lead == 0xed)
        high = 0x9f; /* surrogates */
    else if (lead == 0xf0)
        low = 0x90;
    else if (lead == 0xf4)
        high = 0x8f; /* over U+10FFFF */
    for (size_t i = 1; i < len; i++) {
        if (i == left)
            return (sequence){i, false, true};
        if (p[i] < low || p[i] > high)
            return (sequence){i, false, false};
        low = 0x80, high = 0xbf;
    }
    return (sequence){len, true, false};
}

stm_utf8_sequence stm_utf8_step(stm_str s)
{
    return read_sequence((const unsigned char *)s.ptr, s.len);
}

/* Escape and backspace are left out: terminal logs and manual pages are text
 * of a kind. */
static bool is_control(unsigned char c)
{
    return (c < ' ' && !stm_ascii_space((char)c) && c != 0x1b && c != '\b') ||
           c == 0x7f;
}

/* Length of the run of printable ASCII at `p`, in whole words: most of most
 * inputs. In a word without it a byte is over 127, or is when 1 is added (DEL)
 * or 32 taken away (controls). */
static size_t printable_run(const unsigned char *p, size_t left)
{
    const uint64_t ones = UINT64_MAX / 255;
    size_t run = 0;
    for (; left - run >= 8; run += 8) {
        uint64_t w;
        memcpy(&w, p + run, 8);
        if ((w | (w + ones) | (w - ones * 32)) & (ones * 128))
            break;
    }
    return run;
}

stm_utf8_survey stm_utf8_look(stm_str s)
{
    const unsigned char *p = (const unsigned char *)s.ptr;
    stm_utf8_survey v = {.first_high = s.len};
    for (size_t i = 0; i < s.len;) {
        if (p[i] < 0x80) {
            v.controls += is_control(p[i++]);
            i += printable_run(p + i, s.len - i);
            continue;
        }
        if (!v.high)
            v.first_high = i;
        sequence q = read_sequence(p + i, s.len - i);
        v.good += q.good;
        v.bad += !q.good;
        v.high += q.len;
        v.cut |= q.cut && q.len > 1;
        i += q.len;
    }
    return v;
}

/* Length of the well-formed sequence at `p`, or 0. The two lengths that most
 * text has come first. */
static size_t good_sequence(const unsigned char *p, size_t left)
{
    if (left >= 2 && p[0] >= 0xc2 && p[0] < 0xe0 && (p[1] & 0xc0) == 0x80)
        return 2;
    if (left >= 3 && p[0] > 0xe0 && p[0] < 0xed && (p[1] & 0xc0) == 0x80 &&
        (p[2] & 0xc0) == 0x80)
        return 3;
    sequence q = read_sequence(p, left);
    return q.good ? q.len : 0;
}

/* The same to the byte, for what is left of a block. */
static size_t short_run(const unsigned char *p, size_t left)
{
    const uint64_t highs = UINT64_MAX / 255 * 128;
    size_t run = 0;
    for (; left - run >= 8; run += 8) {
        uint64_t high = stm_load64((const char *)p + run) & highs;
        if (high)
            return run + (size_t)__builtin_ctzll(high) / 8;
    }
    while (run < left && p[run] < 0x80)
        run++;
    return run;
}

size_t stm_utf8_valid(stm_str s)
{
    const unsigned char *p = (const unsigned char *)s.ptr;
    size_t i = 0, n;
    while (i < s.len) {
        i += stm_ascii_run(p + i, s.len - i);
        i += short_run(p + i, s.len - i);
        for (; i < s.len && p[i] >= 0x80; i += n) {
            n = good_sequence(p + i, s.len - i);
            if (!n)
                return i;
        }
    }
    return i;
}

stm_status stm_utf8_repair(stm_bytes *out, uint64_t *replaced, stm_str s,
                           stm_error *err)
{
    const unsigned char *p = (const unsigned char *)s.ptr;
    size_t room, bad = stm_utf8_look(s).bad;
    *replaced = bad;
    *out = (stm_bytes){NULL, 0};
    if (stm_mul_size(bad, 2, &room) && stm_add_size(room, s.len, &room))
        out->ptr = malloc(room + 1);
    if (!out->ptr)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    for (size_t i = 0; i < s.len;) {
        sequence q = read_sequence(p + i, s.len - i);
        memcpy(out->ptr + out->len, q.good ? s.ptr + i : "\xef\xbf\xbd",
               q.good ? q.len : 3);
        out->len += q.good ? q.len : 3;
        i += q.len;
    }
    return STM_OK;
}

/* The code points without ink: Unicode's White_Space, the zero-width ones and
 * the byte order mark. */
static const char *const blanks[] = {
    "\xc2\x85",     "\xc2\xa0",     "\xe1\x9a\x80", "\xe2\x80\x80",
    "\xe2\x80\x81", "\xe2\x80\x82", "\xe2\x80\x83", "\xe2\x80\x84",
    "\xe2\x80\x85", "\xe2\x80\x86", "\xe2\x80\x87", "\xe2\x80\x88",
    "\xe2\x80\x89", "\xe2\x80\x8a", "\xe2\x80\x8b", "\xe2\x80\x8c",
    "\xe2\x80\x8d", "\xe2\x80\xa8", "\xe2\x80\xa9", "\xe2\x80\xaf",
    "\xe2\x81\x9f", "\xe2\x81\xa0", "\xe3\x80\x80", "\xef\xbb\xbf",
};

static size_t blank_length(stm_str s)
{
    if (stm_ascii_space(*s.ptr) || is_control((unsigned char)*s.ptr))
        return 1;
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        if (stm_str_starts(s, stm_str_of(blanks[i])))
            return strlen(blanks[i]);
    return 0;
}

bool stm_utf8_is_blank(stm_str s)
{
    while (s.len) {
        size_t n = blank_length(s);
        if (!n)
            return false;
        s.ptr += n, s.len -= n;
    }
    return true;
}
