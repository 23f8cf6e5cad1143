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
/* Words of one side between two kept words in which a learned one is looked
 * for. */
enum { STM_ALIGN_CLAUSE = 12 };
/* Words in place: the greedy way is gone as far as so many insertions and
 * deletions, rows of bits may take so much memory. */
enum { STM_LCS_EDITS = 192, STM_LCS_ROWS = 64 << 20 };
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

/* Noise (bench/quality/noise.py): words and bytes of one place that are looked
 * at, words that one side may be ahead of the other there, letters of 100 that
 * only one side of such a place has, places that are looked at first; how many
 * of them must be noise, and their share of these and of those with other
 * words. Scans with 1 to 10 of 100 letters misread have .53 and more, spinners'
 * and plagiarists' texts .2 and less; 31 of 2,059 pairs of states of an article
 * have .5 and more, by misspellings put right. */
enum { STM_NOISE_WORDS = 16, STM_NOISE_BYTES = 256, STM_NOISE_SAMPLE = 32 };
enum {
    STM_NOISE_APART = 4,
    STM_NOISE_STRANGE_PERCENT = 45,
    STM_NOISE_LEAST = 5
};
#define STM_NOISE_SHARE .5f
#define STM_NOISE_SURE .6f
/* A pair with so many such places is read once more: of the words of so many
 * bytes that share every third pair of letters with a word, so many are
 * compared; pairs of letters that more words have are no help in finding them.
 */
enum { STM_REREAD_PLACES = 10, STM_REREAD_BYTES = 4, STM_REREAD_SHARED = 3 };
enum { STM_REREAD_TRIES = 8, STM_REREAD_COMMON = 512 };

/* Set phrases: their words at most, and the words of a passage that is more
 * than one; the share of their meaningful words that are words of formulae (of
 * 21,489 sentences of web pages, of 10 to 60 words, 28 in 10,000 have it, most
 * of them notices) or of their runs that many texts have; and how many that is:
 * so many at least, one text in so many, so many at most. Texts with so much in
 * common are one text though it be a notice. By hand but for the first share.
 */
enum { STM_SET_WORDS = 80, STM_SET_ALONE = 20 };
enum { STM_SET_LEAST = 8, STM_SET_PART = 8, STM_SET_MOST = 32 };
#define STM_SET_FORMULA .5f
#define STM_SET_COMMON .6f
#define STM_SET_WHOLE .8f

/* Regions, see docs/decisions on regions. A copied word is taken to be kept
 * with this chance at first, and later as the region itself says, between
 * these; an exact run is first taken for a faithful copy. */
#define STM_REGION_KEPT .6f
#define STM_REGION_KEPT_LEAST .45f
#define STM_REGION_KEPT_MOST .97f
#define STM_REGION_EXACT .95f
#define STM_REGION_FAITHFUL .9f
/* Chance: a stem counts as seen so often elsewhere before it was looked for,
 * in so many words of any text; no meeting is rarer than this. */
#define STM_REGION_SEEN .1f
#define STM_REGION_SEEN_FUNCTION 20.f
#define STM_REGION_PRIOR 1000.f
#define STM_REGION_FLOOR .002f
/* What a function word counts for, and a word that another region has. */
#define STM_REGION_FUNCTION .4f
#define STM_REGION_TAKEN (-3.f)
/* Nats: an end inside a sentence costs so much, a poor stretch inside a region
 * may cost so much, and a region gains at least so much on either side. */
#define STM_REGION_INSIDE 3.f
#define STM_REGION_DROP 15.f
#define STM_REGION_GAIN 28.f
/* Below this a seed is given up before the share of kept words is estimated. */
#define STM_REGION_HOPE 14.f
/* A small one must gain more, and so must one that kept so few of its words, as
 * the sum of the shares of both sides. */
#define STM_REGION_GAIN_SMALL 36.f
#define STM_REGION_GAIN_FAINT 46.f
#define STM_REGION_FAINT .95f
/* From this gain on a region is copied text though no words are in order. */
#define STM_REGION_LOUD 60.f
/* Words: the least region, what a region may look beyond its ends while it
 * grows, and what may lie between two parts of one. */
enum {
    STM_REGION_WORDS = 30,
    STM_REGION_FEW = 20, /* where the pair has a larger one */
    STM_REGION_SMALL = 33,
    STM_REGION_NOTHING = 3,
    STM_REGION_MARGIN = 30,
    STM_REGION_JOIN = 40
};
/* Turns of growing, of settling, and estimates of the kept share. */
enum {
    STM_REGION_TURNS = 10,
    STM_REGION_SETTLES = 4,
    STM_REGION_ESTIMATES = 3
};
/* Seeds: words of a run, words of a block, places that a stem may meet in, and
 * the weight of a window; so many seeds in vain, and the rest is left. */
enum {
    STM_REGION_RUN = 8,
    STM_REGION_BLOCK = 24,
    STM_REGION_DOTS = 64,
    STM_REGION_FAILED = 40
};
#define STM_REGION_SEED 12.f

/* Strands of a region are moved passages where each keeps so many of its words
 * and all together explain so much of it. */
#define STM_MOVED_ALIKE .75f
#define STM_MOVED_EXPLAINED .6f
/* A strand is solid with so many words in place, at such a share. */
enum { STM_SOLID_WORDS = 8 };
#define STM_SOLID_ALIKE .5f
#define STM_FAITHFUL_ALIKE .85f
/* Below this share of the longer text regions are all there is. */
#define STM_COPY_HINT .06f
#define STM_COPY_PROMISE 18.f
enum { STM_COPY_SHORT = 200 };
/* Words of a whole sentence that counts as quoted though nothing else is. */
enum { STM_QUOTED_WORDS = 14 };
/* From this share of the longer text on, strands outside regions count. */
#define STM_COPY_SHARE .2f

/* Summaries: the words of one, how much longer the source is at least and at
 * most, its gain in all and a word, the share of kept words. */
enum { STM_CONDENSED_LEAST = 40, STM_CONDENSED_MOST = 150 };
#define STM_CONDENSED_SHORTER 3.5f
#define STM_CONDENSED_SHORTEST 30.f
#define STM_CONDENSED_KEPT .7f
#define STM_CONDENSED_GAIN 25.f
#define STM_CONDENSED_EACH .3f
#define STM_CONDENSED_SHARE .68f
/* The share of words that texts on one topic find in each other, and how many
 * words of the rest of the text outweigh it. */
#define STM_CONDENSED_FOUND .4f
#define STM_CONDENSED_WORDS 120.f
/* Regions of even length inside must leave this much unexplained, none may
 * gain more than this share of the summary's gain. */
#define STM_CONDENSED_EVEN 1.3f
#define STM_CONDENSED_LEFT .3f
#define STM_CONDENSED_REST 12.f
#define STM_CONDENSED_RIVAL .8f

#endif
