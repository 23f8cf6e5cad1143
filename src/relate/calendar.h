/* Words that tell the time of a text: days of the week, parts of the day,
 * what is announced, what is over. */
#ifndef STM_RELATE_CALENDAR_H
#define STM_RELATE_CALENDAR_H

#include <stemma/text.h>

typedef enum stm_time_class {
    STM_TIME_NONE,
    STM_TIME_DAY,        /* from: 0 Sunday .. 6 Saturday */
    STM_TIME_PART,       /* from, to: hours of the day */
    STM_TIME_AHEAD,      /* "will" */
    STM_TIME_AHEAD_TO,   /* "expected", when "to" follows */
    STM_TIME_NOW,        /* "is" */
    STM_TIME_PAST,       /* "was" */
    STM_TIME_JOIN,       /* a new clause begins: "and", "which" */
    STM_TIME_OTHER_WEEK, /* "last", "every": not the day at hand */
} stm_time_class;

typedef struct stm_time_word {
    const char *word; /* folded */
    const char *language;
    stm_time_class class;
    uint8_t from, to;
} stm_time_word;

/* What the folded `word` says in a text of `language` ("" is read as
 * English); days are known in every text. NULL: nothing. */
const stm_time_word *stm_relate__time_word(stm_str word, const char *language);
/* The first token from `i` on that may be a day; `t->count` where none is. */
uint32_t stm_relate__next_day(const stm_text *t, const stm_lexicon *lex,
                              uint32_t i);
/* What token `i` says; "expected" says nothing unless "to" follows. */
const stm_time_word *stm_relate__time_at(const stm_text *t,
                                         const stm_lexicon *lex, uint32_t i);
/* Its class, STM_TIME_AHEAD for "expected to" as well as for "will". */
stm_time_class stm_relate__time_class(const stm_text *t, const stm_lexicon *lex,
                                      uint32_t i);
/* "Sunday" .. "Saturday". */
const char *stm_relate__day_name(int weekday);

#endif
