#include "page/look.h"

#include "base/hash.h"
#include "page/chars.h"

static uint32_t how_it_starts(stm_str s)
{
    uint32_t c = stm_page__char(s.ptr, s.ptr + s.len);
    uint32_t flags = 0;
    if (stm_page__is_bullet(c))
        flags |= STM_SEGMENT_BULLET;
    if (stm_page__is_opening(c))
        flags |= STM_SEGMENT_QUOTE;
    return flags;
}

static uint32_t how_it_ends(stm_str s)
{
    const char *p = s.ptr + s.len;
    uint32_t c = 0;
    while (p > s.ptr) {
        p = stm_page__back(s.ptr, p);
        c = stm_page__char(p, s.ptr + s.len);
        if (!stm_page__is_closing(c))
            break;
    }
    if (c == ':' || c == 0xff1a)
        return STM_SEGMENT_COLON;
    if (c == ',' || c == ';' || c == 0xff0c || c == 0x3001)
        return STM_SEGMENT_COMMA;
    if (!stm_page__is_end_mark(c))
        return 0;
    bool dots = c == 0x2026 || (p - s.ptr > 2 && p[-1] == '.' && p[-2] == '.');
    if (dots)
        return STM_SEGMENT_ENDED | STM_SEGMENT_DOTS;
    bool stop = c == '.' || c == 0x3002;
    return STM_SEGMENT_ENDED | (stop ? STM_SEGMENT_STOP : 0);
}

/* What the marks between words say. */
static void look_at_gap(stm_segment *s, stm_str gap, bool number_follows)
{
    for (size_t i = 0; i < gap.len; i += stm_page__step(gap.ptr + i)) {
        uint32_t c = stm_page__char(gap.ptr + i, gap.ptr + gap.len);
        if (c == ' ')
            continue;
        if (c == ',' || c == 0x3001 || c == 0xff0c || c == ';')
            s->comma++;
        else if (c == 0xa9 || c == 0xae)
            s->flags |= STM_SEGMENT_LEGAL;
        else if (c == '@' || (c == ':' && stm_str_starts((stm_str){gap.ptr + i,
                                                                   gap.len - i},
                                                         STM_LIT("://"))))
            s->flags |= STM_SEGMENT_ADDRESS;
        else if (stm_page__is_bar(c))
            s->flags |= STM_SEGMENT_BAR;
        else if (number_follows &&
                 (c == '$' || c == 0x20ac || c == 0xa3 || c == 0xa5))
            s->flags |= STM_SEGMENT_PRICE;
    }
}

/* How many of a segment's words are what. */
typedef struct counts {
    uint32_t halves; /* an ideograph is half a word */
    uint32_t function, capital, number, upper;
    uint32_t wide; /* gaps of several blanks */
} counts;

static void count_atom(counts *c, const stm_atom *x, bool first)
{
    c->halves += x->flags & STM_WORD_IDEOGRAPH ? 1 : 2;
    c->function += x->marks >> STM_MARK_FUNCTION & 1;
    c->capital += (x->flags & STM_WORD_CAPITAL) && !first;
    c->number += (x->flags & STM_WORD_NUMBER) != 0;
    c->upper += (x->flags & STM_ATOM_UPPER) != 0;
}

/* Lighter than the hash of base: it has but to tell lines of a page apart. */
static uint64_t add_hash(uint64_t h, uint64_t word)
{
    h = (h ^ word) * UINT64_C(0x9e3779b97f4a7c15);
    return h ^ h >> 32;
}

/* "Home   Region   Weather": a menu whose items were set side by side, with
 * `wide` gaps of several blanks. */
static uint32_t columns(const stm_segment *s, uint32_t wide)
{
    enum { LEAST = 2 /* gaps */, MOST_WORDS = 3 /* an item */ };
    bool menu = wide >= LEAST && wide * MOST_WORDS >= s->to - s->from - 1;
    return menu && !(s->flags & STM_SEGMENT_ENDED) ? STM_SEGMENT_COLUMNS : 0;
}

/* Furniture phrases one after the other; the surest names the segment. */
static void find_phrases(stm_segment *s, const stm_atoms *a)
{
    enum { LONGEST = 400 }; /* no line of furniture is longer */
    uint32_t covered = 0;
    s->mark = STM_MARKS;
    if (s->to - s->from > LONGEST)
        return;
    for (uint32_t i = s->from; i < s->to;) {
        const stm_phrase *p = stm_page__match(a, i, s->to, STM_MARK_FURNITURE);
        if (!p) {
            i++;
            continue;
        }
        bool whole = i == s->from && i + p->length == s->to;
        if (whole || p->use >= STM_USE_PART || s->to - s->from <= 12)
            covered += p->length;
        if ((whole || p->use >= STM_USE_PART || s->mark == STM_MARKS) &&
            (s->mark == STM_MARKS || p->use > s->use)) {
            s->mark = p->mark;
            s->use = p->use;
        }
        i += p->length;
    }
    s->covered = (float)covered / (float)(s->to - s->from);
}

static void take_counts(stm_segment *s, const counts *c)
{
    float n = (float)(s->to - s->from);
    s->words = (float)c->halves * .5F;
    s->function = (float)c->function / n;
    s->capital = (float)c->capital / (n > 1 ? n - 1 : 1);
    s->number = (float)c->number / n;
    s->upper = (float)c->upper / n;
    s->comma /= n;
    s->flags |= columns(s, c->wide);
}

void stm_page__look(stm_segment *s, const stm_atoms *a)
{
    stm_str text = stm_str_cut(a->text, (stm_range){s->start, s->end});
    s->flags |= how_it_starts(text) | how_it_ends(text);
    const stm_atom *first = &a->items[s->from];
    counts c = {0};
    if (!(first->flags &
          (STM_WORD_CAPITAL | STM_WORD_NUMBER | STM_WORD_IDEOGRAPH)))
        s->flags |= STM_SEGMENT_SMALL;
    look_at_gap(s, (stm_str){text.ptr, first->start - s->start},
                first->flags & STM_WORD_NUMBER);
    count_atom(&c, first, true);
    s->hash = add_hash(s->hash, first->hash);
    for (const stm_atom *x = first + 1; x < a->items + s->to; x++) {
        count_atom(&c, x, false);
        s->hash = add_hash(s->hash, x->hash);
        stm_str gap = stm_str_cut(a->text, (stm_range){x[-1].end, x->start});
        if (!gap.len || (gap.len == 1 && *gap.ptr == ' '))
            continue;
        look_at_gap(s, gap, x->flags & STM_WORD_NUMBER);
        c.wide += gap.len > 1 && !stm_str_trim(gap).len;
    }
    take_counts(s, &c);
    find_phrases(s, a);
}
