/* A record of a web archive on its way to a capture. */
#ifndef STM_CAPTURE_RECORD_H
#define STM_CAPTURE_RECORD_H

#include "capture/input.h"

typedef struct stm_capture__record {
    uint64_t number; /* in its file, from 1 */
    uint64_t at;     /* its first byte */
    stm_str uri;
    stm_str captured; /* as it stands there */
    stm_str type;     /* what the archive says the body is, or absent */
    bool cut;         /* less than there was, as the archive itself says */
} stm_capture__record;

/* Hands over what is in an answer of a web server, or names why not. Pictures,
 * scripts and the like, redirects, and answers that say that something went
 * wrong are passed over. `block` is written to. */
stm_status stm_capture__give_answer(const stm_capture__input *in,
                                    const stm_capture__record *r, char *block,
                                    size_t len, stm_error *err);
/* The same of bytes of the type that the record gives. */
stm_status stm_capture__give_bytes(const stm_capture__input *in,
                                   const stm_capture__record *r, stm_str bytes,
                                   stm_error *err);
/* False when the head of an answer already says that nothing of it is wanted.
 */
bool stm_capture__wants(stm_str head);

/* Names a record that is left out, in part or in whole. */
void stm_capture__skip_record(const stm_capture__input *in,
                              const stm_capture__record *r, const char *reason);

#endif
