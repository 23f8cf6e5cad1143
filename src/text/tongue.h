/* A language as far as words need it: its stemmer and its function words. */
#ifndef STM_TEXT_TONGUE_H
#define STM_TEXT_TONGUE_H

#include <stemma/text.h>

#include "base/vec.h"

typedef struct stm_tongue {
    char language[8];
    uint64_t bit;               /* of the table of function words */
    struct sb_stemmer *stemmer; /* NULL: words are their own stems */
} stm_tongue;

/* Languages met so far. For one thread; start with {0}. */
typedef STM_VEC(stm_tongue) stm_tongues;
void stm_tongues__free(stm_tongues *t);

/* The number of a language, for the call below. */
stm_status stm_tongues__find(uint32_t *out, stm_tongues *t,
                             const char *language, stm_error *err);
/* The stem of a folded word of `hash` in language `tongue`; may be the word
 * itself, else valid until the next call. Absent when out of memory. */
stm_str stm_tongues__stem(const stm_tongues *t, uint32_t tongue, uint64_t hash,
                          stm_str folded, uint8_t flags);

#endif
