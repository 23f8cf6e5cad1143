/* A choice among the lines around the start of the text, or none, as a
 * logistic regression, fitted by bench/fit/titles_fit.py to 793 labelled
 * articles dumped as plain text, and to the paragraphs alone of 60 pages, which
 * have no headline. */
#include "page/weights.h"

const float stm_page__title_weights[STM_TITLE_SIGNS] = {
    [STM_TITLE_BEHIND] = -2.50F,    [STM_TITLE_FIRST] = -0.89F,
    [STM_TITLE_1] = 0.80F,          [STM_TITLE_2] = 1.44F,
    [STM_TITLE_3] = 0.81F,          [STM_TITLE_4] = 0.48F,
    [STM_TITLE_7] = -0.01F,         [STM_TITLE_13] = -0.88F,
    [STM_TITLE_WORDS_1] = -2.21F,   [STM_TITLE_WORDS_2] = -1.72F,
    [STM_TITLE_WORDS_3] = -0.70F,   [STM_TITLE_WORDS_5] = 1.50F,
    [STM_TITLE_WORDS_9] = 2.10F,    [STM_TITLE_WORDS_15] = 0.83F,
    [STM_TITLE_WORDS_23] = -0.55F,  [STM_TITLE_ENDED] = -0.12F,
    [STM_TITLE_STOP] = -2.41F,      [STM_TITLE_COLON] = -0.98F,
    [STM_TITLE_QUOTE] = -0.54F,     [STM_TITLE_SMALL] = -0.91F,
    [STM_TITLE_BAR] = -1.99F,       [STM_TITLE_LEGAL] = -0.49F,
    [STM_TITLE_ADDRESS] = -0.89F,   [STM_TITLE_CUT] = 0.00F,
    [STM_TITLE_DATE] = -2.04F,      [STM_TITLE_BYLINE] = -1.83F,
    [STM_TITLE_NAME] = -0.26F,      [STM_TITLE_AGAIN] = 0.01F,
    [STM_TITLE_HIT] = -2.09F,       [STM_TITLE_WORD] = -1.64F,
    [STM_TITLE_SOME] = -1.47F,      [STM_TITLE_META_BEFORE] = 1.27F,
    [STM_TITLE_META_1] = 2.64F,     [STM_TITLE_META_2] = 1.92F,
    [STM_TITLE_META_3] = 2.04F,     [STM_TITLE_META_4] = 1.30F,
    [STM_TITLE_CAPITAL] = 1.17F,    [STM_TITLE_NUMBER] = 0.86F,
    [STM_TITLE_SCORE] = -0.29F,     [STM_TITLE_LONG_BEFORE] = -1.10F,
    [STM_TITLE_LONG_AFTER] = 1.32F, [STM_TITLE_HIT_AFTER] = -0.22F,
    [STM_TITLE_LONGEST] = 0.26F,    [STM_TITLE_BIAS] = -0.74F,
};
