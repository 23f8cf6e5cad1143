/* What a spinner put for what: his words against those of his source, where
 * other texts have kept them. */
#ifndef STM_EDITION_LEARN_H
#define STM_EDITION_LEARN_H

#include "edition/bench.h"

/* A wording of the spun text and what it stands for, or itself where it was
 * kept. Tokens are those of one occurrence. */
typedef struct stm_edition__swap {
    uint64_t spun, source; /* hashes of the words */
    uint32_t words;        /* of the spun side */
    uint32_t column, token, length;
    uint32_t count;
} stm_edition__swap;

typedef struct stm_edition__lessons {
    STM_VEC(stm_edition__swap) swap; /* by (spun, count downwards) */
    uint32_t longest;                /* words of a spun side, at most */
    uint32_t kept, swapped;          /* words in all */
} stm_edition__lessons;

/* Learns from spun column `v`; added to what is there. Then sorted. */
bool stm_edition__learn(const stm_edition__bench *b, uint32_t v,
                        stm_edition__lessons *out);
void stm_edition__sort_lessons(stm_edition__lessons *l);
/* The likeliest source of a wording and its share, NULL when never seen. */
const stm_edition__swap *stm_edition__look_up(const stm_edition__lessons *l,
                                              uint64_t spun, double *share);
uint64_t stm_edition__phrase_hash(const stm_text *t, uint32_t from,
                                  uint32_t count);

#endif
