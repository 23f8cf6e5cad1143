#include "dedup/cut_filter.h"

#include <stdatomic.h>
#include <stdlib.h>

/* Cells of two bits: came, and came again. */
enum { CELLS = 32 /* a word */ };

struct stm_cut_filter {
    uint64_t words; /* at most 2^32 / CELLS */
    _Atomic uint64_t word[];
};

stm_status stm_cut_filter__new(stm_cut_filter **out, uint64_t bytes,
                               stm_error *err)
{
    const uint64_t most = (UINT64_C(1) << 32) / CELLS;
    uint64_t words = bytes / sizeof(uint64_t);
    words = words > most ? most : words < 8 ? 8 : words;
    *out = calloc(1, sizeof **out + (size_t)words * sizeof(uint64_t));
    if (!*out)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                        "out of memory for %llu MB of passages",
                        (unsigned long long)bytes / 1000000);
    (*out)->words = words;
    return STM_OK;
}

void stm_cut_filter__free(stm_cut_filter *f) { free(f); }

/* The highest bits of a key choose a cell. */
static uint64_t cell_of(const stm_cut_filter *f, uint64_t key)
{
    return (key >> 32) * (f->words * CELLS) >> 32;
}

void stm_cut_filter__add(stm_cut_filter *f, uint64_t key)
{
    uint64_t cell = cell_of(f, key);
    uint64_t came = UINT64_C(1) << 2 * (cell % CELLS);
    _Atomic uint64_t *word = &f->word[cell / CELLS];
    uint64_t was = atomic_fetch_or_explicit(word, came, memory_order_relaxed);
    if ((was & came) && !(was & came << 1))
        atomic_fetch_or_explicit(word, came << 1, memory_order_relaxed);
}

bool stm_cut_filter__is_twice(const stm_cut_filter *f, uint64_t key)
{
    uint64_t cell = cell_of(f, key);
    uint64_t word =
        atomic_load_explicit(&f->word[cell / CELLS], memory_order_relaxed);
    return word >> (2 * (cell % CELLS) + 1) & 1;
}
