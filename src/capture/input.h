/* One input's bytes on their way to captures, and the readers they go to. */
#ifndef STM_CAPTURE_INPUT_H
#define STM_CAPTURE_INPUT_H

#include <stemma/capture.h>

#include "base/file.h"

typedef struct stm_capture__input {
    stm_str source;
    stm_bytes bytes; /* a reader that keeps them leaves NULL */
    const stm_capture_sink *sink;
} stm_capture__input;

/* Hands every capture of the input to its sink, and names what it leaves out.
 * Damaged input is STM_OK: only a lack of memory and the sink's own failures
 * end the work. */
typedef stm_status stm_capture__reader(stm_capture__input *in, stm_error *err);

/* Tells the format by content and calls its reader. */
stm_capture__reader stm_capture__read;
/* Text in UTF-8 or in a character set of one to four bytes a letter. */
stm_capture__reader stm_capture__read_plain;
/* Text in UTF-16 or UTF-32. */
stm_capture__reader stm_capture__read_wide;

/* The name of the wide character set that `bytes` are in, with the length of
 * the mark at their head, or NULL. Static. */
const char *stm_capture__wide_charset(stm_str bytes, size_t *mark);

/* Leaves the input out, for a reason that says what to do about it. */
void stm_capture__skip(const stm_capture__input *in, const char *reason);

/* A new capture, which takes over the malloc'd `text`; on failure the text is
 * freed. `charset` may be NULL. */
stm_status stm_capture__new(stm_capture **out, stm_str source,
                            const char *charset, stm_bytes text,
                            stm_error *err);

/* The bytes one capture may have: those of the options, and never more than
 * ranges can address. */
uint64_t stm_capture__limit(const stm_capture_opts *opts);
/* Says that an input is over that limit. */
stm_status stm_capture__too_large(uint64_t limit, stm_error *err);

#endif
