/* The lines of a capture, as far as others may have them too. */
#ifndef STM_RUN_LINES_H
#define STM_RUN_LINES_H

#include <stemma/page.h>

typedef struct stm_line {
    uint64_t whole, start, end; /* keys of all its words, of the first few and
                                   of the last few; 0 for too short a line */
    stm_span at;                /* words */
    uint8_t kind;               /* of its words */
    bool offer;                 /* of the rest, where the page is truncated */
} stm_line;

/* Of one capture, in order. */
typedef struct stm_lines {
    stm_line *line;
    uint32_t count;
} stm_lines;

/* Lists the lines of `p` whose words are all of one kind. False when out of
 * memory; `out` is freed by the other one. */
bool stm_lines__list(stm_lines *out, const stm_page *p, const stm_words *words);
void stm_lines__free(stm_lines *of, size_t count);

#endif
