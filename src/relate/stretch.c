/* A cut is seen from the text that goes on: its words lie wholly before or
 * after the shared part, and the other text has next to nothing there. A page
 * that says itself that it ends at a paywall is cut whatever follows. */
#include "relate/stretch.h"

#include <stdlib.h>

#include "base/str.h"

#include "relate/weights.h"

typedef struct placed {
    uint32_t from, index;
} placed;

static int by_place(const void *x, const void *y)
{
    const placed *a = x, *b = y;
    return (a->from > b->from) - (a->from < b->from);
}

/* Passages come by their place in a; for b they are sorted. */
static bool put_in_order(stm_case *c, int side)
{
    size_t n = c->x->passage_count;
    placed *p = STM_ARENA_NEW(&c->scratch, placed, n);
    uint32_t *order = STM_ARENA_NEW(&c->scratch, uint32_t, n);
    if (!p || !order)
        return false;
    for (size_t i = 0; i < n; i++)
        p[i] = (placed){stm_relate__place(&c->x->passages[i], side).from,
                        (uint32_t)i};
    if (n > 1)
        qsort(p, n, sizeof *p, by_place);
    for (size_t i = 0; i < n; i++)
        order[i] = p[i].index;
    c->f.side[side].order = order;
    return true;
}

static void add_stretch(stm_party *s, stm_stretch *list, stm_stretch run)
{
    if (run.at.to > run.at.from)
        list[s->stretch_count++] = run;
}

bool stm_relate__stretches(stm_case *c, int side)
{
    stm_party *s = &c->f.side[side];
    size_t n = c->x->passage_count;
    if (!put_in_order(c, side))
        return false;
    stm_stretch *list = STM_ARENA_NEW(&c->scratch, stm_stretch, n + 1);
    if (!list)
        return false;
    uint32_t at = 0, last = (uint32_t)n;
    for (size_t i = 0; i < n; i++) {
        uint32_t next = s->order[i];
        stm_span p = stm_relate__place(&c->x->passages[next], side);
        add_stretch(s, list, (stm_stretch){{at, p.from}, next, last, false});
        s->covered += stm_span_len(p);
        s->head = i ? s->head : p.from;
        at = p.to;
        last = next;
    }
    add_stretch(s, list,
                (stm_stretch){{at, s->words}, (uint32_t)n, last, false});
    s->tail = n ? s->words - at : 0;
    s->stretch = list;
    return true;
}

/* How far the cut side itself may go on where it was cut: a line of credit, a
 * title of its own. */
static bool little(uint32_t own, uint32_t gone)
{
    return own <= STM_RELATE_EDGE_OWN && own * 4 <= gone;
}

static bool cut_at_head(const stm_party *s, const stm_party *o)
{
    return o->head >= STM_RELATE_CUT_WORDS && little(s->head, o->head) &&
           s->order[0] == o->order[0];
}

static bool cut_at_tail(const stm_party *s, const stm_party *o, size_t n)
{
    return o->tail >= STM_RELATE_CUT_WORDS && little(s->tail, o->tail) &&
           s->order[n - 1] == o->order[n - 1];
}

/* A mark that ends a sentence behind the last word; dots that trail off do
 * not. */
static bool has_ended(const stm_text *t)
{
    stm_str s = t->bytes;
    for (size_t i = t->at[t->count - 1].end; i < s.len; i++) {
        if (stm_ascii_space(s.ptr[i]))
            return false;
        if (s.ptr[i] == '.')
            return i + 1 == s.len || s.ptr[i + 1] != '.';
        if (s.ptr[i] == '!' || s.ptr[i] == '?')
            return true;
    }
    return false;
}

/* Where the last passage of side `cut` ends in the other text. */
static uint32_t end_in_other(const stm_case *c, int cut)
{
    size_t n = c->x->passage_count;
    uint32_t last = c->f.side[cut].order[n - 1];
    return stm_relate__place(&c->x->passages[last], !cut).to;
}

/* The same without what only the other has at its end: a passage may run on to
 * the end of the sentence in which a cut text breaks off. */
static uint32_t shared_end(const stm_case *c, int cut)
{
    uint32_t end = end_in_other(c, cut);
    for (size_t i = 0; i < c->x->change_count; i++) {
        const stm_change *h = &c->x->changes[i];
        stm_span mine = cut ? h->b : h->a, other = cut ? h->a : h->b;
        if (other.to == end && mine.from == mine.to)
            return other.from;
    }
    return end;
}

/* How many words from `end` on the cut text still has, too; too few of them are
 * left of a cut sentence to be a passage. */
static uint32_t left_over(const stm_party *cut, const stm_party *whole,
                          uint32_t end)
{
    const uint32_t *a = cut->t->word + cut->words - cut->tail;
    const uint32_t *b = whole->t->word + end;
    uint32_t n = 0;
    while (n < cut->tail && n < whole->words - end && a[n] == b[n])
        n++;
    return n;
}

static bool has_capitals(const stm_text *t)
{
    for (uint32_t i = 0; i < t->count; i++)
        if (t->flags[i] & STM_WORD_CAPITAL)
            return true;
    return false;
}

/* Does a sentence go on with word `i`? Nothing is known of a line's first word,
 * except where sentences begin with capitals and it has none. */
static bool goes_on(const stm_text *t, uint32_t i)
{
    if (!(t->flags[i] &
          (STM_WORD_SENTENCE | STM_WORD_LINE | STM_WORD_PARAGRAPH)))
        return true;
    return has_capitals(t) &&
           !(t->flags[i] &
             (STM_WORD_CAPITAL | STM_WORD_NUMBER | STM_WORD_IDEOGRAPH));
}

/* Does side `s` break off in the midst of a sentence of the other? */
static bool inside_sentence(const stm_case *c, int s)
{
    const stm_party *cut = &c->f.side[s], *whole = &c->f.side[!s];
    uint32_t end = shared_end(c, s), left = left_over(cut, whole, end);
    end += left;
    if (left < cut->tail || whole->words - end < STM_RELATE_CUT_WORDS ||
        has_ended(cut->t))
        return false;
    return goes_on(whole->t, end);
}

/* Marks the words of `side` in [from, to) as beyond the other's end. */
static void mark_beyond(stm_case *c, int side, uint32_t from, uint32_t to)
{
    stm_party *s = &c->f.side[side];
    stm_stretch *list = (stm_stretch *)s->stretch;
    for (size_t i = 0; i < s->stretch_count; i++)
        if (list[i].at.from >= from && list[i].at.to <= to && !list[i].beyond) {
            list[i].beyond = true;
            s->beyond += stm_span_len(list[i].at);
        }
}

static void cut_of(stm_case *c, int side)
{
    stm_party *s = &c->f.side[side], *o = &c->f.side[!side];
    size_t n = c->x->passage_count;
    uint32_t before = o->beyond;
    if (cut_at_head(s, o))
        mark_beyond(c, !side, 0, o->head);
    if (cut_at_tail(s, o, n) || s->w->page->truncated)
        mark_beyond(c, !side, end_in_other(c, side), o->words);
    s->cut = o->beyond - before >= STM_RELATE_STRETCH_WORDS;
    s->broken = s->cut && inside_sentence(c, side);
}

void stm_relate__cuts(stm_case *c)
{
    if (c->x->passage_count)
        for (int side = 0; side < 2; side++)
            cut_of(c, side);
    for (int side = 0; side < 2; side++) {
        stm_party *s = &c->f.side[side];
        s->own = s->words - s->covered - s->beyond;
    }
}
