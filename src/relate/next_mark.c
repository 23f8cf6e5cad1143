#include "relate/next_mark.h"

#include "base/cpu.h"

static bool is_plain(unsigned char c)
{
    unsigned char small = c | 32;
    return (small >= 'a' && small <= 'z') || (c >= '0' && c <= '9') ||
           c == ' ' || c > 0x80;
}

size_t stm_relate__next_mark_scalar(const char *s, size_t n)
{
    size_t i = 0;
    while (i < n && is_plain((unsigned char)s[i]))
        i++;
    return i;
}

stm_next_mark_fn *stm_relate__next_mark(void)
{
#if defined(__x86_64__)
    if (stm_cpu_has(STM_CPU_AVX2))
        return stm_relate__next_mark_avx2;
#endif
    return stm_relate__next_mark_scalar;
}
