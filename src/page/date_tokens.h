/* Numbers, words and marks: what dates are made of. */
#ifndef STM_PAGE_DATE_TOKENS_H
#define STM_PAGE_DATE_TOKENS_H

#include <stemma/base.h>

typedef enum stm_token_kind {
    STM_TOKEN_END,
    STM_TOKEN_NUMBER,
    STM_TOKEN_WORD,
    STM_TOKEN_MARK /* anything else, one character */
} stm_token_kind;

typedef struct stm_token {
    stm_token_kind kind;
    uint32_t mark;   /* the character of a mark */
    uint32_t value;  /* of a number of at most nine digits */
    unsigned digits; /* of a number */
    stm_str text;
    bool blank; /* blanks stand before it */
} stm_token;

/* A place in a text; copy it to look ahead. */
typedef struct stm_cursor {
    const char *p, *end;
} stm_cursor;

/* Steps over blanks (not over line ends) and one token. A word ends where a
 * capital follows a small letter ("UpdatedMay"). */
stm_token stm_page__token(stm_cursor *c);
/* The next token, without stepping over it. */
stm_token stm_page__peek(stm_cursor c);

/* Steps over the next token if it is the mark, or the word (ASCII, any case).
 */
bool stm_page__skip_mark(stm_cursor *c, uint32_t mark);
bool stm_page__skip_word(stm_cursor *c, const char *word);

#endif
