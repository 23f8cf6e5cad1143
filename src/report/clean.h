/* Captured text as it may go to a terminal or a file: without control
 * characters other than tab and end of line, which is one '\n'. */
#ifndef STM_REPORT_CLEAN_H
#define STM_REPORT_CLEAN_H

#include "base/buf.h"

/* `s` is UTF-8. */
void stm_clean__text(stm_buf *b, stm_str s);
/* The same on one line: ends of line become blanks. What is not UTF-8 (a file
 * name can be such) is shown as \xNN. */
void stm_clean__line(stm_buf *b, stm_str s);
/* Bytes of the control character at `at`, 0 where there is none. */
size_t stm_clean__control(stm_str s, size_t at);

/* What stands for it instead: a blank, an end of line or nothing. Static. */
const char *stm_clean__stand_in(stm_str s, size_t at);

#endif
