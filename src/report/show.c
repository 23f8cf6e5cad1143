#include "report/show.h"

#include <stdio.h>

#include "base/str.h"
#include "report/glyph.h"
#include "report/say.h"

void stm_show__options(stm_report_opts *own, const stm_report_opts *given)
{
    if (!given)
        return;
    size_t size =
        given->struct_size < sizeof *own ? given->struct_size : sizeof *own;
    memcpy(own, given, size);
}

stm_status stm_show__fail(stm_error *err, stm_status code)
{
    return stm_fail(err, code, STM_NO_OFFSET,
                    code == STM_ENOMEM ? "out of memory for the report"
                                       : "cannot write the report");
}

stm_str stm_show__line(stm_arena *mem, stm_str s, unsigned cols)
{
    static const char ellipsis[] = "\xe2\x80\xa6";
    size_t room = (size_t)cols * 12 + 64;
    char *out = stm_arena_take(mem, room + 1, 1);
    size_t used = 0, end_used = 0, taken = 0;
    s = stm_str_trim(s);
    for (size_t at = 0; out && at < s.len;) {
        stm_glyph g;
        at = stm_glyph__read(&g, s, at);
        if (g.kind == STM_GLYPH_LINE)
            g = (stm_glyph){" ", 1, 1, STM_GLYPH_SPACE};
        if (g.kind == STM_GLYPH_SPACE && used && out[used - 1] == ' ')
            continue;
        if (taken + g.cols > cols || used + g.len > room - 4) {
            memcpy(out + end_used, ellipsis, sizeof ellipsis);
            used = end_used + sizeof ellipsis - 1;
            break;
        }
        memcpy(out + used, g.bytes, g.len);
        used += g.len;
        taken += g.cols;
        if (taken < cols)
            end_used = used;
    }
    return (stm_str){out, out ? used : 0};
}

stm_str stm_show__title(stm_arena *mem, const stm_witness *w, unsigned cols)
{
    if (w->page->title.len)
        return stm_show__line(mem, w->page->title, cols);
    const stm_text *t = w->text;
    if (!t->count)
        return stm_arena_copy(mem, STM_LIT("(no words)"));
    stm_str start = {t->bytes.ptr + t->at[0].start,
                     t->bytes.len - t->at[0].start};
    stm_str line = stm_show__line(mem, start, cols - 2);
    if (!line.ptr)
        return line;
    return stm_arena_format(mem, "\xe2\x80\x9c%.*s\xe2\x80\x9d", (int)line.len,
                            line.ptr);
}

stm_str stm_show__date(stm_arena *mem, const stm_page *p)
{
    char text[32];
    size_t n = stm_date_format(&p->published, text, sizeof text);
    if (!n)
        n = stm_date_format(&p->updated, text, sizeof text);
    if (!n)
        return stm_arena_copy(mem, STM_LIT("no date"));
    if (n > 16)
        n = 16; /* to the minute */
    if (n > 10)
        text[10] = ' ';
    return stm_arena_copy(mem, (stm_str){text, n});
}

stm_str stm_show__facts(stm_arena *mem, const stm_witness *w)
{
    stm_str date = stm_show__date(mem, w->page);
    if (!date.ptr)
        return date;
    return stm_arena_format(mem, "%.*s \xc2\xb7 %u\xc2\xa0word%s%s",
                            (int)date.len, date.ptr, w->text->count,
                            w->text->count == 1 ? "" : "s",
                            w->page->truncated ? " \xc2\xb7 cut short" : "");
}

void stm_show__edge(const stm_edge *e, char *buf, size_t size)
{
    const char *kind = stm_relation_name(e->kind);
    if (e->support < 0)
        snprintf(buf, size, "%s", kind);
    else
        snprintf(buf, size, "%s %d\xc2\xa0%%", kind,
                 stm_say__percent(e->support));
}

uint32_t stm_show__token(const stm_text *text, uint32_t at)
{
    uint32_t low = 0, high = text->count;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (text->at[mid].end <= at)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

uint32_t stm_show__words(const stm_text *text, stm_range at)
{
    uint32_t from = stm_show__token(text, at.start);
    uint32_t to = stm_show__token(text, at.end);
    return to > from ? to - from : 0;
}

stm_str stm_show__bytes(const stm_witness *w, stm_range at)
{
    return stm_str_cut(w->capture->text, at);
}
