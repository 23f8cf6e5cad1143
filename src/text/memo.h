/* What is known of words from the texts before: their folded form and stem. A
 * text of a thousand words has few that were never seen, and stemming one takes
 * longer than all else that is done with it. */
#ifndef STM_TEXT_MEMO_H
#define STM_TEXT_MEMO_H

#include <stemma/text.h>

#include "base/arena.h"
#include "base/vec.h"

typedef struct stm_known {
    uint64_t key;
    stm_str word, stem; /* folded; the stem may lie in the word */
    uint64_t stem_hash;
} stm_known;

typedef struct stm_tongue {
    char language[8];
    uint64_t bit;               /* of the table of function words */
    struct sb_stemmer *stemmer; /* NULL: words are their own stems */
} stm_tongue;

typedef struct stm_memo {
    STM_VEC(stm_tongue) tongues; /* languages met so far */
    STM_VEC(stm_known) known;
    uint32_t *slot; /* an index of known + 1; 0: empty */
    size_t size;    /* of slot; a power of two, or 0 */
    stm_arena names;
} stm_memo;

void stm_memo__free(stm_memo *m);

/* The number of a language, for the calls below. */
stm_status stm_memo__language(uint32_t *out, stm_memo *m, const char *language,
                              stm_error *err);

/* The word of `hash` that is written `bytes`, in a text of language `tongue`;
 * valid until the next call. NULL when out of memory. */
const stm_known *stm_memo__word(stm_memo *m, uint32_t tongue, uint64_t hash,
                                stm_str bytes, uint8_t flags);

#endif
