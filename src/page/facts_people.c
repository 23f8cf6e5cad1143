/* A statement falls into pieces at commas, bars and words like "and". A piece
 * is a name unless it looks like an office, an address or a sentence; in the
 * text of a page a name also ends at the first word in small letters, at a
 * date and at an office. */
#include "page/facts_people.h"

#include "page/chars.h"
#include "page/months.h"

enum {
    LONGEST_NAME = 80, /* bytes */
    MOST_WORDS = 7,
    MOST_WORDS_LINE = 5
};

typedef struct reader {
    stm_people *out;
    const stm_atoms *a;
    uint32_t i, to;
    stm_people_form form;
    bool joined; /* by "and" with the name before */
} reader;

static bool has_mark(const reader *r, uint32_t i, uint32_t marks)
{
    return stm_page__match(r->a, i, r->to, marks) != NULL;
}

static bool is_capital(const reader *r, uint32_t i)
{
    const stm_atom *x = &r->a->items[i];
    unsigned char first = (unsigned char)r->a->text.ptr[x->start];
    bool small = first >= 'a' && first <= 'z';
    /* scripts without capitals */
    bool other = first >= 0xd7 || (x->flags & STM_WORD_IDEOGRAPH);
    return (x->flags & STM_WORD_CAPITAL) || (other && !small);
}

typedef enum joint { JOINT_NONE, JOINT_NEXT, JOINT_OPEN, JOINT_AT } joint;

/* What stands between atom `i` and the one before it. */
static joint joint_at(const stm_atoms *a, uint32_t i)
{
    stm_str gap = stm_page__gap(a, i);
    joint j = JOINT_NONE;
    for (size_t k = 0; k < gap.len; k += stm_page__step(gap.ptr + k)) {
        uint32_t c = stm_page__char(gap.ptr + k, gap.ptr + gap.len);
        if (c == '@')
            return JOINT_AT;
        if (c == '(' || c == '[' || c == 0xff08 || c == '<')
            return JOINT_OPEN;
        if ((c < 0x80 && strchr(",;&|/\n:)]+\\>", (int)c)) || c == 0x2013 ||
            c == 0x2014 || c == 0x3001 || c == 0xff0c || c == 0x30fb ||
            c == 0xff09 || c == 0xff1a ||
            (stm_page__is_bullet(c) && (c != '-' || gap.len > 1)))
            j = JOINT_NEXT;
    }
    return j;
}

static bool is_and(const reader *r, uint32_t i)
{
    return has_mark(r, i, STM_MARK_BIT(STM_MARK_AND)) &&
           !(r->a->items[i].flags & STM_WORD_CAPITAL) && i + 1 < r->to &&
           (is_capital(r, i + 1) || r->form != STM_PEOPLE_LINE);
}

static void skip_by(reader *r)
{
    const stm_phrase *p;
    while (r->i < r->to &&
           (p = stm_page__match(r->a, r->i, r->to, STM_MARK_BIT(STM_MARK_BY))))
        r->i += p->length;
}

/* Behind a bracket, its end. */
static void skip_brackets(reader *r)
{
    for (r->i++; r->i < r->to; r->i++) {
        stm_str gap = stm_page__gap(r->a, r->i);
        if (memchr(gap.ptr, ')', gap.len) || memchr(gap.ptr, ']', gap.len) ||
            memchr(gap.ptr, '>', gap.len))
            return;
    }
}

/* In the text of a page a name ends before atom `i`. */
static bool ends_in_line(const reader *r, uint32_t start, uint32_t i)
{
    const stm_atom *x = &r->a->items[i];
    const uint32_t days =
        STM_MARK_BIT(STM_MARK_PUBLISHED) | STM_MARK_BIT(STM_MARK_UPDATED);
    if (x->flags & STM_WORD_NUMBER)
        return true;
    bool prefix = has_mark(r, i, STM_MARK_BIT(STM_MARK_PREFIX));
    if (!is_capital(r, i))
        return !(prefix && i + 1 < r->to) && i != start;
    if (i == start)
        return false;
    stm_str word = stm_page__atom(r->a, i);
    const stm_phrase *day = stm_page__match(r->a, i, r->to, days);
    return (day && (word.len > 4 || day->length > 1)) ||
           (i + 1 < r->to && stm_page__month(word) &&
            (r->a->items[i + 1].flags & STM_WORD_NUMBER)) ||
           (i - start >= 2 && has_mark(r, i, STM_MARK_BIT(STM_MARK_ROLE)));
}

/* The end of the piece that starts at the reader's place. */
static uint32_t piece_end(reader *r)
{
    uint32_t i = r->i;
    for (; i < r->to; i++) {
        if (i > r->i && joint_at(r->a, i) != JOINT_NONE)
            break;
        if (i > r->i && is_and(r, i))
            break;
        if (r->form == STM_PEOPLE_LINE && ends_in_line(r, r->i, i)) {
            r->out->role = true;
            break;
        }
    }
    return i;
}

static bool holds_role(const reader *r, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (has_mark(r, i, STM_MARK_BIT(STM_MARK_ROLE)))
            return true;
    return false;
}

/* Mail and web addresses, handles. */
static bool is_address(const reader *r, uint32_t from, uint32_t to)
{
    stm_str s = stm_str_cut(r->a->text, (stm_range){r->a->items[from].start,
                                                    r->a->items[to - 1].end});
    return joint_at(r->a, from) == JOINT_AT ||
           (to < r->to && joint_at(r->a, to) == JOINT_AT) ||
           memchr(s.ptr, '@', s.len) || stm_str_starts(s, STM_LIT("http")) ||
           stm_str_starts(s, STM_LIT("www.")) ||
           stm_str_find(s, STM_LIT(".com"), 0) != SIZE_MAX;
}

static bool is_name(const reader *r, uint32_t from, uint32_t to)
{
    bool first = !r->out->count;
    bool line = r->form == STM_PEOPLE_LINE;
    uint32_t words = to - from;
    stm_range at = {r->a->items[from].start, r->a->items[to - 1].end};
    bool spaceless = r->a->items[from].flags & STM_WORD_IDEOGRAPH;
    if (is_address(r, from, to) || at.end - at.start > LONGEST_NAME)
        return false;
    if (!spaceless && words > (line ? MOST_WORDS_LINE : MOST_WORDS))
        return false;
    if (r->a->items[from].flags & STM_WORD_NUMBER)
        return false;
    if (!first && holds_role(r, from, to))
        return false;
    bool goes_on = to < r->to && is_and(r, to);
    if (line && words == 1 && !r->joined && !goes_on &&
        (!first || r->to - from > 1))
        return spaceless;
    return first || !line || words > 1 || r->joined;
}

static void take(reader *r, uint32_t from, uint32_t to)
{
    stm_people *o = r->out;
    stm_str s = stm_str_cut(r->a->text, (stm_range){r->a->items[from].start,
                                                    r->a->items[to - 1].end});
    for (unsigned k = 0; k < o->count; k++)
        if (stm_str_eq_nocase(o->name[k], s))
            return;
    if (o->count == STM_PEOPLE_MAX)
        return;
    o->small = o->small || !is_capital(r, from);
    o->name[o->count++] = s;
}

/* "Doe, Jane" */
static bool take_surname_first(reader *r)
{
    uint32_t comma = 0, n = 0;
    const stm_atom *x = r->a->items;
    for (uint32_t i = r->i + 1; i < r->to; i++)
        if (joint_at(r->a, i) != JOINT_NONE) {
            comma = i;
            n++;
        }
    if (n != 1 || comma - r->i > 3 || r->to - comma > 3 ||
        !memchr(stm_page__gap(r->a, comma).ptr, ',',
                stm_page__gap(r->a, comma).len))
        return false;
    /* one slice: the comma stays inside of the name */
    stm_range at = {x[r->i].start, x[r->to - 1].end};
    r->out->name[r->out->count++] = stm_str_cut(r->a->text, at);
    return true;
}

void stm_page__people(stm_people *out, const stm_atoms *a, uint32_t from,
                      uint32_t to, stm_people_form form)
{
    reader r = {out, a, from, to, form, false};
    *out = (stm_people){.count = 0};
    skip_by(&r);
    if (r.i < to && is_address(&r, r.i, r.i + 1))
        return;
    if (form == STM_PEOPLE_SURNAME && take_surname_first(&r))
        return;
    while (r.i < to) {
        if (r.i > from && joint_at(a, r.i) == JOINT_OPEN) {
            skip_brackets(&r);
            continue;
        }
        uint32_t start = r.i, end = piece_end(&r);
        if (end == start) { /* nothing that could start a name */
            r.i++;
            continue;
        }
        if (is_name(&r, start, end))
            take(&r, start, end);
        else
            out->role = true;
        r.joined = end < to && is_and(&r, end);
        r.i = end + r.joined;
        if (form == STM_PEOPLE_LINE && !r.joined && end < to &&
            joint_at(a, end) == JOINT_NONE)
            return; /* what follows is no list of names */
        skip_by(&r);
    }
    out->sole = out->count == 1 && to - from == 1;
}
