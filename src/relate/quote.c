#include "relate/quote.h"

#include <string.h>

#include "base/str.h"

enum { MOST_BYTES = 120 };

static const char SHORTENED[] = " ...";

/* The length of `s` cut to `most` bytes, not inside a code point. */
static size_t whole_points(stm_str s, size_t most)
{
    if (s.len <= most)
        return s.len;
    size_t n = most;
    while (n && ((unsigned char)s.ptr[n] & 0xC0) == 0x80)
        n--;
    return n;
}

/* NUL counts as space: the sentences are formatted as C strings. */
static bool is_space(char c) { return !c || stm_ascii_space(c); }

static size_t fold_spaces(char *to, stm_str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        if (!is_space(s.ptr[i]))
            to[n++] = s.ptr[i];
        else if (n && to[n - 1] != ' ')
            to[n++] = ' ';
    while (n && to[n - 1] == ' ')
        n--;
    return n;
}

static stm_str shorten(stm_arena *m, stm_str s, size_t most, bool shortened)
{
    size_t len = whole_points(s, most);
    char *p = STM_ARENA_NEW(m, char, len + sizeof SHORTENED);
    if (!p)
        return STM_NONE;
    size_t n = fold_spaces(p, (stm_str){s.ptr, len});
    if (shortened || len < s.len) {
        memcpy(p + n, SHORTENED, sizeof SHORTENED - 1);
        n += sizeof SHORTENED - 1;
    }
    p[n] = 0;
    return (stm_str){p, n};
}

stm_str stm_relate__quote(stm_arena *m, const stm_text *t, stm_span at,
                          uint32_t words)
{
    if (at.from >= at.to)
        return stm_arena_copy(m, STM_LIT(""));
    uint32_t to = at.to - at.from > words ? at.from + words : at.to;
    /* a gap in the content is furniture: nobody wrote across it */
    while (to > at.from + 1 && t->gap[to - 1] != t->gap[at.from])
        to--;
    stm_range r = {t->at[at.from].start, t->at[to - 1].end};
    return shorten(m, stm_str_cut(t->bytes, r), MOST_BYTES, to < at.to);
}

stm_str stm_relate__quote_bytes(stm_arena *m, stm_str s, size_t bytes)
{
    size_t line = 0;
    while (line < s.len && s.ptr[line] != '\n' && line <= bytes)
        line++;
    return shorten(m, (stm_str){s.ptr, line}, bytes, false);
}
