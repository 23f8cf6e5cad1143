/* A long passage side by side drifts apart unless its paragraphs stand beside
 * each other. Between two differences the words of both sides are the same, one
 * for one, so each line start of a has its counterpart in b; where that starts
 * a line too, the passage is split. Lines of wrapped text are no paragraphs. */
#include "report/rows.h"

#include "report/show.h"

enum { WRAPPED = 100 /* bytes; a longer line is not wrapped at the margin */ };

typedef struct counterpart {
    const stm_relation *relation;
    const stm_text *a, *b;
    size_t difference;           /* next one, not yet passed */
    uint32_t anchor_a, anchor_b; /* tokens that are counterparts */
} counterpart;

/* The token of b that stands for token `i` of a; UINT32_MAX for one that lies
 * in a difference. */
static uint32_t find(counterpart *c, uint32_t i)
{
    const stm_relation *r = c->relation;
    uint32_t at = c->a->at[i].start;
    while (c->difference < r->difference_count &&
           r->differences[c->difference].a.end <= at) {
        const stm_difference *d = &r->differences[c->difference++];
        c->anchor_a = stm_show__token(c->a, d->a.end);
        c->anchor_b = stm_show__token(c->b, d->b.end);
    }
    bool inside = c->difference < r->difference_count &&
                  r->differences[c->difference].a.start <= at;
    if (inside || i < c->anchor_a)
        return UINT32_MAX;
    uint32_t other = c->anchor_b + (i - c->anchor_a);
    bool same = other < c->b->count && c->a->word[i] == c->b->word[other];
    return same ? other : UINT32_MAX;
}

static bool starts_line(const stm_text *t, uint32_t i)
{
    return t->flags[i] & (STM_WORD_LINE | STM_WORD_PARAGRAPH);
}

static bool starts_paragraph(const counterpart *c, uint32_t i, uint32_t other,
                             uint32_t line)
{
    return ((c->a->flags[i] | c->b->flags[other]) & STM_WORD_PARAGRAPH) ||
           c->a->at[i].start - line > WRAPPED;
}

stm_row *stm_rows__split(stm_row *row, const stm_relation *r, size_t difference,
                         const stm_text *a, const stm_text *b)
{
    stm_range end_a = row->a, end_b = row->b;
    counterpart c = {r,
                     a,
                     b,
                     difference,
                     stm_show__token(a, end_a.start),
                     stm_show__token(b, end_b.start)};
    uint32_t line = end_a.start;
    for (uint32_t i = c.anchor_a + 1;
         i < a->count && a->at[i].start < end_a.end; i++) {
        if (!starts_line(a, i))
            continue;
        uint32_t other = find(&c, i);
        uint32_t from_a = a->at[i].start;
        bool splits = other != UINT32_MAX && starts_line(b, other) &&
                      b->at[other].start > row->b.start &&
                      b->at[other].start < end_b.end &&
                      starts_paragraph(&c, i, other, line);
        line = from_a;
        if (!splits)
            continue;
        uint32_t from_b = b->at[other].start;
        row->a.end = from_a;
        row->b.end = from_b;
        row[1] = (stm_row){{from_a, end_a.end},
                           {from_b, end_b.end},
                           row->passage,
                           row->moved,
                           true};
        row++;
    }
    return row + 1;
}
