/* Captured text one character at a time, made harmless for the eye: control
 * characters become pictures of themselves, controls of writing direction show
 * as their number, bytes that are not UTF-8 as \xNN. */
#ifndef STM_REPORT_GLYPH_H
#define STM_REPORT_GLYPH_H

#include <stemma/base.h>

typedef enum stm_glyph_kind {
    STM_GLYPH_INK,
    STM_GLYPH_SPACE, /* one column, and lines may break here */
    STM_GLYPH_LINE,  /* an end of line */
    STM_GLYPH_MADE   /* stands for a character that is not shown itself */
} stm_glyph_kind;

typedef struct stm_glyph {
    char bytes[13]; /* UTF-8, NUL-terminated */
    uint8_t len, cols;
    stm_glyph_kind kind;
} stm_glyph;

/* Reads the character at `at` < s.len; returns where the next one starts. */
size_t stm_glyph__read(stm_glyph *g, stm_str s, size_t at);

/* Columns that `s` takes on a terminal, were it on one line. */
size_t stm_glyph__columns(stm_str s);

#endif
