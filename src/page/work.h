/* A page while it is read. Each step fills its part and reads the parts of the
 * steps before. */
#ifndef STM_PAGE_WORK_H
#define STM_PAGE_WORK_H

#include <stemma/html.h>

#include "page/segments.h"

enum { STM_AUTHORS_MAX = 16, STM_NO_SEGMENT = UINT32_MAX };

/* The same words at two places; atoms. */
typedef struct stm_run {
    uint32_t kept, folded, length;
} stm_run;

/* What happened to a word. */
enum { STM_NOT_FOLDED, STM_FOLDED, STM_FOLDED_BETWEEN };

enum { STM_CONFLICTS_MAX = 24 };

/* What is known of a page beside its text. */
typedef struct stm_page_facts {
    stm_str title; /* the headline, absent for none */
    stm_str site, canonical;
    char language[8]; /* what the page says it is, "" for nothing */
    stm_conflict conflicts[STM_CONFLICTS_MAX];
    unsigned conflict_count;
} stm_page_facts;

typedef struct stm_page_work {
    stm_arena *mem;
    stm_str text;
    stm_atoms atoms;
    stm_segments segments;
    const stm_html *html; /* NULL for plain text; else */
    uint32_t *block;      /* the block of each segment */
    const char *language; /* guessed from all words; "" for none */
    stm_span body;        /* segments of the main text; empty for none */
    bool day_first;       /* 5/6/2024 is the fifth of June, by country */
    bool is_page;         /* shows the signs of a web page */
    stm_span head, tail;  /* where the facts about it are looked for */
    uint8_t *folded;      /* by atom */
    stm_run *runs;        /* what was folded, by place of the folded copy */
    size_t run_count;
    uint32_t first_folded; /* segment, or STM_NO_SEGMENT */
    uint32_t title;        /* segment, or STM_NO_SEGMENT */
    uint32_t byline;       /* segment that names the authors, likewise */
    stm_str authors[STM_AUTHORS_MAX];
    unsigned author_count;
    stm_date published, updated;
    stm_page_facts facts;
    bool truncated;
    stm_range offer; /* of the rest, where truncated */
} stm_page_work;

#endif
