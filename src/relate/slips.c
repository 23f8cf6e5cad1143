#include "relate/slips.h"

#include "base/str.h"
#include "relate/stretch.h"

static bool is_english(const stm_text *t)
{
    return stm_str_eq(stm_str_of(t->language), STM_LIT("en"));
}

static bool one_of(char c, const char *set)
{
    return c && strchr(set, c) != NULL;
}

/* "a extra", "an conflict". By the letter, so "u" ("a union"), "h" ("an hour")
 * and "y" are left alone, and so are single letters ("a U"). */
static bool wrong_article(stm_str article, stm_str next)
{
    if (next.len < 2)
        return false;
    if (stm_str_eq(article, STM_LIT("a")))
        return one_of(next.ptr[0], "aei") ||
               (next.ptr[0] == 'o' && next.ptr[1] != 'n');
    return stm_str_eq(article, STM_LIT("an")) &&
           one_of(next.ptr[0], "bcdfgjkpqtvwz");
}

static bool in_braces(const stm_text *t, uint32_t i)
{
    stm_range at = t->at[i];
    return at.start && at.end < t->bytes.len &&
           t->bytes.ptr[at.start - 1] == '{' && t->bytes.ptr[at.end] == '}';
}

/* Nothing but one space between two words, so that "that, that" and the end of
 * a line do not count. */
static bool adjoin(const stm_text *t, uint32_t i)
{
    uint32_t end = t->at[i].end;
    return t->at[i + 1].start == end + 1 && t->bytes.ptr[end] == ' ';
}

static uint32_t slips_in(const stm_case *c, const stm_text *t, stm_span at)
{
    uint32_t n = 0;
    bool english = is_english(t);
    for (uint32_t i = at.from; i < at.to; i++) {
        n += in_braces(t, i);
        if (i + 1 >= at.to || (t->flags[i] & STM_WORD_IDEOGRAPH) ||
            !adjoin(t, i))
            continue;
        n += t->word[i] == t->word[i + 1] && !(t->flags[i] & STM_WORD_NUMBER);
        n += english && wrong_article(stm_lexicon_word(c->lex, t->word[i]),
                                      stm_lexicon_word(c->lex, t->word[i + 1]));
    }
    return n;
}

uint32_t stm_relate__slips(const stm_case *c, int side)
{
    uint32_t n = 0;
    for (size_t i = 0; i < c->x->passage_count; i++)
        n += slips_in(c, c->f.side[side].t,
                      stm_relate__place(&c->x->passages[i], side));
    return n;
}
