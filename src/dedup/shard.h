/* A part of the inputs: of their bytes, one file behind the other, a stretch.
 * A line belongs to the part that its first byte is in, and a packed file as a
 * whole to that of its first. */
#ifndef STM_DEDUP_SHARD_H
#define STM_DEDUP_SHARD_H

#include <stemma/capture.h>

typedef struct stm_shard {
    const char *const *paths; /* borrowed; NULL: all is ours */
    size_t count;
    uint64_t from, to; /* our stretch */
    size_t path;       /* the input under way */
    uint64_t base;     /* its first byte among all */
    bool inside, ours; /* a line too long, which comes in pieces */
} stm_shard;

/* Part `which` of 1..`of`. STM_EARG: not all inputs are files; STM_EIO. */
stm_status stm_shard__start(stm_shard *s, const char *const *paths,
                            size_t count, uint32_t which, uint32_t of,
                            stm_error *err);
/* The input of the shard that a capture's source is, or lies in; absent where
 * all is ours. */
stm_str stm_shard__input(const stm_shard *s, stm_str source);
/* Whether an input that is read as a whole is ours. */
bool stm_shard__is_ours(stm_shard *s, stm_str input);
/* Leaves of a block what is ours. */
void stm_shard__cut(stm_shard *s, stm_capture_lines *b);

#endif
