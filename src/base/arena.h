/* Bump allocation with one lifetime: a document, a pair, a report.
 *
 * Memory is zeroed unless asked otherwise. An arena is never shared between
 * threads and never holds what needs a destructor of its own. */
#ifndef STM_BASE_ARENA_H
#define STM_BASE_ARENA_H

#include <stemma/base.h>

typedef struct stm_arena_block stm_arena_block;
typedef struct stm_arena {
    stm_arena_block *top;
    size_t used; /* of the top block */
} stm_arena;

/* `count` zeroed items of `size` bytes, aligned for any type; NULL when out of
 * memory or when the product overflows. A count of 0 gives a valid pointer. */
void *stm_arena_take(stm_arena *m, size_t count, size_t size);
/* The same, but not zeroed: for what is written whole before it is read. */
void *stm_arena_take_raw(stm_arena *m, size_t count, size_t size);
/* A copy of the bytes with a NUL behind it; `ptr` is NULL when out of memory.
 */
stm_str stm_arena_copy(stm_arena *m, stm_str s);
/* A formatted string; `ptr` is NULL when out of memory. */
stm_str stm_arena_format(stm_arena *m, const char *format, ...)
    STM_PRINTF(2, 3);
/* Forgets everything but keeps the largest block; poisoned under ASan. */
void stm_arena_reset(stm_arena *m);
void stm_arena_free(stm_arena *m);

#define STM_ARENA_NEW(m, type, count) \
    ((type *)stm_arena_take((m), (count), sizeof(type)))
#define STM_ARENA_RAW(m, type, count) \
    ((type *)stm_arena_take_raw((m), (count), sizeof(type)))

#endif
