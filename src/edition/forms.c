/* A spinner who knows words by their stems writes "conflicts" for "wars" once
 * he writes "conflict" for "war"; one who draws a word for each form, or looks
 * forms up in a list, does not. Of two forms that were both met, does the one
 * foretell what stands for the other? */
#include "edition/forms.h"

#include "base/str.h"
#include "edition/inflect.h"
#include "edition/weights.h"

typedef struct survey {
    const stm_edition__lessons *own;
    const stm_lexicon *lex;
    const char *language;
    uint32_t asked, right;
} survey;

static stm_str source_of(const survey *s, const stm_edition__swap *x)
{
    return stm_lexicon_word(s->lex, x->text->word[x->token]);
}

/* What `x` foretells of the form that `y` spun, if anything: is it so? */
static void ask(survey *s, const stm_edition__swap *x,
                const stm_edition__swap *y)
{
    char room[STM_EDITION_LONGEST];
    stm_str form = stm_edition__inflect(
        s->language, stm_lexicon_word(s->lex, x->word),
        stm_lexicon_word(s->lex, y->word), source_of(s, x), room);
    if (!form.len)
        return;
    s->asked++;
    s->right += stm_str_eq(form, source_of(s, y));
}

static void ask_stem(survey *s, size_t from, size_t to)
{
    const stm_edition__form *f = s->own->form.items;
    const stm_edition__swap *swap = s->own->swap.items;
    for (size_t i = from; i < to; i++)
        for (size_t j = from; j < to; j++) {
            const stm_edition__swap *x = &swap[f[i].swap];
            const stm_edition__swap *y = &swap[f[j].swap];
            if (x->spun != x->source && x->word != y->word)
                ask(s, x, y);
        }
}

double stm_edition__regular(const stm_edition__lessons *own,
                            const stm_lexicon *lex, const char *language)
{
    survey s = {.own = own, .lex = lex, .language = language};
    const stm_edition__form *f = own->form.items;
    size_t to;
    for (size_t i = 0; i < own->form.count; i = to) {
        for (to = i; to < own->form.count && f[to].stem == f[i].stem;)
            to++;
        if (to - i <= STM_EDITION_CANDIDATES)
            ask_stem(&s, i, to);
    }
    return (s.right + STM_EDITION_REGULAR) / (s.asked + STM_EDITION_REGULAR);
}
