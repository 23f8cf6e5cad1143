/* Letters of one script that look like those of another, put into a word so
 * that readers see it and programs do not. Taken from no list but the eye: the
 * pairs that are the same shape in common typefaces. */
#ifndef STM_TEXT_ALIKE_H
#define STM_TEXT_ALIKE_H

#include <stddef.h>
#include <stdint.h>
#include <stdbool.h>

/* Gives a word of Latin letters among Cyrillic or Greek ones back the letters
 * of one script: the one that has more, if every letter of the other has its
 * like in it, else the other, else the letters become small ones and are tried
 * once more. True when the word was changed. */
bool stm_text__unmask(uint32_t *letters, size_t count);

/* Whether `cp` has a look-alike; cheap, and false for most text. */
static inline bool stm_text__may_mask(uint32_t cp)
{
    return cp >= 0x0370 && cp < 0x0530;
}

#endif
