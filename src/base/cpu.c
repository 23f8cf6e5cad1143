#include "base/pool.h"

#include <errno.h>
#include <sched.h>
#include <unistd.h>

/* The mask is sized by trying: the kernel refuses one that is too small for
 * the machine, and there is no call that tells the size it wants. */
enum { FIRST_MASK = 1024, LARGEST_MASK = 1 << 20 };

/* 0: `room` is too small a mask; else the count, at least 1. */
static unsigned count_with_mask(int room)
{
    cpu_set_t *mask = CPU_ALLOC((size_t)room);
    if (!mask)
        return 1;
    size_t bytes = CPU_ALLOC_SIZE((size_t)room);
    CPU_ZERO_S(bytes, mask);
    unsigned found = 1;
    if (!sched_getaffinity(0, bytes, mask)) {
        int set = CPU_COUNT_S(bytes, mask);
        found = set > 0 ? (unsigned)set : 1;
    } else if (errno == EINVAL) {
        found = 0;
    }
    CPU_FREE(mask);
    return found;
}

unsigned stm_cpu_count(void)
{
    for (int room = FIRST_MASK; room <= LARGEST_MASK; room *= 2) {
        unsigned found = count_with_mask(room);
        if (found)
            return found;
    }
    return 1;
}
