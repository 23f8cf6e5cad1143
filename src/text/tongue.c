#include "text/tongue.h"

#include <stdio.h>
#include <string.h>

#include "text/function_words.h"
#include "text/stem.h"

void stm_tongues__free(stm_tongues *t)
{
    for (size_t i = 0; i < t->count; i++)
        stm_text__stemmer_free(t->items[i].stemmer);
    stm_vec_free(t);
}

stm_status stm_tongues__find(uint32_t *out, stm_tongues *t,
                             const char *language, stm_error *err)
{
    for (*out = 0; *out < t->count; ++*out)
        if (!strcmp(t->items[*out].language, language))
            return STM_OK;
    stm_tongue new = {.bit = stm_text__language_bit(language)};
    snprintf(new.language, sizeof new.language, "%s", language);
    stm_status rc = stm_text__stemmer_new(&new.stemmer, language, err);
    if (rc != STM_OK)
        return rc;
    if (!stm_vec_push(t, new)) {
        stm_text__stemmer_free(new.stemmer);
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                        "out of memory for a stemmer");
    }
    return STM_OK;
}

/* Function words have no ending to lose, but stemmers take one ("this",
 * "does") and make words of them that mean something else. */
stm_str stm_tongues__stem(const stm_tongues *t, uint32_t tongue, uint64_t hash,
                          stm_str folded, uint8_t flags)
{
    const stm_tongue *x = &t->items[tongue];
    if (!x->stemmer || flags & (STM_WORD_NUMBER | STM_WORD_IDEOGRAPH) ||
        stm_text__function_languages(hash) & x->bit)
        return folded;
    return stm_text__stem(x->stemmer, folded);
}
