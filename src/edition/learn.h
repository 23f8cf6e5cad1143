/* What a spinner put for what: his words against those of his source, where
 * other texts have kept them. */
#ifndef STM_EDITION_LEARN_H
#define STM_EDITION_LEARN_H

#include "edition/bench.h"

/* A wording of the spun text and what it stands for, or itself where it was
 * kept. Tokens are those of one occurrence. */
typedef struct stm_edition__swap {
    uint64_t spun, source;          /* hashes of the words */
    uint32_t words;                 /* of the spun side */
    uint32_t column, token, length; /* of the source */
    uint32_t count;
    uint32_t word, stem; /* the spun side, where both are single words; else
                            STM_NO_TOKEN */
} stm_edition__swap;

/* A swap of single words by the stem of the spun one. */
typedef struct stm_edition__form {
    uint32_t stem, swap;
} stm_edition__form;

typedef struct stm_edition__lessons {
    STM_VEC(stm_edition__swap) swap; /* by (spun, count downwards) */
    STM_VEC(stm_edition__form) form; /* by (stem, swap) */
    uint32_t kept, swapped;          /* words in all */
} stm_edition__lessons;

/* Learns from spun column `v`; added to what is there. Then sorted. */
bool stm_edition__learn(const stm_edition__bench *b, uint32_t v,
                        stm_edition__lessons *out);
/* False when out of memory. */
bool stm_edition__sort_lessons(stm_edition__lessons *l);
void stm_edition__lessons_free(stm_edition__lessons *l);
/* All that a wording was seen to stand for, the most frequent first. */
const stm_edition__swap *stm_edition__find_swaps(const stm_edition__lessons *l,
                                                 uint64_t spun, size_t *count);
/* All swaps of other forms of a word, by its stem. */
const stm_edition__form *stm_edition__find_forms(const stm_edition__lessons *l,
                                                 uint32_t stem, size_t *count);
uint64_t stm_edition__phrase_hash(const stm_text *t, uint32_t from,
                                  uint32_t count);

#endif
