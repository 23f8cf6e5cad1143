/* The passages of a document that occurred before. */
#ifndef STM_DEDUP_CUT_PASSAGES_H
#define STM_DEDUP_CUT_PASSAGES_H

#include "dedup/cut_places.h"
#include "dedup/cut_text.h"
#include "dedup/cut_windows.h"

/* Whole words, and what stands behind them up to the next one where that is
 * the same. Bytes of the texts. */
typedef struct stm_cut_passage {
    stm_range at;
    uint32_t first_doc, first; /* where the same bytes came first */
} stm_cut_passage;

/* Documents that are looked at again and again; start with {0}. */
enum { STM_CUT_REFS = 8 };
typedef struct stm_cut_refs {
    stm_cut_text text[STM_CUT_REFS];
    bool there[STM_CUT_REFS];
    uint32_t doc[STM_CUT_REFS];
} stm_cut_refs;

/* A worker's own; start with {0}. */
typedef struct stm_cut_passages {
    STM_VEC(stm_cut_passage) found; /* by their starts; may lie over another */
    STM_VEC(stm_range) cuts;        /* what they cover, sorted, disjoint */
    stm_cut_refs refs;
} stm_cut_passages;

/* What passages are looked for in. */
typedef struct stm_cut_finding {
    const stm_corpus *corpus;
    stm_str text_field;
    uint32_t least;
} stm_cut_finding;

/* Makes passages of the places of one document, whose words are known: each is
 * compared byte by byte with where it came first. */
stm_status stm_cut_passages__find(stm_cut_passages *p, stm_cut_windows *w,
                                  const stm_cut_text *t, uint32_t doc,
                                  const stm_cut_finding *in,
                                  const stm_cut_place *places, size_t count,
                                  stm_error *err);
void stm_cut_passages__free(stm_cut_passages *p);

#endif
