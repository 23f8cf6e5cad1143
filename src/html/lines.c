#include "html/lines.h"

#include <string.h>

#include "base/hash.h"
#include "base/str.h"
#include "html/lines_plain.h"

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

/* The bytes of the blank at `p`, 0 for none: ASCII's, and the no-break space
 * that pages set in masses. */
static size_t blank_at(const char *p, const char *end)
{
    if (stm_ascii_space(*p))
        return 1;
    return *p == '\xc2' && end - p > 1 && p[1] == '\xa0' ? 2 : 0;
}

/* Bit 7 of the first byte of eight that may end a word: up to a blank, or the
 * first byte of a no-break space; of later ones, maybe. */
static uint64_t ends_in(uint64_t w)
{
    const uint64_t ones = UINT64_MAX / 255, low = ones * 127;
    uint64_t small = ~(((w & low) + ones * (127 - ' ')) | w);
    uint64_t x = w ^ ones * 0xc2;
    return (small | ((x - ones) & ~x)) & ~low;
}

static const char *word_end(const char *p, const char *end)
{
    for (; end - p >= 8; p += 8) {
        uint64_t found = ends_in(stm_load64(p));
        if (found)
            return p + __builtin_ctzll(found) / 8;
    }
    while (p < end && (unsigned char)*p > ' ' && *p != '\xc2')
        p++;
    return p;
}

/* How many of eight bytes are blanks before the first that is none. */
static unsigned leading_blanks(uint64_t w)
{
    const uint64_t ones = UINT64_MAX / 255, low = w & ones * 127;
    /* bit 7: at least that */
    uint64_t tab = low + ones * (128 - '\t'), so = low + ones * (127 - '\r');
    uint64_t blank = low + ones * (128 - ' '), mark = low + ones * (127 - ' ');
    uint64_t other = (~((tab & ~so) | (blank & ~mark)) | w) & ones * 128;
    return other ? (unsigned)__builtin_ctzll(other) / 8 : 8;
}

/* Behind the blanks at `p`. */
static const char *skip_blanks(const char *p, const char *end)
{
    for (unsigned n = 8; n == 8 && end - p >= 8; p += n)
        n = leading_blanks(stm_load64(p));
    for (size_t n; p < end && (n = blank_at(p, end)); p += n)
        ;
    return p;
}

/* Makes ready for a word. */
static bool open_word(stm_html__lines *l, const stm_block *as)
{
    if (!l->open && !open_line(l, as))
        return false;
    if (l->blank && !stm_vec_push(&l->text, ' '))
        return false;
    l->blank = false;
    return true;
}

/* Whether the blank at `p`, before `end`, stays as it is: it is one, and a word
 * follows. */
static bool is_single(const char *p, const char *end)
{
    return *p == ' ' && p + 1 < end && !blank_at(p + 1, end);
}

/* Words with single blanks between them are copied together. */
bool stm_html__lines_add(stm_html__lines *l, stm_str text, const stm_block *as,
                         bool linked)
{
    const char *p = text.ptr, *end = text.ptr + text.len, *from = NULL;
    uint32_t letters = 0;
    while (p < end) {
        size_t blank = blank_at(p, end);
        if (!blank) {
            if (!from && !open_word(l, as))
                return false;
            from = from ? from : p;
            const char *plain = stm_html__plain(p, end, &letters);
            const char *to = word_end(plain + (plain == p), end);
            letters += (uint32_t)(to - plain);
            p = to;
        } else if (from && is_single(p, end)) {
            p++;
        } else {
            if (from && !put(l, from, (size_t)(p - from)))
                return false;
            from = NULL;
            l->blank = true;
            p = skip_blanks(p + blank, end);
        }
    }
    l->next.letters += letters;
    l->next.linked += linked ? letters : 0;
    return !from || put(l, from, (size_t)(p - from));
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
