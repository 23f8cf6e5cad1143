#include "base/cpu.h"
#include "base/pool.h"

#include <errno.h>
#include <sched.h>
#include <unistd.h>

#if defined(__x86_64__)
#include <cpuid.h>
#elif defined(__aarch64__) && defined(__linux__)
#include <sys/auxv.h>
#endif

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

#if defined(__x86_64__)
/* These use the registers of SSE and AVX, of which the other tests say whether
 * the system keeps them. Compilers know them by name only since lately; the
 * instruction that is asked otherwise takes a virtual machine microseconds. */
#if defined(__GNUC__) && !defined(__clang__) && __GNUC__ >= 11
static bool has_aes(void) { return __builtin_cpu_supports("aes"); }
static bool has_vaes(void) { return __builtin_cpu_supports("vaes"); }
#else
static bool has_aes(void)
{
    unsigned a, b, c, d;
    return __get_cpuid(1, &a, &b, &c, &d) && c & bit_AES;
}

static bool has_vaes(void)
{
    unsigned a, b, c, d;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) && c & 1u << 9;
}
#endif

static bool has_avx512(void)
{
    return __builtin_cpu_supports("avx512f") &&
           __builtin_cpu_supports("avx512cd") &&
           __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512vl");
}

bool stm_cpu_has(stm_cpu_set set)
{
    switch (set) {
    case STM_CPU_SSE42_AES:
        return __builtin_cpu_supports("sse4.2") &&
               __builtin_cpu_supports("popcnt") && has_aes();
    case STM_CPU_AVX2:
        return __builtin_cpu_supports("avx2");
    case STM_CPU_AVX2_AES:
        return __builtin_cpu_supports("avx2") &&
               __builtin_cpu_supports("bmi") &&
               __builtin_cpu_supports("bmi2") &&
               __builtin_cpu_supports("popcnt") && has_aes();
    case STM_CPU_AVX512:
        return has_avx512();
    case STM_CPU_AVX512_BYTES:
        return has_avx512() && __builtin_cpu_supports("avx512vbmi") &&
               __builtin_cpu_supports("avx512vbmi2") && has_vaes() &&
               stm_cpu_has(STM_CPU_AVX2_AES);
    default:
        return false;
    }
}
#elif defined(__aarch64__) && defined(__linux__)
bool stm_cpu_has(stm_cpu_set set)
{
    const unsigned long aes = 1ul << 3; /* HWCAP_AES */
    return set == STM_CPU_NEON_AES && getauxval(AT_HWCAP) & aes;
}
#else
bool stm_cpu_has(stm_cpu_set set)
{
    (void)set;
    return false;
}
#endif
