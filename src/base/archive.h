/* zip and tar, by libarchive: one stream a file in them. */
#ifndef STM_BASE_ARCHIVE_H
#define STM_BASE_ARCHIVE_H

#include "base/window.h"

typedef struct stm_archive stm_archive;

typedef enum stm_archive_kind {
    STM_ARCHIVE_ZIP,
    STM_ARCHIVE_TAR
} stm_archive_kind;

/* The archive at the window, which is borrowed. */
stm_status stm_archive_open(stm_archive **out, stm_window *from,
                            stm_archive_kind kind, stm_error *err);
void stm_archive_free(stm_archive *a);

/* Goes to the next file in it; folders and links are passed over. `*entry` is
 * its bytes, borrowed until the next call, and NULL at the end; `*name` is its
 * path, borrowed like it. STM_EFORMAT, STM_EIO: the archive ends here, for it
 * is damaged or cut short. */
stm_status stm_archive_next(stm_archive *a, stm_stream **entry, stm_str *name,
                            stm_error *err);

#endif
