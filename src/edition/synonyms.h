/* What a word may stand for that somebody took from a thesaurus: the list of
 * synonyms of a language, mapped with the program. tools/make_synonyms.py says
 * what it was made from. */
#ifndef STM_EDITION_SYNONYMS_H
#define STM_EDITION_SYNONYMS_H

#include <stemma/base.h>

/* Numbers are little-endian. */
typedef struct stm_edition__synonyms {
    uint32_t sources, words, entries;
    const unsigned char *start; /* [4 * (sources + 1)] in `text` */
    const unsigned char *text;
    const unsigned char *hash;   /* [4 * words], ascending */
    const unsigned char *first;  /* [4 * (words + 1)], entries */
    const unsigned char *source; /* [2 * entries] */
    const unsigned char *cost;   /* [entries] */
} stm_edition__synonyms;

typedef struct stm_edition__synonym {
    stm_str source; /* folded */
    double cost;    /* -log of how usual it is that the word stands for it, in
                       nats, but for a constant */
} stm_edition__synonym;

/* Fills `out` with the list of an ISO 639-1 language, or with an empty one.
 * Thread-safe; nothing to free. */
void stm_edition__synonyms_in(stm_edition__synonyms *out, const char *language);

/* The entries of a folded word, the likeliest first. */
stm_range stm_edition__synonyms_of(const stm_edition__synonyms *l,
                                   stm_str word);
stm_edition__synonym stm_edition__synonym_at(const stm_edition__synonyms *l,
                                             uint32_t entry);

#endif
