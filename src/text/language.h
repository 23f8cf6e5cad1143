/* Guessing the language with a smaller sample. */
#ifndef STM_TEXT_LANGUAGE_H
#define STM_TEXT_LANGUAGE_H

#include <stemma/text.h>

/* stm_language_guess that looks at `sample` words at most. */
const char *stm_text__language(const stm_words *w, stm_span span,
                               uint32_t sample);

#endif
