/* A spinner's work undone: where only a spun text has a passage, its source had
 * it too, in other words. What he wrote elsewhere for words that others kept
 * tells which. Longer phrases are looked up first; a word that was never seen
 * beside its source stays. */
#include "edition/restore.h"

#include <stemma/relate.h>

#include "base/str.h"
#include "edition/forms.h"
#include "edition/learn.h"
#include "edition/undo.h"
#include "edition/weights.h"
#include "edition/wording.h"

/* Who undoes what. */
typedef struct desk {
    stm_edition__bench *b;
    stm_edition__lessons *of;          /* [columns] of the spun ones */
    stm_edition__undoer *undoer;       /* [columns] */
    stm_edition__chars text;           /* scratch */
    stm_str last;                      /* the word put last, folded */
    char form[2][STM_EDITION_LONGEST]; /* room for it, and for the next */
    unsigned turn;
} desk;

static bool undoer_of(stm_edition__undoer *out, const desk *d, uint32_t v,
                      const stm_edition__school *school)
{
    const stm_page *page = d->b->witness[d->b->node[v]].page;
    stm_edition__undoer u = {
        .lex = d->b->lex, .own = &d->of[v], .school = school};
    bool ok = true;
    if (page && stm_word_cost(page->language, STM_NONE, STM_NONE) >= 0)
        u.language = page->language;
    if (u.language) {
        u.regular = stm_edition__regular(u.own, u.lex, u.language);
        stm_edition__synonyms_in(&u.book, u.language);
        ok = stm_edition__survey(&u.habit, u.own, u.lex, &u.book);
    }
    *out = u;
    return ok;
}

static bool attend(desk *d, const stm_edition__school *school)
{
    const stm_edition__bench *b = d->b;
    for (uint32_t v = 0; v < b->columns; v++) {
        if (b->spinner[v] != v)
            continue;
        if (!stm_edition__learn(b, v, &d->of[v]) ||
            !undoer_of(&d->undoer[v], d, v, school))
            return false;
    }
    return true;
}

/* The text to restore from: a spun one, where nobody else reads the same. */
static uint32_t spun_source(const stm_edition__bench *b, uint32_t unit,
                            uint32_t x)
{
    const uint32_t *state = stm_edition__states(b, unit);
    uint32_t best = STM_NO_LOCAL;
    for (uint32_t c = 0; c < b->columns; c++) {
        if (state[c] != state[x])
            continue;
        if (b->spinner[c] == STM_NO_LOCAL || b->spinner[c] == b->spinner[x])
            return STM_NO_LOCAL;
        if (best == STM_NO_LOCAL || b->spinner[c] == c)
            best = c;
    }
    return best;
}

static bool put_word(desk *s, stm_str word, bool capital)
{
    size_t at = s->text.count;
    if (!stm_edition__put(&s->text, word))
        return false;
    if (capital && word.len && *word.ptr >= 'a' && *word.ptr <= 'z')
        s->text.items[at] = (char)(*word.ptr - 32);
    return true;
}

/* As the source writes it, with the capital of the word it takes the place of
 * where that starts a sentence. */
static bool put_source(desk *s, const stm_edition__swap *w, bool capital)
{
    const stm_text *t = w->text;
    for (uint32_t i = w->token; i < w->token + w->length; i++) {
        bool starts = t->flags[i] & STM_WORD_SENTENCE;
        stm_str word = {t->bytes.ptr + t->at[i].start,
                        t->at[i].end - t->at[i].start};
        if (starts) /* as it is written within a sentence */
            word = stm_lexicon_word(s->b->lex, t->word[i]);
        if ((i > w->token && !stm_edition__put_space(&s->text)) ||
            !put_word(s, word, capital && i == w->token))
            return false;
    }
    return true;
}

/* One phrase of the spun text, restored where that is known. */
static bool put_phrase(desk *s, uint32_t c, uint32_t token, uint32_t most,
                       stm_edition__guess *g)
{
    const stm_text *t = s->b->column[c].text;
    const stm_edition__undoer *u = &s->undoer[s->b->spinner[c]];
    s->turn = !s->turn;
    *g = stm_edition__undo(u, t, token, most, s->last, s->form[s->turn]);
    bool capital = t->flags[token] & STM_WORD_SENTENCE;
    if (g->form.len) {
        s->last = g->form;
        return put_word(s, g->form, capital);
    }
    if (g->swap) {
        s->last =
            stm_edition__source_word(s->b->lex, g->swap, g->swap->length - 1);
        return put_source(s, g->swap, capital);
    }
    s->last = stm_lexicon_word(s->b->lex, t->word[token]);
    return stm_edition__put(&s->text, stm_str_cut(t->bytes, t->at[token]));
}

/* Words that stand on end in the text, from cell `i` on. */
static uint32_t run_of(const stm_edition__column *col, uint32_t i, uint32_t to)
{
    uint32_t n = 1;
    while (i + n < to && n < STM_EDITION_PHRASE &&
           col->cell[i + n].token == col->cell[i].token + n)
        n++;
    return n;
}

static bool restore_unit(desk *s, uint32_t unit, uint32_t x, uint32_t c)
{
    stm_edition__bench *b = s->b;
    const stm_edition__column *col = &b->column[c];
    stm_span cells = stm_edition__cells(b, unit, c);
    double sum = 0;
    stm_edition__guess g;
    uint32_t all = cells.to - cells.from;
    s->text.count = 0;
    for (uint32_t i = cells.from; i < cells.to; i += g.words) {
        uint32_t token = col->cell[i].token;
        bool apart =
            i > cells.from && !stm_edition__is_joined(col->text, token);
        if ((apart && !stm_edition__put_space(&s->text)) ||
            !stm_edition__put(&s->text,
                              stm_edition__marks_before(col->text, token)) ||
            !put_phrase(s, c, token, run_of(col, i, cells.to), &g) ||
            !stm_edition__put(&s->text, stm_edition__marks_behind(
                                            col->text, token + g.words - 1)))
            return false;
        sum += g.sure * g.words;
    }
    stm_edition__restored r = {unit, x, stm_edition__keep(b->out, &s->text),
                               all ? sum / all : 0, all};
    r.sure *= (double)b->sure[(size_t)unit * b->nodes + x];
    return r.text.ptr && stm_vec_push(&b->restored, r);
}

static bool restore_all(desk *s)
{
    stm_edition__bench *b = s->b;
    for (uint32_t u = 0; u < b->units; u++)
        for (uint32_t x = b->columns; x < b->nodes; x++) {
            if (stm_edition__read(b, u, x)->empty)
                continue;
            uint32_t c = spun_source(b, u, x);
            if (c != STM_NO_LOCAL && !restore_unit(s, u, x, c))
                return false;
        }
    return true;
}

bool stm_edition__restore(stm_edition__bench *b,
                          const stm_edition__school *school)
{
    desk d = {.b = b};
    d.of = STM_ARENA_NEW(&b->mem, stm_edition__lessons, b->columns);
    d.undoer = STM_ARENA_NEW(&b->mem, stm_edition__undoer, b->columns);
    bool ok = d.of && d.undoer && attend(&d, school) && restore_all(&d);
    for (uint32_t v = 0; d.of && v < b->columns; v++)
        stm_edition__lessons_free(&d.of[v]);
    for (uint32_t v = 0; d.undoer && v < b->columns; v++)
        stm_edition__habit_free(&d.undoer[v].habit);
    stm_vec_free(&d.text);
    return ok;
}

bool stm_edition__teach(const stm_edition__bench *b,
                        stm_edition__school *school)
{
    bool ok = true;
    for (uint32_t v = 0; ok && v < b->columns; v++) {
        stm_edition__lessons own = {0};
        if (b->spinner[v] == v)
            ok = stm_edition__learn(b, v, &own) &&
                 stm_edition__enrol(school, &own);
        stm_edition__lessons_free(&own);
    }
    return ok;
}

const stm_edition__restored *
stm_edition__find_restored(const stm_edition__bench *b, uint32_t unit,
                           uint32_t local)
{
    size_t from = 0, to = b->restored.count;
    const stm_edition__restored *r = b->restored.items;
    while (from < to) {
        size_t mid = from + (to - from) / 2;
        if (r[mid].unit < unit || (r[mid].unit == unit && r[mid].local < local))
            from = mid + 1;
        else
            to = mid;
    }
    bool found = from < b->restored.count && r[from].unit == unit &&
                 r[from].local == local;
    return found ? &r[from] : NULL;
}
