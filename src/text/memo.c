/* Open addressing by the word's hash and its language. Memory is bounded: when
 * too many words are known, all are forgotten, which costs what the first text
 * cost. */
#include "text/memo.h"

#include <stdio.h>
#include <string.h>

#include "text/fold.h"
#include "text/function_words.h"
#include "text/stem.h"
#include "text/word_hash.h"

enum { FIRST_SIZE = 2048, MOST = 1 << 17 };

void stm_memo__free(stm_memo *m)
{
    for (size_t i = 0; i < m->tongues.count; i++)
        stm_text__stemmer_free(m->tongues.items[i].stemmer);
    stm_vec_free(&m->tongues);
    stm_vec_free(&m->known);
    stm_arena_free(&m->names);
    free(m->slot);
    *m = (stm_memo){0};
}

stm_status stm_memo__language(uint32_t *out, stm_memo *m, const char *language,
                              stm_error *err)
{
    for (*out = 0; *out < m->tongues.count; ++*out)
        if (!strcmp(m->tongues.items[*out].language, language))
            return STM_OK;
    stm_tongue t = {.bit = stm_text__language_bit(language)};
    snprintf(t.language, sizeof t.language, "%s", language);
    stm_status rc = stm_text__stemmer_new(&t.stemmer, language, err);
    if (rc != STM_OK)
        return rc;
    if (!stm_vec_push(&m->tongues, t)) {
        stm_text__stemmer_free(t.stemmer);
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                        "out of memory for a stemmer");
    }
    return STM_OK;
}

static size_t find(const stm_memo *m, const uint32_t *slot, size_t size,
                   uint64_t key)
{
    size_t i = key & (size - 1);
    while (slot[i] && m->known.items[slot[i] - 1].key != key)
        i = (i + 1) & (size - 1);
    return i;
}

static bool enlarge(stm_memo *m)
{
    size_t size = m->size ? m->size * 2 : FIRST_SIZE;
    uint32_t *slot = calloc(size, sizeof *slot);
    if (!slot)
        return false;
    for (uint32_t i = 0; i < m->known.count; i++)
        slot[find(m, slot, size, m->known.items[i].key)] = i + 1;
    free(m->slot);
    m->slot = slot;
    m->size = size;
    return true;
}

static void forget(stm_memo *m)
{
    m->known.count = 0;
    stm_arena_reset(&m->names);
    memset(m->slot, 0, m->size * sizeof *m->slot);
}

/* Function words have no ending to lose, but stemmers take one ("this",
 * "does") and make words of them that mean something else. */
static bool is_stemmed(const stm_tongue *t, uint64_t hash, uint8_t flags)
{
    return t->stemmer && !(flags & (STM_WORD_NUMBER | STM_WORD_IDEOGRAPH)) &&
           !(stm_text__function_languages(hash) & t->bit);
}

/* Most stems are the beginning of their word. */
static bool put_stem(stm_memo *m, stm_known *k, stm_str stem)
{
    if (stem.len == k->word.len && !memcmp(stem.ptr, k->word.ptr, stem.len))
        return true;
    k->stem_hash = stm_text__hash(stem.ptr, stem.len);
    if (stem.len < k->word.len && !memcmp(stem.ptr, k->word.ptr, stem.len))
        k->stem.len = stem.len;
    else
        k->stem = stm_arena_copy(&m->names, stem);
    return k->stem.ptr;
}

/* Folds and stems a word seen for the first time. */
static bool describe(stm_memo *m, stm_known *k, const stm_tongue *t,
                     uint64_t hash, stm_str bytes, uint8_t flags)
{
    char folded[STM_TEXT_FOLD_MAX];
    stm_str word = {folded, stm_text__fold(bytes, folded)};
    k->word = k->stem = stm_arena_copy(&m->names, word);
    k->stem_hash = hash;
    if (!k->word.ptr || !is_stemmed(t, hash, flags))
        return k->word.ptr;
    stm_str stem = stm_text__stem(t->stemmer, k->word);
    return stem.ptr && put_stem(m, k, stem);
}

const stm_known *stm_memo__word(stm_memo *m, uint32_t tongue, uint64_t hash,
                                stm_str bytes, uint8_t flags)
{
    uint64_t key = hash ^ (tongue * UINT64_C(0x9e3779b97f4a7c15));
    if (m->known.count >= m->size / 2) {
        if (m->known.count >= MOST)
            forget(m);
        else if (!enlarge(m))
            return NULL;
    }
    size_t i = find(m, m->slot, m->size, key);
    if (!m->slot[i]) {
        stm_known k = {.key = key};
        if (!describe(m, &k, &m->tongues.items[tongue], hash, bytes, flags) ||
            !stm_vec_push(&m->known, k))
            return NULL;
        m->slot[i] = (uint32_t)m->known.count;
    }
    return &m->known.items[m->slot[i] - 1];
}
