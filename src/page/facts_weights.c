/* Weights are natural logarithms of odds: the candidate with the largest sum is
 * taken. They were fitted as a softmax over the candidates of a page, with a
 * quadratic pull towards a prior (dates, headlines) or nought (authors), on
 * 1,497 labelled pages, and rounded. Half of the pages fitted, the other half
 * asked, and the other way round, articles only:
 *
 *     day       .896 and .895 of the days named (all pages: .908)
 *     headline  .888 and .848 (.879)
 *     authors   .825 and .829 (.837)
 *
 * On .059, .011 and .126 of the pages no candidate is right. The prior of the
 * signs that those pages have too seldom (days in addresses, in containers,
 * changes) is our own judgement. */
#include "page/facts_weights.h"

const float stm_page__day_weights[STM_DAY_SIGNS] = {
    [STM_DAY_LD_THIS] = 0.53F,
    [STM_DAY_LD_ARTICLE] = 0.50F,
    [STM_DAY_LD_PAGE] = 0.34F,
    [STM_DAY_LD_OTHER] = -0.50F,
    [STM_DAY_LD_CREATED] = 0.03F,
    [STM_DAY_LD_UPDATED] = -0.02F,
    [STM_DAY_OG_PUBLISHED] = 2.29F,
    [STM_DAY_OG_UPDATED] = -0.28F,
    [STM_DAY_META_PUBLISHED] = 1.19F,
    [STM_DAY_META_CREATED] = 0.90F,
    [STM_DAY_META_DATE] = 0.71F,
    [STM_DAY_META_UPDATED] = -0.29F,
    [STM_DAY_MICRO_PUBLISHED] = 0.50F,
    [STM_DAY_MICRO_CREATED] = 0.78F,
    [STM_DAY_MICRO_UPDATED] = -0.32F,
    [STM_DAY_TIME_PUBLISHED] = -0.14F,
    [STM_DAY_TIME] = 0.80F,
    [STM_DAY_TIME_UPDATED] = -0.30F,
    [STM_DAY_CLASS_PUBLISHED] = 0.63F,
    [STM_DAY_CLASS] = -0.40F,
    [STM_DAY_CLASS_UPDATED] = -0.27F,
    [STM_DAY_TEXT_PUBLISHED] = 0.95F,
    [STM_DAY_TEXT] = -0.13F,
    [STM_DAY_TEXT_UPDATED] = -0.86F,
    [STM_DAY_TEXT_LOOSE] = -0.25F,
    [STM_DAY_FINDER] = 0.86F,
    [STM_DAY_CONTAINER] = 1.00F,
    [STM_DAY_ADDRESS] = 2.45F,
    [STM_DAY_ABOVE] = 1.32F,
    [STM_DAY_HEAD] = 2.07F,
    [STM_DAY_BODY] = 0.17F,
    [STM_DAY_END] = 0.51F,
    [STM_DAY_BEHIND] = -0.44F,
    [STM_DAY_ASIDE] = -0.60F,
    [STM_DAY_CARD] = -0.18F,
    [STM_DAY_COMMENT] = -0.42F,
    [STM_DAY_FIRST_HEAD] = 0.03F,
    [STM_DAY_FIRST_OF_ALL] = 0.79F,
    [STM_DAY_WEEKDAY] = 0.24F,
    [STM_DAY_MACHINE] = 1.18F,
    [STM_DAY_LEADS] = 0.53F,
    [STM_DAY_MONTH_AGREES] = 1.47F,
    [STM_DAY_MONTH_DIFFERS] = -1.40F,
    [STM_DAY_EARLIEST] = 0.12F,
    [STM_DAY_ONLY] = -0.84F,
    [STM_DAY_NEXT] = -1.05F,
    [STM_DAY_SWAPPED] = -0.85F,
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
