/* The constants of editions, with what set them.
 *
 * Measured by bench/quality/reconstruct.py over 48 news articles of 350 to 900
 * words. With the constants as they stand, seeds 11 to 14, 96 families of news
 * each: of the words that two descendants attest .982, .988, .982, .979 right;
 * manuscripts (24 families) .999, 1.000. Families with a spun copy, seeds 41 to
 * 43, which nothing was tuned on, in passages that nobody but the spinner has:
 * 20 families in one run .482 of 1,830 replaced words given back, .018 of 6,587
 * others spoilt; in runs of their own .398 of 1,754 and .024 of 6,261, where
 * .359 could be known from the rest of the family (decision 0027). */
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
    /* letters, or bytes: words from here on are long */
    STM_EDITION_LONG_WORD = 5,
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
 * of 40 texts (seeds 1 to 6) and of 40 others (seeds 51 to 53), and, with the
 * thesaurus, of 24 in runs of their own (seeds 1 to 8; 51 to 53): of these,
 * words given back and others spoilt as the constants stand .443/.027 and
 * .384/.029. None undone: .002/.0051, .000/.0053. Some rows below were measured
 * with other constants at other values, and are to be read in pairs. */

/* How much a nat counts that a word goes better with its neighbours than
 * another, beside how usual the two are. With the thesaurus, seeds 1, 2 and, of
 * other texts, 3, a run each: .35 .424/.0267, .4 .428/.0273, .5 .431/.0294, .6
 * and the steadiness below at 1 .435/.0297. */
#define STM_EDITION_FIT 0.6
/* What other spinners did, once so many of them agree as the likelihood says
 * that this one does too: 20 families in a run, .1 .469/.0211, .3 .472/.0216.
 * From what likelihood on it is heard at all: one other spinner foretells .03
 * of the words here, two .69. */
#define STM_EDITION_OTHERS 0.3
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
/* Words of the language in which a word that the spinner wrote for another is
 * looked for: as often as it stands in them it counts as kept, too. Runs of one
 * family: 0 .398/.0239, 200 .393/.0203; with the likelihood below at .3 200
 * .404/.0248, and with 400 and .02 for the occurrences above .414/.0315. */
#define STM_EDITION_USUAL 200.0
/* Occurrences against which what a spinner did with a word elsewhere counts: he
 * is steady; .1 and 1 are alike. .6 for .3, runs of one family: .429/.0270 for
 * .428/.0273. Cases against which it counts that he treats
 * names in his own way, and other forms of a word: without looking whether he
 * does, forms spoil .0320 and not .0309 of the others and give nothing back. */
#define STM_EDITION_STEADY 1.0
#define STM_EDITION_NAMES 0.25
#define STM_EDITION_REGULAR 1.0
/* What the thesaurus has for a word, for each of his words that he was seen to
 * look up; and how often he is taken to do so before anything is seen. In runs
 * of one family (seeds 1, 2 and, of other texts, 3): 3 .409/.0268, 9
 * .428/.0273, 10 .430/.0286, 15 .436/.0346 (the first with the likelihood
 * below at .28 and the two above as they were, .393/.0252 without). */
#define STM_EDITION_BOOK 8.0
#define STM_EDITION_BOOK_SEEN 0.3
#define STM_EDITION_BOOK_SEEN_OF 10.0
/* Words against which it counts that he replaces words of a kind oftener than
 * others: as if he did not (10,000), .415/.0244; 4 .428/.0275 and 30 .427/.0272
 * for .428/.0273. */
#define STM_EDITION_KIND 10.0
/* Likelihood from which on a word is put back, as if it and what he wrote were
 * all there is: .4 .392/.0204, .3 .404/.0262, .25 .410/.0292; of seeds 61 to 64
 * .403/.0238, .413/.0293, .420/.0335. */
#define STM_EDITION_UNDO 0.3
/* That the root has nothing where others have words. Right where two attest it,
 * with a spun copy: .4 .976, .973; .25 .981, .975. */
#define STM_EDITION_ROOT_EMPTY 0.25

#endif
