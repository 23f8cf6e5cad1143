/* How the neighbours of a segment look, and the page as a whole. */
#ifndef STM_PAGE_AMONG_H
#define STM_PAGE_AMONG_H

#include "page/signs.h"

enum stm_among_sign {
    STM_AMONG = STM_SIGN_MARKUP, /* they follow the segment's own */
    STM_AMONG_SCORE = STM_AMONG, /* by its own signs, */
    STM_AMONG_LIKELY,            /* the same as a likelihood */
    STM_AMONG_BEFORE, /* mean likelihood of the 1, 2, 4, 10, 30 before it, */
    STM_AMONG_AFTER = STM_AMONG_BEFORE + 5,
    STM_AMONG_LENGTH_BEFORE = STM_AMONG_AFTER + 5, /* and lengths */
    STM_AMONG_LENGTH_AFTER = STM_AMONG_LENGTH_BEFORE + 5,
    STM_AMONG_AHEAD = STM_AMONG_LENGTH_AFTER + 5, /* share of what is likely */
    STM_AMONG_BEHIND,
    STM_AMONG_POSITION, /* among the segments */
    STM_AMONG_NUMBER,   /* logarithm of its place, */
    STM_AMONG_FROM_END,
    STM_AMONG_SEGMENTS, /* of the page: logarithms, */
    STM_AMONG_WORDS,
    STM_AMONG_MASS,
    STM_AMONG_MEAN,        /* mean likelihood */
    STM_AMONG_HITS,        /* furniture phrases, a segment, */
    STM_AMONG_HITS_BEFORE, /* among neighbours */
    STM_AMONG_HITS_AFTER,
    STM_AMONG_RELATED, /* segments since a heading of other articles, */
    STM_AMONG_COMMENTS,
    STM_AMONG_AUTHOR,
    STM_AMONG_HEADING, /* segments since any heading, */
    STM_AMONG_HEADING_LEVEL,
    STM_AMONG_HEADING_LIKELY, /* and how that looks */
    STM_AMONG_PLAIN, /* how many these are, the segment's own among them */

    STM_AMONG_KIND_BEFORE = STM_AMONG_PLAIN,
    STM_AMONG_KIND_AFTER,
    STM_AMONG_LINKED_BEFORE,
    STM_AMONG_LINKED_AFTER,
    STM_AMONG_PAGE_LINKED,
    STM_AMONG_PAGE_PROSE,
    STM_AMONG_MAIN_STEPS,  /* boxes up to one that holds the main box, */
    STM_AMONG_MAIN_SHARE,  /* share of the page's mass in the box before */
    STM_AMONG_MAIN_DEPTH,  /* depth below the main box, */
    STM_AMONG_MAIN_BEFORE, /* and on which side of it: -1, 0, 1 */
    STM_AMONG_BOX_SHARE,   /* share of the page's mass, STM_UP boxes */
    STM_AMONG_BOX_MEAN = STM_AMONG_BOX_SHARE + STM_UP,
    STM_AMONG_KIN = STM_AMONG_BOX_MEAN + STM_UP, /* lines drawn alike */
    STM_AMONG_MARKUP = STM_AMONG_KIN + STM_KIN_DEPTHS * STM_KIN_SCORES
};

typedef struct stm_among stm_among;

/* `score` has the log-odds of each segment by its own signs. `html` is NULL for
 * plain text, else `block` gives the block of each segment. NULL when out of
 * memory. */
stm_among *stm_page__among_new(const stm_segments *s, const float *score,
                               const stm_html *html, const uint32_t *block,
                               stm_arena *mem);

/* Fills the signs from STM_AMONG on: to STM_AMONG_PLAIN or STM_AMONG_MARKUP. */
void stm_page__among(float *out, const stm_among *a, uint32_t segment);

/* Whether a segment looks so much like furniture by itself that the others need
 * not be asked. */
bool stm_page__is_hopeless(const stm_among *a, uint32_t segment);

/* The likelihood of log-odds. */
float stm_page__likely(float score);

#endif
