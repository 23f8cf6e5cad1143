/* Set phrases that sites write around texts, whoever publishes and whoever
 * writes. The lists are in phrases_*.inc; what is compiled in is a table of
 * their hashes, made by make_phrase_table.c when stemma is built. */
#ifndef STM_PAGE_PHRASES_H
#define STM_PAGE_PHRASES_H

#include <stemma/page.h>

/* What a phrase marks: a furniture kind (stm_furniture_kind), or one of
 * these. */
enum {
    STM_MARK_FUNCTION = STM_FURNITURE_KINDS, /* a word of running text */
    STM_MARK_CREDIT,    /* what stands before is a caption */
    STM_MARK_BY,        /* names of authors follow */
    STM_MARK_AND,       /* between two names */
    STM_MARK_PREFIX,    /* lower-case part of a name: "van", "de" */
    STM_MARK_ROLE,      /* what an author is; no part of a name */
    STM_MARK_PUBLISHED, /* a date follows */
    STM_MARK_UPDATED,
    STM_MARK_LIVES,   /* what is said of authors */
    STM_MARK_GO_ON,   /* the text goes on elsewhere */
    STM_MARK_VISIT,   /* "subscribe", "log in": what a paywall asks for */
    STM_MARK_TO_READ, /* "to read", "to continue": what it offers for it */
    STM_MARK_LETTER,  /* newsletters, which are no offer to read on */
    STM_MARKS
};
#define STM_MARK_BIT(mark) (UINT32_C(1) << (mark))
/* Marks that are furniture kinds. */
#define STM_MARK_FURNITURE (STM_MARK_BIT(STM_FURNITURE_KINDS) - 1)

/* How sure a phrase is, from less to more. */
enum {
    STM_USE_WORD, /* as a whole line it is often a menu, but may be a heading */
    STM_USE_LINE, /* as a whole line it is furniture */
    STM_USE_TAIL, /* as a whole line it opens what follows the text */
    STM_USE_PART, /* furniture also as a part of a short line */
    STM_USE_CUT   /* to be cut out of the middle of a line */
};

typedef struct stm_phrase {
    uint16_t rest;  /* where its further words stand in the table of words */
    uint8_t length; /* words */
    uint8_t mark, use;
} stm_phrase;

/* The phrases that start with a word: `count` from number `at` on, the longest
 * first, and the set of their marks. */
typedef struct stm_phrases {
    uint32_t marks; /* STM_MARK_BIT */
    uint16_t at;
    uint8_t count;
} stm_phrases;

/* What a word may begin, by the first of its phrases: the marks that it has by
 * itself, and above them a bit for each word that may be the second. */
uint64_t stm_page__phrase_begins(uint16_t at);
static inline uint64_t stm_page__second_bit(uint64_t hash)
{
    return UINT64_C(1) << (32 + hash % 32);
}

/* Those of the word of this hash. */
stm_phrases stm_page__phrases_at(uint64_t first);
const stm_phrase *stm_page__phrase(uint16_t at);
/* The hashes of the words of `p` but the first. */
const uint64_t *stm_page__phrase_rest(const stm_phrase *p);

#endif
