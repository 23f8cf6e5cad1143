/* Which languages a word is a function word of. */
#ifndef STM_TEXT_FUNCTION_WORDS_H
#define STM_TEXT_FUNCTION_WORDS_H

#include <stdint.h>

enum { STM_TEXT_LANGUAGES_MAX = 64 };

/* One bit a language, for the hash of a folded word. */
uint64_t stm_text__function_languages(uint64_t hash);
/* The bit of an ISO 639-1 code; 0 for a language without a list. */
uint64_t stm_text__language_bit(const char *language);
unsigned stm_text__language_count(void);
/* The code of bit `i`. */
const char *stm_text__language_code(unsigned i);

#endif
