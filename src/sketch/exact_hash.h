/* XXH3 as its own header has it, so that it may be built for instructions that
 * its library was not built for: the same hash, three to four times as fast. A
 * file that includes this has a flag of its own. */
#ifndef STM_SKETCH_EXACT_HASH_H
#define STM_SKETCH_EXACT_HASH_H

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "sketch/exact.h"

static inline stm_exact exact_hash(const void *p, size_t n)
{
    XXH128_hash_t h = XXH3_128bits(p, n);
    return (stm_exact){h.low64, h.high64};
}

#endif
