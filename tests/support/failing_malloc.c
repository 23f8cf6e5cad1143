#include "failing_malloc.h"

#include <limits.h>
#include <stdatomic.h>
#include <stdlib.h>

#include <lexbor/core/types.h>

#include <lexbor/core/lexbor.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *p, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *p, size_t size);

/* lexbor is linked statically, so that its calls are wrapped, too; but it does
 * not survive every failed one. */
__attribute__((constructor)) static void leave_lexbor_alone(void)
{
    lexbor_memory_setup(__real_malloc, __real_realloc, __real_calloc, free);
}

/* Allocations still to succeed; below 0 they fail. */
static atomic_long left = LONG_MAX;
static atomic_bool once, failed;

static void arm(size_t n, bool only_once)
{
    atomic_store(&failed, false);
    atomic_store(&once, only_once);
    atomic_store(&left, n < LONG_MAX ? (long)n : LONG_MAX);
}

void fail_after(size_t n) { arm(n, false); }

void fail_once_after(size_t n) { arm(n, true); }

bool fail_never(void)
{
    bool had = atomic_load(&failed);
    arm(LONG_MAX, false);
    return had;
}

static bool fails_now(void)
{
    long before = atomic_fetch_sub(&left, 1);
    if (before > 0 || (before < 0 && atomic_load(&once)))
        return false;
    atomic_store(&failed, true);
    return true;
}

void *__wrap_malloc(size_t size)
{
    return fails_now() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return fails_now() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *p, size_t size)
{
    return fails_now() ? NULL : __real_realloc(p, size);
}
