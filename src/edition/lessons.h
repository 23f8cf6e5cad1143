/* What spinners put for what: a list of their words against those of their
 * sources, of one of them or of all who are at work in a job. */
#ifndef STM_EDITION_LESSONS_H
#define STM_EDITION_LESSONS_H

#include <stemma/align.h>

#include "base/vec.h"

/* A wording of a spun text and what it stands for, or itself where it was
 * kept. */
typedef struct stm_edition__swap {
    uint64_t spun, source; /* hashes of the words */
    const stm_text *text;  /* where the source stands, once */
    uint32_t token, length;
    uint32_t words; /* of the spun side */
    uint32_t count;
    uint32_t spinners;   /* who did so */
    uint32_t word, stem; /* the spun side, where both are single words; else
                            STM_NO_TOKEN */
    uint32_t turn; /* when it was learnt: of alike ones the first counts */
} stm_edition__swap;

/* A wording of a source: how often it was met, how often it was kept, by how
 * many spinners it was met, and how many of them put the same for it where the
 * most did. */
typedef struct stm_edition__origin {
    uint64_t source;
    uint32_t count, kept, spinners, most;
} stm_edition__origin;

/* A swap of single words by the stem of the spun one. */
typedef struct stm_edition__form {
    uint32_t stem, swap;
} stm_edition__form;

/* Words of a spun text by how they are written: spinners spare some. */
typedef enum stm_edition__kind {
    STM_EDITION_SHORT,
    STM_EDITION_LONG,
    STM_EDITION_FIRST, /* of a sentence, with a capital */
    STM_EDITION_NAME,  /* or another capital that no sentence asks for */
    STM_EDITION_KINDS
} stm_edition__kind;

typedef struct stm_edition__lessons {
    STM_VEC(stm_edition__swap) swap;     /* by (spun, source) */
    STM_VEC(stm_edition__origin) origin; /* by source */
    STM_VEC(stm_edition__form) form;     /* by (stem, swap) */
    uint32_t kept, swapped;              /* words in all */
    uint32_t kind[STM_EDITION_KINDS][2]; /* of these: kept, swapped */
} stm_edition__lessons;

/* Alike swaps become one, what was pushed becomes one spinner's; then all is
 * sorted. False when out of memory. */
bool stm_edition__settle(stm_edition__lessons *l);
/* Adds a settled list to that of several spinners, which is to be joined when
 * all have been added; its forms are listed when nothing leaves it any more. */
bool stm_edition__add_lessons(stm_edition__lessons *all,
                              const stm_edition__lessons *l);
void stm_edition__join_lessons(stm_edition__lessons *all);
bool stm_edition__list_forms(stm_edition__lessons *l);
void stm_edition__lessons_free(stm_edition__lessons *l);

/* All that a wording was seen to stand for. */
const stm_edition__swap *stm_edition__find_swaps(const stm_edition__lessons *l,
                                                 uint64_t spun, size_t *count);
/* How often `spun` was seen to stand for `source`, or NULL. */
const stm_edition__swap *stm_edition__find_swap(const stm_edition__lessons *l,
                                                uint64_t spun, uint64_t source);
/* NULL where it was never met. */
const stm_edition__origin *
stm_edition__find_origin(const stm_edition__lessons *l, uint64_t source);
/* All swaps of other forms of a word, by its stem. */
const stm_edition__form *stm_edition__find_forms(const stm_edition__lessons *l,
                                                 uint32_t stem, size_t *count);
uint64_t stm_edition__phrase_hash(const stm_text *t, uint32_t from,
                                  uint32_t count);

#endif
