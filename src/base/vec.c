#include "base/vec.h"

#include <string.h>

#include "base/checked.h"

/* The pointer is moved by memcpy: it is a `uint32_t *` here and a `char **`
 * there, and may not be written as a `void *`. */
bool stm_vec__grow(void *items, size_t *room, size_t count, size_t extra,
                   size_t size)
{
    size_t next = *room < 8 ? 8 : *room, need, bytes;
    if (!stm_add_size(count, extra, &need))
        return false;
    while (next < need)
        if (!stm_mul_size(next, 2, &next))
            return false;
    if (!stm_mul_size(next, size, &bytes))
        return false;
    void *old;
    memcpy(&old, items, sizeof old);
    void *grown = realloc(old, bytes);
    if (!grown)
        return false;
    memcpy(items, &grown, sizeof grown);
    *room = next;
    return true;
}
