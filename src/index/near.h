/* Whether two texts that share keys can share a passage: where a key stands in
 * both, the words around it must agree by more than chance. */
#ifndef STM_INDEX_NEAR_H
#define STM_INDEX_NEAR_H

#include "sketch/sketch.h"

typedef struct stm_near {
    float *bits; /* [lexicon] what meeting a stem in a window says */
} stm_near;

/* Counts the stems of all texts. STM_ENOMEM. */
stm_status stm_near__new(stm_near *n, const stm_text *const *texts,
                         size_t count, const stm_lexicon *lex, stm_error *err);
void stm_near__free(stm_near *n);

/* One of two texts. */
typedef struct stm_near_side {
    const stm_text *text;
    const stm_sketch *sketch;
} stm_near_side;

/* False when no window around a key that both have agrees. Thread-safe. */
bool stm_near__may_share(const stm_near *n, stm_near_side a, stm_near_side b);

#endif
