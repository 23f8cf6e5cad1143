/* What furniture is decided by: lines, and inside of lines the pieces around
 * furniture phrases. */
#ifndef STM_PAGE_SEGMENTS_H
#define STM_PAGE_SEGMENTS_H

#include "page/atoms.h"

/* Those from the first to STM_SEGMENT_CUT are in the order of their signs. */
enum {
    STM_SEGMENT_ENDED = 1 << 0,    /* ends with . ! ? or their like */
    STM_SEGMENT_STOP = 1 << 1,     /* ends with a full stop */
    STM_SEGMENT_COLON = 1 << 2,    /* ends with : */
    STM_SEGMENT_COMMA = 1 << 3,    /* ends with , */
    STM_SEGMENT_BULLET = 1 << 4,   /* starts with a list mark */
    STM_SEGMENT_QUOTE = 1 << 5,    /* starts with a quotation mark or a dash */
    STM_SEGMENT_SMALL = 1 << 6,    /* starts with a small letter */
    STM_SEGMENT_BAR = 1 << 7,      /* holds | › » → and their like */
    STM_SEGMENT_LEGAL = 1 << 8,    /* holds © or ® */
    STM_SEGMENT_ADDRESS = 1 << 9,  /* holds @, :// or www */
    STM_SEGMENT_PRICE = 1 << 10,   /* holds a currency sign before a number */
    STM_SEGMENT_DOTS = 1 << 11,    /* ends with three points */
    STM_SEGMENT_COLUMNS = 1 << 12, /* short items set apart by several blanks */
    STM_SEGMENT_TWICE = 1 << 13,   /* the same words are another segment, too */
    STM_SEGMENT_AGAIN = 1 << 14,   /* and the same words are one before it */
    STM_SEGMENT_DATE = 1 << 15,   /* nothing but a date, a time, their labels */
    STM_SEGMENT_BYLINE = 1 << 16, /* nothing but names of authors */
    STM_SEGMENT_PARAGRAPH = 1 << 17, /* after a blank line */
    STM_SEGMENT_CUT = 1 << 18,       /* cut out at a phrase */
    STM_SEGMENT_LINE = 1 << 19,      /* first of its line */
    STM_SEGMENT_WHOLE = 1 << 20      /* all of its line */
};

enum { STM_KIND_CONTENT = STM_FURNITURE_KINDS };

typedef struct stm_segment {
    uint32_t from, to;   /* atoms */
    uint32_t start, end; /* bytes; marks around the words, no blanks */
    uint32_t line_words; /* atoms of the line it lies in */
    uint32_t flags;
    uint64_t hash;     /* of the words */
    float words;       /* an ideograph counts half */
    float function;    /* shares of the atoms: words of running text, */
    float capital;     /* capitals that start no sentence, */
    float number;      /* numbers, */
    float upper;       /* words in capitals */
    float comma;       /* commas a word */
    float covered;     /* share of the words in furniture phrases */
    uint8_t mark, use; /* of the surest phrase; STM_MARKS for none */
    uint8_t kind;      /* stm_furniture_kind or STM_KIND_CONTENT */
    float score;       /* > 0: content */
} stm_segment;

typedef struct stm_segments {
    stm_segment *items;
    uint32_t count;
} stm_segments;

/* Whole lines only: of a page with markup. False when out of memory. */
bool stm_page__lines(stm_segments *out, const stm_atoms *a, stm_arena *mem);

/* False when out of memory. */
bool stm_page__segments(stm_segments *out, const stm_atoms *a, stm_arena *mem);

#endif
