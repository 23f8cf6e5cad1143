/* A list of pairs: a pair a line, two ids with a tab between them. Every id
 * that stands in it gets a number. */
#ifndef STM_RUN_LISTING_H
#define STM_RUN_LISTING_H

#include <stemma/base.h>

#include "base/vec.h"

typedef struct stm_listed {
    uint32_t a, b; /* numbers of ids */
} stm_listed;

typedef struct stm_listing {
    STM_VEC(char) bytes; /* what the ids point into */
    STM_VEC(stm_listed) pairs;
    STM_VEC(stm_str) ids; /* by number */
    uint32_t *slots;      /* a table of number + 1; 0: empty */
    size_t slot_count;    /* a power of two, or 0 */
} stm_listing;

#define STM_LISTING_NONE UINT32_MAX

/* STM_EIO: `path` cannot be read; STM_EFORMAT: a line is no pair. */
stm_status stm_listing__read(stm_listing *out, const char *path,
                             stm_error *err);
void stm_listing__free(stm_listing *l);

/* The number of an id, or STM_LISTING_NONE. */
uint32_t stm_listing__find(const stm_listing *l, stm_str id);

#endif
