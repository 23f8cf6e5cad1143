/* A site puts the same menus and buttons around all that it publishes; who
 * reprints a text puts his own around it. So captures with the same lines
 * around their texts are versions of one page, and what came from another site
 * came by one copy. Of 316 pairs of pages of one site, made by
 * bench/quality/families.py and read back, 299 share .6 of their lines or more,
 * of 474 pairs of two sites
 * 33. Lines with digits are left out: dates and counts differ on one site. */
#include "tree/site.h"

#include "base/hash.h"
#include "base/sort.h"
#include "base/str.h"

enum { LINES = 256, SHORTEST = 3 }; /* lines looked at; letters of a line */

/* Letters alone, whatever their case; 0 for a line that is left out. */
static uint64_t hash_of(stm_str line)
{
    uint64_t hash = 1;
    size_t letters = 0;
    for (size_t i = 0; i < line.len; i++) {
        char c = stm_ascii_lower(line.ptr[i]);
        if (stm_ascii_digit(c))
            return 0;
        if ((unsigned char)c < 128 && (c < 'a' || c > 'z'))
            continue;
        hash = stm_hash_pair(hash, (unsigned char)c);
        letters++;
    }
    return letters < SHORTEST ? 0 : hash;
}

/* Cuts the next line off `rest`. */
static stm_str next_line(stm_str *rest)
{
    stm_str line = {rest->ptr, 0};
    while (line.len < rest->len && line.ptr[line.len] != '\n')
        line.len++;
    size_t used = line.len + (line.len < rest->len);
    rest->ptr += used;
    rest->len -= used;
    return line;
}

static uint32_t list_lines(const stm_witness *w, uint64_t *out)
{
    uint32_t n = 0;
    for (size_t i = 0; w->page && i < w->page->furniture_count; i++) {
        stm_str rest = stm_str_cut(w->text->bytes, w->page->furniture[i].at);
        while (rest.len && n < LINES) {
            out[n] = hash_of(next_line(&rest));
            n += out[n] != 0;
        }
    }
    return n;
}

static bool read_site(const stm_witness *w, stm_arena *mem, stm_tree__site *out)
{
    uint64_t found[LINES], room[LINES];
    uint32_t n = list_lines(w, found), kept = 0;
    *out = (stm_tree__site){NULL, 0};
    if (!n)
        return true;
    stm_sort_u64(found, room, n);
    uint64_t *line = STM_ARENA_NEW(mem, uint64_t, n);
    if (!line)
        return false;
    for (uint32_t i = 0; i < n; i++)
        if (!kept || line[kept - 1] != found[i])
            line[kept++] = found[i];
    *out = (stm_tree__site){line, kept};
    return true;
}

stm_tree__site *stm_tree__sites(const stm_witness *w, size_t n, stm_arena *mem)
{
    stm_tree__site *all = STM_ARENA_NEW(mem, stm_tree__site, n);
    for (size_t i = 0; all && i < n; i++)
        if (!read_site(&w[i], mem, &all[i]))
            return NULL;
    return all;
}

double stm_tree__same_site(const stm_tree__site *a, const stm_tree__site *b)
{
    uint32_t i = 0, k = 0, both = 0;
    while (i < a->count && k < b->count) {
        uint64_t x = a->line[i], y = b->line[k];
        both += x == y;
        i += x <= y;
        k += y <= x;
    }
    uint32_t either = a->count + b->count - both;
    return either ? (double)both / either : 0;
}
