/* Heads of WARC records: where one begins, and what it says of the record. */
#ifndef STM_CAPTURE_WARC_HEAD_H
#define STM_CAPTURE_WARC_HEAD_H

#include <stemma/base.h>

/* True for a version line, of 1.0 or any other that there was, at the head of
 * `s`. */
bool stm_warc__is_version(stm_str s);
/* The first version line in `s` that a line's end stands before, or SIZE_MAX.
 */
size_t stm_warc__find(stm_str s);

/* The address of what was fetched, or absent. */
stm_str stm_warc__target(stm_str head);
/* True for what a server answered, with the server's own headers. */
bool stm_warc__is_answer(stm_str head);
/* The type of a block that is no answer; absent where nothing says it. */
stm_str stm_warc__type(stm_str head);
/* False for requests, revisits and the crawler's notes. */
bool stm_warc__may_hold_text(stm_str head);

#endif
