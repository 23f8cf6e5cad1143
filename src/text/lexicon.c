/* Words and stems of many texts as dense ids: open addressing over the 64-bit
 * hash, which stands for the word (two words of one hash would be one id; among
 * 10^7 words the chance is 3 in a million). */
#include <stdlib.h>

#include <stemma/text.h>

#include "base/arena.h"
#include "base/vec.h"
#include "text/formula_words.h"
#include "text/function_words.h"
#include "text/shingles.h"
#include "text/token.h"

typedef struct entry {
    uint64_t cf;
    stm_str word;
    uint32_t df;
    uint32_t last_text; /* the text that counted last, from 1 */
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
    uint32_t *slot; /* an index of entries + 1 */
    size_t size;    /* of slot; a power of two */
    uint32_t texts;
    stm_arena names;
    stm_shingles shingles;
};

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
    if (!e.word.ptr || lex->entries.count >= UINT32_MAX - 1 ||
        !stm_vec_reserve(&lex->hash, 1) || !stm_vec_reserve(&lex->tongues, 1) ||
        !stm_vec_reserve(&lex->function, 1) || !stm_vec_push(&lex->entries, e))
        return false;
    lex->hash.items[lex->hash.count++] = hash;
    lex->tongues.items[lex->tongues.count++] =
        stm_text__function_languages(hash);
    lex->function.items[lex->function.count++] = false;
    return true;
}

static bool intern(stm_lexicon *lex, uint64_t hash, stm_str word, uint32_t *id)
{
    if (lex->entries.count >= lex->size / 2 && !enlarge(lex))
        return false;
    size_t i = find(lex, lex->slot, lex->size, hash);
    if (!lex->slot[i]) {
        if (!add(lex, hash, word))
            return false;
        lex->slot[i] = (uint32_t)lex->entries.count;
    }
    *id = lex->slot[i] - 1;
    return true;
}

/* A word is a function word when it is one in the language of a text that has
 * it: "die" is not one among English texts. */
static void count_text(stm_lexicon *lex, uint32_t id, uint64_t languages)
{
    entry *e = &lex->entries.items[id];
    if (lex->tongues.items[id] & languages)
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
    stm_arena_free(&lex->names);
    stm_text__shingles_free(&lex->shingles);
    free(lex->slot);
    free(lex);
}

/* All that can fail comes first: ids may be given out in vain, but nothing is
 * counted and the text stays as it was. */
stm_status stm_lexicon_add(stm_lexicon *lex, stm_text *t, stm_error *err)
{
    stm_text_own *own = (stm_text_own *)t;
    if (own->added)
        return stm_fail(err, STM_EARG, STM_NO_OFFSET,
                        "the text is in a lexicon already");
    stm_distinct *d = own->distinct.items;
    for (size_t i = 0; i < own->distinct.count; i++)
        if (!intern(lex, d[i].word_hash, d[i].word, &d[i].word_id) ||
            !intern(lex, d[i].stem_hash, d[i].stem, &d[i].stem_id))
            return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                            "out of memory for a lexicon");
    uint64_t languages = own->language ? own->language : UINT64_MAX;
    lex->texts++;
    for (size_t i = 0; i < own->distinct.count; i++) {
        count_text(lex, d[i].word_id, languages);
        count_text(lex, d[i].stem_id, languages);
    }
    for (uint32_t i = 0; i < t->count; i++) {
        stm_distinct *x = &d[t->word[i]];
        t->word[i] = x->word_id;
        t->stem[i] = x->stem_id;
        x->count++;
    }
    for (size_t i = 0; i < own->distinct.count; i++)
        lex->entries.items[d[i].word_id].cf += d[i].count;
    stm_vec_free(&own->distinct);
    stm_arena_free(&own->names);
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

bool stm_lexicon_is_function(const stm_lexicon *lex, uint32_t id)
{
    if (lex->whole)
        return (lex->whole->tongues.items[id] & lex->languages) != 0;
    return lex->function.items[id];
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
