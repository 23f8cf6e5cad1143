/* Where the spun text and its source are known at one unit, words that stand
 * in the same order are pairs when there are as many of them, else the whole
 * stretch is one. Words that were kept count too: a spinner leaves some alone,
 * and a word of his may well be the author's. */
#include "edition/learn.h"

#include "edition/weights.h"

/* Tokens of a unit as one stretch of the text; false where they are not. */
static bool stretch(const stm_edition__bench *b, uint32_t unit, uint32_t c,
                    stm_span *out)
{
    stm_span s = stm_edition__cells(b, unit, c);
    const stm_edition__cell *cell = b->column[c].cell;
    if (s.from == s.to)
        return false;
    *out = (stm_span){cell[s.from].token, cell[s.to - 1].token + 1};
    for (uint32_t i = s.from; i < s.to; i++)
        if (cell[i].token != out->from + (i - s.from))
            return false;
    return true;
}

stm_edition__kind stm_edition__kind_of(const stm_text *t, uint32_t token)
{
    uint8_t f = t->flags[token];
    if (f & STM_WORD_CAPITAL)
        return f & STM_WORD_SENTENCE ? STM_EDITION_FIRST : STM_EDITION_NAME;
    return t->at[token].end - t->at[token].start < STM_EDITION_LONG_WORD
               ? STM_EDITION_SHORT
               : STM_EDITION_LONG;
}

static bool add(stm_edition__lessons *out, const stm_text *t, stm_span mine,
                const stm_text *s, stm_span theirs)
{
    uint32_t n = mine.to - mine.from, m = theirs.to - theirs.from;
    stm_edition__swap swap = {.spun = stm_edition__phrase_hash(t, mine.from, n),
                              .source =
                                  stm_edition__phrase_hash(s, theirs.from, m),
                              .text = s,
                              .token = theirs.from,
                              .length = m,
                              .words = n,
                              .count = 1,
                              .word = STM_NO_TOKEN,
                              .stem = STM_NO_TOKEN,
                              .turn = (uint32_t)out->swap.count};
    bool kept = swap.spun == swap.source;
    if (n == 1 && m == 1) {
        swap.word = t->word[mine.from], swap.stem = t->stem[mine.from];
        out->kind[stm_edition__kind_of(t, mine.from)][!kept]++;
    }
    *(kept ? &out->kept : &out->swapped) += n;
    return stm_vec_push(&out->swap, swap);
}

static bool compare(stm_edition__lessons *out, const stm_text *t, stm_span mine,
                    const stm_text *s, stm_span theirs)
{
    uint32_t n = mine.to - mine.from, m = theirs.to - theirs.from;
    if (n != m)
        return n > STM_EDITION_PHRASE || m > STM_EDITION_PHRASE ||
               add(out, t, mine, s, theirs);
    for (uint32_t i = 0; i < n; i++) {
        stm_span x = {mine.from + i, mine.from + i + 1};
        stm_span y = {theirs.from + i, theirs.from + i + 1};
        if (!add(out, t, x, s, y))
            return false;
    }
    return true;
}

/* A column that no spinner touched and that has what `u` reads. */
static uint32_t source_at(const stm_edition__bench *b, uint32_t unit,
                          uint32_t u)
{
    const uint32_t *state = stm_edition__states(b, unit);
    for (uint32_t c = 0; c < b->columns; c++)
        if (state[c] == state[u] && b->spinner[c] == STM_NO_LOCAL)
            return c;
    return STM_NO_LOCAL;
}

bool stm_edition__learn(const stm_edition__bench *b, uint32_t v,
                        stm_edition__lessons *out)
{
    uint32_t u = b->parent[v];
    for (uint32_t k = 0; k < b->units; k++) {
        stm_span mine, theirs;
        uint32_t c = source_at(b, k, u);
        if (c == STM_NO_LOCAL || !stretch(b, k, v, &mine) ||
            !stretch(b, k, c, &theirs))
            continue;
        if (!compare(out, b->column[v].text, mine, b->column[c].text, theirs))
            return false;
    }
    return stm_edition__settle(out);
}
