/* Weights are natural logarithms of odds: the candidate with the largest sum is
 * taken. They were fitted as a softmax over the candidates of a page, with a
 * quadratic pull towards a prior (days, headlines) or nought (authors), and
 * rounded.
 *
 * Days: bench/fit/days_fit.py on four sets, with the weights before as the
 * prior; of pages whose site the weights had not seen, .906 are right in the
 * first set (articles .915), .915, .957 and .762 in the others
 * (docs/decisions/0006).
 *
 * Headlines and authors: on 1,497 labelled pages; half of the pages fitted, the
 * other half asked, and the other way round, articles only:
 *
 *     headline  .888 and .848 (.879)
 *     authors   .825 and .829 (.837)
 *
 * On .011 and .126 of the pages no candidate is right. The prior of the days'
 * signs that pages have too seldom (days in addresses, in containers, changes)
 * is our own judgement. */
#include "page/facts_weights.h"

const float stm_page__day_weights[STM_DAY_SIGNS] = {
    [STM_DAY_LD_THIS] = 0.30F,
    [STM_DAY_LD_ARTICLE] = 0.50F,
    [STM_DAY_LD_PAGE] = 0.26F,
    [STM_DAY_LD_OTHER] = -0.46F,
    [STM_DAY_LD_CREATED] = -0.03F,
    [STM_DAY_LD_UPDATED] = 0.25F,
    [STM_DAY_OG_PUBLISHED] = 2.54F,
    [STM_DAY_OG_UPDATED] = -0.18F,
    [STM_DAY_META_PUBLISHED] = 1.22F,
    [STM_DAY_META_CREATED] = 0.94F,
    [STM_DAY_META_DATE] = 0.70F,
    [STM_DAY_META_UPDATED] = -0.25F,
    [STM_DAY_MICRO_PUBLISHED] = 0.35F,
    [STM_DAY_MICRO_CREATED] = 0.89F,
    [STM_DAY_MICRO_UPDATED] = -0.46F,
    [STM_DAY_TIME_PUBLISHED] = -0.16F,
    [STM_DAY_TIME] = 1.00F,
    [STM_DAY_TIME_UPDATED] = -0.34F,
    [STM_DAY_CLASS_PUBLISHED] = 0.69F,
    [STM_DAY_CLASS] = -0.04F,
    [STM_DAY_CLASS_UPDATED] = -0.32F,
    [STM_DAY_TEXT_PUBLISHED] = 0.84F,
    [STM_DAY_TEXT] = -0.11F,
    [STM_DAY_TEXT_UPDATED] = -0.63F,
    [STM_DAY_TEXT_LOOSE] = -0.26F,
    [STM_DAY_FINDER] = 0.72F,
    [STM_DAY_CONTAINER] = 1.00F,
    [STM_DAY_ADDRESS] = 2.35F,
    [STM_DAY_ABOVE] = 1.25F,
    [STM_DAY_HEAD] = 2.53F,
    [STM_DAY_BODY] = 0.18F,
    [STM_DAY_END] = 0.38F,
    [STM_DAY_BEHIND] = -0.29F,
    [STM_DAY_ASIDE] = -0.63F,
    [STM_DAY_CARD] = 0.03F,
    [STM_DAY_COMMENT] = -0.26F,
    [STM_DAY_FIRST_HEAD] = 0.09F,
    [STM_DAY_FIRST_OF_ALL] = 0.53F,
    [STM_DAY_WEEKDAY] = 0.17F,
    [STM_DAY_NEAR] = 0.38F,
    [STM_DAY_TIMED] = 0.40F,
    [STM_DAY_MACHINE] = 1.26F,
    [STM_DAY_LEADS] = 1.02F,
    [STM_DAY_MONTH_AGREES] = 1.35F,
    [STM_DAY_MONTH_DIFFERS] = -1.28F,
    [STM_DAY_EARLIEST] = 0.72F,
    [STM_DAY_ONLY] = -0.84F,
    [STM_DAY_NEXT] = -1.20F,
    [STM_DAY_SWAPPED] = -1.03F,
};

const float stm_page__headline_weights[STM_HEADLINE_SIGNS] = {
    [STM_HEADLINE_H1] = 2.7F,           [STM_HEADLINE_H1_LATER] = 1.1F,
    [STM_HEADLINE_OG] = 0.7F,           [STM_HEADLINE_META] = 0.6F,
    [STM_HEADLINE_TITLE] = 0.1F,        [STM_HEADLINE_LD] = 0.8F,
    [STM_HEADLINE_LD_NAME] = -0.3F,     [STM_HEADLINE_LD_OTHER] = -0.2F,
    [STM_HEADLINE_MICRO] = 0.8F,        [STM_HEADLINE_MICRO_NAME] = 0.1F,
    [STM_HEADLINE_CLASS] = 0.4F,        [STM_HEADLINE_CLASS_OTHER] = -0.6F,
    [STM_HEADLINE_TEXT] = 0.9F,         [STM_HEADLINE_OG_PART] = 0.4F,
    [STM_HEADLINE_META_PART] = 0.1F,    [STM_HEADLINE_TITLE_PART] = 0.F,
    [STM_HEADLINE_LD_PART] = 0.2F,      [STM_HEADLINE_PART_FIRST] = 0.4F,
    [STM_HEADLINE_PART_LAST] = -0.3F,   [STM_HEADLINE_WITHOUT_SITE] = 0.4F,
    [STM_HEADLINE_WITHOUT_REST] = 0.4F, [STM_HEADLINE_H1_ASIDE] = -0.2F,
    [STM_HEADLINE_H1_BEHIND] = -0.3F,   [STM_HEADLINE_WORDS_1] = -0.8F,
    [STM_HEADLINE_WORDS_2] = -0.2F,     [STM_HEADLINE_WORDS_3] = -0.1F,
    [STM_HEADLINE_WORDS_5] = 0.6F,      [STM_HEADLINE_WORDS_15] = 0.4F,
    [STM_HEADLINE_WORDS_23] = 0.1F,     [STM_HEADLINE_IS_SITE] = -1.1F,
    [STM_HEADLINE_HOLDS_SITE] = -1.6F,  [STM_HEADLINE_CUT_SHORT] = -1.5F,
    [STM_HEADLINE_IN_TITLE] = 0.7F,     [STM_HEADLINE_OPENS_TITLE] = 0.5F,
    [STM_HEADLINE_IN_OG] = 0.4F,        [STM_HEADLINE_ADDRESS] = 0.6F,
    [STM_HEADLINE_ADDRESS_SOME] = 0.4F, [STM_HEADLINE_ADDRESS_NOT] = -1.0F,
};

const float stm_page__byline_weights[STM_BYLINE_SIGNS] = {
    [STM_BYLINE_LD] = 1.4F,           [STM_BYLINE_LD_ORGANISATION] = 0.1F,
    [STM_BYLINE_LD_PAGE] = 0.2F,      [STM_BYLINE_LD_OTHER] = -0.4F,
    [STM_BYLINE_META] = 2.5F,         [STM_BYLINE_META_OTHER] = -0.1F,
    [STM_BYLINE_OG] = 1.1F,           [STM_BYLINE_MICRO_NAME] = 0.5F,
    [STM_BYLINE_MICRO] = 1.0F,        [STM_BYLINE_MICRO_OTHER] = 0.3F,
    [STM_BYLINE_REL] = 0.5F,          [STM_BYLINE_LINK] = 0.4F,
    [STM_BYLINE_LINK_OTHER] = -0.3F,  [STM_BYLINE_CLASS_NAME] = 1.1F,
    [STM_BYLINE_CLASS_BYLINE] = 0.3F, [STM_BYLINE_CLASS] = 0.1F,
    [STM_BYLINE_CLASS_OTHER] = 0.5F,  [STM_BYLINE_TEXT] = 1.5F,
    [STM_BYLINE_SEVERAL] = -0.6F,     [STM_BYLINE_ABOVE] = -0.3F,
    [STM_BYLINE_HEAD] = 1.0F,         [STM_BYLINE_BODY] = -0.4F,
    [STM_BYLINE_END] = 0.6F,          [STM_BYLINE_BEHIND] = -0.2F,
    [STM_BYLINE_ASIDE] = -0.4F,       [STM_BYLINE_CARD] = 0.F,
    [STM_BYLINE_COMMENT] = -1.2F,     [STM_BYLINE_FIRST] = 1.7F,
    [STM_BYLINE_WORD_1] = -0.8F,      [STM_BYLINE_WORDS_2] = -0.2F,
    [STM_BYLINE_WORDS_4] = -1.3F,     [STM_BYLINE_WORDS_6] = -0.2F,
    [STM_BYLINE_SMALL] = -0.1F,       [STM_BYLINE_ROLE] = -1.0F,
    [STM_BYLINE_SITE] = -0.2F,        [STM_BYLINE_NOBODY] = -0.7F,
    [STM_BYLINE_LESS] = -0.6F,        [STM_BYLINE_MORE] = 0.3F,
};
