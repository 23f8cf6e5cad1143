/* Words of the formulae that many texts share: credits of agencies, legal
 * notices, lines about subscribing. */
#ifndef STM_TEXT_FORMULA_WORDS_H
#define STM_TEXT_FORMULA_WORDS_H

#include <stdbool.h>
#include <stdint.h>

/* Is the word of this hash one of them, in any language? */
bool stm_text__is_formula(uint64_t hash);

#endif
