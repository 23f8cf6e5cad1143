/* Words and stems of many texts as dense ids: open addressing over the 64-bit
 * hash, which stands for the word (two words of one hash would be one id; among
 * 10^7 words the chance is 3 in a million). */
#include <stdlib.h>
#include <string.h>

#include <stemma/text.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"
#include "text/fold.h"
#include "text/formula_words.h"
#include "text/function_words.h"
#include "text/shingles.h"
#include "text/token.h"
#include "text/tongue.h"
#include "text/word_hash.h"

typedef struct entry {
    uint64_t cf;
    stm_str word;
    uint32_t df;
    uint32_t last_text; /* the text that counted last, from 1 */
    uint32_t stem;      /* id of its stem, in the language it had last */
    uint32_t tongue;    /* that language + 1; 0: not asked for yet */
    uint32_t own_text;  /* the text that had it as a stem last, from 1 */
    uint32_t own_stem;  /* its number there */
    bool formula;
} entry;

struct stm_lexicon {
    const stm_lexicon *whole; /* of which this is the part of two texts */
    const stm_text *part[2];
    uint64_t languages; /* theirs */
    STM_VEC(entry) entries;
    /* by id, too; what is asked of every token stands close together */
    STM_VEC(uint64_t) hash;
    STM_VEC(uint64_t) tongues; /* it is a function word of, one bit each */
    STM_VEC(bool) function;
    STM_VEC(uint16_t) hint; /* the end of the hash, and SOME_TONGUE */
    uint32_t *slot;         /* an index of entries + 1 */
    size_t size;            /* of slot; a power of two */
    uint32_t texts;
    stm_tongues met;
    stm_arena names;
    stm_shingles shingles;
};

/* A function word of any language. Hints of a hundred thousand words fit a
 * cache that their hashes do not fit, and most questions end with them. */
enum { SOME_TONGUE = 1 << STM_LEXICON_HINT_BITS };

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
    entry e = {.word = stm_arena_copy(&lex->names, word)};
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
        (uint16_t)(hash % SOME_TONGUE | (tongues ? SOME_TONGUE : 0));
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
    const entry *e = &lex->entries.items[d->word_id];
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
    entry *e = &lex->entries.items[id];
    if (lex->hint.items[id] & SOME_TONGUE && lex->tongues.items[id] & languages)
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
    entry *e = &lex->entries.items[d->stem_id];
    if (e->own_text != lex->texts) {
        bool may = lex->hint.items[d->stem_id] & SOME_TONGUE;
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
        bool may = lex->hint.items[d[i].word_id] & SOME_TONGUE;
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

static uint64_t languages_of(const stm_text *t)
{
    const stm_text_own *own = (const stm_text_own *)t;
    return own->language ? own->language : UINT64_MAX;
}

stm_status stm_lexicon_of_two(stm_lexicon **out, const stm_lexicon *lex,
                              const stm_text *a, const stm_text *b,
                              stm_error *err)
{
    stm_status rc = stm_lexicon_new(out, err);
    if (rc != STM_OK)
        return rc;
    (*out)->whole = lex->whole ? lex->whole : lex;
    (*out)->part[0] = a;
    (*out)->part[1] = b;
    (*out)->texts = 2;
    (*out)->languages = languages_of(a) | languages_of(b);
    return STM_OK;
}

static const stm_lexicon *whole_of(const stm_lexicon *lex)
{
    return lex->whole ? lex->whole : lex;
}

static uint64_t count_in(const stm_text *t, uint32_t id)
{
    uint64_t n = 0;
    for (uint32_t i = 0; i < t->count; i++)
        n += t->word[i] == id;
    return n;
}

static bool has(const stm_text *t, uint32_t id)
{
    for (uint32_t i = 0; i < t->count; i++)
        if (t->word[i] == id || t->stem[i] == id)
            return true;
    return false;
}

uint32_t stm_lexicon_size(const stm_lexicon *lex)
{
    return (uint32_t)whole_of(lex)->entries.count;
}

uint32_t stm_lexicon_texts(const stm_lexicon *lex) { return lex->texts; }

uint32_t stm_lexicon_df(const stm_lexicon *lex, uint32_t id)
{
    if (lex->whole)
        return has(lex->part[0], id) + has(lex->part[1], id);
    return lex->entries.items[id].df;
}

uint64_t stm_lexicon_cf(const stm_lexicon *lex, uint32_t id)
{
    if (lex->whole)
        return count_in(lex->part[0], id) + count_in(lex->part[1], id);
    return lex->entries.items[id].cf;
}

stm_str stm_lexicon_word(const stm_lexicon *lex, uint32_t id)
{
    return whole_of(lex)->entries.items[id].word;
}

uint64_t stm_lexicon_hash(const stm_lexicon *lex, uint32_t id)
{
    return whole_of(lex)->hash.items[id];
}

const uint16_t *stm_lexicon_hints(const stm_lexicon *lex)
{
    return whole_of(lex)->hint.items;
}

bool stm_lexicon_is_function(const stm_lexicon *lex, uint32_t id)
{
    const stm_lexicon *whole = lex->whole;
    if (!whole)
        return lex->function.items[id];
    return whole->hint.items[id] & SOME_TONGUE &&
           whole->tongues.items[id] & lex->languages;
}

bool stm_lexicon_is_formula(const stm_lexicon *lex, uint32_t id)
{
    return whole_of(lex)->entries.items[id].formula;
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

uint32_t stm_lexicon_run_texts(const stm_lexicon *lex, const stm_text *t,
                               uint32_t i)
{
    return stm_text__shingles_texts(&lex->shingles, t, i);
}
