/* What words gain, one by one, for the explanation that they were copied: the
 * inner loop of all that grows regions, one file an instruction set. */
#ifndef STM_ALIGN_GAINS_H
#define STM_ALIGN_GAINS_H

#include <stemma/base.h>

/* A stem of the pair: how often it stands in the span of each text, and how
 * often in neither. */
typedef struct stm_bag_count {
    uint32_t in[2], rest;
    uint32_t function; /* 1 for a function word, else 0 */
} stm_bag_count;

enum { STM_GAINS_KNOWN = 32 /* counts with a place in the table */ };

/* One side held against the span of the other. */
typedef struct stm_gains {
    const stm_bag_count *count; /* [stems] */
    const uint32_t *stem;       /* [words] */
    const bool *taken;          /* [words + STM_GAINS_ROOM] */
    int side;
    stm_span span; /* of this side */
    float kept, missing, most, scale;
    uint32_t known; /* entries of the table that are filled in */
    float table[2][STM_GAINS_KNOWN]; /* by the count outside; weight left out */
} stm_gains;

/* Bytes behind the last word that a kernel may read, words it may write. */
enum { STM_GAINS_ROOM = 8 };

/* gain[i] for the words i of [from, to). */
typedef void stm_gains_fn(const stm_gains *m, uint32_t from, uint32_t to,
                          float *gain);

stm_gains_fn stm_gains__scalar, stm_gains__avx2;

/* The fastest that this processor runs. */
stm_gains_fn *stm_gains__pick(void);

/* Fills the table in, which serves where words come one by one. */
void stm_gains__know(stm_gains *m);
/* The gain of a word that has its like, `outside` of which stand elsewhere; its
 * weight is left out. */
float stm_gains__found(const stm_gains *m, uint32_t function, uint32_t outside);
/* What a gain is multiplied with. */
float stm_gains__weight(uint32_t function);

#endif
