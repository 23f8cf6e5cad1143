#include "base/vec.h"

#include "base/checked.h"

bool stm_vec__grow(void **items, size_t *room, size_t need, size_t size)
{
    size_t next = *room < 8 ? 8 : *room, bytes;
    while (next < need)
        if (!stm_mul_size(next, 2, &next))
            return false;
    if (!stm_mul_size(next, size, &bytes))
        return false;
    void *grown = realloc(*items, bytes);
    if (!grown)
        return false;
    *items = grown;
    *room = next;
    return true;
}
