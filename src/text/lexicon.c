/* Words and stems of many texts as dense ids: open addressing over the 64-bit
 * hash, which stands for the word (two words of one hash would be one id; among
 * 10^7 words the chance is 3 in a million). */
#include <stdlib.h>

#include <stemma/text.h>

#include "base/arena.h"
#include "base/vec.h"
#include "text/function_words.h"
#include "text/token.h"

typedef struct entry {
    uint64_t hash, cf;
    stm_str word;
    uint32_t df;
    uint32_t last_text; /* the text that counted last, from 1 */
    bool function;
    uint64_t languages; /* it is a function word of, one bit each */
} entry;

struct stm_lexicon {
    STM_VEC(entry) entries;
    uint32_t *slot; /* an index of entries + 1 */
    size_t size;    /* of slot; a power of two */
    uint32_t texts;
    stm_arena names;
};

static size_t find(const stm_lexicon *lex, const uint32_t *slot, size_t size,
                   uint64_t hash)
{
    size_t i = hash & (size - 1);
    while (slot[i] && lex->entries.items[slot[i] - 1].hash != hash)
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
        slot[find(lex, slot, size, lex->entries.items[i].hash)] = i + 1;
    free(lex->slot);
    lex->slot = slot;
    lex->size = size;
    return true;
}

static bool intern(stm_lexicon *lex, uint64_t hash, stm_str word, uint32_t *id)
{
    if (lex->entries.count >= lex->size / 2 && !enlarge(lex))
        return false;
    size_t i = find(lex, lex->slot, lex->size, hash);
    if (!lex->slot[i]) {
        entry e = {.hash = hash, .word = stm_arena_copy(&lex->names, word)};
        e.languages = stm_text__function_languages(hash);
        if (!e.word.ptr || lex->entries.count >= UINT32_MAX - 1 ||
            !stm_vec_push(&lex->entries, e))
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
    e->function = e->function || e->languages & languages;
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
    stm_arena_free(&lex->names);
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
        const stm_distinct *x = &d[t->word[i]];
        t->word[i] = x->word_id;
        t->stem[i] = x->stem_id;
        lex->entries.items[x->word_id].cf++;
    }
    stm_vec_free(&own->distinct);
    stm_arena_free(&own->names);
    own->added = true;
    return STM_OK;
}

uint32_t stm_lexicon_size(const stm_lexicon *lex)
{
    return (uint32_t)lex->entries.count;
}

uint32_t stm_lexicon_texts(const stm_lexicon *lex) { return lex->texts; }

uint32_t stm_lexicon_df(const stm_lexicon *lex, uint32_t id)
{
    return lex->entries.items[id].df;
}

uint64_t stm_lexicon_cf(const stm_lexicon *lex, uint32_t id)
{
    return lex->entries.items[id].cf;
}

stm_str stm_lexicon_word(const stm_lexicon *lex, uint32_t id)
{
    return lex->entries.items[id].word;
}

bool stm_lexicon_is_function(const stm_lexicon *lex, uint32_t id)
{
    return lex->entries.items[id].function;
}
