/* What is packed inside something else: the body of an answer, in memory. */
#ifndef STM_BASE_INFLATE_H
#define STM_BASE_INFLATE_H

#include "base/file.h"

/* Unpacks gzip, zlib or bare deflate data, told apart by their heads, into
 * malloc'd bytes. STM_ELIMIT: over `max` bytes; STM_EFORMAT: damaged; STM_EIO:
 * cut short. Then `*out` has what came before; it is the caller's in any case.
 */
stm_status stm_inflate(stm_bytes *out, stm_str packed, size_t max,
                       stm_error *err);
/* The same of zstd data. */
stm_status stm_inflate_zstd(stm_bytes *out, stm_str packed, size_t max,
                            stm_error *err);

#endif
