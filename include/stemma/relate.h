/** Passages and facts -> what two texts are to each other, and which way. */
#ifndef STEMMA_RELATE_H
#define STEMMA_RELATE_H

#include <stemma/align.h>
#include <stemma/page.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The words that tell the topic of a text, for many pairs of which nothing was
 * copied. Owned by itself; read-only. */
typedef struct stm_gist stm_gist;
/** Of a text whose lexicon is complete. Thread-safe. STM_ENOMEM. */
STM_API stm_status stm_gist_new(stm_gist **out, const stm_text *t,
                                const stm_lexicon *lex, stm_error *err);
STM_API void stm_gist_free(stm_gist *g);
/** Whether two texts of which nothing was copied are related. Thread-safe. */
STM_API bool stm_gist_alike(const stm_gist *a, const stm_gist *b);

/** One text of the tradition with all that is known of it. Borrowed parts. */
typedef struct stm_witness {
    uint32_t id;
    const stm_capture *capture;
    const stm_html *html; /**< NULL for plain text */
    const stm_page *page;
    const stm_text *text;
    const stm_gist *gist; /**< or NULL: its topic is looked for in `text` */
} stm_witness;

/** Exactly one holds for a pair: the first of these. */
typedef enum stm_relation_kind {
    STM_IDENTICAL,
    STM_REPRINT,
    STM_EXCERPT,
    STM_REVISION,
    STM_SPUN,
    STM_QUOTES,
    STM_RELATED,
    STM_UNRELATED,
    STM_RELATION_KINDS
} stm_relation_kind;
STM_API const char *stm_relation_name(stm_relation_kind kind);
/** True from identical to spun: copying of the whole text, which makes a
 * family. */
STM_API bool stm_relation_is_copy(stm_relation_kind kind);

typedef enum stm_direction {
    STM_A_TO_B, /**< a is the source */
    STM_B_TO_A,
    STM_SIBLING, /**< both come from one text that neither is */
    STM_UNKNOWN,
    STM_DIRECTIONS
} stm_direction;
/** "a>b", "b>a", "sibling", "unknown". Static. */
STM_API const char *stm_direction_name(stm_direction d);

/** A reason for a direction (or, with STM_UNKNOWN, for the relation). */
typedef struct stm_evidence {
    stm_direction says;
    double weight;    /**< nats of log-odds for what it says, > 0 */
    const char *kind; /**< row of the evidence table; static */
    stm_str text;     /**< a sentence for a person; "a" and "b" are the texts */
} stm_evidence;

/** A passage in bytes of the two captured texts. */
typedef struct stm_shared {
    stm_range a, b;
    stm_passage_kind kind;
    float similarity;
} stm_shared;

/** A differing place in bytes. */
typedef struct stm_difference {
    stm_range a, b;
    bool substitution;
} stm_difference;

typedef struct stm_replaced {
    stm_str a, b; /**< folded wordings */
    uint32_t count;
} stm_replaced;

/** `count` words on end from `from` that stand for those from `to` in the other
 * text; `to` STM_NO_TOKEN: for none. */
typedef struct stm_word_run {
    uint32_t from, to, count;
} stm_word_run;

/** Owned by itself; read-only. */
typedef struct stm_relation {
    uint32_t a, b; /**< witness ids */
    stm_relation_kind kind;
    stm_direction direction;
    double confidence;             /**< of relation and direction, 0..1 */
    double coverage_a, coverage_b; /**< share of content words in passages */
    const stm_shared *passages;
    size_t passage_count;
    const stm_difference *differences;
    size_t difference_count;
    const stm_replaced *substitutions;
    size_t substitution_count;
    const stm_evidence *evidence; /**< heaviest first */
    size_t evidence_count;
    /* what the tree stage needs */
    double log_odds[3];  /**< of a>b, b>a, sibling, normalised log-probs */
    bool spun_a, spun_b; /**< that side's wording was replaced */
    bool cut_a, cut_b;   /**< that side lacks the other's words beyond a cut */
    double distance;     /**< capped hunks between the texts, words */
    uint32_t copied;     /**< words of the smaller side in passages */
    const stm_word_run *forth; /**< of copies: which words of b the words of a
                                    stand for; else NULL */
    size_t forth_count;
    const stm_word_run *back; /**< where it is not the same from b's side */
    size_t back_count;
} stm_relation;

/** The counterparts of the first `count` words of witness `of`, r->a or r->b,
 * in the other, each a token or STM_NO_TOKEN. False when `r` keeps none. */
STM_API bool stm_relation_map(const stm_relation *r, uint32_t of, uint32_t *map,
                              uint32_t count);

/** Judges one pair after the other and keeps its room between them. One a
 * thread. */
typedef struct stm_judge stm_judge;
STM_API stm_status stm_judge_new(stm_judge **out, stm_error *err);
STM_API void stm_judge_free(stm_judge *j);
/** What `stm_relate` gives. */
STM_API stm_status stm_judge_run(stm_relation **out, stm_judge *j,
                                 const stm_witness *a, const stm_witness *b,
                                 const stm_alignment *x, const stm_lexicon *lex,
                                 stm_error *err);

/** The relation of two witnesses of one lexicon, aligned as `x`. Thread-safe.
 */
STM_API stm_status stm_relate(stm_relation **out, const stm_witness *a,
                              const stm_witness *b, const stm_alignment *x,
                              const stm_lexicon *lex, stm_error *err);
STM_API void stm_relation_free(stm_relation *r);

/** How unlikely a folded word is behind another in a language (ISO 639-1), in
 * nats; an empty `before` stands for anything. Below 0: there is no model of
 * the language. */
STM_API double stm_word_cost(const char *language, stm_str before,
                             stm_str word);

/** What a folded word is known by, for many questions about it. */
STM_API uint64_t stm_word_key(stm_str word);
/** A word as the model of a language has it: its cost behind anything, and
 * behind a word it was never seen behind; below 0 where there is no model. */
typedef struct stm_known_word {
    uint64_t key;
    double cost, cost_behind;
} stm_known_word;
STM_API stm_known_word stm_word_known(const char *language, uint64_t key);
/** Whether the model has the two as neighbours. */
STM_API bool stm_words_are_neighbours(const char *language,
                                      stm_known_word before,
                                      stm_known_word word);

#ifdef __cplusplus
}
#endif
#endif
