/* Lines that are drawn alike: of one kind, in boxes of the same names that lie
 * in boxes of the same names. What one of them is, the others mostly are: posts
 * of a thread, the names above them, cards of a list. */
#ifndef STM_PAGE_KIN_H
#define STM_PAGE_KIN_H

#include "page/segments.h"

#include <stemma/html.h>

enum { STM_KIN_DEPTHS = 3 /* 2, 3 and 5 boxes have to have the same names */ };

/* What all lines that are drawn alike show, */
enum {
    STM_KIN_LINES,   /* logarithm of their number, */
    STM_KIN_LETTERS, /* of their letters a line, */
    STM_KIN_LINKED,  /* share of these in links */
    STM_KIN_SIGNS
};

/* and how they score. */
enum {
    STM_KIN_MEAN,   /* mean likelihood */
    STM_KIN_SHARE,  /* of what is likely in the page */
    STM_KIN_OTHERS, /* mean likelihood without the line itself */
    STM_KIN_SCORES
};

typedef struct stm_kin stm_kin;

/* NULL when out of memory. */
stm_kin *stm_page__kin_new(const stm_html *html, stm_arena *mem);
/* The signs of a block, for one depth after the other. */
void stm_page__kin_signs(float *out, const stm_kin *k, uint32_t block);

/* Adds up what the scores, log-odds, say of the segments; false when out of
 * memory. */
bool stm_page__kin_weigh(stm_kin *k, const stm_segments *s, const float *score,
                         const uint32_t *block, stm_arena *mem);
/* The scores of a segment, likewise. */
void stm_page__kin_scores(float *out, const stm_kin *k, uint32_t segment,
                          uint32_t block);

#endif
