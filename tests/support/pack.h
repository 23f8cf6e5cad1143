/* Packed bytes for tests, made by the libraries that the program reads them
 * with. All results are malloc'd; a failure fails the test. */
#ifndef STM_TESTS_PACK_H
#define STM_TESTS_PACK_H

#include "base/file.h"

/* One member, or one frame. */
stm_bytes pack_gzip(stm_str plain);
stm_bytes pack_zlib(stm_str plain);
stm_bytes pack_zstd(stm_str plain);
/* By libarchive: "xz", "bzip2", "lz4"; skips the test where it cannot. */
stm_bytes pack_filter(stm_str plain, const char *filter);

typedef struct pack_file {
    const char *name;
    stm_str bytes;
} pack_file;
/* "zip" or "ustar" or "pax". */
stm_bytes pack_archive(const pack_file *files, size_t count,
                       const char *format);

/* `a` with `b` behind it; both are freed. */
stm_bytes pack_join(stm_bytes a, stm_bytes b);
stm_bytes pack_copy(stm_str s);

#endif
