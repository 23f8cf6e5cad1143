#include "html/lines.h"

#include <string.h>

#include "base/str.h"

void stm_html__lines_reset(stm_html__lines *l)
{
    l->text.count = l->blocks.count = 0;
    l->open = l->blank = false;
    l->breaks = 0;
    l->bar = 0;
}

void stm_html__lines_free(stm_html__lines *l)
{
    stm_vec_free(&l->text);
    stm_vec_free(&l->blocks);
}

static bool put(stm_html__lines *l, const char *bytes, size_t n)
{
    if (!stm_vec_reserve(&l->text, n))
        return false;
    memcpy(l->text.items + l->text.count, bytes, n);
    l->text.count += n;
    return true;
}

bool stm_html__lines_end(stm_html__lines *l, unsigned breaks)
{
    if (breaks > l->breaks)
        l->breaks = breaks;
    l->blank = false;
    if (!l->open)
        return true;
    l->open = false;
    l->breaks = breaks;
    if (l->text.count == l->bar)
        l->text.count -= STM_CELL_BAR;
    while (stm_ascii_space(l->text.items[l->text.count - 1]))
        l->text.count--;
    l->next.at.end = (uint32_t)l->text.count;
    return stm_vec_push(&l->blocks, l->next);
}

static bool open_line(stm_html__lines *l, const stm_block *as)
{
    if (l->text.count && !put(l, "\n\n", l->breaks ? l->breaks : 1))
        return false;
    l->next = *as;
    l->next.at.start = (uint32_t)l->text.count;
    l->next.letters = l->next.linked = 0;
    l->open = true;
    l->blank = false;
    l->breaks = 0;
    l->bar = 0; /* those of earlier lines may have been taken back */
    return true;
}

static bool add_word(stm_html__lines *l, const char *word, size_t n,
                     const stm_block *as, bool linked)
{
    if (!l->open && !open_line(l, as))
        return false;
    if (l->blank && !put(l, " ", 1))
        return false;
    l->blank = false;
    l->next.letters += (uint32_t)n;
    if (linked)
        l->next.linked += (uint32_t)n;
    return put(l, word, n);
}

/* The bytes of the blank at `p`, 0 for none: ASCII's, and the no-break space
 * that pages set in masses. */
static size_t blank_at(const char *p, const char *end)
{
    if (stm_ascii_space(*p))
        return 1;
    return *p == '\xc2' && end - p > 1 && p[1] == '\xa0' ? 2 : 0;
}

static const char *word_end(const char *p, const char *end)
{
    while (p < end && (unsigned char)*p > ' ' && *p != '\xc2')
        p++;
    return p;
}

bool stm_html__lines_add(stm_html__lines *l, stm_str text, const stm_block *as,
                         bool linked)
{
    const char *p = text.ptr, *end = text.ptr + text.len;
    while (p < end) {
        size_t blank = blank_at(p, end);
        if (blank) {
            l->blank = true;
            p += blank;
            continue;
        }
        const char *to = word_end(p + 1, end);
        if (!add_word(l, p, (size_t)(to - p), as, linked))
            return false;
        p = to;
    }
    return true;
}

/* What stands before the first word of a line is not the block's. */
bool stm_html__lines_add_pre(stm_html__lines *l, stm_str line,
                             const stm_block *as, bool linked)
{
    size_t words = stm_str_trim(line).len;
    bool opens = !l->open;
    if (!words && opens)
        return true;
    if (opens && !open_line(l, as))
        return false;
    if (opens)
        l->next.at.start += (uint32_t)(stm_str_trim(line).ptr - line.ptr);
    l->next.letters += (uint32_t)words;
    if (linked)
        l->next.linked += (uint32_t)words;
    return put(l, line.ptr, line.len);
}

bool stm_html__lines_end_cell(stm_html__lines *l)
{
    l->blank = false;
    if (!l->open || l->text.count == l->bar)
        return true;
    bool ok = put(l, " | ", STM_CELL_BAR);
    l->bar = l->text.count;
    return ok;
}
