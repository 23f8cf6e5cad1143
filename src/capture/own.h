/* Captures from inside: making one. */
#ifndef STM_CAPTURE_OWN_H
#define STM_CAPTURE_OWN_H

#include <stemma/capture.h>

#include "base/file.h"

/* What is said about a capture; copied. Absent members stay absent. All but
 * the source become valid UTF-8 if they are not. */
typedef struct stm_capture__about {
    stm_str source, record, uri, captured, dated, charset;
    uint64_t replaced;
} stm_capture__about;

/* A new capture of plain text, or of a page, whose text or markup are the
 * malloc'd `bytes`: taken over, freed on failure. */
stm_status stm_capture__new(stm_capture **out, const stm_capture__about *a,
                            stm_bytes text, stm_error *err);
stm_status stm_capture__new_page(stm_capture **out, const stm_capture__about *a,
                                 stm_bytes markup, stm_error *err);

#endif
