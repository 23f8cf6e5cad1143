/* What decides about quality in this room, with the measurement that set it.
 * "Planted" is a corpus of 49,725 texts with planted copies of known kinds. */
#ifndef STM_DEDUP_WEIGHTS_H
#define STM_DEDUP_WEIGHTS_H

/* Share of pairs right at the threshold that the bands may miss. */
#define STM_DEDUP_BAND_MISS 0.002

/* An estimate from 128 slots has a standard deviation of at most .044; pairs
 * so near to the threshold (over two of them) are decided by their texts. */
#define STM_DEDUP_ESTIMATE_ERROR 0.1

/* Words can be split in more ways than one ("3.5", "don't"), which moves the
 * index: of the planted pairs whose index over \w+ is .5 to .52, ours is under
 * .47 for one in ten and under .5 for one in three. Texts may be so much less
 * alike than the threshold. */
#define STM_DEDUP_TOLERANCE 0.03

/* A run of words is furniture when so many documents have it that are not near
 * each other. */
#define STM_DEDUP_FREQUENT 24

/* Documents as short as this (in words) may be alike by their furniture alone,
 * unless they are as alike as that. */
#define STM_DEDUP_SHORT 512
#define STM_DEDUP_SURE 0.9

/* Runs of furniture no farther apart than this are one stretch of it. */
#define STM_DEDUP_FURNITURE_GAP 24

/* Contained: share of a document's words, furniture left out, that stand in
 * passages of the other. What is as long as its holder may have been edited
 * all over; what is cut out of something much longer is a cut only where it is
 * nearly whole, for long documents quote each other. In between it is in
 * between. */
#define STM_DEDUP_CONTAINED_ALIKE 0.55 /* from this ratio of lengths on: */
#define STM_DEDUP_ALIKE_RATIO 0.6
#define STM_DEDUP_CONTAINED_CUT 0.85 /* up to this ratio: */
#define STM_DEDUP_CUT_RATIO 0.3

/* Of the prints that a document would share with one that holds it word for
 * word, the share that makes looking worth while; and at least so many. Of a
 * fifth of the words edited, a third of the runs are left. */
#define STM_DEDUP_SHARED_PRINTS 0.12
#define STM_DEDUP_LEAST_PRINTS 2

/* Documents of so many words that have the same ones in another order are the
 * same lines shuffled, and not a short sentence turned round. */
#define STM_DEDUP_BAG 20

/* A passage has so many equal words. */
#define STM_DEDUP_PASSAGE 8

#endif
