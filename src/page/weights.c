/* The weights are logistic regressions, fitted by
 * bench/quality/furniture_fit.py to half of 1,497 web pages of seven types
 * (articles, products, forums, listings, collections, services, documentation),
 * dumped as plain text, whose main content was marked by hand, and to 480 texts
 * without any furniture (novels in five languages, standards, manuals, wiki
 * pages, news). Every page weighs the same, a text without furniture half as
 * much.
 *
 * Word F1 of what is kept, averaged over pages (fitted half | other half):
 *
 *                                  all pages        articles
 *     everything                   .690 | .692      .799 | .805
 *     lines of ten words or more   .748 | .750      .859 | .864
 *     these weights                @ALL0 | @ALL1      @ART0 | @ART1
 *
 * Words lost of texts without furniture: @CL0 % | @CL1 %. The threshold is the
 * best F1 of all pages within .003 that keeps most; .2 lower or higher moves F1
 * by less than .003. The headline is right on @T0 | @T1 of the articles, on
 * .87 of which it stands in the plain text at all. */
#include "page/weights.h"

const float stm_page__look_weights[STM_LOOKS] = {
    [STM_LOOK_LENGTH + 0] = -1.68F,  [STM_LOOK_LENGTH + 1] = -1.23F,
    [STM_LOOK_LENGTH + 2] = -1.07F,  [STM_LOOK_LENGTH + 3] = -0.51F,
    [STM_LOOK_LENGTH + 4] = -0.18F,  [STM_LOOK_LENGTH + 5] = -0.06F,
    [STM_LOOK_LENGTH + 6] = -0.30F,  [STM_LOOK_LENGTH + 7] = 0.03F,
    [STM_LOOK_LENGTH + 8] = 0.70F,   [STM_LOOK_ENDED + 0] = 0.52F,
    [STM_LOOK_ENDED + 1] = 0.14F,    [STM_LOOK_ENDED + 2] = -0.19F,
    [STM_LOOK_ENDED + 3] = 0.22F,    [STM_LOOK_ENDED + 4] = 0.40F,
    [STM_LOOK_ENDED + 5] = 0.33F,    [STM_LOOK_ENDED + 6] = 0.57F,
    [STM_LOOK_ENDED + 7] = 1.05F,    [STM_LOOK_ENDED + 8] = 1.46F,
    [STM_LOOK_FUNCTION] = 1.06F,     [STM_LOOK_CAPITAL] = -0.83F,
    [STM_LOOK_NUMBER] = 0.13F,       [STM_LOOK_UPPER] = 0.57F,
    [STM_LOOK_COMMA] = 1.99F,        [STM_LOOK_COLON] = 1.62F,
    [STM_LOOK_BULLET] = 0.69F,       [STM_LOOK_QUOTE] = 2.24F,
    [STM_LOOK_SMALL] = 1.19F,        [STM_LOOK_BAR] = 0.39F,
    [STM_LOOK_LEGAL] = -1.78F,       [STM_LOOK_ADDRESS] = -0.83F,
    [STM_LOOK_PRICE] = 0.33F,        [STM_LOOK_DOTS] = -1.22F,
    [STM_LOOK_TWICE_SHORT] = -0.83F, [STM_LOOK_TWICE_LONG] = -2.28F,
    [STM_LOOK_WHOLE_WORD] = -1.63F,  [STM_LOOK_WHOLE_LINE] = -2.87F,
    [STM_LOOK_WHOLE_TAIL] = -1.45F,  [STM_LOOK_WHOLE_PART] = -2.48F,
    [STM_LOOK_WHOLE_CUT] = -1.64F,   [STM_LOOK_PART] = -3.85F,
    [STM_LOOK_ANY_PART] = -1.47F,    [STM_LOOK_SOME] = -2.24F,
    [STM_LOOK_CREDIT] = -2.61F,      [STM_LOOK_IDEOGRAPH] = 1.35F,
    [STM_LOOK_DATE] = -1.74F,        [STM_LOOK_BYLINE] = -0.07F,
    [STM_LOOK_BIAS] = 0.60F,
};

const float stm_page__place_weights[STM_PLACES] = {
    [STM_PLACE_SCORE] = 0.84F,
    [STM_PLACE_LIKELY] = -1.10F,
    [STM_PLACE_BEFORE_1] = 0.41F,
    [STM_PLACE_AFTER_1] = 0.61F,
    [STM_PLACE_BEFORE_3] = 0.47F,
    [STM_PLACE_AFTER_3] = 1.27F,
    [STM_PLACE_BEFORE_10] = 1.39F,
    [STM_PLACE_AFTER_10] = 0.91F,
    [STM_PLACE_LENGTH_AFTER_3] = -0.62F,
    [STM_PLACE_LENGTH_BEFORE_30] = -0.68F,
    [STM_PLACE_LENGTH_AFTER_30] = -0.41F,
    [STM_PLACE_SOME_BEFORE] = 0.36F,
    [STM_PLACE_SOME_AFTER] = -1.06F,
    [STM_PLACE_INSIDE] = 1.18F,
    [STM_PLACE_PROSE_BEFORE] = -0.82F,
    [STM_PLACE_BEHIND_ALL] = -0.85F,
    [STM_PLACE_PAGE_END] = -1.03F,
    [STM_PLACE_RELATED] = -0.51F,
    [STM_PLACE_RELATED_NEAR] = -0.80F,
    [STM_PLACE_COMMENTS] = -1.00F,
    [STM_PLACE_AUTHOR] = -0.54F,
    [STM_PLACE_HITS] = -3.86F,
    [STM_PLACE_HIT_SHARE] = 4.06F,
    [STM_PLACE_HITS_BEFORE] = -1.55F,
    [STM_PLACE_HITS_AFTER] = -0.64F,
    [STM_PLACE_PROSE_SHARE] = -0.41F,
    [STM_PLACE_SHORT_AMONG] = 0.10F,
    [STM_PLACE_FUNCTION] = -0.55F,
    [STM_PLACE_BULLET] = -0.98F,
    [STM_PLACE_SMALL] = -1.03F,
    [STM_PLACE_BAR] = -0.74F,
    [STM_PLACE_DOTS] = -0.11F,
    [STM_PLACE_WHOLE_LINE] = -0.65F,
    [STM_PLACE_PART] = -1.62F,
    [STM_PLACE_CREDIT] = -1.25F,
    [STM_PLACE_DATE] = -0.32F,
    [STM_PLACE_BYLINE] = -0.23F,
    [STM_PLACE_BIAS] = 2.57F,
};

const float stm_page__title_weights[STM_TITLE_SIGNS] = {
    [STM_TITLE_BEHIND] = -1.93F,    [STM_TITLE_FIRST] = -0.63F,
    [STM_TITLE_1] = 0.62F,          [STM_TITLE_2] = 1.31F,
    [STM_TITLE_3] = 0.45F,          [STM_TITLE_4] = 0.36F,
    [STM_TITLE_7] = -0.21F,         [STM_TITLE_13] = -1.28F,
    [STM_TITLE_WORDS_1] = -2.26F,   [STM_TITLE_WORDS_2] = -1.52F,
    [STM_TITLE_WORDS_3] = -0.45F,   [STM_TITLE_WORDS_5] = 1.34F,
    [STM_TITLE_WORDS_9] = 1.89F,    [STM_TITLE_WORDS_15] = 0.36F,
    [STM_TITLE_WORDS_23] = -0.66F,  [STM_TITLE_ENDED] = -0.20F,
    [STM_TITLE_STOP] = -2.71F,      [STM_TITLE_COLON] = -1.12F,
    [STM_TITLE_QUOTE] = -1.26F,     [STM_TITLE_SMALL] = -1.20F,
    [STM_TITLE_BAR] = -1.30F,       [STM_TITLE_LEGAL] = -0.46F,
    [STM_TITLE_ADDRESS] = -1.05F,   [STM_TITLE_CUT] = 0.00F,
    [STM_TITLE_DATE] = -2.64F,      [STM_TITLE_BYLINE] = -2.09F,
    [STM_TITLE_NAME] = -0.26F,      [STM_TITLE_AGAIN] = -0.00F,
    [STM_TITLE_HIT] = -2.58F,       [STM_TITLE_WORD] = -1.73F,
    [STM_TITLE_SOME] = -1.98F,      [STM_TITLE_META_BEFORE] = 1.39F,
    [STM_TITLE_META_1] = 2.87F,     [STM_TITLE_META_2] = 1.78F,
    [STM_TITLE_META_3] = 1.69F,     [STM_TITLE_META_4] = 1.26F,
    [STM_TITLE_CAPITAL] = 1.24F,    [STM_TITLE_NUMBER] = 0.70F,
    [STM_TITLE_SCORE] = -0.51F,     [STM_TITLE_LONG_BEFORE] = -0.93F,
    [STM_TITLE_LONG_AFTER] = 1.42F, [STM_TITLE_HIT_AFTER] = -0.06F,
    [STM_TITLE_LONGEST] = 0.45F,    [STM_TITLE_BIAS] = -1.30F,
};
