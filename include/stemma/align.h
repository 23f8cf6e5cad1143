/** Two texts -> the passages they share, word by word. */
#ifndef STEMMA_ALIGN_H
#define STEMMA_ALIGN_H

#include <stemma/text.h>

#ifdef __cplusplus
extern "C" {
#endif

#define STM_NO_TOKEN UINT32_MAX

typedef enum stm_passage_kind {
    STM_PASSAGE_VERBATIM, /**< every word kept */
    STM_PASSAGE_EDITED,
    STM_PASSAGE_SPUN /**< word-by-word substitution */
} stm_passage_kind;

/** "verbatim", "edited", "spun". Static. */
STM_API const char *stm_passage_name(stm_passage_kind kind);

/** A stretch of each text that comes from the same source. Never crosses a gap
 * in the content. */
typedef struct stm_passage {
    stm_span a, b; /**< tokens */
    stm_passage_kind kind;
    float similarity; /**< share of words kept in place, 0..1 */
    uint32_t same;    /**< words kept in place */
} stm_passage;

/** A wording of A that stands in B as another, and how often. */
typedef struct stm_substitution {
    stm_span a, b; /**< its first occurrence */
    uint32_t count;
} stm_substitution;

/** How the same words can differ though nobody changed them. */
typedef enum stm_noise {
    STM_NOISE_NONE,
    STM_NOISE_HYPHEN, /**< cut by a hyphen, at the end of a line or not */
    STM_NOISE_SPACE,  /**< the same letters; spaces lost or put in */
    STM_NOISE_MISREAD /**< letters misread or mistyped, in a text where many
                           are */
} stm_noise;

/** A place inside a passage where the wordings differ; one side may be empty.
 */
typedef struct stm_change {
    stm_span a, b;
    bool substitution; /**< explained by a learned substitution */
    stm_noise noise;   /**< words that are the same but for noise */
} stm_change;

/** Owned by itself; read-only. */
typedef struct stm_alignment {
    const stm_passage *passages; /**< whose words are aligned in order; by place
                                      in A; disjoint in A and in B */
    size_t passage_count;
    const stm_passage *shared; /**< what to show: the same, joined where they
                                    are one, and those whose words were
                                    shuffled or summed up; likewise disjoint */
    size_t shared_count;
    const stm_substitution *substitutions; /**< most frequent first */
    size_t substitution_count;
    const stm_change *changes; /**< by place in A */
    size_t change_count;
    const uint32_t *a_to_b;        /**< [a->count] its counterpart (kept or
                                        substituted), or STM_NO_TOKEN */
    const uint32_t *b_to_a;        /**< [b->count] */
    uint32_t covered_a, covered_b; /**< words that lie in passages */
} stm_alignment;

typedef struct stm_align_opts {
    size_t struct_size;
    uint32_t min_run; /**< shortest verbatim run kept on its own, words */
    const stm_thesaurus *thesaurus; /**< words that may stand for one another;
                                         borrowed; NULL: none */
} stm_align_opts;
#define STM_ALIGN_OPTS_INIT              \
    {                                    \
        sizeof(stm_align_opts), 12, NULL \
    }

/** Aligns two texts of one lexicon. Thread-safe. Time grows with the words and
 * the passages found, not with their product. */
STM_API stm_status stm_align(stm_alignment **out, const stm_text *a,
                             const stm_text *b, const stm_lexicon *lex,
                             const stm_align_opts *opts, stm_error *err);
STM_API void stm_alignment_free(stm_alignment *x);

/** Room that one alignment after another works in. One a thread. */
typedef struct stm_aligner stm_aligner;
STM_API stm_status stm_aligner_new(stm_aligner **out, stm_error *err);
STM_API void stm_aligner_free(stm_aligner *r);
/** What `stm_align` gives; the alignment lives on without the aligner. */
STM_API stm_status stm_aligner_run(stm_alignment **out, stm_aligner *r,
                                   const stm_text *a, const stm_text *b,
                                   const stm_lexicon *lex,
                                   const stm_align_opts *opts, stm_error *err);

#ifdef __cplusplus
}
#endif
#endif
