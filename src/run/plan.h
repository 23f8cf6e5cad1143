/* What a job will take, known before it takes it. */
#ifndef STM_RUN_PLAN_H
#define STM_RUN_PLAN_H

#include <stdint.h>

/* What a job takes before its first capture: the program and its libraries. */
uint64_t stm_plan__start(void);
/* Bytes of memory that a capture of so many bytes of text adds, as far as that
 * can be told before its words are counted. */
uint64_t stm_plan__capture(uint64_t bytes);
/* The same for a page of so many bytes of markup, kept beside others; and for
 * one that is read and let go, with the tree of its elements. */
uint64_t stm_plan__page(uint64_t markup);
uint64_t stm_plan__page_alone(uint64_t markup);
/* What its words add beyond that, once they are counted: tokens, lexicon, page,
 * and its share of the alignments under way. */
uint64_t stm_plan__words(uint64_t words, uint64_t bytes);
/* Bytes that so many relations take while all are kept. */
uint64_t stm_plan__pairs(uint64_t pairs);

/* Of each text, how many others it may be compared with, so that a job of many
 * texts stays within a bounded number of comparisons. */
uint32_t stm_plan__most_each(uint64_t texts);

/* Up to so many texts every pair is compared. */
#define STM_PLAN_ALL_PAIRS 64
/* From so many texts on phrases that many of them share are counted. */
#define STM_PLAN_PHRASES 8
/* And so many trees drawn of them for the support of edges, as is usual. */
#define STM_PLAN_SAMPLES 100

#endif
