/* The only place that opens files; stm_stream_open (base/stream.h) is made
 * here, too.
 *
 * An error's message here is the cause alone ("no permission to read it"), for
 * the caller knows the path and says it in its own way. */
#ifndef STM_BASE_FILE_H
#define STM_BASE_FILE_H

#include <stemma/base.h>

typedef struct stm_bytes {
    char *ptr; /* malloc'd; the caller frees it */
    size_t len;
} stm_bytes;

typedef enum stm_path_kind {
    STM_PATH_FILE,   /* a regular file */
    STM_PATH_STREAM, /* a pipe, a terminal, a character device: can be read, but
                        may keep its reader waiting or never end */
    STM_PATH_FOLDER,
    STM_PATH_LINK, /* a symbolic link, where links are not followed */
    STM_PATH_OTHER /* sockets, disks: cannot be read as a file */
} stm_path_kind;
/* What stands at `path`. `follow` also looks through a symbolic link. */
stm_status stm_path_look(stm_path_kind *out, const char *path, bool follow,
                         stm_error *err);
/* The names in a folder, byte order, without "." and ".."; each malloc'd, in a
 * malloc'd array. */
stm_status stm_folder_list(char ***names, size_t *count, const char *path,
                           stm_error *err);
/* Frees what stm_folder_list gave. */
void stm_folder_free(char **names, size_t count);

#endif
