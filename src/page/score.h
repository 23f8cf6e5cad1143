/* How much each segment looks like content. */
#ifndef STM_PAGE_SCORE_H
#define STM_PAGE_SCORE_H

#include "page/segments.h"
#include "page/weights.h"

/* Fills the scores: log-odds of being content. False when out of memory. */
bool stm_page__score(stm_segments *s, stm_arena *mem);

/* The signs themselves, for those who fit the weights. */
void stm_page__looks(float out[STM_LOOKS], const stm_segment *s);

typedef struct stm_places stm_places;
/* What the places of all segments are read from, their looks scored. */
stm_places *stm_page__places_new(const stm_segments *s, stm_arena *mem);
void stm_page__place(float out[STM_PLACES], const stm_places *p, uint32_t i);

#endif
