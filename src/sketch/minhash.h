/* How alike two documents are, from 128 bytes each: the share of their runs of
 * five words (of five characters in scripts without spaces) that both have,
 * which is their Jaccard index over word 5-grams. */
#ifndef STM_SKETCH_MINHASH_H
#define STM_SKETCH_MINHASH_H

#include <stemma/base.h>

enum {
    STM_MINHASH_SLOTS = 128,
    STM_MINHASH_RUN = 5, /* words; a text of fewer is one run */
    /* Keys that may be written behind the last. */
    STM_MINHASH_SLACK = 16
};

/* The lowest byte of the smallest key that any run of the document gives a
 * slot, which is never 0; two documents have equal slots as often as they have
 * equal runs. All 0: there are no words, which resembles nothing. */
typedef struct stm_minhash {
    uint8_t slot[STM_MINHASH_SLOTS];
} stm_minhash;

/* The keys of the runs of the words with these hashes (`stm_hashes_scan`), into
 * `key`, which has room for `count` and the slack. Returns how many there are:
 * four fewer than words, and one of fewer than five. */
size_t stm_minhash__keys(uint32_t *key, const uint64_t *hash, size_t count);
/* The sketch of the runs with these keys. */
void stm_minhash__make(stm_minhash *out, const uint32_t *key, size_t runs);

/* Those of the keys that are below `bound`, in order, into `out`, which has
 * room for them and the slack; returns how many. */
size_t stm_minhash__below(uint32_t *out, const uint32_t *key, size_t count,
                          uint32_t bound);

/* The estimated Jaccard index, 0..1. */
double stm_minhash__jaccard(const stm_minhash *a, const stm_minhash *b);

#endif
