/* The walk over a text that all words come from. */
#ifndef STM_TEXT_SCAN_H
#define STM_TEXT_SCAN_H

#include <stemma/text.h>

#include "text/mixed.h"
#include "text/runs.h"

enum {
    STM_SCAN_PIECE = 4096, /* bytes that room for words is made for */
    STM_SCAN_TAIL = 1024   /* that are read from a copy */
};

/* What a scan needs beside its results; too much for the stack. */
typedef struct stm_scan_work {
    stm_word_batch batch;
    char tail[STM_SCAN_TAIL + STM_RUNS_PAD]; /* of the text, with zeros */
} stm_scan_work;

/* Where a scan puts words. The arrays that are wanted grow together; `hash` and
 * `at` may be written STM_RUNS_SLACK entries behind the last. */
typedef struct stm_scan {
    size_t count, room;
    uint64_t *hash;
    stm_range *at;
    uint8_t *flags; /* STM_WORD_* but for what stands between words */
    bool with_at, with_flags;
} stm_scan;

/* Adds all words of `text`. On failure what is in `s` is still to be freed. */
stm_status stm_text__scan(stm_scan *s, stm_scan_work *work,
                          const stm_text_kernel *kernel, stm_str text,
                          stm_error *err);

#endif
