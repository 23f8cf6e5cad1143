/* Allocations that fail when they are told to.
 *
 * A test that adds `failing_malloc` to its dependencies has every malloc,
 * calloc and realloc of the library and of itself go through here (the
 * linker's --wrap); what other libraries allocate inside is left alone. Holds
 * under the sanitizers. */
#ifndef STM_TESTS_FAILING_MALLOC_H
#define STM_TESTS_FAILING_MALLOC_H

#include <stdbool.h>
#include <stddef.h>

/* `n` more allocations succeed; all later ones fail. */
void fail_after(size_t n);
/* `n` more allocations succeed, one fails, all later ones succeed. */
void fail_once_after(size_t n);
/* Allocations succeed again. True when one has failed since it was asked. */
bool fail_never(void);

#endif
