/** A family as an editor would print it: all readings side by side, the wording
 * of the versions that were lost, and what was changed from one to the next. */
#ifndef STEMMA_EDITION_H
#define STEMMA_EDITION_H

#include <stemma/tree.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum stm_reading_kind {
    STM_READING_WORDS,
    STM_READING_RESTORED, /**< words that no text has: a spinner's, undone */
    STM_READING_OMITTED,  /**< nothing, where others have some words */
    STM_READING_ABSENT,   /**< nothing, for the whole passage is not there */
    STM_READING_MOVED,    /**< words that others have at another place */
    STM_READING_KINDS
} stm_reading_kind;
/** "words", "restored", "omitted", "absent", "moved". Static. */
STM_API const char *stm_reading_name(stm_reading_kind kind);

/** Who has a reading. */
typedef struct stm_attestation {
    uint32_t node; /**< of the tree */
    float sure;    /**< 1 for a capture; of a lost text, how likely */
} stm_attestation;

typedef struct stm_reading {
    stm_reading_kind kind;
    stm_str text; /**< as the first text that has it writes it; or empty */
    const stm_attestation *by; /**< captures by id, then the lost */
    size_t by_count;
} stm_reading;

/** One place of the text, as long as all who have it agree, or as they do
 * not. From first to last, the units give every text in its own order; what
 * stands elsewhere in it than in others is a unit of its own. */
typedef struct stm_unit {
    const stm_reading *readings; /**< that of the family's root first */
    size_t reading_count;
    bool paragraph; /**< one starts here */
    bool joined;    /**< no white space parts it from the unit before */
} stm_unit;

/** A part of a lost text. */
typedef struct stm_stretch {
    stm_str text;
    const uint32_t *witnesses; /**< captures that have it in these words; of a
                                    restored stretch, that it comes from */
    size_t witness_count;
    double sure;
    bool restored;
    bool paragraph; /**< one starts here */
    bool joined;    /**< no white space parts it from the stretch before */
} stm_stretch;

/** What a lost text most likely said. */
typedef struct stm_lost {
    uint32_t node;
    const stm_stretch *stretches;
    size_t stretch_count;
    uint32_t words;
    double sure; /**< average over its words */
} stm_lost;

typedef enum stm_alteration_kind {
    STM_ALTERED_ADDED,
    STM_ALTERED_DROPPED,
    STM_ALTERED_SOFTENED, /**< the claim is weaker, see `says` */
    STM_ALTERED_HARDENED, /**< the claim is stronger */
    STM_ALTERED_REWORDED,
    STM_ALTERED_KINDS
} stm_alteration_kind;
/** "added", "dropped", "softened", "hardened", "reworded". Static. */
STM_API const char *stm_alteration_name(stm_alteration_kind kind);

/** A sentence that differs from that of the version before. */
typedef struct stm_alteration {
    stm_alteration_kind kind;
    stm_str before, after; /**< one of them may be empty */
    stm_str says;          /**< why it is softer or harder, for a person */
} stm_alteration;

/** A bound of a version in time, and whose date it is. */
typedef struct stm_bound {
    stm_date date; /**< year 0: there is none */
    uint32_t node; /**< whose it is */
} stm_bound;

/** A version among the others in time. */
typedef struct stm_stage {
    uint32_t node;
    stm_date dated;             /**< what the version says itself; or year 0 */
    stm_bound earliest, latest; /**< what its kin and its capture leave open */
    bool conflict;              /**< the bounds contradict each other */
    uint32_t before; /**< version it was made from, a node, or STM_LOST */
    const stm_alteration *alterations; /**< by their place in the text */
    size_t alteration_count;
    uint32_t count[STM_ALTERED_KINDS];
} stm_stage;

/** One family. */
typedef struct stm_collation {
    uint32_t family;       /**< index into the tree's families */
    const uint32_t *nodes; /**< captures by id, then the lost */
    size_t node_count;
    const stm_unit *units;
    size_t unit_count;
    const stm_lost *lost; /**< by node */
    size_t lost_count;
    const stm_stage *versions; /**< oldest first */
    size_t version_count;
} stm_collation;

/** Owned by itself; read-only. Families of one capture are not in it. */
typedef struct stm_edition {
    const stm_collation *collations;
    size_t collation_count;
} stm_edition;

/** Edits all families of the tree that `stm_tree_build` made of the same
 * arguments, all of which must outlive the edition but `lex`. */
STM_API stm_status stm_edition_new(stm_edition **out, const stm_tree *t,
                                   const stm_witness *witnesses, size_t count,
                                   const stm_relation *const *relations,
                                   size_t relation_count,
                                   const stm_lexicon *lex, stm_error *err);
STM_API void stm_edition_free(stm_edition *e);

#ifdef __cplusplus
}
#endif
#endif
