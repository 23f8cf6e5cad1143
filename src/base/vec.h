/* Growing arrays of plain values: STM_VEC(uint32_t) v = {0};
 *
 * `stm_vec_push` makes room for one more and is false when out of memory, in
 * which case nothing has changed. Free `v.items` with stm_vec_free. */
#ifndef STM_BASE_VEC_H
#define STM_BASE_VEC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

#define STM_VEC(type)       \
    struct {                \
        type *items;        \
        size_t count, room; \
    }

/* `items` points to the array's pointer, of whatever type it is. */
bool stm_vec__grow(void *items, size_t *room, size_t count, size_t extra,
                   size_t size);

#define stm_vec_reserve(v, extra)                                \
    ((v)->room - (v)->count >= (extra) ||                        \
     stm_vec__grow(&(v)->items, &(v)->room, (v)->count, (extra), \
                   sizeof *(v)->items))
#define stm_vec_push(v, value) \
    (stm_vec_reserve(v, 1) ? ((v)->items[(v)->count++] = (value), true) : false)
#define stm_vec_free(v) \
    (free((v)->items), (v)->items = NULL, (v)->count = (v)->room = 0)

#endif
