/* People know files by their name without folder and ending. Where that is not
 * unique, the whole name counts, then the path below the folder all share, then
 * the path with the capture's id. A long name whose first part (up to a
 * '_', '-', '.' or space) no other has is cut there: "000_20054190a1" is
 * called "000". */
#include "report/names.h"

#include <stdlib.h>

#include "base/str.h"
#include "report/glyph.h"

enum {
    LONG_NAME = 16,   /* columns; a longer one is cut where that is safe */
    SHORTEST_CUT = 3, /* bytes; one letter is no name */
    LEVELS = 4
};

typedef struct ranked {
    stm_str name;
    size_t witness;
} ranked;

/* What a terminal or a drawing may show: no control characters, no ends of
 * lines. */
static stm_str printable(stm_arena *mem, stm_str s)
{
    size_t room = s.len * 4; /* a byte grows to \xNN at most, 3 to 12 */
    char *out = stm_arena_take(mem, room + 1, 1);
    size_t used = 0;
    for (size_t at = 0; out && at < s.len;) {
        stm_glyph g;
        at = stm_glyph__read(&g, s, at);
        if (g.kind == STM_GLYPH_LINE)
            g = (stm_glyph){" ", 1, 1, STM_GLYPH_SPACE};
        memcpy(out + used, g.bytes, g.len);
        used += g.len;
    }
    return (stm_str){out, out ? used : 0};
}

static stm_str without_folder(stm_str path)
{
    for (size_t i = path.len; i > 0; i--)
        if (path.ptr[i - 1] == '/' && i < path.len)
            return (stm_str){path.ptr + i, path.len - i};
    return path;
}

/* "story.final.txt" -> "story.final"; ".profile" and "v1.2 of the text" stay.
 */
static stm_str without_ending(stm_str name)
{
    for (size_t i = name.len; i > 1 && name.len - i <= 5; i--) {
        if (name.ptr[i - 1] == ' ')
            break;
        if (name.ptr[i - 1] == '.')
            return (stm_str){name.ptr, i - 1};
    }
    return name;
}

/* Bytes of the folder that all sources start with. */
static size_t shared_folder(const stm_result *r)
{
    stm_str first = r->witnesses[0].capture->source;
    size_t same = first.len;
    for (size_t i = 1; i < r->witness_count; i++) {
        stm_str s = r->witnesses[i].capture->source;
        size_t n = 0;
        while (n < same && n < s.len && s.ptr[n] == first.ptr[n])
            n++;
        same = n;
    }
    while (same && first.ptr[same - 1] != '/')
        same--;
    return same;
}

static stm_str source_at(const stm_witness *w, int level, size_t folder)
{
    stm_str s = w->capture->source;
    if (stm_str_eq(s, STM_LIT("-")))
        return STM_LIT("standard input");
    if (level >= 2)
        return (stm_str){s.ptr + folder, s.len - folder};
    return level ? without_folder(s) : without_ending(without_folder(s));
}

static stm_str name_at(stm_arena *mem, const stm_witness *w, int level,
                       size_t folder)
{
    stm_str s = printable(mem, source_at(w, level, folder));
    if (s.ptr && w->capture->record.ptr) {
        stm_str record = printable(mem, w->capture->record);
        if (record.ptr)
            s = stm_arena_format(mem, "%.*s#%.*s", (int)s.len, s.ptr,
                                 (int)record.len, record.ptr);
    }
    if (s.ptr && level == LEVELS - 1)
        s = stm_arena_format(mem, "%.*s (c%u)", (int)s.len, s.ptr, w->id);
    return s;
}

static int by_name(const void *a, const void *b)
{
    return stm_str_cmp(((const ranked *)a)->name, ((const ranked *)b)->name);
}

/* False where two names of the level are the same. */
static bool rank(ranked *order, const stm_str *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        order[i] = (ranked){names[i], i};
    qsort(order, count, sizeof *order, by_name);
    for (size_t i = 1; i < count; i++)
        if (stm_str_eq(order[i - 1].name, order[i].name))
            return false;
    return true;
}

static size_t shared_start(stm_str a, stm_str b)
{
    size_t n = 0;
    while (n < a.len && n < b.len && a.ptr[n] == b.ptr[n])
        n++;
    return n;
}

/* In sorted order the neighbours share the most with a name. */
static stm_str cut_name(const ranked *order, size_t i, size_t count)
{
    stm_str s = order[i].name;
    size_t taken = 0;
    if (i)
        taken = shared_start(order[i - 1].name, s);
    if (i + 1 < count && shared_start(order[i + 1].name, s) > taken)
        taken = shared_start(order[i + 1].name, s);
    if (count == 1 || stm_glyph__columns(s) <= LONG_NAME)
        return s;
    for (size_t n = SHORTEST_CUT; n < s.len; n++)
        if (n > taken && strchr("_-. ", s.ptr[n]))
            return (stm_str){s.ptr, n};
    return s;
}

const stm_str *stm_names__make(stm_arena *mem, const stm_result *r)
{
    size_t n = r->witness_count;
    stm_str *names = STM_ARENA_NEW(mem, stm_str, n);
    ranked *order = STM_ARENA_NEW(mem, ranked, n);
    if (!names || !order || !n)
        return names;
    size_t folder = shared_folder(r);
    for (int level = 0; level < LEVELS; level++) {
        for (size_t i = 0; i < n; i++) {
            names[i] = name_at(mem, &r->witnesses[i], level, folder);
            if (!names[i].ptr)
                return NULL;
        }
        if (rank(order, names, n))
            break;
    }
    for (size_t i = 0; i < n; i++)
        names[order[i].witness] = cut_name(order, i, n);
    return names;
}

static bool is_letter_or_digit(char c)
{
    return stm_ascii_digit(c) ||
           (stm_ascii_lower(c) >= 'a' && stm_ascii_lower(c) <= 'z') ||
           (unsigned char)c >= 0x80;
}

/* Length of the id of a capture at `at`, and the capture; 0 where none is. */
static size_t id_at(stm_str note, size_t at, size_t count, size_t *capture)
{
    size_t n = 0, i = at + 1;
    if (note.ptr[at] != 'c' || (at && is_letter_or_digit(note.ptr[at - 1])))
        return 0;
    for (; i < note.len && stm_ascii_digit(note.ptr[i]) && n < count; i++)
        n = n * 10 + (size_t)(note.ptr[i] - '0');
    if (i == at + 1 || n >= count ||
        (i < note.len && is_letter_or_digit(note.ptr[i])))
        return 0;
    *capture = n;
    return i - at;
}

stm_str stm_names__note(stm_arena *mem, const stm_str *names, size_t count,
                        stm_str note)
{
    size_t room = note.len, capture, n;
    for (size_t at = 0; at < note.len; at++)
        if (id_at(note, at, count, &capture))
            room += names[capture].len;
    char *out = stm_arena_take(mem, room + 1, 1);
    size_t used = 0;
    for (size_t at = 0; out && at < note.len; at += n) {
        n = id_at(note, at, count, &capture);
        stm_str part = n ? names[capture] : (stm_str){note.ptr + at, 1};
        memcpy(out + used, part.ptr, part.len);
        used += part.len;
        n = n ? n : 1;
    }
    return (stm_str){out, out ? used : 0};
}
