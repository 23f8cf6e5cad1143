/* Bytes that only grow, in memory as long as they may, then in a file. */
#ifndef STM_DEDUP_STORE_H
#define STM_DEDUP_STORE_H

#include "base/disk.h"

typedef struct stm_store {
    char *tail; /* the bytes behind those on disk */
    size_t tail_len, room;
    stm_disk disk; /* closed: all is in memory */
} stm_store;

#define STM_STORE_EMPTY ((stm_store){NULL, 0, 0, STM_DISK_CLOSED})

void stm_store__free(stm_store *s);
static inline uint64_t stm_store__size(const stm_store *s)
{
    return s->disk.size + s->tail_len;
}
static inline bool stm_store__in_memory(const stm_store *s)
{
    return s->disk.fd < 0;
}

stm_status stm_store__append(stm_store *s, const void *bytes, size_t len,
                             stm_error *err);
/* Moves what is in memory to the file; makes one without a name in `folder`
 * where there is none. */
stm_status stm_store__spill(stm_store *s, const char *folder, stm_error *err);
/* The `len` bytes from `at` on: where they are, or read into `room`. May be
 * called by many threads at once, but not while the store grows. */
stm_status stm_store__get(const void **out, const stm_store *s, uint64_t at,
                          size_t len, void *room, stm_error *err);

/* Going through a store from one end to the other: of what is on disk much is
 * read at a time. Start with {0}; one a thread. */
typedef struct stm_store_walk {
    char *room;
    uint64_t from; /* what is in it */
    size_t len;
} stm_store_walk;
/* As stm_store__get, of no more than STM_STORE_STEP bytes; what `out` points to
 * stays until the next call. */
enum { STM_STORE_STEP = 64 << 10 };
stm_status stm_store__walk(const void **out, stm_store_walk *w,
                           const stm_store *s, uint64_t at, size_t len,
                           stm_error *err);
void stm_store__walk_end(stm_store_walk *w);

#endif
