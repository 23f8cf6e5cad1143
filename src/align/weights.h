/* The constants that decide what counts as a passage, in one place. Seeds, spun
 * and same-topic pairs: see docs/decisions on passages. */
#ifndef STM_ALIGN_WEIGHTS_H
#define STM_ALIGN_WEIGHTS_H

/* Words of a seed: shorter ones meet by chance in every pair of one language,
 * longer ones miss runs between two edits. */
enum { STM_ALIGN_SEED = 6 };
/* Places of a seed that are followed up; the place where the last run would go
 * on is always tried, so repetition costs no run along the main diagonal. */
enum { STM_ALIGN_SEED_PLACES = 8 };
/* Words that a run is followed back over what the run before has covered. */
enum { STM_ALIGN_BACK = 64 };

/* Sentence similarity at which a pair neither gains nor costs, cost of a
 * sentence left out, and the least gain of a block: Smith-Waterman over the
 * sentence matrix with these found 28 of 29 spun sentences and none false,
 * without the order 10 were false. */
#define STM_ALIGN_NEUTRAL .25f
#define STM_ALIGN_GAP .12f
#define STM_ALIGN_BLOCK .15f
/* Sentences a block may leave out at once: the gain of one pair pays no more.
 */
enum { STM_ALIGN_REACH = 6 };
/* Below this a pair of sentences is no candidate at all. */
#define STM_ALIGN_FAINT .10f
/* Inside a block a pair needs this to count as copied. */
#define STM_ALIGN_LINK .17f
/* A pair of sentences less alike than this share of the best that either has
 * elsewhere is none: it cost a passage moved within a sentence on the seeds. */
#define STM_ALIGN_OUTSHONE .6f
/* Candidates kept for one sentence. */
enum { STM_ALIGN_CELLS = 24 };
/* A learned substitution counts this much of a kept word when scoring again. */
#define STM_ALIGN_LEARNED .7f

/* A sentence this long is cut at clause marks; one twice as long anywhere. */
enum { STM_ALIGN_LONG_UNIT = 48, STM_ALIGN_SHORT_CLAUSE = 3 };

/* Content words a block needs before its gain counts in full: "he said on
 * Friday" is no copy. */
#define STM_ALIGN_FULL_WORDS 7.0f

/* Hunks up to this many words on either side are substitutions. */
enum { STM_ALIGN_PHRASE = 3 };
/* Words without counterpart that may stay at the edge of a passage. */
enum { STM_ALIGN_EDGE = 3 };
/* Words in place, and their share, that a passage needs to be shown at all. */
enum { STM_ALIGN_KEPT = 4 };
#define STM_ALIGN_ALIKE .28f
/* Spun: at least so many substitutions in the pair, and so many a hundred
 * words (149 of 150 spun pairs, 1 of 150 others). */
enum { STM_ALIGN_SPUN_COUNT = 10 };
#define STM_ALIGN_SPUN_RATE .08f
/* A passage of a spun pair is spun itself from this rate on. */
#define STM_ALIGN_SPUN_PASSAGE .04f

#endif
