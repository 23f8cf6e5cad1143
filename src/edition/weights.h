/* The constants of editions, with what set them.
 *
 * Measured by bench/quality/reconstruct.py over 48 news articles of 350 to 900
 * words. With the constants as they stand, seeds 11 to 14, 96 families of news
 * each: of the words that two descendants attest .982, .988, .982, .979 right;
 * manuscripts (24 families) .999, 1.000. Families with a spun copy, seeds 41 to
 * 43, which nothing was tuned on, in passages that nobody but the spinner has:
 * 20 families in one run .522 of 2,152 replaced words given back, .026 of 8,393
 * others spoilt; 24 families in runs of their own .384 of 2,764 and .022 of
 * 9,679, where .399 could be known from the rest of the family. */
#ifndef STM_EDITION_WEIGHTS_H
#define STM_EDITION_WEIGHTS_H

enum {
    /* words: a text that has nothing for so long lacks the passage; a shorter
     * stretch is an omission among the variants of one place; not measured */
    STM_EDITION_PASSAGE = 8,
    /* wordings of one place that are weighed: a bound */
    STM_EDITION_WORDINGS = 32,
    /* of estimating how much each copyist changed */
    STM_EDITION_ROUNDS = 2,
    /* words of a spinner's phrase that are looked up as one: a bound */
    STM_EDITION_PHRASE = 4,
    /* spinners who agree; more are as many */
    STM_EDITION_AGREE = 4,
    /* wordings of other spinners that are weighed for one: a bound */
    STM_EDITION_CANDIDATES = 64
};

/* How often a place is changed, dropped or added on the way from a text to its
 * copy, before anything is known of the copyist; and for how many places that
 * counts against what is seen. Who cuts or spins adds next to nothing: with
 * .002 for that and learned like the rest, every twelfth passage that a spun
 * copy alone has was taken for the spinner's own; now it is every sixtieth. */
typedef struct stm_edition__rates {
    double change, drop, add;
} stm_edition__rates;
#define STM_EDITION_RATES                                                      \
    {                                                                          \
        [STM_IDENTICAL] = {.001, .001, .001}, [STM_REPRINT] = {.02, .02, .02}, \
        [STM_EXCERPT] = {.02, .3, .0005}, [STM_REVISION] = {.05, .05, .05},    \
        [STM_SPUN] = {.4, .05, .0005},                                         \
    }
#define STM_EDITION_PRIOR 10.0
/* A spinner's words undone. Chosen on families with a spun copy, 20 in a run,
 * of 40 texts (seeds 1 to 6) and of 40 others (seeds 51 to 53); words given
 * back and others spoilt as the constants stand: .501/.0289 and .514/.0259.
 * None undone: .002/.0051, .000/.0053. Some rows below were measured with other
 * constants at other values, and are to be read in pairs. */

/* How much a nat counts that a word goes better with its neighbours than
 * another, beside how usual the two are: .45 .500/.0279, .513/.0249. */
#define STM_EDITION_FIT 0.4
/* What other spinners did, once so many of them agree as the likelihood says
 * that this one does too: .3 .503/.0301, .515/.0275; .1 .502/.0293, .516/.0265.
 * From what likelihood on it is heard at all: one other spinner foretells .03
 * of the words here, two .69. */
#define STM_EDITION_OTHERS 0.1
#define STM_EDITION_LEAST_AGREED 0.2
/* Cases against which it counts that they agree: as long as nothing is known
 * they are not heard. */
#define STM_EDITION_DOUBT 5.0
/* Occurrences that a word counts as kept before any is seen (.15 for .05:
 * .502/.0332 for .503/.0344); that others kept it, for each time and at most (0
 * for .05: .504/.0326 for .503/.0313). */
#define STM_EDITION_ITSELF 0.05
#define STM_EDITION_OTHERS_KEPT 0.05
#define STM_EDITION_OTHERS_KEPT_MOST 0.2
/* Occurrences against which what a spinner did with a word elsewhere counts: he
 * is steady; .1 and 1 are alike. Cases against which it counts that he treats
 * names in his own way, and other forms of a word: without looking whether he
 * does, forms spoil .0320 and not .0309 of the others and give nothing back. */
#define STM_EDITION_STEADY 0.3
#define STM_EDITION_NAMES 0.25
#define STM_EDITION_REGULAR 1.0
/* Likelihood from which on a word is put back: .25 .503/.0302, .516/.0271; .4
 * .492/.0272, .509/.0254. */
#define STM_EDITION_UNDO 0.28
/* That the root has nothing where others have words. Right where two attest it,
 * with a spun copy: .4 .976, .973; .25 .981, .975. */
#define STM_EDITION_ROOT_EMPTY 0.25

#endif
