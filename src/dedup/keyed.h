/* Documents in the order of a key: how equal ones are found. */
#ifndef STM_DEDUP_KEYED_H
#define STM_DEDUP_KEYED_H

#include <stemma/base.h>

typedef struct stm_keyed {
    uint32_t key, doc;
} stm_keyed;

/* What the room has beyond the items. */
enum { STM_KEYED_EXTRA = 1 << 13 };
/* Items of one key, at least two, in the order they had. */
typedef stm_status stm_keyed_taker(void *user, const stm_keyed *items,
                                   size_t count, stm_error *err);
/* Hands all items that share a key to `take`, by rising keys. `room` is for
 * `count` items and STM_KEYED_EXTRA; both are written over. */
stm_status stm_keyed__groups(stm_keyed *items, stm_keyed *room, size_t count,
                             stm_keyed_taker *take, void *user, stm_error *err);
/* Behind the items from `from` on that have one key. */
static inline size_t stm_keyed__end(const stm_keyed *items, size_t count,
                                    size_t from)
{
    size_t to = from + 1;
    while (to < count && items[to].key == items[from].key)
        to++;
    return to;
}

/* What tells the keys that come once from others, for as many as it was made
 * for. Start with {0}. */
typedef struct stm_keyed_filter {
    uint64_t *once, *twice; /* bits of the keys that were seen */
    unsigned bits;          /* 2^bits of them; 0: it lets all pass */
} stm_keyed_filter;
stm_status stm_keyed__filter_make(stm_keyed_filter *f, size_t count,
                                  stm_error *err);
void stm_keyed__filter_free(stm_keyed_filter *f);
/* Notes the keys of all documents, */
void stm_keyed__filter_note(stm_keyed_filter *f, const uint32_t *key,
                            size_t count);
/* then puts down those of `count` documents whose key comes again, and few
 * others, in order. Returns how many; one more may be written. */
size_t stm_keyed__filter_take(stm_keyed *out, const stm_keyed_filter *f,
                              const uint32_t *key, const uint32_t *doc,
                              size_t count);

#endif
