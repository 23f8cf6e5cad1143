/* Tables of words that are hashed while stemma is built: open addressing, at
 * most half full. Most words looked up are in no table; the tags, which fit the
 * first cache, answer for them. */
#ifndef STM_TEXT_WORD_TABLE_H
#define STM_TEXT_WORD_TABLE_H

#include <stdint.h>

enum { STM_WORD_TABLE_SIZE = 8192 };

typedef struct stm_word_slot {
    uint64_t hash, bits;
} stm_word_slot;

/* The highest bits of the hash; 0 marks an empty slot. */
static inline uint16_t stm_text__tag(uint64_t hash)
{
    return (uint16_t)(hash >> 48 | 1);
}

/* The bits of the word, 0 for one that is not in the table. */
static inline uint64_t stm_text__look_up(const uint16_t *tags,
                                         const stm_word_slot *slots,
                                         uint64_t hash)
{
    uint64_t i = hash % STM_WORD_TABLE_SIZE;
    uint16_t tag = stm_text__tag(hash);
    for (; tags[i]; i = (i + 1) % STM_WORD_TABLE_SIZE)
        if (tags[i] == tag && slots[i].hash == hash)
            return slots[i].bits;
    return 0;
}

#endif
