/* What tells content from furniture, and how much each sign weighs. */
#ifndef STM_PAGE_WEIGHTS_H
#define STM_PAGE_WEIGHTS_H

/* Lengths of segments are told apart in these steps. */
enum { STM_LENGTHS = 9 };

/* Signs that a segment shows by itself. */
enum stm_look {
    STM_LOOK_LENGTH, /* one for each step of length, */
    STM_LOOK_ENDED = STM_LOOK_LENGTH + STM_LENGTHS,   /* with an end mark */
    STM_LOOK_FUNCTION = STM_LOOK_ENDED + STM_LENGTHS, /* of 9 words or more */
    STM_LOOK_CAPITAL,
    STM_LOOK_NUMBER,
    STM_LOOK_UPPER,
    STM_LOOK_COMMA,
    STM_LOOK_COLON,
    STM_LOOK_BULLET,
    STM_LOOK_QUOTE,
    STM_LOOK_SMALL,
    STM_LOOK_BAR,
    STM_LOOK_LEGAL,
    STM_LOOK_ADDRESS,
    STM_LOOK_PRICE,
    STM_LOOK_DOTS,
    STM_LOOK_TWICE_SHORT,
    STM_LOOK_TWICE_LONG,
    STM_LOOK_WHOLE_WORD, /* all of it is phrases of this use */
    STM_LOOK_WHOLE_LINE,
    STM_LOOK_WHOLE_TAIL,
    STM_LOOK_WHOLE_PART,
    STM_LOOK_WHOLE_CUT,
    STM_LOOK_PART,     /* share in phrases that are sure inside of a line */
    STM_LOOK_ANY_PART, /* a short line has one */
    STM_LOOK_SOME,     /* share in other phrases */
    STM_LOOK_CREDIT,
    STM_LOOK_IDEOGRAPH,
    STM_LOOK_DATE,
    STM_LOOK_BYLINE,
    STM_LOOK_BIAS,
    STM_LOOKS
};

/* Signs of the place it stands in. "Before" and "after" are means, over so many
 * neighbours, of how much they look like content by themselves. */
enum stm_place {
    STM_PLACE_SCORE,  /* of the looks */
    STM_PLACE_LIKELY, /* the same as a likelihood */
    STM_PLACE_BEFORE_1,
    STM_PLACE_AFTER_1,
    STM_PLACE_BEFORE_3,
    STM_PLACE_AFTER_3,
    STM_PLACE_BEFORE_10,
    STM_PLACE_AFTER_10,
    STM_PLACE_LENGTH_AFTER_3, /* mean logarithm of lengths */
    STM_PLACE_LENGTH_BEFORE_30,
    STM_PLACE_LENGTH_AFTER_30,
    STM_PLACE_SOME_BEFORE, /* prose stands before it */
    STM_PLACE_SOME_AFTER,
    STM_PLACE_INSIDE,       /* much prose on both sides */
    STM_PLACE_PROSE_BEFORE, /* share of the page's prose */
    STM_PLACE_BEHIND_ALL,
    STM_PLACE_PAGE_END, /* last tenth of the segments */
    STM_PLACE_RELATED,  /* behind a heading of other articles, */
    STM_PLACE_RELATED_NEAR,
    STM_PLACE_COMMENTS,    /* of comments, */
    STM_PLACE_AUTHOR,      /* of an author's biography */
    STM_PLACE_HITS,        /* phrases on the whole page, logarithm, */
    STM_PLACE_HIT_SHARE,   /* a segment */
    STM_PLACE_HITS_BEFORE, /* and among the neighbours */
    STM_PLACE_HITS_AFTER,
    STM_PLACE_PROSE_SHARE, /* of the page */
    STM_PLACE_SHORT_AMONG, /* short between content */
    STM_PLACE_FUNCTION,    /* looks that weigh more or less in their place */
    STM_PLACE_BULLET,
    STM_PLACE_SMALL,
    STM_PLACE_BAR,
    STM_PLACE_DOTS,
    STM_PLACE_WHOLE_LINE,
    STM_PLACE_PART,
    STM_PLACE_CREDIT,
    STM_PLACE_DATE,
    STM_PLACE_BYLINE,
    STM_PLACE_BIAS,
    STM_PLACES
};

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
extern const float stm_page__look_weights[STM_LOOKS];
extern const float stm_page__place_weights[STM_PLACES];

/* Content is what scores more than this. */
#define STM_PAGE_THRESHOLD (-.6F)

/* A text is a web page if it has so many different furniture phrases (those
 * that are sure count more), and one more for each so many segments; for each
 * that is missing all scores rise. */
enum { STM_PAGE_LEAST_HITS = 3, STM_PAGE_SEGMENTS_A_HIT = 100 };
#define STM_PAGE_SURE_HIT (1.5F)
#define STM_PAGE_MISSING_HIT (.8F)

/* A body stands twice when so many words of content are repeated, which are
 * such a share of what remains, and of the content of both copies. */
enum { STM_REPEAT_WORDS = 60 };
#define STM_REPEAT_SHARE (.3F)
#define STM_REPEAT_DENSE (.6F)

#endif
