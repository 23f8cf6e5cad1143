/* How likely words are behind one another: a model of two words with backoff
 * (Brants, Popat, Xu, Och, Dean: Large Language Models in Machine Translation,
 * 2007), one a language, mapped with the program. tools/make_language_model.c
 * says what it was made from. */
#ifndef STM_RELATE_MODEL_H
#define STM_RELATE_MODEL_H

#include <stemma/text.h>

/* Words or pairs by the lowest 32 bits of their hashes, ascending. */
typedef struct stm_model_list {
    uint32_t count;
    const unsigned char *hash; /* [4 * count], little-endian */
    const unsigned char *cost; /* [count] */
} stm_model_list;

typedef struct stm_model {
    stm_model_list words, pairs;
    unsigned char unknown; /* cost of a word that is not listed */
} stm_model;

/* Fills `out` with the model of an ISO 639-1 language; false where there is
 * none. Thread-safe; nothing to free. */
bool stm_relate__model(stm_model *out, const char *language);

/* -log P(word | before) in nats, of folded words; a possessive ending does not
 * count. An empty `before` stands for anything. */
double stm_relate__cost(const stm_model *m, stm_str before, stm_str word);

/* Is the folded word one that the model knows? */
bool stm_relate__is_listed(const stm_model *m, stm_str word);

#endif
