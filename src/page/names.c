#include "page/names.h"

#include "page/chars.h"
#include "page/months.h"

enum { LONGEST = 6 /* parts of a name, particles too */ };

typedef enum joint {
    JOINT_NONE,  /* a blank, an initial's point, a hyphen */
    JOINT_COMMA, /* another name or a title may follow */
    JOINT_END    /* anything else ends the list */
} joint;

/* What stands before atom `i`. A point ends no more than an initial ("J."), a
 * hyphen joins only without blanks. */
static joint joint_at(const stm_atoms *a, uint32_t i)
{
    stm_str gap = stm_page__gap(a, i);
    stm_str part = stm_page__atom(a, i - 1);
    bool initial = part.len <= 2 || memchr(part.ptr, '.', part.len);
    joint j = JOINT_NONE;
    for (size_t k = 0; k < gap.len; k += stm_page__step(gap.ptr + k)) {
        uint32_t c = stm_page__char(gap.ptr + k, gap.ptr + gap.len);
        bool hyphen = c == '-' || c == 0x2010;
        if (c == ' ' || c == 0xa0 || c == '\'' || c == 0x2019 ||
            (hyphen && gap.len <= 3) || (c == '.' && initial))
            continue;
        if (c == ',' || c == '&' || c == ';' || c == '/')
            j = JOINT_COMMA;
        else
            return JOINT_END;
    }
    return j;
}

static bool has_mark(const stm_atoms *a, uint32_t i, uint32_t to,
                     uint32_t marks)
{
    return stm_page__match(a, i, to, marks) != NULL;
}

/* "SmithUpdated" is a name with something glued to it, "McDonald" is not. */
static bool is_glued_on(const stm_atoms *a, uint32_t i)
{
    return (a->items[i].flags & STM_ATOM_GLUED) &&
           (stm_page__match(a, i, a->count, ~STM_MARK_BIT(STM_MARK_FUNCTION)) ||
            stm_page__month(stm_page__atom(a, i)));
}

/* A month with its day or year does not belong to the name before it. */
static bool starts_date(const stm_atoms *a, uint32_t i, uint32_t to)
{
    return i + 1 < to && (a->items[i + 1].flags & STM_WORD_NUMBER) &&
           stm_page__month(stm_page__atom(a, i));
}

static bool is_part(const stm_atoms *a, uint32_t i, uint32_t to)
{
    const stm_atom *x = &a->items[i];
    if (!(x->flags & STM_WORD_CAPITAL))
        return false;
    stm_str word = stm_page__atom(a, i);
    /* "May" is a name, too; "Monday" and "Published" are none */
    if (word.len <= 4)
        return true;
    return !stm_page__is_weekday(word) &&
           !has_mark(a, i, to,
                     STM_MARK_BIT(STM_MARK_PUBLISHED) |
                         STM_MARK_BIT(STM_MARK_UPDATED));
}

/* The end of the name that starts at `from`: `from` itself for none. */
static uint32_t name_end(const stm_atoms *a, uint32_t from, uint32_t to)
{
    uint32_t i = from, end = from;
    for (; i < to && i - from < LONGEST; i++) {
        if (i > from && (joint_at(a, i) != JOINT_NONE || is_glued_on(a, i) ||
                         starts_date(a, i, to)))
            break;
        if (is_part(a, i, to)) {
            end = i + 1;
            continue;
        }
        if (i == from || !has_mark(a, i, to, STM_MARK_BIT(STM_MARK_PREFIX)) ||
            has_mark(a, i, i + 1, STM_MARK_BIT(STM_MARK_AND)))
            break;
    }
    /* "y", "e" and "i" stand between names or inside of one */
    return end;
}

static bool holds_role(const stm_atoms *a, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (has_mark(a, i, to, STM_MARK_BIT(STM_MARK_ROLE)))
            return true;
    return false;
}

unsigned stm_page__names(stm_span *out, unsigned most, uint32_t *end,
                         const stm_atoms *a, uint32_t from, uint32_t to)
{
    unsigned count = 0;
    uint32_t i = from;
    *end = from;
    while (i < to && count < most) {
        uint32_t e = name_end(a, i, to);
        /* behind the first name, one word is a place or an agency, and a word
         * of an office makes a title */
        bool name = e > i && (!count || (e - i > 1 && !holds_role(a, i, e)));
        if (!name)
            break;
        out[count++] = (stm_span){i, e};
        *end = i = e;
        if (i == to || is_glued_on(a, i))
            break;
        joint j = joint_at(a, i);
        if (j == JOINT_END)
            break;
        bool and = has_mark(a, i, i + 1, STM_MARK_BIT(STM_MARK_AND)) &&
                   !(a->items[i].flags & STM_WORD_CAPITAL);
        if (and&&i + 1 < to && joint_at(a, i + 1) == JOINT_NONE)
            i++;
        else if (j == JOINT_NONE)
            break;
    }
    return count;
}

/* A phrase of several words. One menu word may be a part of a name: "Team",
 * "Meer". */
static bool is_set_phrase(const stm_atoms *a, uint32_t i, uint32_t to)
{
    const stm_phrase *p = stm_page__match(a, i, to, STM_MARK_FURNITURE);
    return p && p->length > 1 && p->use > STM_USE_WORD;
}

bool stm_page__is_name(const stm_atoms *a, uint32_t from, uint32_t to)
{
    if (to - from < 2 || to - from > 4 || name_end(a, from, to) != to ||
        holds_role(a, from, to) ||
        has_mark(a, from, from + 1, STM_MARK_BIT(STM_MARK_FUNCTION)))
        return false;
    for (uint32_t i = from; i < to; i++)
        if (stm_page__month(stm_page__atom(a, i)) && i == from)
            return false;
    for (uint32_t i = from; i < to; i++) {
        bool capital = a->items[i].flags & STM_WORD_CAPITAL;
        bool initial = a->items[i].end - a->items[i].start <= 2;
        if (capital && !initial && is_set_phrase(a, i, to))
            return false;
    }
    return true;
}
