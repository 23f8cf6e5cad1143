/* XXH3, which is as fast as memory. Among four billion different documents two
 * would share 64 bits as likely as not; 128 bits cost the same. */
#include "sketch/exact.h"

#include <xxhash.h>

static stm_exact hash_of(const void *p, size_t n)
{
    XXH128_hash_t h = XXH3_128bits(n ? p : "", n);
    return (stm_exact){h.low64, h.high64};
}

stm_exact stm_exact__bytes(stm_str bytes)
{
    return hash_of(bytes.ptr, bytes.len);
}

stm_exact stm_exact__words(const uint64_t *hash, size_t count)
{
    return hash_of(hash, count * sizeof *hash);
}
