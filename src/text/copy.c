/* One text in many lexicons: ids belong to a lexicon, everything else is
 * borrowed from the text that was read once. */
#include <stdlib.h>
#include <string.h>

#include <stemma/text.h>

#include "text/token.h"

static bool copy_arrays(stm_text_own *to, const stm_text_own *from)
{
    size_t words = from->text.count, distinct = from->distinct.count;
    to->text.word = STM_ARENA_NEW(&to->mem, uint32_t, words);
    to->text.stem = STM_ARENA_NEW(&to->mem, uint32_t, words);
    if (!to->text.word || !to->text.stem ||
        !stm_vec_reserve(&to->distinct, distinct))
        return false;
    if (words)
        memcpy(to->text.word, from->text.word, words * sizeof *to->text.word);
    if (distinct)
        memcpy(to->distinct.items, from->distinct.items,
               distinct * sizeof *to->distinct.items);
    to->distinct.count = distinct;
    return true;
}

stm_status stm_text_copy(stm_text **out, const stm_text *t, stm_error *err)
{
    const stm_text_own *from = (const stm_text_own *)t;
    stm_text_own *to = calloc(1, sizeof *to);
    *out = NULL;
    if (from->added) {
        free(to);
        return stm_fail(err, STM_EARG, STM_NO_OFFSET,
                        "the text is in a lexicon already");
    }
    if (to) {
        to->text = from->text;
        to->language = from->language;
    }
    if (!to || !copy_arrays(to, from)) {
        stm_text_free(to ? &to->text : NULL);
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                        "out of memory for the copy of a text");
    }
    *out = &to->text;
    return STM_OK;
}
