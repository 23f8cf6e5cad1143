/* The Snowball stemmer of a language. */
#ifndef STM_TEXT_STEM_H
#define STM_TEXT_STEM_H

#include <stemma/base.h>

typedef struct sb_stemmer stm_stemmer;

/* A stemmer for one thread; NULL where the language (ISO 639-1) has none. */
stm_status stm_text__stemmer_new(stm_stemmer **out, const char *language,
                                 stm_error *err);
void stm_text__stemmer_free(stm_stemmer *s);
/* The stem of a folded word, valid until the next call; absent when out of
 * memory. Without a stemmer a word is its own stem. */
stm_str stm_text__stem(stm_stemmer *s, stm_str folded);

#endif
