#include "text/function_words.h"

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

uint64_t stm_text__function_languages(uint64_t hash)
{
    return stm_text__look_up(tags, slots, hash);
}

uint64_t stm_text__language_bit(const char *language)
{
    for (unsigned i = 0; i < COUNT; i++)
        if (!strcmp(codes[i], language))
            return UINT64_C(1) << i;
    return 0;
}

unsigned stm_text__language_count(void) { return COUNT; }

const char *stm_text__language_code(unsigned i) { return codes[i]; }
