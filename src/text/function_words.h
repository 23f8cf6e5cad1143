/* Which languages a word is a function word of. */
#ifndef STM_TEXT_FUNCTION_WORDS_H
#define STM_TEXT_FUNCTION_WORDS_H

#include <stddef.h>
#include <stdint.h>

enum { STM_TEXT_LANGUAGES_MAX = 64 };

/* One bit a language, for the hash of a folded word. */
uint64_t stm_text__function_languages(uint64_t hash);

enum {
    STM_FUNCTION_SLOTS = 8192, /* of the table, */
    STM_FUNCTION_WORDS = 4096, /* and no more words in it */
    STM_FUNCTION_COUNTED = UINT16_MAX
};

/* How often function words were met. */
typedef struct stm_function_counts {
    uint16_t times[STM_FUNCTION_SLOTS];
    uint16_t met[STM_FUNCTION_WORDS]; /* slots that are not 0 */
    unsigned count;                   /* of these */
} stm_function_counts;

void stm_text__function_counts_start(stm_function_counts *c);

/* Counts those of `count` words, each `step` behind the last, that are function
 * words. STM_FUNCTION_COUNTED words at most may be counted together. */
void stm_text__count_function_words(stm_function_counts *c,
                                    const uint64_t *hash, unsigned count,
                                    size_t step);
/* The languages of the word in a slot. */
uint64_t stm_text__languages_at(uint16_t slot);

/* The bit of an ISO 639-1 code; 0 for a language without a list. */
uint64_t stm_text__language_bit(const char *language);
unsigned stm_text__language_count(void);
/* The code of bit `i`. */
const char *stm_text__language_code(unsigned i);

#endif
