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
    double support; /**< how often the edge is drawn, whichever way it runs,
                         where the readings are drawn anew (bootstrap), 0..1;
                         below 0: not known, for it was not asked for, or the
                         family is too small or too large */
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
 * relations, sorted by (a, b). Pairs not listed are unrelated. For the support
 * of the edges `samples` trees are drawn of each family, or as many as bounded
 * work allows; 0: none. */
STM_API stm_status stm_tree_build(stm_tree **out, const stm_witness *witnesses,
                                  size_t count,
                                  const stm_relation *const *relations,
                                  size_t relation_count, const stm_lexicon *lex,
                                  unsigned samples, stm_error *err);
STM_API void stm_tree_free(stm_tree *t);

/** One text written beside the others of its family. */
typedef struct stm_column {
    uint32_t witness;
    const uint32_t *place; /**< ascending */
    const uint32_t *token; /**< its word there, or STM_NO_TOKEN: a spinner put
                                other words for it, which stand between the
                                tokens around it */
    uint32_t count;
} stm_column;

/** The texts of a family side by side. A place is one word at one point of the
 * text; places are numbered in the order in which they are read. Captures that
 * are identical to one that is here have no column. */
typedef struct stm_synopsis {
    const stm_column *columns; /**< by witness */
    size_t column_count;
    uint32_t places;
} stm_synopsis;

/** Writes the texts of family `family` of the tree that `stm_tree_build` made
 * of the same arguments side by side. One alignment a text, or a few. */
STM_API stm_status stm_tree_collate(stm_synopsis **out, const stm_tree *t,
                                    uint32_t family,
                                    const stm_witness *witnesses, size_t count,
                                    const stm_relation *const *relations,
                                    size_t relation_count,
                                    const stm_lexicon *lex, stm_error *err);
STM_API void stm_synopsis_free(stm_synopsis *s);

#define STM_NEW_LOST (UINT32_MAX - 1)

/** An edge that an alternative has and the tree has not: the new source of
 * `to`. */
typedef struct stm_regraft {
    uint32_t from; /**< node; STM_NEW_LOST: a lost text that the tree has not;
                        STM_LOST: none, `to` becomes the oldest */
    uint32_t to;   /**< node or STM_NEW_LOST */
} stm_regraft;

/** A tree that is nearly as likely, by what is different in it. */
typedef struct stm_alternative {
    uint32_t family;
    double confidence; /**< how likely the difference is, 0..1 */
    double loss;       /**< nats by which the tree is likelier, >= 0 */
    stm_str text;      /**< a sentence; captures are c0, c1, ... */
    const stm_regraft *edges;
    size_t edge_count;
    uint32_t without; /**< a lost text that is not in it, or STM_LOST */
} stm_alternative;

/** Owned by itself; read-only. */
typedef struct stm_alternatives {
    const stm_alternative *items; /**< likeliest first */
    size_t count;
} stm_alternatives;

/** The `most` next best trees of the tree that `stm_tree_build` made of the
 * same arguments. Each differs from it in one thing: an edge turned round, a
 * source and its copy made siblings, another source, a lost text left out. */
STM_API stm_status stm_tree_alternatives(stm_alternatives **out,
                                         const stm_tree *t, size_t most,
                                         const stm_witness *witnesses,
                                         size_t count,
                                         const stm_relation *const *relations,
                                         size_t relation_count, stm_error *err);
STM_API void stm_alternatives_free(stm_alternatives *a);

#ifdef __cplusplus
}
#endif
#endif
