#include "text/function_words.h"

#include <stdbool.h>
#include <string.h>

#include "text/word_table.h"

/* Brings `tags` and `slots`; made from function_words.inc. */
#include "function_table.inc"

static const char *const codes[] = {
#define LANGUAGE(code, words) code,
#include "text/function_words.inc"
#undef LANGUAGE
};

#define COUNT (sizeof codes / sizeof *codes)
_Static_assert(COUNT <= STM_TEXT_LANGUAGES_MAX, "one bit a language");
_Static_assert((int)STM_FUNCTION_SLOTS == (int)STM_WORD_TABLE_SIZE,
               "the same table");

uint64_t stm_text__function_languages(uint64_t hash)
{
    return stm_text__look_up(tags, slots, hash);
}

enum { SOME = 64 /* words */ };

/* Notes which of some words have the tag of a function word, and in which slot.
 * That cannot be foretold, so nothing is decided by it: two tags are looked at
 * in any case, and few words need a third. Returns how many have. */
static unsigned find_tags(uint8_t *which, uint16_t *slot, const uint64_t *hash,
                          unsigned count, size_t step)
{
    unsigned n = 0;
    for (unsigned k = 0; k < count; k++) {
        uint64_t i = hash[k * step] % STM_WORD_TABLE_SIZE;
        uint64_t j = (i + 1) % STM_WORD_TABLE_SIZE;
        uint16_t tag = stm_text__tag(hash[k * step]);
        bool here = tags[i] == tag, next = tags[j] == tag;
        bool more = (tags[i] != 0) & (tags[j] != 0);
        which[n] = (uint8_t)k;
        slot[n] = (uint16_t)(here ? i : j);
        n += here | next | more;
    }
    return n;
}

void stm_text__function_counts_start(stm_function_counts *c)
{
    memset(c->times, 0, sizeof c->times);
    c->count = 0;
}

/* The slot of the word, or an empty one, from slot `i` on. */
static uint64_t slot_from(uint64_t i, uint64_t hash)
{
    while (slots[i].hash && slots[i].hash != hash)
        i = (i + 1) % STM_WORD_TABLE_SIZE;
    return i;
}

/* `slot` has the tag of the word, or is followed by a third. */
static void count_word(stm_function_counts *c, uint64_t hash, uint64_t slot)
{
    if (slots[slot].hash != hash)
        slot = slot_from(slot, hash);
    if (!slots[slot].hash)
        return;
    c->met[c->count] = (uint16_t)slot;
    c->count += !c->times[slot]++;
}

void stm_text__count_function_words(stm_function_counts *c,
                                    const uint64_t *hash, unsigned count,
                                    size_t step)
{
    uint8_t which[SOME];
    uint16_t slot[SOME];
    for (unsigned from = 0; from < count; from += SOME) {
        unsigned some = count - from < SOME ? count - from : SOME;
        const uint64_t *first = hash + from * step;
        unsigned found = find_tags(which, slot, first, some, step);
        for (unsigned k = 0; k < found; k++)
            count_word(c, first[which[k] * step], slot[k]);
    }
}

uint64_t stm_text__languages_at(uint16_t slot) { return slots[slot].bits; }

uint64_t stm_text__language_bit(const char *language)
{
    for (unsigned i = 0; i < COUNT; i++)
        if (!strcmp(codes[i], language))
            return UINT64_C(1) << i;
    return 0;
}

unsigned stm_text__language_count(void) { return COUNT; }

const char *stm_text__language_code(unsigned i) { return codes[i]; }
