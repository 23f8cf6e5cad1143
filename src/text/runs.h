/* The kernels of the words: what finds and hashes them sixteen to sixty-four
 * bytes at a time, one file an instruction set, all leading to the same words.
 *
 * A run is what may be a word or may hold several: letters, digits, bytes over
 * 127, and the joiners that mixed.c knows between or beside them. No word
 * reaches out of one. A plain run is one word as it stands but for capitals: of
 * ASCII and of the tame letters, those of two bytes that fold byte by byte; or
 * one ideograph, which another run may touch. Any other run is mixed and read
 * by mixed.c, character by character; a kernel may take for mixed what it does
 * not care to know. */
#ifndef STM_TEXT_RUNS_H
#define STM_TEXT_RUNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <stemma/base.h>

#include "text/units.h"

enum {
    STM_RUNS_WINDOW = 64,
    /* What a kernel may read from the last byte it is given on. */
    STM_RUNS_PAD = STM_RUNS_WINDOW + 32,
    /* Entries that a kernel may touch behind the last. */
    STM_RUNS_SLACK = 16
};

/* Every other byte may be a word, and a window begun is read to its end. */
static inline size_t stm_runs__most(size_t bytes)
{
    return (bytes + STM_RUNS_WINDOW) / 2 + STM_RUNS_SLACK;
}

/* How far a kernel came. */
typedef struct stm_runs_read {
    size_t words;
    size_t end; /* no word reaches over it; may be behind the bytes given, or
                   before the last run */
    /* Where above `end`: a mixed run begins there, and where the next run
     * does; SIZE_MAX where that was not seen. Not 0 where `end` is. */
    size_t mixed;
} stm_runs_read;

typedef struct stm_text_kernel {
    /* Puts down the hashes of the plain runs that begin in bytes[0, size), up
     * to the first mixed one, and where they stand unless `at` is NULL, counted
     * from `base`. No run may have begun before. */
    stm_runs_read (*read)(uint64_t *hash, stm_range *at, const char *bytes,
                          size_t size, uint32_t base);
    /* stm_text__hash; reads up to 16 bytes behind. */
    uint64_t (*hash)(const char *folded, size_t len);
} stm_text_kernel;

extern const stm_text_kernel stm_text__scalar, stm_text__sse42, stm_text__avx2,
    stm_text__avx512, stm_text__neon;

/* The fastest that this processor runs. */
const stm_text_kernel *stm_text__kernel(void);

#endif
