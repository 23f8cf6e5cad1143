/* The tree as it leaves the stage, while it is put together. */
#ifndef STM_TREE_OUTPUT_H
#define STM_TREE_OUTPUT_H

#include "tree/family.h"

typedef struct stm_tree__output {
    stm_tree tree; /* first: stm_tree_free gets this back */
    stm_arena mem; /* notes, family members */
    STM_VEC(stm_node) node;
    STM_VEC(uint32_t) above; /* [node] its source, or STM_LOST */
    STM_VEC(stm_edge) edge;
    STM_VEC(stm_secondary) secondary;
    stm_family *family;
    uint32_t lost; /* numbered so far */
} stm_tree__output;

/* emit.c: adds the nodes and edges of a finished family. `*out_of` becomes the
 * node each of the family's nodes has in the output. */
bool stm_tree__emit(stm_tree__output *out, stm_tree__family *f,
                    const uint32_t **out_of);
/* sure.c: how likely nobody stands between captures `u` and `v`. */
double stm_tree__attachment(const stm_tree__family *f, uint32_t u, uint32_t v);
/* calibrate.c: how often an edge from `source` that was given this confidence
 * is right. */
double stm_tree__calibrated(const stm_tree__family *f, uint32_t source,
                            double confidence);
/* support.c: fills the support of the family's edges, the first of which has
 * this index. */
bool stm_tree__support(stm_tree__output *out, const stm_tree__family *f,
                       size_t first_edge);
/* notes.c: what a person should know of each lost text. */
bool stm_tree__write_notes(stm_tree__output *out, stm_tree__family *f,
                           const uint32_t *out_of);
/* contamination.c: second sources inside a family. */
bool stm_tree__contamination(stm_tree__output *out, const stm_tree__family *f,
                             const uint32_t *out_of);
/* secondary.c: quotations between families. */
bool stm_tree__quotations(stm_tree__output *out, const stm_tree__input *in,
                          const stm_tree__kinship *kin);

/* build.c: stm_tree_build with the alignments of `in->aligner`. */
stm_status stm_tree__build(stm_tree **out, const stm_tree__input *in,
                           stm_error *err);

#endif
