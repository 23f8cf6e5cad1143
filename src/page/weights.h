/* The numbers of the page room that forests do not hold: the signs of a
 * headline, and when a text is a web page or stands twice. */
#ifndef STM_PAGE_WEIGHTS_H
#define STM_PAGE_WEIGHTS_H

/* Signs of a headline, of a line near the start of the main text. */
enum stm_title_sign {
    STM_TITLE_BEHIND, /* lines before the main text: behind its start, */
    STM_TITLE_FIRST,  /* the first of it, */
    STM_TITLE_1,
    STM_TITLE_2,
    STM_TITLE_3,
    STM_TITLE_4,  /* four to six, */
    STM_TITLE_7,  /* to twelve, */
    STM_TITLE_13, /* more */
    STM_TITLE_WORDS_1,
    STM_TITLE_WORDS_2,
    STM_TITLE_WORDS_3,  /* three and four, */
    STM_TITLE_WORDS_5,  /* to eight, */
    STM_TITLE_WORDS_9,  /* to fourteen, */
    STM_TITLE_WORDS_15, /* to twenty-two, */
    STM_TITLE_WORDS_23, /* more */
    STM_TITLE_ENDED,
    STM_TITLE_STOP, /* with a full stop */
    STM_TITLE_COLON,
    STM_TITLE_QUOTE,
    STM_TITLE_SMALL,
    STM_TITLE_BAR,
    STM_TITLE_LEGAL,
    STM_TITLE_ADDRESS,
    STM_TITLE_CUT,
    STM_TITLE_DATE,
    STM_TITLE_BYLINE,
    STM_TITLE_NAME, /* looks like a person's name */
    STM_TITLE_AGAIN,
    STM_TITLE_HIT,         /* furniture phrases, */
    STM_TITLE_WORD,        /* unsure ones, */
    STM_TITLE_SOME,        /* share of others */
    STM_TITLE_META_BEFORE, /* a date line or byline stands right before it, */
    STM_TITLE_META_1,      /* right behind it, */
    STM_TITLE_META_2,
    STM_TITLE_META_3,
    STM_TITLE_META_4,
    STM_TITLE_CAPITAL,
    STM_TITLE_NUMBER,
    STM_TITLE_SCORE,       /* as content */
    STM_TITLE_LONG_BEFORE, /* a long line stands right before it, */
    STM_TITLE_LONG_AFTER,
    STM_TITLE_HIT_AFTER,
    STM_TITLE_LONGEST, /* among its neighbours */
    STM_TITLE_BIAS,    /* a page may have no title: that scores nought */
    STM_TITLE_SIGNS
};

extern const float stm_page__title_weights[STM_TITLE_SIGNS];

/* A text is a web page if it has so many different furniture phrases (those
 * that are sure count more), and one more for each so many segments; for each
 * that is missing all scores rise. */
enum { STM_PAGE_LEAST_HITS = 3, STM_PAGE_SEGMENTS_A_HIT = 100 };
#define STM_PAGE_SURE_HIT (1.5F)
#define STM_PAGE_NO_HITS (2.6F) /* fewer prove nothing */
#define STM_PAGE_MISSING_HIT (3.2F)

/* A body stands twice when so many words of content are repeated, which are
 * such a share of what remains, and of the content of both copies. */
enum { STM_REPEAT_WORDS = 60 };
#define STM_REPEAT_SHARE (.3F)
#define STM_REPEAT_DENSE (.6F)

#endif
