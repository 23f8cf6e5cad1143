/* What makes a pair worth aligning, see near.h.
 *
 * Measured on three collections of 1,000 documents (web pages with planted
 * passages, revisions of encyclopedia articles, RFCs and novels): of the pairs
 * that the index named 8, 28 and 7 in a hundred turned out to share a passage;
 * with BITS and SHARE alone 38, 85 and 23, with RUNS and BITS_SURE 55, 89 and
 * 35; these two lose 2 of 3,821 pairs with a passage. */
#ifndef STM_INDEX_WEIGHTS_H
#define STM_INDEX_WEIGHTS_H

/* Words on either side of a key, and the most that one of them may say; and the
 * least, so that ten thousand copies of one paragraph, in which no word is
 * rare, agree with one another. */
enum { STM_NEAR_REACH = 32, STM_NEAR_MOST = 9 };
#define STM_NEAR_LEAST .1f
/* Bits that a window must agree by: without any copying 99 of 100 stay below.
 * Short texts cannot agree by so much; a share of what they have is enough. */
#define STM_NEAR_BITS 45.f
#define STM_NEAR_SHARE .18f
/* Enough only where texts share so many runs, or one is short; else a window
 * must agree by more: of 1,103 pairs below it 2 shared a passage. */
enum { STM_NEAR_RUNS = 2 };
#define STM_NEAR_BITS_SURE 60.f

#endif
