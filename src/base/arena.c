/* Blocks double from 4 KiB to 1 MiB, so a small page costs one block and a
 * book costs few; a request that is larger gets a block of its size. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/checked.h"

#if defined(__SANITIZE_ADDRESS__)
#define UNDER_ASAN 1
#elif defined(__has_feature) /* how clang says it */
#define UNDER_ASAN __has_feature(address_sanitizer)
#else
#define UNDER_ASAN 0
#endif

#if UNDER_ASAN
#include <sanitizer/asan_interface.h>
#define POISON(p, n) __asan_poison_memory_region((p), (n))
#define UNPOISON(p, n) __asan_unpoison_memory_region((p), (n))
#else
#define POISON(p, n) ((void)(p), (void)(n))
#define UNPOISON(p, n) ((void)(p), (void)(n))
#endif

enum { FIRST_BLOCK = 4096, LARGEST_STEP = 1 << 20, ALIGN = 16 };

struct stm_arena_block {
    stm_arena_block *below;
    size_t size;
    _Alignas(ALIGN) unsigned char bytes[];
};

static bool add_block(stm_arena *m, size_t need)
{
    size_t size = m->top ? m->top->size * 2 : FIRST_BLOCK;
    if (size > LARGEST_STEP)
        size = LARGEST_STEP;
    if (size < need)
        size = need;
    size_t whole;
    if (!stm_add_size(size, sizeof(stm_arena_block), &whole))
        return false;
    stm_arena_block *b = malloc(whole);
    if (!b)
        return false;
    b->below = m->top;
    b->size = size;
    POISON(b->bytes, size);
    m->top = b;
    m->used = 0;
    return true;
}

void *stm_arena_take_raw(stm_arena *m, size_t count, size_t size)
{
    size_t need;
    if (!stm_mul_size(count, size, &need) ||
        !stm_add_size(need, ALIGN - 1, &need))
        return NULL;
    need &= ~(size_t)(ALIGN - 1);
    if (!m->top || m->top->size - m->used < need)
        if (!add_block(m, need))
            return NULL;
    unsigned char *p = m->top->bytes + m->used;
    m->used += need;
    UNPOISON(p, need);
    return p;
}

void *stm_arena_take(stm_arena *m, size_t count, size_t size)
{
    void *p = stm_arena_take_raw(m, count, size);
    return p ? memset(p, 0, count * size) : NULL; /* which did not overflow */
}

stm_str stm_arena_copy(stm_arena *m, stm_str s)
{
    size_t with_nul;
    if (!stm_add_size(s.len, 1, &with_nul))
        return (stm_str){NULL, 0};
    char *p = stm_arena_take(m, with_nul, 1);
    if (!p)
        return (stm_str){NULL, 0};
    if (s.len)
        memcpy(p, s.ptr, s.len);
    return (stm_str){p, s.len};
}

stm_str stm_arena_format(stm_arena *m, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    char *p = n < 0 ? NULL : stm_arena_take(m, (size_t)n + 1, 1);
    if (p)
        vsnprintf(p, (size_t)n + 1, format, again);
    va_end(again);
    va_end(args);
    return p ? (stm_str){p, (size_t)n} : (stm_str){NULL, 0};
}

void stm_arena_reset(stm_arena *m)
{
    stm_arena_block *keep = NULL;
    for (stm_arena_block *b = m->top, *below; b; b = below) {
        below = b->below;
        if (!keep || b->size > keep->size) {
            free(keep);
            keep = b;
        } else {
            free(b);
        }
    }
    m->top = keep;
    m->used = 0;
    if (keep) {
        keep->below = NULL;
        POISON(keep->bytes, keep->size);
    }
}

void stm_arena_free(stm_arena *m)
{
    for (stm_arena_block *b = m->top, *below; b; b = below) {
        below = b->below;
        free(b);
    }
    *m = (stm_arena){0};
}
