/* The signs by which a segment is told to be content or furniture, as numbers.
 * First those that it shows by itself and through the elements around it, then
 * those of its neighbours, which lean on how the first ones score. */
#ifndef STM_PAGE_SIGNS_H
#define STM_PAGE_SIGNS_H

#include "page/kin.h"
#include "page/segments.h"

#include <stemma/html.h>

enum {
    STM_WHOLE_SIGNS = 16,
    STM_UP = 4,       /* boxes looked at, from the innermost outwards */
    STM_UP_STEPS = 64 /* boxes passed on the way, at most */
};

enum stm_sign {
    STM_SIGN_WORDS, /* logarithm */
    STM_SIGN_ENDED,
    STM_SIGN_STOP,
    STM_SIGN_COLON,
    STM_SIGN_COMMA_END,
    STM_SIGN_BULLET,
    STM_SIGN_QUOTE,
    STM_SIGN_SMALL,
    STM_SIGN_BAR,
    STM_SIGN_LEGAL,
    STM_SIGN_ADDRESS,
    STM_SIGN_PRICE,
    STM_SIGN_DOTS,
    STM_SIGN_COLUMNS,
    STM_SIGN_TWICE,
    STM_SIGN_AGAIN,
    STM_SIGN_DATE,
    STM_SIGN_BYLINE,
    STM_SIGN_PARAGRAPH,
    STM_SIGN_CUT,
    STM_SIGN_FUNCTION, /* shares of the words */
    STM_SIGN_CAPITAL,
    STM_SIGN_NUMBER,
    STM_SIGN_UPPER,
    STM_SIGN_COMMA,
    STM_SIGN_COVERED,
    STM_SIGN_WHOLE, /* use of the phrases that cover it, plus 1 */
    STM_SIGN_USE,   /* of any, plus 1 */
    STM_SIGN_MARK,  /* kinds of furniture, one sign each, */
    STM_SIGN_CREDIT = STM_SIGN_MARK + 14, /* and a photographer's name */
    STM_SIGN_LETTERS,                     /* bytes a word */
    STM_SIGN_OWN,                         /* how many these are */

    STM_SIGN_KIND = STM_SIGN_OWN, /* of the block */
    STM_SIGN_LEVEL,
    STM_SIGN_DEPTH,
    STM_SIGN_LINKED,
    STM_SIGN_INSIDE,
    STM_SIGN_HINT = STM_SIGN_INSIDE + 16,
    STM_SIGN_NAME = STM_SIGN_HINT + STM_HINTS, /* of the nearest elements */
    STM_SIGN_BOX = STM_SIGN_NAME + STM_HINTS,  /* STM_UP times the next */
    STM_BOX_LETTERS = 0,                       /* logarithm */
    STM_BOX_LINKED,
    STM_BOX_PROSE,
    STM_BOX_SHARE, /* of the page's prose */
    STM_BOX_BOXES, /* in it, logarithm */
    STM_BOX_ALIKE, /* among its neighbours, logarithm */
    STM_BOX_SIGNS,
    /* lines since the first heading of level 1, logarithm; before it: less
     * than 0 */
    STM_SIGN_FIRST_HEAD = STM_SIGN_BOX + STM_UP * STM_BOX_SIGNS,
    STM_SIGN_LAST_HEAD,  /* lines since the last one */
    STM_SIGN_WHOLE_PAGE, /* share of the page in elements and names of a kind */
    STM_SIGN_KIN = STM_SIGN_WHOLE_PAGE + STM_WHOLE_SIGNS,
    STM_SIGN_MARKUP = STM_SIGN_KIN + STM_KIN_DEPTHS * STM_KIN_SIGNS
};

/* Shorter than fmaxf and fminf, which ask for what is no number. */
static inline float stm_page__larger(float a, float b) { return a > b ? a : b; }
static inline float stm_page__smaller(float a, float b)
{
    return a < b ? a : b;
}

/* The logarithm to base 2: of whole numbers below 1,024, as most are, from a
 * table. */
float stm_page__log2(float n);

/* Fills the signs of the segment itself: STM_SIGN_OWN of them. */
void stm_page__own_signs(float *out, const stm_segment *s);

/* Boxes as the signs need them. */
typedef struct stm_nest stm_nest;
/* NULL when out of memory. */
stm_nest *stm_page__nest_new(const stm_html *html, stm_arena *mem);
/* What lines are drawn alike. */
stm_kin *stm_page__nest_kin(const stm_nest *n);
/* The boxes around a block, the innermost first, without those that hold
 * nothing else. Returns how many, up to STM_UP. */
unsigned stm_page__nest_up(uint32_t out[STM_UP], const stm_html *html,
                           uint32_t block);
/* Fills the signs from STM_SIGN_OWN to STM_SIGN_MARKUP. */
void stm_page__markup_signs(float *out, const stm_nest *n, uint32_t block);

#endif
