/* A page while it is read. Each step fills its part and reads the parts of the
 * steps before. */
#ifndef STM_PAGE_WORK_H
#define STM_PAGE_WORK_H

#include "page/segments.h"

enum { STM_AUTHORS_MAX = 16, STM_NO_SEGMENT = UINT32_MAX };

/* The same words at two places; atoms. */
typedef struct stm_run {
    uint32_t kept, folded, length;
} stm_run;

/* What happened to a word. */
enum { STM_NOT_FOLDED, STM_FOLDED, STM_FOLDED_BETWEEN };

typedef struct stm_page_work {
    stm_arena *mem;
    stm_str text;
    stm_atoms atoms;
    stm_segments segments;
    const char *language; /* guessed from all words; "" for none */
    stm_span body;        /* segments of the main text; empty for none */
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
    bool truncated;
} stm_page_work;

#endif
