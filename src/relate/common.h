/* The everyday words of a language. */
#ifndef STM_RELATE_COMMON_H
#define STM_RELATE_COMMON_H

#include <stemma/text.h>

/* Is the folded `word` an everyday word of `language`? 1 yes, 0 no, -1 when no
 * list of that language is at hand. */
int stm_relate__is_common(stm_str word, const char *language);

#endif
