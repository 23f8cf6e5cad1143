/** Relations -> families, lost ancestors, one tree a family, second sources. */
#ifndef STEMMA_TREE_H
#define STEMMA_TREE_H

#include <stemma/relate.h>

#ifdef __cplusplus
extern "C" {
#endif

#define STM_LOST UINT32_MAX

typedef struct stm_node {
    char id[16];      /**< "c3" for witness 3, "x1" for the first lost one */
    uint32_t witness; /**< or STM_LOST */
    uint32_t family;  /**< index into `families` */
    stm_str note;     /**< what is known of a lost ancestor; else absent */
} stm_node;

typedef struct stm_edge {
    uint32_t from, to; /**< indices into `nodes`; source to copy */
    stm_relation_kind kind;
    double confidence;
} stm_edge;

/** Passages that came into `to` from `from`, which the tree does not explain.
 */
typedef struct stm_secondary {
    uint32_t from, to; /**< indices into `nodes` */
    uint32_t words;
    double confidence;
} stm_secondary;

typedef struct stm_family {
    const uint32_t *witnesses; /**< ascending ids */
    size_t count;
    uint32_t root; /**< index into `nodes` */
} stm_family;

/** Owned by itself; read-only. Nodes: witnesses by id, then the lost. */
typedef struct stm_tree {
    const stm_node *nodes;
    size_t node_count;
    const stm_edge *edges;
    size_t edge_count;
    const stm_secondary *secondary;
    size_t secondary_count;
    const stm_family *families; /**< by their first witness */
    size_t family_count;
} stm_tree;

/** Builds the trees of `count` witnesses (ids 0..count-1 in order) from their
 * relations, sorted by (a, b). Pairs not listed are unrelated. */
STM_API stm_status stm_tree_build(stm_tree **out, const stm_witness *witnesses,
                                  size_t count,
                                  const stm_relation *const *relations,
                                  size_t relation_count, const stm_lexicon *lex,
                                  stm_error *err);
STM_API void stm_tree_free(stm_tree *t);

#ifdef __cplusplus
}
#endif
#endif
