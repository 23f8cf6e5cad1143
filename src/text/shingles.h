/* How many texts have a run of words: what a lexicon knows beyond words. */
#ifndef STM_TEXT_SHINGLES_H
#define STM_TEXT_SHINGLES_H

#include <stemma/text.h>

typedef struct stm_shingle {
    uint32_t key; /* upper half of the hash; 0 is free */
    uint32_t texts, last;
} stm_shingle;

typedef struct stm_shingles {
    stm_shingle *slot;
    size_t size, count; /* size: a power of two, or 0 */
    uint32_t texts;
} stm_shingles;

/* Counts the runs of `t`, once each. False when out of memory: some may have
 * been counted. */
bool stm_text__shingles_add(stm_shingles *s, const stm_text *t);
/* How many texts have the run that begins at `i`; 0 where it is none of those
 * that are counted. */
uint32_t stm_text__shingles_texts(const stm_shingles *s, const stm_text *t,
                                  uint32_t i);
void stm_text__shingles_free(stm_shingles *s);

#endif
