/* A text of the family as one reads it, a lost one too: its words in order,
 * each as a capture writes it. */
#ifndef STM_EDITION_SEQUENCE_H
#define STM_EDITION_SEQUENCE_H

#include "edition/wording.h"

typedef struct stm_edition__word {
    uint32_t column, token; /* where it is written */
    uint32_t unit, at;      /* its place among the unit's words */
} stm_edition__word;

typedef struct stm_edition__sequence {
    stm_edition__word *word;
    uint32_t count;
} stm_edition__sequence;

/* The units that `local` has words of, in its order; `*count` of them. */
uint32_t *stm_edition__reading_order(const stm_edition__bench *b,
                                     uint32_t local, stm_arena *mem,
                                     uint32_t *count);
/* The column whose words of a unit are shown for `local`. */
uint32_t stm_edition__shown(const stm_edition__bench *b, uint32_t unit,
                            uint32_t local);
/* In `mem`; false when out of memory. */
bool stm_edition__sequence_of(stm_edition__sequence *out,
                              const stm_edition__bench *b, uint32_t local,
                              stm_arena *mem);

#endif
