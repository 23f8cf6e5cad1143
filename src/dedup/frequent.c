#include "dedup/frequent.h"

#include <stdlib.h>
#include <string.h>

#include "dedup/weights.h"

static void put(stm_frequent *f, uint32_t run)
{
    size_t at = run & f->mask;
    while (f->slot[at] && f->slot[at] != run)
        at = (at + 1) & f->mask;
    f->count += !f->slot[at];
    f->slot[at] = run;
}

static bool grow(stm_frequent *f, size_t most)
{
    stm_frequent old = *f;
    size_t room = 16;
    while (room < most * 2)
        room *= 2;
    if (old.slot && old.mask + 1 >= room)
        return true;
    uint32_t *slot = calloc(room, sizeof *slot);
    if (!slot)
        return false;
    *f = (stm_frequent){slot, room - 1, 0};
    for (size_t i = 0; old.slot && i <= old.mask; i++)
        if (old.slot[i])
            put(f, old.slot[i]);
    free(old.slot);
    return true;
}

stm_status stm_frequent__add(stm_frequent *f, const uint32_t *runs,
                             size_t count, stm_error *err)
{
    if (!grow(f, f->count + count))
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    for (size_t i = 0; i < count; i++)
        if (runs[i])
            put(f, runs[i]);
    return STM_OK;
}

void stm_frequent__free(stm_frequent *f)
{
    free(f->slot);
    *f = (stm_frequent){0};
}

static size_t fill(uint8_t *furniture, size_t from, size_t to)
{
    memset(furniture + from, 1, to - from);
    return to - from;
}

size_t stm_frequent__mark(uint8_t *furniture, const stm_frequent *f,
                          const uint32_t *run, size_t runs)
{
    size_t marked = 0, behind = 0; /* the last frequent run and its gap */
    bool any = false;
    memset(furniture, 0, runs);
    for (size_t i = 0; i < runs; i++) {
        if (!stm_frequent__has(f, run[i]))
            continue;
        bool near = (any || i <= STM_DEDUP_FURNITURE_GAP) &&
                    i - behind <= STM_DEDUP_FURNITURE_GAP;
        marked += fill(furniture, near ? behind : i, i + 1);
        behind = i + 1;
        any = true;
    }
    if (any && runs - behind <= STM_DEDUP_FURNITURE_GAP)
        marked += fill(furniture, behind, runs);
    return marked;
}
