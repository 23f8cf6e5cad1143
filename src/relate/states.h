/* Signs by which two states of one text are put in order, and what they add up
 * to. Every sign is an amount of either side; what counts is by how much the
 * one exceeds the other, so that to swap the sides only turns the verdict. */
#ifndef STM_RELATE_STATES_H
#define STM_RELATE_STATES_H

#include "relate/case.h"

typedef enum stm_state_sign {
    /* growth: how much text there is, and how much of it is new */
    STM_STATE_OWN,      /* words without a counterpart */
    STM_STATE_FRESH,    /* different words that the other has nowhere */
    STM_STATE_LINES,    /* that are not empty */
    STM_STATE_SHORT,    /* of them of a few words: headings, entries */
    STM_STATE_SENTENCE, /* words of the average sentence */
    STM_STATE_WIDTH,    /* words of the average line */
    STM_STATE_WIDEST,   /* words of the longest line */
    /* inserts: where the other has nothing, and what stands there */
    STM_STATE_PLACES,    /* where the other has nothing */
    STM_STATE_HEAD,      /* words before all that both share */
    STM_STATE_PHRASES,   /* of a few words */
    STM_STATE_PASSAGES,  /* of a sentence or two */
    STM_STATE_SENTENCES, /* whole */
    STM_STATE_BETWEEN,   /* whole paragraphs */
    STM_STATE_ROWS,      /* whole lines that are not paragraphs */
    STM_STATE_LAST,      /* at the end of a paragraph */
    STM_STATE_BEGUN,     /* where the text begins */
    STM_STATE_ENDED,     /* where it ends */
    STM_STATE_SMALL,     /* of function words alone */
    STM_STATE_BRACKETED,
    /* editing: what the new words are like, and one word put for another */
    STM_STATE_OWN_LONG,  /* long words */
    STM_STATE_OWN_SMALL, /* function words */
    STM_STATE_OWN_NUMBERS,
    STM_STATE_OWN_SENTENCES, /* begun */
    STM_STATE_OWN_FRESH,     /* share that the other has nowhere */
    STM_STATE_OWN_HOME,      /* share that the text has elsewhere too */
    STM_STATE_SWAPPED,       /* letters of words put for others */
    STM_STATE_ACCENTED,      /* words that the other has without accents */
    STM_STATE_SPELT,    /* words of which the other has an odder spelling */
    STM_STATE_LIKELIER, /* nats by which they are likelier */
    STM_STATE_KNOWN,    /* known words, the other spelling is none */
    STM_STATE_AGREED,   /* spellings that the other has elsewhere too */
    STM_STATE_FULLER,   /* words of which the other has a shorter spelling */
    STM_STATE_GROWN,    /* numbers of which the other has a smaller one */
    /* years: what is dated */
    STM_STATE_NUMBERS,
    STM_STATE_YEARS,
    STM_STATE_LATEST,
    STM_STATE_DAYS, /* the latest day, in years */
    /* marks: how it is set */
    STM_STATE_COLONS,
    STM_STATE_QUESTIONS,
    STM_STATE_SHOUTS,
    STM_STATE_APOSTROPHES,
    STM_STATE_SQUARES,
    STM_STATE_SIGNS, /* < = > { } # */
    STM_STATE_HYPHENS,
    STM_STATE_DASHES,     /* of print */
    STM_STATE_TYPEWRITER, /* dashes: two hyphens */
    STM_STATE_APART,      /* hyphens between spaces */
    STM_STATE_TRAILING,   /* spaces before the end of a line */
    STM_STATE_TIGHT,      /* points and commas without a space behind */
    STM_STATE_GROUPED,    /* commas inside a number */
    STM_STATE_BREAKS,     /* ends of lines */
    STM_STATE_BLANKS,     /* empty lines */
    STM_STATE_FOREIGN,    /* bytes beyond ASCII */
    /* the same between words that both have: places where this side has more */
    STM_STATE_KEPT_COMMAS,
    STM_STATE_KEPT_QUOTES,
    STM_STATE_KEPT_CLOSED,   /* brackets */
    STM_STATE_KEPT_WIDE,     /* two spaces on end */
    STM_STATE_KEPT_TRAILING, /* spaces before the end of a line */
    STM_STATE_KEPT_BLANKS,   /* ends of lines, where both have one */
    STM_STATE_KEPT_FOREIGN,  /* bytes beyond ASCII */
    STM_STATE_KEPT_MARKS,    /* of any kind */
    STM_STATE_SIGNS_ALL
} stm_state_sign;

/* Amounts by side. */
typedef struct stm_states {
    double amount[2][STM_STATE_SIGNS_ALL];
} stm_states;

/* state_words.c, state_inserts.c, state_own.c, state_swaps.c, state_years.c,
 * state_days.c, state_marks.c: fill their part of a side. */
bool stm_relate__state_words(stm_case *c, int side, double *amount);
void stm_relate__state_inserts(const stm_case *c, int side, double *amount);
bool stm_relate__state_own(stm_case *c, int side, double *amount);
bool stm_relate__state_swaps(stm_case *c, int side, double *amount);
void stm_relate__state_years(const stm_case *c, int side, double *amount);
void stm_relate__state_days(const stm_case *c, int side, double *amount);
void stm_relate__state_marks(const stm_case *c, int side, double *amount);
/* state_kept.c: fills its part of both. */
void stm_relate__state_kept(const stm_case *c, stm_states *s);

/* All of them; false when out of memory. */
bool stm_relate__state_amounts(stm_states *out, stm_case *c);
/* Is this kind of evidence a part of what the signs add up to? */
bool stm_relate__is_of_states(const char *kind);
/* By how much b exceeds a, sign by sign. */
void stm_relate__state_signs(float out[STM_STATE_SIGNS_ALL],
                             const stm_states *s);
/* A sign without end, between -1 and 1; odd, and the same on every machine. */
double stm_relate__state_bound(double sign);

#endif
