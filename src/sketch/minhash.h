/* How alike two documents are, from 128 numbers each: the share of their runs
 * of five words (of five characters in scripts without spaces) that both have,
 * which is their Jaccard index over word 5-grams. */
#ifndef STM_SKETCH_MINHASH_H
#define STM_SKETCH_MINHASH_H

#include <stemma/base.h>

enum {
    STM_MINHASH_SLOTS = 128,
    STM_MINHASH_RUN = 5 /* words; a text of fewer is one run */
};

/* A slot holds the smallest value that any run of the document gives it; two
 * documents have equal slots as often as they have equal runs. */
typedef struct stm_minhash {
    uint32_t slot[STM_MINHASH_SLOTS];
    uint32_t runs; /* repeated ones counted; 0: no words, resembles nothing */
} stm_minhash;

/* What is kept of it to check a pair with: eight bits of every slot. */
typedef struct stm_minhash_bytes {
    uint8_t slot[STM_MINHASH_SLOTS];
} stm_minhash_bytes;

/* The sketch of the words with these hashes (`stm_hashes_scan`). */
void stm_minhash__make(stm_minhash *out, const uint64_t *hash, size_t count);
void stm_minhash__pack(stm_minhash_bytes *out, const stm_minhash *m);

/* The estimated Jaccard index, 0..1. */
double stm_minhash__jaccard(const stm_minhash *a, const stm_minhash *b);
double stm_minhash__jaccard_bytes(const stm_minhash_bytes *a,
                                  const stm_minhash_bytes *b);

/* A key of the slots [first, first + rows): documents whose Jaccard index is j
 * share it with probability j^rows. Keys of different bands differ. */
uint64_t stm_minhash__band(const stm_minhash *m, unsigned first, unsigned rows);

#endif
