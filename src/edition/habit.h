/* Whether a spinner replaces words as a thesaurus has it. */
#ifndef STM_EDITION_HABIT_H
#define STM_EDITION_HABIT_H

#include "edition/lessons.h"
#include "edition/synonyms.h"

/* How often a word of a source was met. */
typedef struct stm_edition__met {
    uint64_t word; /* hash of its bytes */
    uint32_t count;
} stm_edition__met;

typedef struct stm_edition__habit {
    double by_the_book; /* of the words that were met, the share that he
                           replaced by what the thesaurus has */
    STM_VEC(stm_edition__met) met; /* single words, by hash */
} stm_edition__habit;

/* False when out of memory. */
bool stm_edition__survey(stm_edition__habit *out,
                         const stm_edition__lessons *own,
                         const stm_lexicon *lex,
                         const stm_edition__synonyms *book);
uint32_t stm_edition__how_often_met(const stm_edition__habit *h, stm_str word);
void stm_edition__habit_free(stm_edition__habit *h);

#endif
