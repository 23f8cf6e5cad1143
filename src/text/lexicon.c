/* Words and stems of many texts as dense ids: open addressing over the 64-bit
 * hash, which stands for the word (two words of one hash would be one id; among
 * 10^7 words the chance is 3 in a million). */
#include "text/lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "text/fold.h"
#include "text/formula_words.h"
#include "text/function_words.h"
#include "text/token.h"
#include "text/word_hash.h"

static size_t find(const stm_lexicon *lex, const uint32_t *slot, size_t size,
                   uint64_t hash)
{
    size_t i = hash & (size - 1);
    while (slot[i] && lex->hash.items[slot[i] - 1] != hash)
        i = (i + 1) & (size - 1);
    return i;
}

static bool enlarge(stm_lexicon *lex)
{
    size_t size = lex->size ? lex->size * 2 : 1024;
    uint32_t *slot = calloc(size, sizeof *slot);
    if (!slot)
        return false;
    for (uint32_t i = 0; i < lex->entries.count; i++)
        slot[find(lex, slot, size, lex->hash.items[i])] = i + 1;
    free(lex->slot);
    lex->slot = slot;
    lex->size = size;
    return true;
}

static bool add(stm_lexicon *lex, uint64_t hash, stm_str word)
{
    stm_lexicon_entry e = {.word = stm_arena_copy(&lex->names, word)};
    e.formula = stm_text__is_formula(hash);
    if (!e.word.ptr || lex->entries.count >= STM_STEM_FUNCTION - 1 ||
        !stm_vec_reserve(&lex->hash, 1) || !stm_vec_reserve(&lex->tongues, 1) ||
        !stm_vec_reserve(&lex->function, 1) ||
        !stm_vec_reserve(&lex->hint, 1) || !stm_vec_push(&lex->entries, e))
        return false;
    uint64_t tongues = stm_text__function_languages(hash);
    lex->hash.items[lex->hash.count++] = hash;
    lex->tongues.items[lex->tongues.count++] = tongues;
    lex->hint.items[lex->hint.count++] =
        (uint16_t)(hash % STM_LEXICON_TONGUE |
                   (tongues ? STM_LEXICON_TONGUE : 0));
    lex->function.items[lex->function.count++] = false;
    return true;
}

/* Looks a word up; `*slot` is where it is or would be. */
static bool look_up(stm_lexicon *lex, uint64_t hash, uint32_t **slot)
{
    if (lex->entries.count >= lex->size / 2 && !enlarge(lex))
        return false;
    *slot = &lex->slot[find(lex, lex->slot, lex->size, hash)];
    return true;
}

static bool intern(stm_lexicon *lex, uint64_t hash, stm_str word, uint32_t *id)
{
    uint32_t *slot;
    if (!look_up(lex, hash, &slot))
        return false;
    if (!*slot) {
        if (!add(lex, hash, word))
            return false;
        *slot = (uint32_t)lex->entries.count;
    }
    *id = *slot - 1;
    return true;
}

/* Only a word that was never seen has to be folded. */
static bool intern_word(stm_lexicon *lex, const stm_text *t, stm_distinct *d)
{
    uint32_t *slot;
    char folded[STM_TEXT_FOLD_MAX];
    if (!look_up(lex, d->hash, &slot))
        return false;
    if (!*slot) {
        stm_str word = stm_str_cut(t->bytes, t->at[d->first]);
        word.len = stm_text__fold(word, folded);
        word.ptr = folded;
        return intern(lex, d->hash, word, &d->word_id);
    }
    d->word_id = *slot - 1;
    return true;
}

static bool intern_stem(stm_lexicon *lex, const stm_text *t, uint32_t tongue,
                        stm_distinct *d)
{
    const stm_lexicon_entry *e = &lex->entries.items[d->word_id];
    if (e->tongue == tongue + 1) {
        d->stem_id = e->stem;
        return true;
    }
    stm_str word = e->word, stem = stm_tongues__stem(&lex->met, tongue, d->hash,
                                                     word, t->flags[d->first]);
    if (!stem.ptr)
        return false;
    uint64_t hash = d->hash;
    if (stem.len != word.len || memcmp(stem.ptr, word.ptr, stem.len) != 0)
        hash = stm_text__hash(stem.ptr, stem.len);
    if (!intern(lex, hash, stem, &d->stem_id))
        return false;
    lex->entries.items[d->word_id].stem = d->stem_id;
    lex->entries.items[d->word_id].tongue = tongue + 1;
    return true;
}

/* A word is a function word when it is one in the language of a text that has
 * it: "die" is not one among English texts. */
static void count_text(stm_lexicon *lex, uint32_t id, uint64_t languages)
{
    stm_lexicon_entry *e = &lex->entries.items[id];
    if (lex->hint.items[id] & STM_LEXICON_TONGUE &&
        lex->tongues.items[id] & languages)
        lex->function.items[id] = true;
    e->df += e->last_text != lex->texts;
    e->last_text = lex->texts;
}

stm_status stm_lexicon_new(stm_lexicon **out, stm_error *err)
{
    *out = calloc(1, sizeof **out);
    return *out ? STM_OK
                : stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                           "out of memory for a lexicon");
}

void stm_lexicon_free(stm_lexicon *lex)
{
    if (!lex)
        return;
    stm_vec_free(&lex->entries);
    stm_vec_free(&lex->hash);
    stm_vec_free(&lex->tongues);
    stm_vec_free(&lex->function);
    stm_vec_free(&lex->hint);
    stm_arena_free(&lex->names);
    stm_tongues__free(&lex->met);
    stm_text__shingles_free(&lex->shingles);
    free(lex->slot);
    free(lex);
}

/* Words of a text lie far apart in the tables: they are asked for some words
 * before their turn, first the slot, then what it leads to. */
static void ask_for(const stm_lexicon *lex, const stm_text_own *own, uint32_t i)
{
    enum { SLOT = 16, ENTRY = 8 };
    if (own->distinct_count - i > SLOT && lex->size)
        __builtin_prefetch(
            &lex->slot[own->distinct[i + SLOT].hash & (lex->size - 1)]);
    if (own->distinct_count - i <= ENTRY || !lex->size)
        return;
    uint32_t at = lex->slot[own->distinct[i + ENTRY].hash & (lex->size - 1)];
    if (at) {
        __builtin_prefetch(&lex->hash.items[at - 1]);
        __builtin_prefetch(&lex->entries.items[at - 1].tongue, 1);
    }
}

static stm_status intern_all(stm_lexicon *lex, stm_text_own *own,
                             stm_error *err)
{
    uint32_t tongue;
    stm_status rc =
        stm_tongues__find(&tongue, &lex->met, own->text.language, err);
    for (uint32_t i = 0; rc == STM_OK && i < own->distinct_count; i++) {
        ask_for(lex, own, i);
        if (!intern_word(lex, &own->text, &own->distinct[i]) ||
            !intern_stem(lex, &own->text, tongue, &own->distinct[i]))
            rc = stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                          "out of memory for a lexicon");
    }
    return rc;
}

static bool has_ideographs(const stm_text *t)
{
    uint8_t any = 0;
    for (uint32_t i = 0; i < t->count; i++)
        any |= t->flags[i];
    return any & STM_WORD_IDEOGRAPH;
}

/* The stems of the text by first place; has none where characters stand for
 * words. False when out of memory. */
static bool take_stems(stm_text_own *own)
{
    stm_text *t = &own->text;
    if (has_ideographs(t))
        return true;
    t->own_stem = STM_ARENA_RAW(&own->mem, uint32_t, t->count);
    t->stems = STM_ARENA_RAW(&own->mem, uint32_t, own->distinct_count);
    return t->own_stem && t->stems;
}

static void number_stem(stm_lexicon *lex, stm_text *t, stm_distinct *d)
{
    stm_lexicon_entry *e = &lex->entries.items[d->stem_id];
    if (e->own_text != lex->texts) {
        bool may = lex->hint.items[d->stem_id] & STM_LEXICON_TONGUE;
        e->own_text = lex->texts;
        e->own_stem = t->stem_count;
        ((uint32_t *)t->stems)[t->stem_count++] =
            d->stem_id | (may ? STM_STEM_FUNCTION : 0);
    }
    d->own_stem = e->own_stem;
}

static void count_distinct(stm_lexicon *lex, stm_text_own *own)
{
    stm_distinct *d = own->distinct;
    uint64_t languages = own->language ? own->language : UINT64_MAX;
    lex->texts++;
    for (uint32_t i = 0; i < own->distinct_count; i++) {
        count_text(lex, d[i].word_id, languages);
        if (d[i].stem_id != d[i].word_id)
            count_text(lex, d[i].stem_id, languages);
        if (own->text.stems)
            number_stem(lex, &own->text, &d[i]);
        bool may = lex->hint.items[d[i].word_id] & STM_LEXICON_TONGUE;
        d[i].flags = may ? STM_WORD_FUNCTION : 0;
    }
}

static void fill_tokens(stm_text *t, stm_distinct *d)
{
    for (uint32_t i = 0; i < t->count; i++) {
        stm_distinct *x = &d[t->word[i]];
        t->word[i] = x->word_id;
        t->stem[i] = x->stem_id;
        if (t->own_stem)
            ((uint32_t *)t->own_stem)[i] = x->own_stem;
        ((uint8_t *)t->flags)[i] |= x->flags;
        x->count++;
    }
}

/* All that can fail comes first: ids may be given out in vain, but nothing is
 * counted and the text stays as it was. */
stm_status stm_lexicon_add(stm_lexicon *lex, stm_text *t, stm_error *err)
{
    stm_text_own *own = (stm_text_own *)t;
    if (own->added)
        return stm_fail(err, STM_EARG, STM_NO_OFFSET,
                        "the text is in a lexicon already");
    stm_status rc = intern_all(lex, own, err);
    if (rc == STM_OK && !take_stems(own))
        rc = stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                      "out of memory for the stems of a text");
    if (rc != STM_OK)
        return rc;
    count_distinct(lex, own);
    fill_tokens(t, own->distinct);
    for (uint32_t i = 0; i < own->distinct_count; i++)
        lex->entries.items[own->distinct[i].word_id].cf +=
            own->distinct[i].count;
    free(own->distinct);
    own->distinct = NULL;
    own->added = true;
    return STM_OK;
}

stm_status stm_lexicon_count_runs(stm_lexicon *lex, const stm_text *t,
                                  stm_error *err)
{
    if (!((const stm_text_own *)t)->added)
        return stm_fail(err, STM_EARG, STM_NO_OFFSET,
                        "the text is in no lexicon yet");
    return stm_text__shingles_add(&lex->shingles, t)
               ? STM_OK
               : stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                          "out of memory for the runs of a text");
}
