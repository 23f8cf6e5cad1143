/* Sentences are matched by the words that the collation puts at the same
 * places: a sentence belongs to the one of the other version that has most of
 * its words, if that is a third of the shorter of the two. What is left on the
 * one side was dropped, on the other added. */
#include "edition/changes.h"

#include <string.h>

#include "base/str.h"
#include "edition/claims.h"
#include "edition/sequence.h"

#define NO_SENTENCE UINT32_MAX
enum {
    PART = 3,       /* one word in so many makes a counterpart */
    ODD_WORDS = 256 /* of a sentence that are looked at one by one: a bound */
};

typedef struct side {
    uint32_t local;
    stm_edition__sequence text;
    stm_span *sentence;
    uint32_t sentences;
    uint32_t *of;   /* [words] its sentence */
    uint32_t *twin; /* [words] its counterpart on the other side */
} side;

typedef struct collator {
    const stm_edition__bench *b;
    stm_arena mem;
    side old, new;
    uint32_t *partner; /* [new sentences] of the old ones */
    bool spun;         /* words were replaced for no reason of content */
    bool *taken;       /* [old sentences] */
    uint32_t *shared;  /* [old sentences] words, scratch */
    stm_edition__odds gone, come;
    stm_edition__chars says, text;
    STM_VEC(stm_alteration) found;
} collator;

static const stm_text *text_of(const collator *c, const stm_edition__word *w)
{
    return c->b->column[w->column].text;
}

static bool read_side(collator *c, side *s, uint32_t local)
{
    s->local = local;
    if (!stm_edition__sequence_of(&s->text, c->b, local, &c->mem))
        return false;
    s->sentence = STM_ARENA_NEW(&c->mem, stm_span, s->text.count);
    s->of = STM_ARENA_NEW(&c->mem, uint32_t, s->text.count);
    s->twin = STM_ARENA_NEW(&c->mem, uint32_t, s->text.count);
    if (!s->sentence || !s->of || !s->twin)
        return false;
    for (uint32_t i = 0; i < s->text.count; i++) {
        const stm_edition__word *w = &s->text.word[i];
        if (!i || text_of(c, w)->flags[w->token] & STM_WORD_SENTENCE)
            s->sentence[s->sentences++] = (stm_span){i, i};
        s->sentence[s->sentences - 1].to = i + 1;
        s->of[i] = s->sentences - 1;
        s->twin[i] = STM_NO_TOKEN;
    }
    return true;
}

/* Words at one unit are each other's counterparts where both read alike. */
static bool find_twins(collator *c, uint32_t u, uint32_t v)
{
    const stm_edition__bench *b = c->b;
    uint32_t *at = STM_ARENA_NEW(&c->mem, uint32_t, b->units);
    if (!at)
        return false;
    for (uint32_t k = 0; k < b->units; k++)
        at[k] = STM_NO_TOKEN;
    for (uint32_t i = c->old.text.count; i-- > 0;)
        at[c->old.text.word[i].unit] = i;
    for (uint32_t i = 0; i < c->new.text.count; i++) {
        const stm_edition__word *w = &c->new.text.word[i];
        const uint32_t *state = stm_edition__states(b, w->unit);
        if (at[w->unit] == STM_NO_TOKEN || state[u] != state[v])
            continue;
        uint32_t j = at[w->unit] + w->at;
        c->new.twin[i] = j;
        c->old.twin[j] = i;
    }
    return true;
}

/* The old sentence that has most of the words of a new one. */
static uint32_t best_partner(collator *c, uint32_t sentence)
{
    stm_span s = c->new.sentence[sentence];
    uint32_t best = NO_SENTENCE, most = 0;
    for (uint32_t i = s.from; i < s.to; i++)
        if (c->new.twin[i] != STM_NO_TOKEN) {
            uint32_t o = c->old.of[c->new.twin[i]];
            if (++c->shared[o] > most)
                most = c->shared[o], best = o;
        }
    for (uint32_t i = s.from; i < s.to; i++)
        if (c->new.twin[i] != STM_NO_TOKEN)
            c->shared[c->old.of[c->new.twin[i]]] = 0;
    if (best == NO_SENTENCE)
        return best;
    stm_span o = c->old.sentence[best];
    uint32_t less =
        s.to - s.from < o.to - o.from ? s.to - s.from : o.to - o.from;
    return most * PART >= less ? best : NO_SENTENCE;
}

/* Words of a sentence that have no counterpart. */
static uint32_t alone(const side *s, uint32_t sentence)
{
    uint32_t n = 0;
    stm_span at = s->sentence[sentence];
    for (uint32_t i = at.from; i < at.to; i++)
        n += s->twin[i] == STM_NO_TOKEN;
    return n;
}

static bool match(collator *c)
{
    c->partner = STM_ARENA_NEW(&c->mem, uint32_t, c->new.sentences);
    c->taken = STM_ARENA_NEW(&c->mem, bool, c->old.sentences);
    c->shared = STM_ARENA_NEW(&c->mem, uint32_t, c->old.sentences);
    if (!c->partner || !c->taken || !c->shared)
        return false;
    for (uint32_t i = 0; i < c->new.sentences; i++) {
        c->partner[i] = best_partner(c, i);
        if (c->partner[i] != NO_SENTENCE)
            c->taken[c->partner[i]] = true;
    }
    /* one whose words went into other sentences was not dropped */
    for (uint32_t i = 0; i < c->old.sentences; i++) {
        stm_span s = c->old.sentence[i];
        c->taken[i] |=
            (s.to - s.from - alone(&c->old, i)) * PART >= s.to - s.from;
    }
    return true;
}

/* What was restored in place of the words from `i` on, where all of them lie in
 * the sentence; else NULL. */
static const stm_edition__restored *
restored_at(const collator *c, const side *s, uint32_t i, uint32_t to)
{
    const stm_edition__word *w = &s->text.word[i];
    const stm_edition__restored *r =
        w->at ? NULL : stm_edition__find_restored(c->b, w->unit, s->local);
    return r && to - i >= r->words ? r : NULL;
}

/* A sentence as it is written, on one line. */
static stm_str write_sentence(collator *c, const side *s, uint32_t sentence)
{
    stm_span at = s->sentence[sentence];
    c->text.count = 0;
    for (uint32_t i = at.from; i < at.to; i++) {
        const stm_edition__word *w = &s->text.word[i];
        const stm_edition__restored *r = restored_at(c, s, i, at.to);
        if (r) {
            if (!stm_edition__put(&c->text, r->text) ||
                !stm_edition__put_space(&c->text))
                return (stm_str){NULL, 0};
            i += r->words - 1;
            continue;
        }
        const stm_text *t = text_of(c, w);
        stm_str word = stm_str_cut(t->bytes, t->at[w->token]);
        bool next = i + 1 < at.to && w[1].column == w->column &&
                    w[1].token == w->token + 1;
        if ((i == at.from &&
             !stm_edition__put(&c->text,
                               stm_edition__marks_before(t, w->token))) ||
            !stm_edition__put(&c->text, word) ||
            (next ? !stm_edition__put_between(&c->text, t, w->token)
                  : !stm_edition__put(
                        &c->text, stm_edition__marks_behind(t, w->token))) ||
            (!next && !stm_edition__put_space(&c->text)))
            return (stm_str){NULL, 0};
    }
    return stm_edition__keep(c->b->out, &c->text);
}

/* The word behind word `i`, where both versions have it; a name of a month has
 * a capital, and "16 May" counts no things. */
static uint32_t beside(const collator *c, const side *s, uint32_t i)
{
    if (i + 1 >= s->text.count || s->twin[i + 1] == STM_NO_TOKEN)
        return STM_NO_TOKEN;
    const stm_edition__word *w = &s->text.word[i + 1];
    const stm_text *t = text_of(c, w);
    bool capital = t->flags[w->token] & STM_WORD_CAPITAL;
    return capital ? STM_NO_TOKEN : t->word[w->token];
}

static bool list_odd(const collator *c, const side *s, uint32_t sentence,
                     stm_edition__odds *out)
{
    stm_span at = s->sentence[sentence];
    out->count = 0;
    for (uint32_t i = at.from; i < at.to; i++) {
        const stm_edition__word *w = &s->text.word[i];
        stm_edition__odd odd = {text_of(c, w), w->token, beside(c, s, i)};
        if (s->twin[i] == STM_NO_TOKEN && !stm_vec_push(out, odd))
            return false;
    }
    return true;
}

/* Words that only changed their place are on both lists: off with them. */
static void cancel(stm_edition__odds *a, stm_edition__odds *b)
{
    size_t kept = 0;
    for (size_t i = 0; i < a->count; i++) {
        const stm_edition__odd *x = &a->items[i];
        size_t j = 0;
        while (j < b->count && b->items[j].text->word[b->items[j].token] !=
                                   x->text->word[x->token])
            j++;
        if (j == b->count) {
            a->items[kept++] = *x;
            continue;
        }
        memmove(&b->items[j], &b->items[j + 1],
                (b->count - j - 1) * sizeof *b->items);
        b->count--;
    }
    a->count = kept;
}

static bool add_changed(collator *c, uint32_t i, const char *language)
{
    uint32_t o = c->partner[i];
    stm_alteration a = {.says = {"", 0}};
    if (!alone(&c->new, i) && !alone(&c->old, o))
        return true;
    if (!list_odd(c, &c->old, o, &c->gone) ||
        !list_odd(c, &c->new, i, &c->come))
        return false;
    if (c->gone.count <= ODD_WORDS && c->come.count <= ODD_WORDS)
        cancel(&c->gone, &c->come);
    else
        c->gone.count = c->come.count = ODD_WORDS;
    if (!c->gone.count && !c->come.count)
        return true;
    a.kind = STM_ALTERED_REWORDED;
    if (!c->spun && !stm_edition__weigh(&a.kind, &c->says, &c->gone, &c->come,
                                        language, c->b->lex))
        return false;
    if (a.kind != STM_ALTERED_REWORDED)
        a.says = stm_edition__keep(c->b->out, &c->says);
    a.before = write_sentence(c, &c->old, o);
    a.after = write_sentence(c, &c->new, i);
    return a.says.ptr && a.before.ptr && a.after.ptr &&
           stm_vec_push(&c->found, a);
}

static bool add_one_sided(collator *c, const side *s, uint32_t sentence)
{
    bool added = s == &c->new;
    stm_str text = write_sentence(c, s, sentence), none = {"", 0};
    stm_alteration a = {added ? STM_ALTERED_ADDED : STM_ALTERED_DROPPED,
                        added ? none : text, added ? text : none, none};
    return text.ptr && stm_vec_push(&c->found, a);
}

static bool add_dropped(collator *c, uint32_t *from, uint32_t to)
{
    for (; *from < to; (*from)++)
        if (!c->taken[*from] && !add_one_sided(c, &c->old, *from))
            return false;
    return true;
}

static bool list_all(collator *c, const char *language)
{
    uint32_t dropped = 0;
    for (uint32_t i = 0; i < c->new.sentences; i++) {
        uint32_t o = c->partner[i];
        if (o == NO_SENTENCE
                ? !add_one_sided(c, &c->new, i)
                : !add_dropped(c, &dropped, o) || !add_changed(c, i, language))
            return false;
    }
    return add_dropped(c, &dropped, c->old.sentences);
}

static bool publish(const collator *c, stm_stage *out)
{
    stm_alteration *all =
        STM_ARENA_NEW(c->b->out, stm_alteration, c->found.count);
    for (size_t i = 0; all && i < c->found.count; i++) {
        all[i] = c->found.items[i];
        out->count[all[i].kind]++;
    }
    out->alterations = all;
    out->alteration_count = c->found.count;
    return all != NULL;
}

bool stm_edition__changes(const stm_edition__bench *b, uint32_t u, uint32_t v,
                          stm_stage *out)
{
    collator c = {.b = b, .spun = b->kind[v] == STM_SPUN};
    const char *language = b->column[b->near[v]].text->language;
    bool ok = read_side(&c, &c.old, u) && read_side(&c, &c.new, v) &&
              find_twins(&c, u, v) && match(&c) && list_all(&c, language) &&
              publish(&c, out);
    stm_vec_free(&c.gone);
    stm_vec_free(&c.come);
    stm_vec_free(&c.says);
    stm_vec_free(&c.text);
    stm_vec_free(&c.found);
    stm_arena_free(&c.mem);
    return ok;
}
