/* XXH3, which is as fast as memory. Among four billion different documents two
 * would share 64 bits as likely as not; 128 bits cost the same. */
#include "sketch/exact.h"

#include <xxhash.h>

#include "base/cpu.h"

stm_exact stm_exact__hash(const void *p, size_t n)
{
    XXH128_hash_t h = XXH3_128bits(p, n);
    return (stm_exact){h.low64, h.high64};
}

static stm_exact hash_of(const void *p, size_t n)
{
    if (!n)
        p = "";
#if defined(__x86_64__)
    if (stm_cpu_has(STM_CPU_AVX512))
        return stm_exact__hash_avx512(p, n);
    if (stm_cpu_has(STM_CPU_AVX2))
        return stm_exact__hash_avx2(p, n);
#endif
    return stm_exact__hash(p, n);
}

stm_exact stm_exact__bytes(stm_str bytes)
{
    return hash_of(bytes.ptr, bytes.len);
}

stm_exact stm_exact__words(const uint64_t *hash, size_t count)
{
    return hash_of(hash, count * sizeof *hash);
}
