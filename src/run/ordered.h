/* What the workers write about the items of a batch, put back in order. Each
 * worker writes into a heap of its own, which is used again by the next batch;
 * an item remembers where its piece lies. */
#ifndef STM_RUN_ORDERED_H
#define STM_RUN_ORDERED_H

#include <stemma/base.h>

#include "base/vec.h"

typedef struct stm_heap {
    STM_VEC(char) bytes;
} stm_heap;

typedef struct stm_piece_of_heap {
    const stm_heap *heap; /* NULL: nothing was written */
    size_t from, to;
} stm_piece_of_heap;

typedef struct stm_ordered {
    stm_heap *heaps; /* [workers] */
    unsigned workers;
    STM_VEC(stm_piece_of_heap) pieces; /* [items of the batch] */
} stm_ordered;

stm_status stm_ordered__start(stm_ordered *o, unsigned workers, stm_error *err);
void stm_ordered__free(stm_ordered *o);

/* A new batch: what was written is forgotten. */
stm_status stm_ordered__expect(stm_ordered *o, size_t items, stm_error *err);

/* On a worker's thread: where it writes an item, to be closed before the next
 * one is opened. */
stm_sink stm_ordered__open(stm_ordered *o, size_t item, unsigned worker);
void stm_ordered__close(stm_ordered *o, size_t item);

/* Hands all pieces to `out`, in order of the items. */
stm_status stm_ordered__write(const stm_ordered *o, const stm_sink *out);

#endif
