/* The only place that opens files. */
#ifndef STM_BASE_FILE_H
#define STM_BASE_FILE_H

#include <stemma/base.h>

typedef struct stm_bytes {
    char *ptr; /* malloc'd; the caller frees it */
    size_t len;
} stm_bytes;

/* Reads a whole file ("-": standard input), at most `max` bytes: a longer one is
 * STM_ELIMIT, found out early where the size is known. STM_EIO names the cause.
 * Retries on EINTR; a file that grows or shrinks while it is read is read to
 * its end. */
stm_status stm_file_read(stm_bytes *out, const char *path, uint64_t max,
                         stm_error *err);

typedef enum stm_path_kind {
    STM_PATH_FILE,   /* also pipes and other things that can be read */
    STM_PATH_FOLDER,
    STM_PATH_OTHER   /* sockets, devices that cannot be read as a file */
} stm_path_kind;
/* What stands at `path`. `follow` also looks through a symbolic link. */
stm_status stm_path_look(stm_path_kind *out, const char *path, bool follow,
                         stm_error *err);
/* The names in a folder, byte order, without "." and ".."; each malloc'd, in a
 * malloc'd array. */
stm_status stm_folder_list(char ***names, size_t *count, const char *path,
                           stm_error *err);

#endif
