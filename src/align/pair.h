/* What the steps of one alignment hand to each other. Everything lives in the
 * arena of the pair. */
#ifndef STM_ALIGN_PAIR_H
#define STM_ALIGN_PAIR_H

#include <stemma/align.h>

#include "align/lcs.h"
#include "base/arena.h"
#include "base/vec.h"

/* A stem of a unit and how often it stands there. */
typedef struct stm_bag_item {
    uint32_t stem; /* local id, see stm_pair */
    uint32_t count;
} stm_bag_item;

/* A sentence, or a clause of a long one: the grain of sentence alignment. */
typedef struct stm_unit {
    stm_span at;        /* tokens */
    uint32_t bag, bags; /* its stems: items of stm_side.bag, by stem */
    uint32_t content;   /* words that are no function words */
    float weight;       /* sum of its stems' weights */
    uint64_t marks;     /* a bit for each stem, several stems a bit */
} stm_unit;

typedef struct stm_side {
    const stm_text *text;
    stm_unit *unit;
    uint32_t unit_count;
    stm_bag_item *bag;
    uint32_t *unit_of;    /* [text->count] */
    const uint32_t *stem; /* [text->count] local ids, see stm_pair */
} stm_side;

/* The same words in both texts, as long as they go. */
typedef struct stm_run {
    uint32_t a, b, len;
} stm_run;
typedef STM_VEC(stm_run) stm_runs;

/* Two units that may be the same thought. */
typedef struct stm_cell {
    uint32_t a, b; /* units */
    float sim;
} stm_cell;
typedef STM_VEC(stm_cell) stm_cells;

/* Tokens of A that stand for tokens of B: one step of a passage to be. */
typedef struct stm_link {
    stm_span a, b;
} stm_link;
typedef STM_VEC(stm_link) stm_links;

/* Substitutions learned from the pair, by local stem of A. */
typedef struct stm_learned {
    uint32_t *start; /* [stem_count + 1] first entry of a stem */
    uint32_t *other; /* the stem of B that stands for it */
    float *share;    /* how sure, 0..1 */
    size_t count;
} stm_learned;

/* A stretch of each text that share more words than chance allows, in whatever
 * order. Gains are nats, `kept` the share of its words that were kept. */
typedef struct stm_region {
    stm_span a, b;
    float gain_a, gain_b, kept_a, kept_b;
    bool condensed; /* one side sums the other up */
} stm_region;
typedef STM_VEC(stm_region) stm_regions;

typedef struct stm_pair {
    stm_arena mem;
    stm_lcs_work words;
    stm_prefix_fn *prefix;
    const stm_lexicon *lex;
    stm_align_opts opts;
    stm_side a, b;
    uint32_t stem_count; /* local ids 0..stem_count-1, by first place */
    float *weight;       /* [stem_count] inverse sentence frequency */
    bool *function;      /* [stem_count] a function word */
    stm_runs runs;
    stm_cells cells;
    uint32_t
        *cell_row; /* [a.unit_count + 1] first cell of a row, when sorted */
    stm_links links;
    stm_regions regions;
    bool by_regions; /* sentences were not looked at */
    bool *promising; /* [b.count] in what is a region, or nearly */
    stm_learned learned;
    uint32_t *a_to_b, *b_to_a;     /* counterparts, STM_NO_TOKEN */
    bool noisy;                    /* noise.c: many words are misread */
    const stm_text *own_a, *own_b; /* the texts, where they are read as others:
                                      see reread.h; else NULL */
} stm_pair;

/* stems.c: numbers the stems of both texts; before all else. */
bool stm_align__stems(stm_pair *p);
/* units.c: cuts both texts into units and weighs their stems. */
bool stm_align__units(stm_pair *p);
/* runs.c: all maximal common runs of at least STM_ALIGN_SEED words. */
bool stm_align__runs(stm_pair *p);
/* cells.c: candidate pairs of units with their similarity, by (a, b). */
bool stm_align__cells(stm_pair *p);
/* Puts cells in order of (a, b), each once, and finds their rows. */
bool stm_align__sort_cells(stm_pair *p);
/* Similarity of the units [a, a+na) and [b, b+nb) taken together. */
float stm_align__similarity(const stm_pair *p, uint32_t a, uint32_t na,
                            uint32_t b, uint32_t nb);
/* chain.c: blocks of cells in order -> p->links (one a unit pair). */
bool stm_align__chain(stm_pair *p);
/* learn.c: learns substitutions from the links, scores the cells again with
 * them and adds cells where a block left single units out. */
bool stm_align__learn(stm_pair *p);
/* learn.c: the words of a passage that stand in the place of others as was
 * learned. */
uint32_t stm_align__learned(const stm_pair *p, const stm_passage *x);
/* words.c: counterparts of the words in two spans: fills a_to_b, b_to_a for
 * words kept in place. False when out of memory. */
bool stm_align__words(stm_pair *p, stm_span a, stm_span b);
/* order.c: of the counterparts inside a passage keeps those that are in order,
 * as many as can be. */
bool stm_align__in_order(stm_pair *p, stm_span a, stm_span b);
/* order.c: word `i` of A has no counterpart any more. */
void stm_align__forget(stm_pair *p, uint32_t i);
/* What a pair shares: strands, whose words are aligned in order, and the
 * passages to show, both by place in A. */
typedef struct stm_passages {
    stm_passage *strands, *shared;
    size_t strand_count, shared_count;
} stm_passages;
/* passages.c: links, leftover runs and regions -> passages, with the words kept
 * in place; kinds are not yet told. */
bool stm_align__passages(stm_pair *p, stm_passages *out, stm_arena *mem);
/* passages.c: counts the words kept in place. */
void stm_align__measure(const stm_pair *p, stm_passage *x);
/* set_phrases.c: drops passages that are phrases which many texts share, where
 * the pair shares nothing else. */
void stm_align__drop_set_phrases(stm_pair *p, stm_passages *x);
/* changes.c: where strands differ, whether the pair is spun, what was
 * substituted; tells the kinds and maps substituted words. */
bool stm_align__changes(stm_pair *p, stm_passage *strands, stm_alignment *out,
                        stm_arena *mem);
/* kinds.c: kind and similarity of the passages to show, by their strands. */
void stm_align__kinds(const stm_passages *x);

#endif
