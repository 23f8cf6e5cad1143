/* Every wording that a spinner's word was seen to stand for is weighed by how
 * often it did, with him and, as far as they agree, with others; that it was
 * kept is one of them, and what a thesaurus has for the word are others, as far
 * as he was seen to go by it. What he does with a word he does again: one that
 * he always replaced is not the author's where it stands. And what stands
 * beside it speaks: of two words the one that goes better with its neighbours
 * is likelier the author's, for the spinner did not look at them. Longer
 * phrases come first. */
#include "edition/undo.h"

#include <math.h>
#include <string.h>

#include <stemma/relate.h>

#include "base/str.h"
#include "edition/learn.h"

typedef struct phrase {
    const stm_edition__undoer *u;
    const stm_text *text;
    uint32_t token, words;
    uint64_t hash;
    stm_str before, next;   /* the words around it */
    double fit;             /* of the words as they stand */
    stm_edition__kind kind; /* of the first word */
    double bias;            /* of one like this to be replaced */
} phrase;

/* Sum over the wordings so far, and the best of them. */
typedef struct ballot {
    double sum, best, kept;
    bool seen;  /* the words were met where their source is known */
    bool found; /* there is a best one */
    const stm_edition__swap *swap;
    stm_str form; /* of the best, where it is another */
    char *room;   /* for it */
} ballot;

stm_str stm_edition__source_word(const stm_lexicon *lex,
                                 const stm_edition__swap *s, uint32_t i)
{
    return stm_lexicon_word(lex, s->text->word[s->token + i]);
}

/* How much likelier a word is for standing behind another, in nats. */
static double bond(const phrase *p, stm_str before, stm_str word)
{
    if (!before.len || !word.len)
        return 0;
    return stm_word_cost(p->u->language, STM_NONE, word) -
           stm_word_cost(p->u->language, before, word);
}

/* How well words go with their neighbours: those of a text, or one form. */
static double fit(const phrase *p, const stm_text *t, uint32_t token,
                  uint32_t length, stm_str form)
{
    double sum = 0;
    stm_str before = p->before;
    if (!p->u->language)
        return 0;
    for (uint32_t i = 0; i < length; i++) {
        stm_str word =
            form.len ? form : stm_lexicon_word(p->u->lex, t->word[token + i]);
        sum += bond(p, before, word);
        before = word;
    }
    sum += bond(p, before, p->next);
    return STM_EDITION_FIT * 2 * sum / (length + 1);
}

/* For what `s` stands for, or for `form` of it, or for `form` alone. */
static void vote(ballot *b, const phrase *p, const stm_edition__swap *s,
                 double weight, stm_str form)
{
    const stm_text *t = s ? s->text : p->text;
    double x = weight * p->bias *
               exp(fit(p, t, s ? s->token : p->token, s ? s->length : 1, form) -
                   p->fit);
    bool earlier = s && b->swap && s->turn < b->swap->turn;
    b->sum += x;
    if (x < b->best || (x <= b->best && b->found && !earlier))
        return;
    b->found = true;
    b->best = x;
    b->swap = s;
    b->form = form;
    if (form.len)
        b->form.ptr = memcpy(b->room, form.ptr, form.len);
}

static void keep(ballot *b, double weight)
{
    b->sum += weight;
    b->kept += weight;
}

static void ask_him(ballot *b, const phrase *p)
{
    const stm_edition__undoer *u = p->u;
    size_t count;
    const stm_edition__swap *s =
        stm_edition__find_swaps(u->own, p->hash, &count);
    b->seen |= count > 0;
    for (size_t i = 0; i < count; i++)
        if (s[i].spun == s[i].source)
            keep(b, s[i].count);
        else
            vote(b, p, &s[i],
                 s[i].count + stm_edition__of_others(u->school, u->own, &s[i]),
                 STM_NONE);
}

static void ask_others(ballot *b, const phrase *p)
{
    const stm_edition__undoer *u = p->u;
    size_t count;
    const stm_edition__swap *s =
        stm_edition__find_swaps(&u->school->all, p->hash, &count);
    for (size_t i = 0; i < count && i < STM_EDITION_CANDIDATES; i++) {
        if (s[i].spun == s[i].source ||
            stm_edition__find_swap(u->own, s[i].spun, s[i].source))
            continue;
        double x = stm_edition__of_others(u->school, u->own, &s[i]);
        b->seen |= x > 0;
        if (x > 0)
            vote(b, p, &s[i], x, STM_NONE);
    }
}

/* The same for a word that was never seen, but another form of it was. */
static void ask_forms(ballot *b, const phrase *p, const stm_edition__lessons *l)
{
    const stm_edition__undoer *u = p->u;
    stm_str met = stm_lexicon_word(u->lex, p->text->word[p->token]);
    char room[STM_EDITION_LONGEST];
    size_t count;
    const stm_edition__form *f =
        stm_edition__find_forms(l, p->text->stem[p->token], &count);
    for (size_t i = 0; i < count && i < STM_EDITION_CANDIDATES; i++) {
        const stm_edition__swap *s = &l->swap.items[f[i].swap];
        double weight = l == u->own
                            ? s->count
                            : stm_edition__of_others(u->school, u->own, s);
        if (s->spun == s->source) {
            keep(b, l == u->own ? s->count : 0);
            continue;
        }
        stm_str form = stm_edition__inflect(
            u->language, stm_lexicon_word(u->lex, s->word), met,
            stm_edition__source_word(u->lex, s, 0), room);
        if (!form.len || !(weight > 0))
            continue;
        b->seen = true;
        keep(b, weight * (1 - u->regular));
        vote(b, p, s, weight * u->regular, form);
    }
}

/* How often he kept all words of a phrase: no oftener than the rarest. */
static uint32_t kept_apart(const phrase *p)
{
    uint32_t least = UINT32_MAX;
    for (uint32_t i = 0; i < p->words; i++) {
        const stm_edition__origin *o = stm_edition__find_origin(
            p->u->own, stm_edition__phrase_hash(p->text, p->token + i, 1));
        uint32_t kept = o ? o->kept : 0;
        least = kept < least ? kept : least;
    }
    return least;
}

/* How often he replaces words of a kind, to how often he does any. */
static double zeal(const stm_edition__lessons *l, stm_edition__kind kind)
{
    const uint32_t *n = l->kind[kind];
    double rate = (l->swapped + 1.0) / (l->kept + l->swapped + 2.0);
    return (n[1] + STM_EDITION_KIND * rate) /
           ((n[0] + n[1] + STM_EDITION_KIND) * rate);
}

/* What he may have looked up: words that he was not met with, for what he does
 * with the others is known. Where spinners go by one thesaurus, as two of them
 * who put the same foretell the third, what he looks up was mostly seen. */
static void ask_book(ballot *b, const phrase *p)
{
    const stm_edition__undoer *u = p->u;
    double habit = u->habit.by_the_book * zeal(u->own, p->kind) *
                   (1 - u->school->agree[2]);
    stm_str met = stm_lexicon_word(u->lex, p->text->word[p->token]);
    stm_range r = stm_edition__synonyms_of(&u->book, met);
    for (uint32_t i = r.start; i < r.end; i++) {
        stm_edition__synonym s = stm_edition__synonym_at(&u->book, i);
        uint32_t seen = stm_edition__how_often_met(&u->habit, s.source);
        double steady = STM_EDITION_STEADY / (seen + STM_EDITION_STEADY);
        vote(b, p, NULL,
             STM_EDITION_BOOK * habit * steady * exp(-s.cost) / p->bias,
             s.source);
    }
}

/* How usual a word is in the language: of a common one many are the author's,
 * though the spinner wrote it for another somewhere. */
static double usual(const phrase *p)
{
    const stm_edition__undoer *u = p->u;
    stm_str word = stm_lexicon_word(u->lex, p->text->word[p->token]);
    return u->language && p->words == 1
               ? exp(-stm_word_cost(u->language, STM_NONE, word))
               : 0;
}

/* That the words are the author's, which others who kept them tell a little
 * of: less likely, where he would have replaced them. */
static void weigh_kept(ballot *b, const phrase *p)
{
    const stm_edition__origin *o = stm_edition__find_origin(p->u->own, p->hash);
    double others =
        stm_edition__kept_by_others(p->u->school, p->u->own, p->hash);
    keep(b, (STM_EDITION_ITSELF + STM_EDITION_USUAL * usual(p)) / p->bias);
    keep(b,
         fmin(STM_EDITION_OTHERS_KEPT * others, STM_EDITION_OTHERS_KEPT_MOST));
    if (p->words > 1)
        keep(b, kept_apart(p));
    double spared =
        o ? (o->kept + STM_EDITION_STEADY) / (o->count + STM_EDITION_STEADY)
          : stm_edition__spared(p->u->school, p->hash);
    b->sum -= b->kept * (1 - spared);
    b->kept *= spared;
}

/* How often he keeps any word. */
static double kept_rate(const stm_edition__lessons *l)
{
    return (l->kept + 1.0) / (l->kept + l->swapped + 2.0);
}

static stm_edition__guess guess(const phrase *p, char *room)
{
    ballot b = {.room = room};
    ask_him(&b, p);
    ask_others(&b, p);
    if (!b.seen && p->words == 1 && p->u->language) {
        ask_forms(&b, p, p->u->own);
        ask_forms(&b, p, &p->u->school->all);
    }
    if (p->words == 1)
        ask_book(&b, p);
    if (!b.seen && !b.found)
        return (stm_edition__guess){.words = p->words};
    weigh_kept(&b, p);
    if (b.found && b.best > STM_EDITION_UNDO * (b.best + b.kept))
        return (stm_edition__guess){b.swap, p->words, b.best / b.sum, b.form};
    double sure = b.kept / b.sum;
    return (stm_edition__guess){
        .words = p->words, .sure = b.seen ? sure : sure * kept_rate(p->u->own)};
}

/* By how much a word with a capital, a name or the first of a sentence, is less
 * likely to be replaced than other words are, with this spinner. */
static double bias_of(const stm_edition__lessons *l, stm_edition__kind kind)
{
    const uint32_t *n = l->kind[kind];
    if (kind != STM_EDITION_NAME && kind != STM_EDITION_FIRST)
        return 1;
    double such = (n[1] + STM_EDITION_NAMES) / (n[0] + STM_EDITION_NAMES);
    double others = (l->swapped - n[1] + 1.0) / (l->kept - n[0] + 1.0);
    return fmin(1, such / others);
}

/* The word that the author likely had at a token, from what the spinner was met
 * with: beside another it tells more than the spinner's. */
static stm_str likely_word(const stm_edition__undoer *u, const stm_text *t,
                           uint32_t token)
{
    size_t count, best = 0;
    const stm_edition__swap *s = stm_edition__find_swaps(
        u->own, stm_edition__phrase_hash(t, token, 1), &count);
    for (size_t i = 1; i < count; i++)
        if (s[i].count > s[best].count)
            best = i;
    return count ? stm_edition__source_word(u->lex, &s[best], 0)
                 : stm_lexicon_word(u->lex, t->word[token]);
}

static phrase phrase_at(const stm_edition__undoer *u, const stm_text *t,
                        uint32_t token, uint32_t words, stm_str before)
{
    uint32_t next = token + words;
    phrase p = {.u = u,
                .text = t,
                .token = token,
                .words = words,
                .hash = stm_edition__phrase_hash(t, token, words),
                .before = before,
                .kind = stm_edition__kind_of(t, token)};
    p.bias = bias_of(u->own, p.kind);
    if (next < t->count && !(t->flags[next] & STM_WORD_SENTENCE))
        p.next = likely_word(u, t, next);
    if (t->flags[token] & STM_WORD_SENTENCE)
        p.before = STM_NONE;
    p.fit = fit(&p, t, token, words, STM_NONE);
    return p;
}

stm_edition__guess stm_edition__undo(const stm_edition__undoer *u,
                                     const stm_text *t, uint32_t token,
                                     uint32_t most, stm_str before, char *room)
{
    stm_edition__guess g = {.words = 1};
    for (uint32_t n = most; n > 0 && !g.swap && !g.form.len; n--) {
        phrase p = phrase_at(u, t, token, n, before);
        g = guess(&p, room);
    }
    if (!(g.sure > 0)) /* never seen */
        g.sure = kept_rate(u->own);
    return g;
}
