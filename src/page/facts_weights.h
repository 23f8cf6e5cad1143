/* What speaks for one statement of a page about itself, and how much. */
#ifndef STM_PAGE_FACTS_WEIGHTS_H
#define STM_PAGE_FACTS_WEIGHTS_H

/* Signs of a day, as that of the first publication. */
typedef enum stm_day_sign {
    /* what says it: */
    STM_DAY_LD_THIS,    /* JSON-LD: datePublished of the page's article, */
    STM_DAY_LD_ARTICLE, /* of an article, */
    STM_DAY_LD_PAGE,    /* of the web page, */
    STM_DAY_LD_OTHER,   /* of something else; */
    STM_DAY_LD_CREATED, /* dateCreated, uploadDate, */
    STM_DAY_LD_UPDATED,
    STM_DAY_OG_PUBLISHED,
    STM_DAY_OG_UPDATED,
    STM_DAY_META_PUBLISHED,
    STM_DAY_META_CREATED,
    STM_DAY_META_DATE,
    STM_DAY_META_UPDATED,
    STM_DAY_MICRO_PUBLISHED,
    STM_DAY_MICRO_CREATED,
    STM_DAY_MICRO_UPDATED,
    STM_DAY_TIME_PUBLISHED,
    STM_DAY_TIME,
    STM_DAY_TIME_UPDATED,
    STM_DAY_CLASS_PUBLISHED,
    STM_DAY_CLASS,
    STM_DAY_CLASS_UPDATED,
    STM_DAY_TEXT_PUBLISHED, /* with a label */
    STM_DAY_TEXT,
    STM_DAY_TEXT_UPDATED,
    STM_DAY_TEXT_LOOSE, /* in a line with more than dates, near the headline */
    STM_DAY_FINDER,     /* what the finder of plain texts chose */
    STM_DAY_CONTAINER,
    STM_DAY_ADDRESS,
    /* where: */
    STM_DAY_ABOVE,
    STM_DAY_HEAD,
    STM_DAY_BODY,
    STM_DAY_END,
    STM_DAY_BEHIND,
    STM_DAY_ASIDE,
    STM_DAY_CARD,
    STM_DAY_COMMENT,
    STM_DAY_FIRST_HEAD,   /* the first from the headline on */
    STM_DAY_FIRST_OF_ALL, /* the first of all in the text */
    STM_DAY_WEEKDAY,
    STM_DAY_NEAR,  /* right above or below the headline */
    STM_DAY_TIMED, /* with hour and minute */
    /* beside others: */
    STM_DAY_MACHINE,      /* meant for machines, as that of publication */
    STM_DAY_LEADS,        /* the first that is said in this way */
    STM_DAY_MONTH_AGREES, /* with year and month in the address */
    STM_DAY_MONTH_DIFFERS,
    STM_DAY_EARLIEST,
    STM_DAY_ONLY,
    STM_DAY_NEXT,    /* the day after or before one that is better said */
    STM_DAY_SWAPPED, /* 5/6/2024 read against custom */
    STM_DAY_SIGNS
} stm_day_sign;

extern const float stm_page__day_weights[STM_DAY_SIGNS];

/* A page has no date where no day has more than this. */
#define STM_DAY_LEAST (-1.F)

/* Signs of a string, as the headline. */
typedef enum stm_headline_sign {
    /* what says it: */
    STM_HEADLINE_H1,
    STM_HEADLINE_H1_LATER,
    STM_HEADLINE_OG,
    STM_HEADLINE_META,
    STM_HEADLINE_TITLE,
    STM_HEADLINE_LD,
    STM_HEADLINE_LD_NAME,
    STM_HEADLINE_LD_OTHER,
    STM_HEADLINE_MICRO,
    STM_HEADLINE_MICRO_NAME,
    STM_HEADLINE_CLASS,
    STM_HEADLINE_CLASS_OTHER,
    STM_HEADLINE_TEXT, /* the finder of plain texts */
    /* a part of what: */
    STM_HEADLINE_OG_PART,
    STM_HEADLINE_META_PART,
    STM_HEADLINE_TITLE_PART,
    STM_HEADLINE_LD_PART,
    STM_HEADLINE_PART_FIRST,
    STM_HEADLINE_PART_LAST,
    STM_HEADLINE_WITHOUT_SITE, /* the other part is the name of the site */
    STM_HEADLINE_WITHOUT_REST,
    /* where: */
    STM_HEADLINE_H1_ASIDE,
    STM_HEADLINE_H1_BEHIND,
    /* what it is like: */
    STM_HEADLINE_WORDS_1,
    STM_HEADLINE_WORDS_2,
    STM_HEADLINE_WORDS_3,
    STM_HEADLINE_WORDS_5,
    STM_HEADLINE_WORDS_15,
    STM_HEADLINE_WORDS_23,
    STM_HEADLINE_IS_SITE,
    STM_HEADLINE_HOLDS_SITE, /* as a part of its own */
    STM_HEADLINE_CUT_SHORT,
    /* beside others: */
    STM_HEADLINE_IN_TITLE, /* the title element holds its words, */
    STM_HEADLINE_OPENS_TITLE,
    STM_HEADLINE_IN_OG,
    STM_HEADLINE_ADDRESS, /* and the address most of them, */
    STM_HEADLINE_ADDRESS_SOME,
    STM_HEADLINE_ADDRESS_NOT,
    STM_HEADLINE_SIGNS
} stm_headline_sign;

extern const float stm_page__headline_weights[STM_HEADLINE_SIGNS];

/* Signs of a set of names, as the authors. */
typedef enum stm_byline_sign {
    /* what says it: */
    STM_BYLINE_LD, /* of the page's article */
    STM_BYLINE_LD_ORGANISATION,
    STM_BYLINE_LD_PAGE,
    STM_BYLINE_LD_OTHER,
    STM_BYLINE_META,
    STM_BYLINE_META_OTHER,
    STM_BYLINE_OG,
    STM_BYLINE_MICRO_NAME,
    STM_BYLINE_MICRO,
    STM_BYLINE_MICRO_OTHER,
    STM_BYLINE_REL,
    STM_BYLINE_LINK, /* to the page of an author, */
    STM_BYLINE_LINK_OTHER,
    STM_BYLINE_CLASS_NAME, /* an element called after an author's name, */
    STM_BYLINE_CLASS_BYLINE,
    STM_BYLINE_CLASS,
    STM_BYLINE_CLASS_OTHER,
    STM_BYLINE_TEXT,    /* the finder of plain texts */
    STM_BYLINE_SEVERAL, /* several statements of one kind, taken together */
    /* where: */
    STM_BYLINE_ABOVE,
    STM_BYLINE_HEAD,
    STM_BYLINE_BODY,
    STM_BYLINE_END,
    STM_BYLINE_BEHIND,
    STM_BYLINE_ASIDE,
    STM_BYLINE_CARD,
    STM_BYLINE_COMMENT,
    STM_BYLINE_FIRST, /* first in the text from the headline on */
    /* what it is like: */
    STM_BYLINE_WORD_1,
    STM_BYLINE_WORDS_2,
    STM_BYLINE_WORDS_4,
    STM_BYLINE_WORDS_6,
    STM_BYLINE_SMALL,
    STM_BYLINE_ROLE,
    STM_BYLINE_SITE,
    STM_BYLINE_NOBODY, /* "admin" */
    /* beside others: */
    STM_BYLINE_LESS, /* another set has these names and more, */
    STM_BYLINE_MORE, /* or fewer of them */
    STM_BYLINE_SIGNS
} stm_byline_sign;

extern const float stm_page__byline_weights[STM_BYLINE_SIGNS];

/* A page has no author where no set of names has more than this. */
#define STM_BYLINE_LEAST (-.5F)

#endif
