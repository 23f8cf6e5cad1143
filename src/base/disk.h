/* Files that the program writes for itself: what does not fit into memory, and
 * what is to be found again by the next run. Reading is by place, writing at
 * the end.
 *
 * An error's message here names the cause alone, as in base/file.h; a full
 * disk is STM_ELIMIT. */
#ifndef STM_BASE_DISK_H
#define STM_BASE_DISK_H

#include <stemma/base.h>

typedef struct stm_disk {
    int fd; /* -1: not open */
    uint64_t size;
} stm_disk;

#define STM_DISK_CLOSED ((stm_disk){-1, 0})

/* An existing regular file, to be read. */
stm_status stm_disk_open(stm_disk *d, const char *path, stm_error *err);
/* The file to be read and written; made where there is none. */
stm_status stm_disk_keep(stm_disk *d, const char *path, stm_error *err);
/* A file without a name in `folder`: it is gone with its closing. */
stm_status stm_disk_temp(stm_disk *d, const char *folder, stm_error *err);
void stm_disk_close(stm_disk *d);

/* Fills `to`; STM_EFORMAT where the file ends before. May be called by many
 * threads at once. */
stm_status stm_disk_read(const stm_disk *d, uint64_t at, void *to, size_t len,
                         stm_error *err);
/* Writes behind what is there. */
stm_status stm_disk_append(stm_disk *d, const void *bytes, size_t len,
                           stm_error *err);
/* Forgets what is behind `size`, which is not over the file's. */
stm_status stm_disk_cut(stm_disk *d, uint64_t size, stm_error *err);
/* Waits until it is on the disk. */
stm_status stm_disk_sync(stm_disk *d, stm_error *err);
/* Keeps other programs out until the file is closed; STM_ELIMIT: one is in, and
 * was still after a second. */
stm_status stm_disk_lock(stm_disk *d, stm_error *err);

/* What tells a file, and this state of it, from others. */
typedef struct stm_disk_mark {
    uint64_t device, number, size, changed;
    bool regular;
} stm_disk_mark;
stm_status stm_disk_look(stm_disk_mark *out, const char *path, stm_error *err);

/* The path of what stands in a folder, malloc'd; NULL: out of memory. */
char *stm_disk_join(const char *folder, const char *name);
/* Makes the folder unless it is there. */
stm_status stm_disk_folder(const char *path, stm_error *err);
stm_status stm_disk_remove(const char *path, stm_error *err);
stm_status stm_disk_rename(const char *from, const char *to, stm_error *err);
/* Bytes that may still be written to the disk of `folder`. */
stm_status stm_disk_free(uint64_t *bytes, const char *folder, stm_error *err);

#endif
