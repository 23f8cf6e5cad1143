/* What a lexicon is asked. That of two texts is a view of the whole one, in
 * which only their words are counted. */
#include "text/lexicon.h"

#include "text/token.h"

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
    return whole->hint.items[id] & STM_LEXICON_TONGUE &&
           whole->tongues.items[id] & lex->languages;
}

bool stm_lexicon_is_formula(const stm_lexicon *lex, uint32_t id)
{
    return whole_of(lex)->entries.items[id].formula;
}

uint32_t stm_lexicon_run_texts(const stm_lexicon *lex, const stm_text *t,
                               uint32_t i)
{
    return stm_text__shingles_texts(&lex->shingles, t, i);
}
