/* A spinner's words are looked up in the thesaurus where the author's are
 * known: the oftener it has them, the more it says of the others. What he did
 * with a word that he met is known, and no thesaurus need be asked. */
#include "edition/habit.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/str.h"
#include "edition/weights.h"

static bool has(const stm_edition__synonyms *book, stm_str word, stm_str source)
{
    stm_range r = stm_edition__synonyms_of(book, word);
    for (uint32_t i = r.start; i < r.end; i++)
        if (stm_str_eq(stm_edition__synonym_at(book, i).source, source))
            return true;
    return false;
}

static int by_word(const void *x, const void *y)
{
    const stm_edition__met *a = x, *b = y;
    return (a->word > b->word) - (a->word < b->word);
}

/* Alike words become one. */
static void settle(stm_edition__habit *h)
{
    stm_edition__met *m = h->met.items;
    size_t kept = 0;
    if (h->met.count)
        qsort(m, h->met.count, sizeof *m, by_word);
    for (size_t i = 0; i < h->met.count; i++) {
        if (kept && m[kept - 1].word == m[i].word)
            m[kept - 1].count += m[i].count;
        else
            m[kept++] = m[i];
    }
    h->met.count = kept;
}

bool stm_edition__survey(stm_edition__habit *out,
                         const stm_edition__lessons *own,
                         const stm_lexicon *lex,
                         const stm_edition__synonyms *book)
{
    uint32_t all = 0, looked_up = 0;
    for (size_t i = 0; i < own->swap.count; i++) {
        const stm_edition__swap *s = &own->swap.items[i];
        if (s->word == STM_NO_TOKEN)
            continue;
        stm_str source = stm_lexicon_word(lex, s->text->word[s->token]);
        stm_edition__met m = {stm_hash_bytes(source.ptr, source.len), s->count};
        if (!stm_vec_push(&out->met, m))
            return false;
        all += s->count;
        if (s->spun != s->source &&
            has(book, stm_lexicon_word(lex, s->word), source))
            looked_up += s->count;
    }
    out->by_the_book =
        (looked_up + STM_EDITION_BOOK_SEEN) / (all + STM_EDITION_BOOK_SEEN_OF);
    settle(out);
    return true;
}

uint32_t stm_edition__how_often_met(const stm_edition__habit *h, stm_str word)
{
    stm_edition__met key = {stm_hash_bytes(word.ptr, word.len), 0};
    const stm_edition__met *m =
        h->met.count
            ? bsearch(&key, h->met.items, h->met.count, sizeof key, by_word)
            : NULL;
    return m ? m->count : 0;
}

void stm_edition__habit_free(stm_edition__habit *h) { stm_vec_free(&h->met); }
