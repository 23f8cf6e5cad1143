#include "report/markup.h"

#include "base/str.h"
#include "report/glyph.h"

static const char *entity(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

/* ASCII that stands for itself: most of what is put. */
static bool is_plain(char c) { return c >= ' ' && c < 0x7f && !entity(c); }

void stm_markup__put(stm_buf *out, stm_str text)
{
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        while (at < text.len &&
               (is_plain(text.ptr[at]) || text.ptr[at] == '\n'))
            at++;
        stm_buf_put(out, text.ptr + from, at - from);
        if (at == text.len)
            break;
        stm_glyph g;
        at = stm_glyph__read(&g, text, at);
        const char *named = g.len == 1 ? entity(g.bytes[0]) : NULL;
        if (named)
            stm_buf_text(out, named);
        else
            stm_buf_put(out, g.bytes, g.len);
    }
}
