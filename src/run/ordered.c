#include "run/ordered.h"

#include <string.h>

stm_status stm_ordered__start(stm_ordered *o, unsigned workers, stm_error *err)
{
    *o = (stm_ordered){.heaps = calloc(workers, sizeof *o->heaps),
                       .workers = workers};
    return o->heaps ? STM_OK
                    : stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                               "out of memory for the output of %u threads",
                               workers);
}

void stm_ordered__free(stm_ordered *o)
{
    for (unsigned i = 0; o->heaps && i < o->workers; i++)
        stm_vec_free(&o->heaps[i].bytes);
    free(o->heaps);
    stm_vec_free(&o->pieces);
    *o = (stm_ordered){0};
}

stm_status stm_ordered__expect(stm_ordered *o, size_t items, stm_error *err)
{
    o->pieces.count = 0;
    if (!stm_vec_reserve(&o->pieces, items))
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                        "out of memory for %zu documents", items);
    o->pieces.count = items;
    memset(o->pieces.items, 0, items * sizeof *o->pieces.items);
    for (unsigned i = 0; i < o->workers; i++)
        o->heaps[i].bytes.count = 0;
    return STM_OK;
}

static stm_status append(void *user, const char *bytes, size_t len)
{
    stm_heap *h = user;
    if (!stm_vec_reserve(&h->bytes, len))
        return STM_ENOMEM;
    memcpy(h->bytes.items + h->bytes.count, bytes, len);
    h->bytes.count += len;
    return STM_OK;
}

stm_sink stm_ordered__open(stm_ordered *o, size_t item, unsigned worker)
{
    stm_heap *h = &o->heaps[worker];
    o->pieces.items[item] =
        (stm_piece_of_heap){h, h->bytes.count, h->bytes.count};
    return (stm_sink){append, h};
}

void stm_ordered__close(stm_ordered *o, size_t item)
{
    stm_piece_of_heap *p = &o->pieces.items[item];
    p->to = p->heap->bytes.count;
}

/* Pieces that lie one behind the other in one heap go out in one call: with
 * one worker that is the whole batch. */
stm_status stm_ordered__write(const stm_ordered *o, const stm_sink *out)
{
    stm_status rc = STM_OK;
    for (size_t i = 0, next; rc == STM_OK && i < o->pieces.count; i = next) {
        const stm_piece_of_heap *first = &o->pieces.items[i];
        size_t to = first->to;
        for (next = i + 1; next < o->pieces.count; next++) {
            const stm_piece_of_heap *p = &o->pieces.items[next];
            if (p->heap != first->heap || p->from != to)
                break;
            to = p->to;
        }
        if (to > first->from)
            rc = out->write(out->user, first->heap->bytes.items + first->from,
                            to - first->from);
    }
    return rc;
}
