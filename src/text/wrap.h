/* Telling line ends that only wrap a text from those that end something. */
#ifndef STM_TEXT_WRAP_H
#define STM_TEXT_WRAP_H

#include <stemma/base.h>

/* The column at which the lines of `text` are filled, as a writer that breaks
 * at spaces would fill them; 0 when they are not filled. */
unsigned stm_text__wrap_width(stm_str text);

/* Whether the line feed at byte `at` of `text` is one that filling to `width`
 * makes: what follows would not have fitted. Never with a width of 0. */
bool stm_text__is_wrap(stm_str text, uint32_t at, unsigned width);

#endif
