/* What is read as text in one capture and as the page around it in another
 * looks like a deletion, or an addition. So captures that share some lines of
 * their texts vote, line by line: what is content in as many as it is furniture
 * in is content in all of them. A line of which others have another version is
 * known by its first or its last words. Only furniture that nothing marks as
 * such is voted on: dates, bylines, comments and what asks to share or to
 * subscribe stay what they are.
 *
 * Of 192 families of pages of bench/quality/families.py parents were right in
 * .858 without the vote, .872 where it only adds content, and .876 with it
 * (docs/decisions/0023). */
#include "run/accord.h"

#include "base/arena.h"
#include "base/hash.h"
#include "base/sets.h"
#include "base/sort.h"
#include "base/vec.h"

/* Lines of their texts that two captures of one story share at least, and one
 * in how many of the shorter's: pages of one site can have some in common. */
enum { SHARED_LINES = 3, SHARED_PART = 4 };

typedef STM_VEC(stm_keyed) keyed;

/* Captures that have a line as content, and as nothing but furniture. */
typedef struct votes {
    uint64_t key;
    int64_t content, furniture;
} votes;

typedef struct assembly {
    stm_job *job;
    const stm_lines *of;
    uint32_t count;
    stm_arena mem;
    uint32_t *up;       /* [count] towards the first capture of its story */
    uint32_t *lines;    /* [count] of its text, but short ones */
    bool *alone;        /* [count] no other one shares its lines */
    keyed room, ballot; /* a line in a capture: twice the capture, and one more
                           where it is furniture; by key and by that */
    STM_VEC(votes) tally;       /* by key */
    STM_VEC(uint32_t) outvoted; /* captures */
    STM_VEC(stm_recast) change;
    uint32_t *from; /* [outvoted.count + 1] their changes */
} assembly;

/* --- who votes together --------------------------------------------------- */

static uint32_t story_of(assembly *a, uint32_t i)
{
    return stm_sets__find(a->up, i);
}

static void join(assembly *a, uint32_t i, uint32_t j)
{
    a->alone[i] = a->alone[j] = false;
    stm_sets__join(a->up, i, j);
}

static bool sort_ballots(assembly *a)
{
    a->room.count = 0;
    if (!stm_vec_reserve(&a->room, a->ballot.count))
        return false;
    if (a->ballot.count)
        stm_sort_keyed(a->ballot.items, a->room.items, a->ballot.count);
    return true;
}

static uint64_t whole_line(const stm_line *l) { return l->whole; }
static uint64_t first_words(const stm_line *l) { return l->start; }

static bool list_content(assembly *a, uint64_t (*key)(const stm_line *l))
{
    a->ballot.count = 0;
    for (uint32_t i = 0; i < a->count; i++) {
        a->lines[i] = 0;
        for (uint32_t k = 0; k < a->of[i].count; k++) {
            const stm_line *l = &a->of[i].line[k];
            stm_keyed x = {key(l), i};
            if (l->kind != STM_PAGE_CONTENT || !l->start)
                continue;
            a->lines[i]++;
            if (!stm_vec_push(&a->ballot, x))
                return false;
        }
    }
    return sort_ballots(a);
}

typedef STM_VEC(uint64_t) pairs;

static bool sort_pairs(pairs *p)
{
    pairs room = {0};
    bool ok = stm_vec_reserve(&room, p->count);
    if (ok && p->count)
        stm_sort_u64(p->items, room.items, p->count);
    stm_vec_free(&room);
    return ok;
}

static size_t run_end(const pairs *p, size_t from)
{
    size_t to = from;
    while (to < p->count && p->items[to] == p->items[from])
        to++;
    return to;
}

/* Two captures, once for each line of which they are next to each other in the
 * list of those that have it. */
static bool list_pairs(assembly *a, pairs *out)
{
    const stm_keyed *x = a->ballot.items;
    bool ok = true;
    for (size_t i = 1; ok && i < a->ballot.count; i++)
        if (x[i].key == x[i - 1].key && x[i].item != x[i - 1].item)
            ok = stm_vec_push(out, (uint64_t)x[i - 1].item << 32 | x[i].item);
    return ok && sort_pairs(out);
}

static bool is_close(size_t shared, size_t lines)
{
    return shared >= SHARED_LINES && shared * SHARED_PART >= lines;
}

static bool join_pairs(assembly *a)
{
    pairs p = {0};
    bool ok = list_content(a, whole_line) && list_pairs(a, &p);
    for (size_t k = 0, to; ok && k < p.count; k = to) {
        uint32_t i = (uint32_t)(p.items[k] >> 32), j = (uint32_t)p.items[k];
        to = run_end(&p, k);
        if (is_close(to - k,
                     a->lines[i] < a->lines[j] ? a->lines[i] : a->lines[j]))
            join(a, i, j);
    }
    stm_vec_free(&p);
    return ok;
}

/* Captures of which a line is known, [from, to): each that is alone, and the
 * story of the first one that is not. */
static bool list_strays(assembly *a, size_t from, size_t to, pairs *out)
{
    const stm_keyed *x = a->ballot.items;
    size_t first = from;
    while (first < to && a->alone[x[first].item])
        first++;
    bool ok = true;
    for (size_t i = from; ok && first < to && i < to; i++)
        if (a->alone[x[i].item] && (i == from || x[i].item != x[i - 1].item))
            ok = stm_vec_push(out, (uint64_t)x[i].item << 32 |
                                       story_of(a, x[first].item));
    return ok;
}

static bool list_all_strays(assembly *a, pairs *out)
{
    const stm_keyed *x = a->ballot.items;
    bool ok = true;
    for (size_t from = 0, to; ok && from < a->ballot.count; from = to) {
        for (to = from; to < a->ballot.count && x[to].key == x[from].key;)
            to++;
        ok = list_strays(a, from, to, out);
    }
    return ok && sort_pairs(out);
}

/* A spun text has few whole lines with any other, and a text cut short shares
 * one line with this and another line with that: what such a one shares with
 * all captures of a story is what counts, by the beginnings of the lines. */
static bool join_strays(assembly *a)
{
    pairs p = {0};
    bool ok = list_content(a, first_words) && list_all_strays(a, &p);
    for (size_t k = 0, to; ok && k < p.count; k = to) {
        uint32_t i = (uint32_t)(p.items[k] >> 32);
        to = run_end(&p, k);
        if (a->alone[i] && is_close(to - k, a->lines[i]))
            join(a, i, (uint32_t)p.items[k]);
    }
    stm_vec_free(&p);
    return ok;
}

static bool find_stories(assembly *a)
{
    return join_pairs(a) && join_strays(a);
}

/* --- votes ---------------------------------------------------------------- */

static bool is_open(const stm_line *l)
{
    return l->kind == STM_PAGE_CONTENT || l->kind == STM_FURNITURE_NAV ||
           l->kind == STM_FURNITURE_RELATED || l->kind == STM_FURNITURE_OTHER;
}

static bool cast(assembly *a, uint32_t story, uint64_t key, uint32_t item)
{
    stm_keyed x = {stm_hash_pair(key, story), item};
    return !key || stm_vec_push(&a->ballot, x);
}

static bool cast_all(assembly *a, uint32_t i, bool furniture)
{
    uint32_t story = story_of(a, i), item = 2 * i + furniture;
    for (uint32_t k = 0; k < a->of[i].count; k++) {
        const stm_line *l = &a->of[i].line[k];
        if (is_open(l) && (l->kind != STM_PAGE_CONTENT) == furniture &&
            (!cast(a, story, l->whole, item) ||
             !cast(a, story, l->start, item) || !cast(a, story, l->end, item)))
            return false;
    }
    return true;
}

static bool vote(assembly *a)
{
    a->ballot.count = 0;
    for (uint32_t i = 0; i < a->count; i++)
        if (!a->alone[i] && (!cast_all(a, i, false) || !cast_all(a, i, true)))
            return false;
    return sort_ballots(a);
}

/* Each capture once a key: those that have the line as content come first. */
static bool count_votes(assembly *a)
{
    const stm_keyed *x = a->ballot.items;
    for (size_t i = 0; i < a->ballot.count; i++) {
        bool same = i && x[i].key == x[i - 1].key;
        votes fresh = {x[i].key, 0, 0};
        if (!same && !stm_vec_push(&a->tally, fresh))
            return false;
        votes *v = &a->tally.items[a->tally.count - 1];
        if (same && x[i].item / 2 == x[i - 1].item / 2)
            continue;
        v->content += x[i].item % 2 == 0;
        v->furniture += x[i].item % 2;
    }
    return true;
}

static votes votes_of(const assembly *a, uint64_t key)
{
    size_t from = 0, to = a->tally.count;
    const votes *v = a->tally.items;
    while (from < to) {
        size_t mid = from + (to - from) / 2;
        if (v[mid].key < key)
            from = mid + 1;
        else
            to = mid;
    }
    bool found = from < a->tally.count && v[from].key == key;
    return found ? v[from] : (votes){key, 0, 0};
}

/* Of the line and of what begins or ends like it; whole lines do both. */
static votes votes_on(assembly *a, uint32_t story, const stm_line *l)
{
    votes v = votes_of(a, stm_hash_pair(l->whole, story));
    if (!l->start)
        return v;
    votes s = votes_of(a, stm_hash_pair(l->start, story));
    votes e = votes_of(a, stm_hash_pair(l->end, story));
    v.content = s.content + e.content - v.content;
    v.furniture = s.furniture + e.furniture - v.furniture;
    return v;
}

/* Whether the capture has the same line in its text as well. */
static bool has_it(const assembly *a, uint64_t key, uint32_t i)
{
    size_t from = 0, to = a->ballot.count;
    const stm_keyed *x = a->ballot.items;
    while (from < to) {
        size_t mid = from + (to - from) / 2;
        if (x[mid].key < key || (x[mid].key == key && x[mid].item < 2 * i))
            from = mid + 1;
        else
            to = mid;
    }
    return from < a->ballot.count && x[from].key == key &&
           x[from].item == 2 * i;
}

/* --- what follows --------------------------------------------------------- */

/* The kind that the line gets, which may be the one that it has. A text that
 * stands twice keeps what the other copy was folded into. */
static uint8_t outcome(assembly *a, uint32_t i, const stm_line *l)
{
    uint32_t story = story_of(a, i);
    votes v = votes_on(a, story, l);
    if (!is_open(l) || v.content < 1 || v.furniture < 1)
        return l->kind;
    if (l->kind == STM_PAGE_CONTENT)
        return v.content >= v.furniture ||
                       a->job->witnesses[i].page->repeat_count
                   ? l->kind
                   : STM_FURNITURE_OTHER;
    return v.content >= v.furniture &&
                   !has_it(a, stm_hash_pair(l->whole, story), i)
               ? STM_PAGE_CONTENT
               : l->kind;
}

/* Lists the changes of one capture; none where nothing of it would be left. */
static bool list_changes(assembly *a, uint32_t i)
{
    size_t before = a->change.count;
    uint32_t left = 0;
    for (uint32_t k = 0; k < a->of[i].count; k++) {
        const stm_line *l = &a->of[i].line[k];
        stm_recast c = {l->at, outcome(a, i, l)};
        left += c.kind == STM_PAGE_CONTENT;
        if (c.kind != l->kind && !stm_vec_push(&a->change, c))
            return false;
    }
    if (!left)
        a->change.count = before;
    return a->change.count == before || stm_vec_push(&a->outvoted, i);
}

static bool list_all(assembly *a)
{
    a->from = STM_ARENA_NEW(&a->mem, uint32_t, a->count + 1);
    for (uint32_t i = 0; a->from && i < a->count; i++) {
        size_t n = a->outvoted.count;
        uint32_t from = (uint32_t)a->change.count;
        if (!a->alone[i] && !list_changes(a, i))
            return false;
        if (a->outvoted.count > n)
            a->from[n] = from;
    }
    if (a->from)
        a->from[a->outvoted.count] = (uint32_t)a->change.count;
    return a->from;
}

/* Page and text of one capture anew, on any thread. */
static stm_status read_again(void *user, size_t item, unsigned worker,
                             stm_error *err)
{
    const assembly *a = user;
    stm_job *job = a->job;
    stm_witness *w = &job->witnesses[a->outvoted.items[item]];
    stm_opened o = {.html = (stm_html *)w->html, .page = (stm_page *)w->page};
    stm_text *text = NULL;
    stm_status rc = stm_words_scan(&o.words, w->capture->text, err);
    if (rc == STM_OK)
        rc = stm_page_recast(o.page, o.words, a->change.items + a->from[item],
                             a->from[item + 1] - a->from[item], err);
    if (rc == STM_OK)
        rc = stm_document__text(&text, &job->makers[worker], &o, err);
    if (rc == STM_OK) {
        stm_text_free((stm_text *)w->text);
        w->text = text;
    }
    stm_words_free(o.words);
    return rc;
}

static bool open_assembly(assembly *a)
{
    a->up = STM_ARENA_NEW(&a->mem, uint32_t, a->count);
    a->lines = STM_ARENA_NEW(&a->mem, uint32_t, a->count);
    a->alone = STM_ARENA_NEW(&a->mem, bool, a->count);
    bool ok = a->up && a->lines && a->alone;
    for (uint32_t i = 0; ok && i < a->count; i++)
        a->alone[i] = true;
    if (ok)
        stm_sets__start(a->up, a->count);
    return ok;
}

static void close_assembly(assembly *a)
{
    stm_vec_free(&a->room);
    stm_vec_free(&a->ballot);
    stm_vec_free(&a->tally);
    stm_vec_free(&a->outvoted);
    stm_vec_free(&a->change);
    stm_arena_free(&a->mem);
}

stm_status stm_accord__reach(stm_job *job, const stm_lines *of, stm_error *err)
{
    assembly a = {.job = job, .of = of, .count = (uint32_t)job->captures.count};
    stm_status rc = STM_OK;
    if (!open_assembly(&a) || !find_stories(&a) || !vote(&a) ||
        !count_votes(&a) || !list_all(&a))
        rc = stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                      "out of memory for the lines of the captures");
    if (rc == STM_OK && a.outvoted.count)
        rc = stm_pool_run(job->pool, a.outvoted.count, read_again, &a, NULL,
                          NULL, err);
    close_assembly(&a);
    return rc;
}
