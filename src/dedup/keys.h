/* What brings documents together that may be near: bands of their sketches.
 *
 * A band is a choice of slots; two documents share its key with probability
 * j^rows where j is their Jaccard index. Slots are used by several bands, in
 * ever different company, so that 128 of them serve for as many bands as the
 * threshold needs. */
#ifndef STM_DEDUP_KEYS_H
#define STM_DEDUP_KEYS_H

#include "sketch/minhash.h"

typedef struct stm_keys {
    unsigned bands, rows;
} stm_keys;

/* As many as miss no more than STM_DEDUP_BAND_MISS of the pairs right at the
 * threshold, for so many documents. */
stm_keys stm_keys__for(double threshold, size_t documents);
/* The slots of a band; where there are three rows, the last two are one. */
typedef struct stm_band {
    uint8_t slot[4];
} stm_band;
stm_band stm_keys__band(const stm_keys *k, unsigned band);
/* The key of a sketch: eight bits a row. */
static inline uint32_t stm_keys__key(const stm_band *b, const stm_minhash *s)
{
    return (uint32_t)s->slot[b->slot[0]] << 24 |
           (uint32_t)s->slot[b->slot[1]] << 16 |
           (uint32_t)s->slot[b->slot[2]] << 8 | s->slot[b->slot[3]];
}

#endif
