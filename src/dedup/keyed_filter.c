/* Most keys of a band come once. Two bits a key tell them from the rest in two
 * passes over the keys alone, while the bits stay in a core's own cache; so
 * only the rest, and some that share a bit with others by chance, need be
 * sorted. */
#include <stdlib.h>
#include <string.h>

#include "dedup/keyed.h"

enum {
    FEWEST_BITS = 12,
    MOST_BITS = 23, /* 1 MB for each of the two */
    EACH = 8        /* bits a key: one key of nine passes by chance */
};

static void clear(stm_keyed_filter *f)
{
    size_t size = (size_t)1 << (f->bits - 3);
    memset(f->once, 0, size);
    memset(f->twice, 0, size);
}

stm_status stm_keyed__filter_make(stm_keyed_filter *f, size_t count,
                                  stm_error *err)
{
    unsigned bits = FEWEST_BITS;
    *f = (stm_keyed_filter){0};
    while (bits < MOST_BITS && count > ((size_t)1 << bits) / EACH)
        bits++;
    if (count > (size_t)1 << MOST_BITS) /* nearly all would pass */
        return STM_OK;
    f->once = malloc((size_t)1 << (bits - 3));
    f->twice = malloc((size_t)1 << (bits - 3));
    f->bits = bits;
    return f->once && f->twice
               ? STM_OK
               : stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

void stm_keyed__filter_free(stm_keyed_filter *f)
{
    free(f->once);
    free(f->twice);
    *f = (stm_keyed_filter){0};
}

static inline uint32_t place_of(const stm_keyed_filter *f, uint32_t key)
{
    return key * UINT32_C(0x9e3779b1) >> (32 - f->bits);
}

static void note(stm_keyed_filter *f, const uint32_t *key, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t at = place_of(f, key[i]);
        uint64_t bit = UINT64_C(1) << at % 64, seen = f->once[at / 64];
        f->twice[at / 64] |= seen & bit;
        f->once[at / 64] = seen | bit;
    }
}

void stm_keyed__filter_note(stm_keyed_filter *f, const uint32_t *key,
                            size_t count)
{
    if (!f->bits)
        return;
    clear(f);
    note(f, key, count);
}

size_t stm_keyed__filter_take(stm_keyed *out, const stm_keyed_filter *f,
                              const uint32_t *key, const uint32_t *doc,
                              size_t count)
{
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t at = f->bits ? place_of(f, key[i]) : 0;
        out[n] = (stm_keyed){key[i], doc[i]};
        n += !f->bits || (f->twice[at / 64] >> at % 64 & 1);
    }
    return n;
}
