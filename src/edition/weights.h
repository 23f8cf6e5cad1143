/* The constants of editions, with what set them.
 *
 * Measured by bench/quality/reconstruct.py over 48 news articles of 350 to 900
 * words. With the constants as they stand, seeds 11 to 14, 96 families of news
 * each: of the words that two descendants attest .982, .988, .982, .979 right;
 * manuscripts (24 families) .999, 1.000. Families with a spun copy, seeds 1 and
 * 2: .981, .975 right; of 2,070 and 1,817 words that a spinner replaced where
 * nobody else has the passage .336 and .347 given back, where .384 could be
 * known from the rest of the family; of the others .023 and .021 spoilt. */
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
    STM_EDITION_PHRASE = 4
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
/* Share of a word's occurrences in the spun text that stand for one word of the
 * source before it is put back where nobody else has the passage. Given back
 * and spoilt: .5 .329/.018, .337/.019; .35 .336/.023, .347/.021. */
#define STM_EDITION_UNDO 0.35
/* That the root has nothing where others have words. Right where two attest it,
 * with a spun copy: .4 .976, .973; .25 .981, .975. */
#define STM_EDITION_ROOT_EMPTY 0.25

#endif
