/* News tells the day of what is over ("arrived on Thursday") and of what is to
 * come ("on Friday he is scheduled to"). A day is announced when a word of
 * announcement stands in the same clause; otherwise it is taken as over. */
#include "relate/mention.h"

#include "base/str.h"
#include "relate/calendar.h"

/* Words around a day that are looked at: "on Friday, Mr. Someone is scheduled
 * to" needs six; clauses are longer, but say other things further off. */
enum { REACH = 7, PART_BEFORE = 2, PART_AFTER = 3 };

typedef struct reader {
    const stm_text *t;
    const stm_lexicon *lex;
    bool german;
} reader;

/* Is there a word of announcement among the tokens from `i` on, `step` by
 * `step`, before the clause ends? */
static bool ahead_from(const reader *r, uint32_t i, stm_span sentence, int step)
{
    for (int n = 0; n < REACH; n++) {
        i += (uint32_t)step; /* below 0 it wraps, and is no longer inside */
        if (i < sentence.from || i >= sentence.to)
            return false;
        switch (stm_relate__time_class(r->t, r->lex, i)) {
        case STM_TIME_AHEAD:
            return true;
        case STM_TIME_JOIN:
            return false;
        default:
            break;
        }
    }
    return false;
}

/* The part of the day nearest to the mention: "late Thursday". False when the
 * words say that it is not a day at hand. */
static bool look_around(const reader *r, stm_mention *m, stm_span sentence)
{
    uint32_t from = m->token - sentence.from > PART_BEFORE
                        ? m->token - PART_BEFORE
                        : sentence.from;
    uint32_t to = sentence.to - m->token > PART_AFTER + 1
                      ? m->token + PART_AFTER + 1
                      : sentence.to;
    for (uint32_t i = to; i-- > from;) {
        const stm_time_word *w = stm_relate__time_at(r->t, r->lex, i);
        uint32_t off = i > m->token ? i - m->token : m->token - i;
        if (w && w->class == STM_TIME_OTHER_WEEK && off == 1)
            return false;
        if (!w || w->class != STM_TIME_PART)
            continue;
        m->from = w->from, m->to = w->to;
        m->quote.from = i < m->token ? i : m->token;
        m->quote.to = (i > m->token ? i : m->token) + 1;
    }
    return true;
}

static bool capital(const reader *r, uint32_t i)
{
    return (r->t->flags[i] & STM_WORD_CAPITAL) &&
           !(r->t->flags[i] & STM_WORD_SENTENCE);
}

/* "Black Friday", "the Sunday Times", "Monday, March 4": a name with a day in
 * it, or a day of another week. German writes every noun like that. */
static bool in_a_name(const reader *r, uint32_t at, stm_span sentence)
{
    if (r->german)
        return false;
    if (at > sentence.from && capital(r, at - 1))
        return true;
    if (at + 1 >= sentence.to || !capital(r, at + 1))
        return false;
    bool dated =
        at + 2 < sentence.to && (r->t->flags[at + 2] & STM_WORD_NUMBER);
    return dated || (at > sentence.from &&
                     stm_str_eq(stm_lexicon_word(r->lex, r->t->word[at - 1]),
                                STM_LIT("the")));
}

/* "Mittwochabend": German writes the day and its part as one word. */
static const stm_time_word *compound(const reader *r, stm_mention *m)
{
    enum { SHORTEST_DAY = 6, LONGEST_DAY = 10 };
    stm_str w = stm_lexicon_word(r->lex, r->t->word[m->token]);
    for (size_t n = SHORTEST_DAY; n <= LONGEST_DAY && n < w.len; n++) {
        stm_str rest = {w.ptr + n, w.len - n};
        const stm_time_word *day =
            stm_relate__time_word((stm_str){w.ptr, n}, "de");
        const stm_time_word *part = stm_relate__time_word(rest, "de");
        if (!day || day->class != STM_TIME_DAY || !part ||
            part->class != STM_TIME_PART)
            continue;
        m->from = part->from, m->to = part->to;
        return day;
    }
    return NULL;
}

static const stm_time_word *day_at(const reader *r, stm_mention *m)
{
    const stm_time_word *w = stm_relate__time_at(r->t, r->lex, m->token);
    if (!w && r->german)
        return compound(r, m);
    return w && w->class == STM_TIME_DAY ? w : NULL;
}

/* The next token that is looked at. */
static uint32_t next_token(const reader *r, uint32_t i)
{
    return r->german ? i : stm_relate__next_day(r->t, r->lex, i);
}

bool stm_relate__mentions(stm_mentions *out, const stm_text *t,
                          const stm_lexicon *lex)
{
    reader r = {t, lex, stm_str_eq(stm_str_of(t->language), STM_LIT("de"))};
    const stm_span *sentence = t->sentence;
    for (uint32_t i = next_token(&r, 0); i < t->count;
         i = next_token(&r, i + 1)) {
        stm_mention m = {i, {i, i + 1}, 0, 0, 24, false};
        while (sentence->to <= i)
            sentence++;
        const stm_time_word *w = day_at(&r, &m);
        if (!w || in_a_name(&r, i, *sentence))
            continue;
        m.day = w->from;
        if (!look_around(&r, &m, *sentence))
            continue;
        m.ahead =
            ahead_from(&r, i, *sentence, -1) || ahead_from(&r, i, *sentence, 1);
        if (!stm_vec_push(out, m))
            return false;
    }
    return true;
}
