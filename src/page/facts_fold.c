#include "page/facts_fold.h"

#include <utf8proc.h>

#include "base/str.h"
#include "page/chars.h"

static bool is_apostrophe(uint32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x2bc;
}

/* Letters, marks and digits of Unicode's categories. */
static bool is_word(uint32_t c)
{
    if (c < 0x80)
        return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
    int category = utf8proc_category((utf8proc_int32_t)c);
    return category <= UTF8PROC_CATEGORY_NO && category != 0;
}

/* No letter's small form takes more bytes than this beside its own. */
enum { GROWS = 2 };

stm_str stm_page__fold_words(stm_arena *mem, stm_str s)
{
    s = s.len ? s : STM_LIT("");
    const char *p = s.ptr, *end = s.ptr + s.len;
    char *out = stm_arena_take(mem, s.len + 1, GROWS);
    size_t n = 0;
    bool blank = false;
    if (!out)
        return (stm_str){NULL, 0};
    for (; p < end; p += stm_page__step(p)) {
        uint32_t c = stm_page__char(p, end);
        if (is_apostrophe(c))
            continue;
        if (!is_word(c)) {
            blank = n != 0;
            continue;
        }
        if (blank)
            out[n++] = ' ';
        blank = false;
        if (c < 0x80)
            out[n++] = stm_ascii_lower((char)c);
        else
            n += (size_t)utf8proc_encode_char(
                utf8proc_tolower((utf8proc_int32_t)c),
                (utf8proc_uint8_t *)out + n);
    }
    return (stm_str){out, n};
}

bool stm_page__holds_words(stm_str s, stm_str part)
{
    if (!part.len)
        return false;
    for (size_t at = 0; (at = stm_str_find(s, part, at)) != SIZE_MAX; at++) {
        bool starts = !at || s.ptr[at - 1] == ' ';
        bool ends = at + part.len == s.len || s.ptr[at + part.len] == ' ';
        if (starts && ends)
            return true;
    }
    return false;
}

static bool is_joint(uint32_t c)
{
    return c == ' ' || c == '|' || c == '-' || c == ':' || c == ',' ||
           c == ';' || c == '/' || c == 0x2013 || c == 0x2014 || c == 0xb7 ||
           c == 0x2022 || c == 0xbb || c == 0x203a || c == 0xab || c == '<' ||
           c == '>' || c == '\n' || c == '\t' || c == 0xa0 || c == 0x22c5 ||
           c == 0x2666 || c == '*';
}

stm_str stm_page__trim_marks(stm_str s)
{
    if (!s.len)
        return s;
    const char *p = s.ptr, *end = s.ptr + s.len;
    while (p < end && is_joint(stm_page__char(p, end)))
        p += stm_page__step(p);
    while (p < end) {
        const char *last = stm_page__back(p, end);
        if (!is_joint(stm_page__char(last, end)))
            break;
        end = last;
    }
    return (stm_str){p, (size_t)(end - p)};
}
