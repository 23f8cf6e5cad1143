/* Strings make nearly all of a line, and a page has a backslash every twenty
 * bytes, so what happens between two of them is what counts. Quotes and
 * backslashes are found for 64 bytes at once, as one bit each, before anything
 * is copied: where the next one is then hangs on no load, and bytes between
 * are copied in blocks, whether they all belong or not. */
#include "capture/json.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "capture/json_map.h"

static bool fail(stm_json *j, const char *why)
{
    j->wrong = why;
    return false;
}

static const char unclosed[] = "a string that does not end";

static int hex_value(char c)
{
    if (stm_ascii_digit(c))
        return c - '0';
    c = stm_ascii_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Four hexadecimal digits, or -1. */
static int32_t hex4(const char *p, const char *end)
{
    int32_t v = 0;
    if (end - p < 4)
        return -1;
    for (int i = 0; i < 4; i++) {
        int d = hex_value(p[i]);
        if (d < 0)
            return -1;
        v = v << 4 | d;
    }
    return v;
}

/* At the four digits. Half of a surrogate pair stands for nothing. */
static bool copy_code(stm_json *j, stm_json_text *t)
{
    int32_t code = hex4(j->at, j->end), low;
    if (code < 0)
        return fail(j, "a \\u without four hexadecimal digits");
    j->at += 4;
    if (code >= 0xd800 && code < 0xe000) {
        bool pair = code < 0xdc00 && j->end - j->at >= 6 && j->at[0] == '\\' &&
                    j->at[1] == 'u';
        low = pair ? hex4(j->at + 2, j->end) : -1;
        if (low >= 0xdc00 && low < 0xe000) {
            code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
            j->at += 6;
        } else {
            code = 0xfffd;
            t->lone++;
        }
    }
    t->escaped_high |= code > 0x7f;
    t->len += stm_utf8_encode((uint32_t)code, t->to + t->len);
    return true;
}

/* What the escapes of one letter stand for. */
static const char simple[256] = {
    ['"'] = '"',  ['\\'] = '\\', ['/'] = '/',  ['b'] = '\b',
    ['f'] = '\f', ['n'] = '\n',  ['r'] = '\r', ['t'] = '\t',
};

/* At the backslash of any other escape, with `t` up to it. */
static bool copy_rare(stm_json *j, stm_json_text *t)
{
    if (j->end - j->at < 2) {
        j->at = j->end;
        return fail(j, unclosed);
    }
    if (j->at[1] != 'u')
        return fail(j, "an escape that JSON does not have");
    j->at += 2;
    return copy_code(j, t);
}

bool stm_json__copy(stm_json *j, stm_json_text *t)
{
    const char *p = j->at + 1, *end = j->end;
    char *to = t->to;
    uint64_t high = 0;
    t->lone = 0;
    t->escaped_high = false;
    while (p < end) {
        if (j->blocks)
            p = j->blocks(p, end, &to, &high);
        const char *block = p;
        uint64_t map = stm_json__map(block, &high);
        for (; map; map &= UINT64_MAX << (p - block)) {
            const char *next = block + __builtin_ctzll(map);
            memcpy(to, p, 64);
            to += next - p;
            p = next;
            if (*p == '"' || p >= end)
                goto ended;
            char c = simple[(unsigned char)p[1]];
            if (c) {
                *to++ = c;
                p += 2;
            } else {
                j->at = p, t->len = (size_t)(to - t->to);
                if (!copy_rare(j, t))
                    return false;
                p = j->at, to = t->to + t->len;
            }
            if (p - block >= 64)
                break;
        }
        if (p - block < 64) {
            memcpy(to, p, 64);
            to += block + 64 - p;
            p = block + 64;
        }
    }
ended:
    t->len = (size_t)(to - t->to);
    t->maybe_high = t->escaped_high || high;
    j->at = p < end ? p + 1 : end;
    return p < end || fail(j, unclosed);
}

static bool step_string(stm_json *j)
{
    const char *p = j->at + 1;
    while (p < j->end) {
        uint64_t m = stm_json__specials(stm_json__load(p));
        if (!m) {
            p += 8;
            continue;
        }
        p += __builtin_ctzll(m) / 8;
        if (p < j->end && *p == '"') {
            j->at = p + 1;
            return true;
        }
        p += 2;
    }
    j->at = j->end;
    return fail(j, unclosed);
}

/* Past an object or a list with all it holds. Brackets are counted, not
 * matched: nothing inside is used. */
static bool step_nested(stm_json *j)
{
    size_t depth = 0;
    while (j->at < j->end) {
        char c = *j->at;
        if (c == '"') {
            if (!step_string(j))
                return false;
            continue;
        }
        j->at++;
        depth += c == '{' || c == '[';
        if ((c == '}' || c == ']') && !--depth)
            return true;
    }
    return fail(j, "brackets that are not closed");
}

/* Past a number, true, false or null. */
static bool step_word(stm_json *j)
{
    const char *from = j->at;
    while (j->at < j->end &&
           (stm_ascii_digit(*j->at) || *j->at == '-' || *j->at == '+' ||
            *j->at == '.' ||
            (stm_ascii_lower(*j->at) >= 'a' && stm_ascii_lower(*j->at) <= 'z')))
        j->at++;
    return j->at > from || fail(j, "no value where one is due");
}

bool stm_json__step(stm_json *j, stm_str *raw)
{
    const char *from = j->at;
    bool right;
    char c = stm_json__peek(j);
    if (c == '"')
        right = step_string(j);
    else if (c == '{' || c == '[')
        right = step_nested(j);
    else
        right = step_word(j);
    *raw = (stm_str){from, (size_t)(j->at - from)};
    return right;
}

char stm_json__peek(stm_json *j)
{
    while (j->at < j->end && stm_ascii_space(*j->at))
        j->at++;
    return j->at < j->end ? *j->at : '\0';
}

bool stm_json__pass(stm_json *j, char c)
{
    if (stm_json__peek(j) != c)
        return false;
    j->at++;
    return true;
}

stm_str stm_json__plain(stm_str raw, char *to)
{
    if (!raw.len || *raw.ptr != '"') {
        if (raw.len)
            memcpy(to, raw.ptr, raw.len);
        return (stm_str){to, raw.len};
    }
    stm_json j = {.at = raw.ptr, .end = raw.ptr + raw.len};
    stm_json_text t = {.to = to};
    stm_json__copy(&j, &t);
    return (stm_str){to, t.len};
}
