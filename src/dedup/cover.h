/* How much of one document stands in another, passage by passage. */
#ifndef STM_DEDUP_COVER_H
#define STM_DEDUP_COVER_H

#include "base/vec.h"
#include "dedup/frequent.h"

/* Where a passage stands, in words of both. */
typedef struct stm_cover_passage {
    stm_span a, b;
    uint32_t equal; /* words */
} stm_cover_passage;

/* A worker's own; start with {0}. */
typedef struct stm_cover {
    STM_VEC(uint32_t) head, next; /* places in b by three words */
    STM_VEC(uint32_t) run;
    STM_VEC(uint8_t) furniture, used;    /* words of a; of b */
    STM_VEC(stm_cover_passage) passages; /* what was found, in order of a */
    uint32_t content;                    /* words of a that are not furniture */
    uint32_t covered;                    /* of them, those that stand in b */
} stm_cover;

void stm_cover__free(stm_cover *c);
/* Looks for the words of `a` in `b`; `f` may be NULL. */
stm_status stm_cover__find(stm_cover *c, const uint64_t *a, size_t a_words,
                           const uint64_t *b, size_t b_words,
                           const stm_frequent *f, stm_error *err);
/* covered / content. */
static inline double stm_cover__share(const stm_cover *c)
{
    return c->content ? (double)c->covered / c->content : 0;
}

#endif
