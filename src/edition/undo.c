/* Every wording that stood for words of a source somewhere is weighed by how
 * often it did, for this spinner and for others of the family; that it was kept
 * is one of them. What stands beside it speaks too: of two words the one that
 * goes with its neighbours in the language is likelier the author's, for the
 * spinner did not look at them. Longer phrases come first. */
#include "edition/undo.h"

#include <math.h>
#include <string.h>

#include "base/str.h"
#include "edition/weights.h"

typedef struct phrase {
    const stm_edition__undoer *u;
    uint32_t column, token, words;
    stm_str before, next; /* the words around it */
} phrase;

/* Sum over the wordings so far, and the best of them. */
typedef struct ballot {
    double sum, best, kept;
    const stm_edition__swap *swap;
    stm_str form; /* of the best, where it is another */
    char *room;   /* for it */
} ballot;

stm_str stm_edition__source_word(const stm_edition__bench *b,
                                 const stm_edition__swap *s, uint32_t i)
{
    const stm_text *t = b->column[s->column].text;
    return stm_lexicon_word(b->lex, t->word[s->token + i]);
}

/* How well words go with their neighbours: likelier in the language, more. */
static double fit(const phrase *p, const stm_edition__swap *s, stm_str form)
{
    double sum = 0;
    stm_str before = p->before;
    if (!p->u->language)
        return 1;
    for (uint32_t i = 0; i < s->length; i++) {
        stm_str word = stm_edition__source_word(p->u->b, s, i);
        word = form.len ? form : word;
        sum += stm_word_cost(p->u->language, before, word);
        before = word;
    }
    if (p->next.len)
        sum += stm_word_cost(p->u->language, before, p->next);
    return exp(-STM_EDITION_FIT * 2 * sum / (s->length + 1));
}

static void vote(ballot *b, const phrase *p, const stm_edition__swap *s,
                 double weight, stm_str form)
{
    double x = weight * s->count * fit(p, s, form);
    b->sum += x;
    if (s->spun == s->source) {
        b->kept += x;
    } else if (x > b->best) {
        b->best = x;
        b->swap = s;
        b->form = form;
        if (form.len)
            b->form.ptr = memcpy(b->room, form.ptr, form.len);
    }
}

static void ask(ballot *b, const phrase *p, const stm_edition__lessons *l,
                double weight)
{
    const stm_text *t = p->u->b->column[p->column].text;
    size_t count;
    const stm_edition__swap *s = stm_edition__find_swaps(
        l, stm_edition__phrase_hash(t, p->token, p->words), &count);
    for (size_t i = 0; i < count; i++)
        vote(b, p, &s[i], weight, STM_NONE);
}

/* The same for a word that was never seen, but another form of it was. */
static void ask_forms(ballot *b, const phrase *p, const stm_edition__lessons *l,
                      double weight)
{
    const stm_edition__bench *bench = p->u->b;
    const stm_text *t = bench->column[p->column].text;
    stm_str met = stm_lexicon_word(bench->lex, t->word[p->token]);
    char room[STM_EDITION_LONGEST];
    size_t count;
    const stm_edition__form *f =
        stm_edition__find_forms(l, t->stem[p->token], &count);
    for (size_t i = 0; i < count; i++) {
        const stm_edition__swap *s = &l->swap.items[f[i].swap];
        stm_str seen = stm_lexicon_word(bench->lex, s->word);
        stm_str source = stm_edition__source_word(bench, s, 0);
        stm_str form =
            s->spun == s->source
                ? met
                : stm_edition__inflect(p->u->language, seen, met, source, room);
        if (form.len && form.len <= STM_EDITION_LONGEST)
            vote(b, p, s, weight, form);
    }
}

/* As it is written, which is always possible. */
static void vote_for_itself(ballot *b, const phrase *p)
{
    stm_edition__swap own = {
        .column = p->column, .token = p->token, .length = p->words};
    double x = STM_EDITION_ITSELF * fit(p, &own, STM_NONE);
    b->sum += x;
    b->kept += x;
}

static stm_edition__guess decide(ballot *b, const phrase *p)
{
    if (!(b->sum > 0))
        return (stm_edition__guess){.words = p->words};
    vote_for_itself(b, p);
    if (b->swap && b->best > STM_EDITION_UNDO * b->sum)
        return (stm_edition__guess){b->swap, p->words, b->best / b->sum,
                                    b->form};
    return (stm_edition__guess){.words = p->words, .sure = b->kept / b->sum};
}

static stm_edition__guess guess(const phrase *p, char *room)
{
    ballot b = {.room = room};
    ask(&b, p, p->u->own, 1);
    ask(&b, p, p->u->all, STM_EDITION_OTHERS);
    if (!(b.sum > 0) && p->words == 1 && p->u->language) {
        ask_forms(&b, p, p->u->own, 1);
        ask_forms(&b, p, p->u->all, STM_EDITION_OTHERS);
    }
    return decide(&b, p);
}

static phrase phrase_at(const stm_edition__undoer *u, uint32_t c,
                        uint32_t token, uint32_t words, stm_str before)
{
    const stm_text *t = u->b->column[c].text;
    uint32_t next = token + words;
    phrase p = {u, c, token, words, before, STM_NONE};
    if (next < t->count && !(t->flags[next] & STM_WORD_SENTENCE))
        p.next = stm_lexicon_word(u->b->lex, t->word[next]);
    if (t->flags[token] & STM_WORD_SENTENCE)
        p.before = STM_NONE;
    return p;
}

stm_edition__guess stm_edition__undo(const stm_edition__undoer *u, uint32_t c,
                                     uint32_t token, uint32_t most,
                                     stm_str before, char *room)
{
    stm_edition__guess g = {.words = 1};
    for (uint32_t n = most; n > 0 && !g.swap; n--) {
        phrase p = phrase_at(u, c, token, n, before);
        g = guess(&p, room);
    }
    if (!g.swap && !(g.sure > 0)) /* never seen: kept as often as others are */
        g.sure = (u->own->kept + 1.0) / (u->own->kept + u->own->swapped + 2.0);
    return g;
}
