/* Suffixes that begin with the same window are neighbours in order, and they
 * have the same window: how long it is hangs on nothing but what stands in it.
 * So one walk over the suffixes finds all that begin alike, and the first place
 * among them is that of their window's first coming. Longer windows from the
 * same words on are found in the same way among these, so each window costs one
 * step.
 *
 * How much neighbours have in common is found in the order of places
 * (Kärkkäinen, Manzini, Puglisi 2009), also in one walk. A number stands for a
 * word and what is behind it, which does not count of a window's last word;
 * numbers of one word are neighbours, so what differs only there is still side
 * by side. */
#include "dedup/cut_repeats.h"

#include <stdlib.h>

#include "dedup/cut_suffixes.h"

/* Suffixes [from, to) of the order, which have their first `words` words in
 * common. */
typedef struct range {
    uint32_t from, to, words;
} range;

typedef struct search {
    const stm_cut_row *row;
    uint32_t count;
    const int32_t *order; /* suffixes by their places */
    uint32_t *common;     /* numbers in common with the one before, by place;
                             first places, where these are known */
    uint32_t *first_end;
    STM_VEC(range) open; /* longer windows to be looked at */
} search;

void stm_cut_repeats__free(stm_cut_repeats *r)
{
    free(r->first);
    free(r->first_end);
    *r = (stm_cut_repeats){0};
}

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

/* Before it is known, the place of a suffix has the one before it in order. */
static void find_common(const search *s)
{
    const int32_t *number = s->row->number.items;
    uint32_t same = 0;
    s->common[s->order[0]] = UINT32_MAX;
    for (uint32_t i = 1; i < s->count; i++)
        s->common[s->order[i]] = (uint32_t)s->order[i - 1];
    for (uint32_t i = 0; i < s->count; i++) {
        uint32_t other = s->common[i];
        if (other == UINT32_MAX)
            same = 0;
        else
            while (i + same < s->count && other + same < s->count &&
                   number[i + same] == number[other + same])
                same++;
        s->common[i] = same;
        same -= same > 0;
    }
}

/* Whether suffix `i` of the order begins with the same words as the one before
 * it. */
static bool goes_on(const search *s, uint32_t i, uint32_t words)
{
    const stm_cut_row *r = s->row;
    uint32_t a = (uint32_t)s->order[i - 1], b = (uint32_t)s->order[i];
    uint32_t common = s->common[b], last = words - 1;
    if (common >= words)
        return true;
    return common == last && b + last < s->count && a + last < s->count &&
           r->single.items[r->number.items[a + last]] ==
               r->single.items[r->number.items[b + last]];
}

/* Behind the suffixes from `from` on that begin with the same words. */
static uint32_t end_of(const search *s, uint32_t from, uint32_t most,
                       uint32_t words)
{
    uint32_t to = from + 1;
    while (to < most && goes_on(s, to, words))
        to++;
    return to;
}

static uint32_t first_of(const search *s, range g)
{
    uint32_t first = UINT32_MAX;
    for (uint32_t i = g.from; i < g.to; i++)
        first = (uint32_t)s->order[i] < first ? (uint32_t)s->order[i] : first;
    return first;
}

/* Whether `words` words from place `i` on are a window, but not the shortest
 * from there: without the first one they are too short. */
static bool is_longer_window(const search *s, uint32_t i, uint32_t words)
{
    return i + words - 1 < s->row->last.items[i + 1];
}

/* The windows of one word more than the range has in common. */
static stm_status look_at_longer(search *s, range g, stm_error *err)
{
    uint32_t words = g.words + 1;
    for (uint32_t from = g.from, to; from < g.to; from = to) {
        to = end_of(s, from, g.to, words);
        range more = {from, to, words};
        if (to - from < 2 ||
            !is_longer_window(s, (uint32_t)s->order[from], words))
            continue;
        uint32_t first = first_of(s, more);
        for (uint32_t i = from; i < to; i++)
            s->first_end[(uint32_t)s->order[i] + words - 1] = first + words - 1;
        if (!stm_vec_push(&s->open, more))
            return no_memory(err);
    }
    return STM_OK;
}

static stm_status look_at(search *s, range g, stm_error *err)
{
    stm_status rc = stm_vec_push(&s->open, g) ? STM_OK : no_memory(err);
    while (s->open.count && rc == STM_OK)
        rc = look_at_longer(s, s->open.items[--s->open.count], err);
    uint32_t first = first_of(s, g);
    for (uint32_t i = g.from; i < g.to; i++)
        s->common[s->order[i]] = first;
    return rc;
}

/* Words of the shortest window from place `i` on; 0: there is none. */
static uint32_t shortest(const stm_cut_row *r, uint32_t i)
{
    uint32_t last = r->last.items[i];
    return r->number.items[last] ? last - i + 1 : 0;
}

/* Without what the range before has in common with it no place is overwritten
 * that is still to be asked for. */
static stm_status look_at_all(search *s, stm_error *err)
{
    stm_status rc = STM_OK;
    for (uint32_t from = 0, to; from < s->count && rc == STM_OK; from = to) {
        uint32_t place = (uint32_t)s->order[from];
        uint32_t words = shortest(s->row, place);
        to = words ? end_of(s, from, s->count, words) : from + 1;
        if (to - from > 1)
            rc = look_at(s, (range){from, to, words}, err);
        else
            s->common[place] = place;
    }
    return rc;
}

static stm_status search_row(search *s, stm_cut_row *r, int32_t *order,
                             stm_error *err)
{
    stm_status rc =
        stm_cut_suffixes__sort(order, r->number.items, (int32_t)s->count,
                               (int32_t)stm_cut_row__numbers(r), err);
    if (rc != STM_OK)
        return rc;
    for (uint32_t i = 0; i < s->count; i++)
        s->first_end[i] = i;
    find_common(s);
    rc = look_at_all(s, err);
    stm_vec_free(&s->open);
    return rc;
}

stm_status stm_cut_repeats__find(stm_cut_repeats *out, stm_cut_row *r,
                                 stm_error *err)
{
    size_t n = r->number.count;
    int32_t *order = malloc((n + 1) * sizeof *order);
    *out = (stm_cut_repeats){malloc((n + 1) * sizeof *out->first),
                             malloc((n + 1) * sizeof *out->first_end)};
    search s = {.row = r,
                .count = (uint32_t)n,
                .order = order,
                .common = out->first,
                .first_end = out->first_end};
    stm_status rc =
        order && out->first && out->first_end ? STM_OK : no_memory(err);
    if (rc == STM_OK && n)
        rc = search_row(&s, r, order, err);
    free(order);
    if (rc != STM_OK)
        stm_cut_repeats__free(out);
    return rc;
}
