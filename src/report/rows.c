/* Passages come by their place in a. What b has alone before a passage (in b's
 * order) stands in the row above it, so a moved passage takes its lead-in with
 * it. Moved are those outside a longest run of passages whose order both texts
 * share (patience sorting, O(n log n)). */
#include "report/rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "report/show.h"

typedef struct by_place {
    uint32_t start;
    uint32_t passage;
} by_place;

static int by_start(const void *a, const void *b)
{
    const by_place *x = a, *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return (x->passage > y->passage) - (x->passage < y->passage);
}

static int by_b(const void *a, const void *b)
{
    const stm_difference *x = a, *y = b;
    if (x->b.start != y->b.start)
        return x->b.start < y->b.start ? -1 : 1;
    if (x->b.end != y->b.end)
        return x->b.end < y->b.end ? -1 : 1;
    return (x->a.start > y->a.start) - (x->a.start < y->a.start);
}

/* Length of the longest increasing run that can end with `start`. */
static size_t pile_of(const by_place *tops, size_t piles, uint32_t start)
{
    size_t low = 0, high = piles;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (tops[mid].start < start)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

/* kept[i]: passage i is in the longest run of common order. */
static bool find_kept(bool *kept, stm_arena *mem, const stm_relation *r)
{
    size_t n = r->passage_count, piles = 0;
    by_place *tops = STM_ARENA_NEW(mem, by_place, n);
    uint32_t *before = STM_ARENA_NEW(mem, uint32_t, n);
    if (!tops || !before)
        return false;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t start = r->passages[i].b.start;
        size_t pile = pile_of(tops, piles, start);
        before[i] = pile ? tops[pile - 1].passage : UINT32_MAX;
        tops[pile] = (by_place){start, i};
        if (pile == piles)
            piles++;
    }
    for (uint32_t i = piles ? tops[piles - 1].passage : UINT32_MAX;
         i != UINT32_MAX; i = before[i])
        kept[i] = true;
    return true;
}

/* With the quotation marks and stops that hang on its first and last word, but
 * nothing before `from`. */
static stm_range with_marks(const stm_witness *w, stm_range at, uint32_t from)
{
    const stm_text *t = w->text;
    const char *bytes = w->capture->text.ptr;
    uint32_t first = stm_show__token(t, at.start);
    uint32_t next = stm_show__token(t, at.end);
    uint32_t low = first && first <= t->count ? t->at[first - 1].end : 0;
    uint32_t high =
        next < t->count ? t->at[next].start : (uint32_t)w->capture->text.len;
    if (low < from)
        low = from;
    while (at.start > low && !stm_ascii_space(bytes[at.start - 1]))
        at.start--;
    while (at.end < high && !stm_ascii_space(bytes[at.end]))
        at.end++;
    if (at.start < from)
        at.start = from < at.end ? from : at.end;
    return at;
}

/* The passages' places in b with their marks, into `places`, and what b has
 * alone before each and behind the last. */
static stm_range *gaps_of_b(stm_range *places, stm_arena *mem,
                            const stm_relation *r, const stm_witness *b)
{
    size_t n = r->passage_count;
    stm_range *gaps = STM_ARENA_NEW(mem, stm_range, n + 1);
    by_place *order = STM_ARENA_NEW(mem, by_place, n);
    if (!gaps || !order)
        return NULL;
    for (uint32_t i = 0; i < n; i++)
        order[i] = (by_place){r->passages[i].b.start, i};
    qsort(order, n, sizeof *order, by_start);
    uint32_t done = 0, b_len = (uint32_t)b->capture->text.len;
    for (size_t i = 0; i < n; i++) {
        uint32_t p = order[i].passage;
        places[p] = with_marks(b, r->passages[p].b, done);
        gaps[p] = (stm_range){done, places[p].start};
        done = places[p].end;
    }
    gaps[n] = (stm_range){done, b_len > done ? b_len : done};
    return gaps;
}

static stm_row *add_gap(stm_row *row, stm_range a, stm_range b)
{
    if (a.start == a.end && b.start == b.end)
        return row;
    *row = (stm_row){.a = a, .b = b};
    return row + 1;
}

/* Rows that all passages can be split into, over their number: lines of a. */
static size_t count_lines(const stm_text *t)
{
    size_t lines = 0;
    for (uint32_t i = 0; i < t->count; i++)
        lines += (t->flags[i] & (STM_WORD_LINE | STM_WORD_PARAGRAPH)) != 0;
    return lines;
}

typedef struct layout {
    const stm_relation *relation;
    const stm_witness *a, *b;
    const stm_range *places; /* of the passages in b */
    const stm_range *gaps;
    const bool *kept;
} layout;

static stm_row *fill_rows(stm_row *row, const layout *l)
{
    const stm_relation *r = l->relation;
    uint32_t done = 0, a_len = (uint32_t)l->a->capture->text.len;
    size_t difference = 0;
    for (size_t i = 0; i < r->passage_count; i++) {
        const stm_shared *p = &r->passages[i];
        stm_range a = with_marks(l->a, p->a, done);
        row = add_gap(row, (stm_range){done, a.start}, l->gaps[i]);
        *row = (stm_row){a, l->places[i], p, !l->kept[i], false};
        while (difference < r->difference_count &&
               r->differences[difference].a.end < p->a.start)
            difference++;
        row = stm_rows__split(row, r, difference, l->a->text, l->b->text);
        done = a.end;
    }
    return add_gap(row, (stm_range){done, a_len > done ? a_len : done},
                   l->gaps[r->passage_count]);
}

stm_status stm_rows__make(stm_rows *out, stm_arena *mem, const stm_relation *r,
                          const stm_witness *a, const stm_witness *b,
                          stm_error *err)
{
    size_t n = r->passage_count, d = r->difference_count;
    size_t most = 2 * n + 1 + count_lines(a->text);
    stm_row *rows = STM_ARENA_NEW(mem, stm_row, most);
    bool *kept = STM_ARENA_NEW(mem, bool, n);
    stm_difference *sorted = STM_ARENA_NEW(mem, stm_difference, d);
    stm_range *places = STM_ARENA_NEW(mem, stm_range, n);
    stm_range *gaps = places ? gaps_of_b(places, mem, r, b) : NULL;
    if (!rows || !kept || !sorted || !gaps || !find_kept(kept, mem, r))
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                        "out of memory for the view of a pair");
    const layout l = {r, a, b, places, gaps, kept};
    stm_row *end = fill_rows(rows, &l);
    if (d) {
        memcpy(sorted, r->differences, d * sizeof *sorted);
        qsort(sorted, d, sizeof *sorted, by_b);
    }
    *out = (stm_rows){rows, (size_t)(end - rows), sorted};
    return STM_OK;
}
