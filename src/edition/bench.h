/* The workbench of one family: its texts as columns of cells, cut into units,
 * and what each text, captured or lost, reads at each of them. */
#ifndef STM_EDITION_BENCH_H
#define STM_EDITION_BENCH_H

#include <stemma/edition.h>

#include "base/arena.h"
#include "base/vec.h"

#define STM_NO_LOCAL UINT32_MAX

/* A word of a text at its place; places of a spinner's other words are marked
 * by the cells of the words that stand there instead. */
typedef struct stm_edition__cell {
    uint32_t place, token;
} stm_edition__cell;

typedef struct stm_edition__column {
    const stm_text *text;
    const stm_edition__cell *cell; /* by (place, token) */
    uint32_t count;
    const bool
        *far;       /* [count + 1] a whole passage is missing before the cell */
    uint32_t *from; /* [units + 1] its first cell of each unit */
} stm_edition__column;

/* A wording at a unit: what one column reads there, for all that read alike. */
typedef struct stm_edition__wording {
    uint32_t column; /* the first that has it */
    uint32_t votes;
    bool empty; /* nothing stands there */
} stm_edition__wording;

/* A passage of words that a lost text had instead of a spinner's. */
typedef struct stm_edition__restored {
    uint32_t unit, local;
    stm_str text;
    double sure;
    uint32_t words;
} stm_edition__restored;

typedef struct stm_edition__bench {
    const stm_tree *tree;
    const stm_witness *witness;
    const stm_lexicon *lex;
    uint32_t family;
    stm_arena *out; /* of the edition: what is published */
    stm_arena mem;  /* of this family */

    /* columns.c */
    stm_edition__column *column;
    uint32_t columns, places;

    /* nodes.c: the columns' texts first, then the lost */
    uint32_t nodes;
    uint32_t *node;          /* [nodes] of the tree */
    uint32_t *parent;        /* [nodes] or STM_NO_LOCAL */
    stm_relation_kind *kind; /* [nodes] of the edge from the parent */
    uint32_t *order;         /* [nodes] parents before children */
    uint32_t *near;          /* [nodes] of a lost text the nearest column */
    uint32_t *spinner; /* [nodes] the nearest spun text above it or itself */

    /* of the tree's nodes all members, captures first, and who stands for
     * them here */
    uint32_t *member, *stands;
    uint32_t members;

    /* units.c */
    uint32_t units;
    uint32_t *start; /* [units + 1] its first place */
    bool *agreed;    /* [units] all who have it read alike */

    /* readings.c */
    uint32_t *first;               /* [units + 1] its first wording */
    stm_edition__wording *wording; /* the empty one last */
    uint32_t *state;               /* [units * nodes] the wording of each node,
                                      by its place among those of the unit */

    /* infer.c */
    float *sure; /* [units * nodes] of the lost */

    /* restore.c */
    STM_VEC(stm_edition__restored) restored; /* by (unit, local) */
} stm_edition__bench;

static inline uint32_t stm_edition__wordings(const stm_edition__bench *b,
                                             uint32_t unit)
{
    return b->first[unit + 1] - b->first[unit];
}

static inline uint32_t *stm_edition__states(const stm_edition__bench *b,
                                            uint32_t unit)
{
    return b->state + (size_t)unit * b->nodes;
}

static inline const stm_edition__wording *
stm_edition__read(const stm_edition__bench *b, uint32_t unit, uint32_t local)
{
    return &b->wording[b->first[unit] + stm_edition__states(b, unit)[local]];
}

static inline bool stm_edition__is_lost(const stm_edition__bench *b,
                                        uint32_t local)
{
    return local >= b->columns;
}

/* The cells of column `c` at a unit. */
static inline stm_span stm_edition__cells(const stm_edition__bench *b,
                                          uint32_t unit, uint32_t c)
{
    const uint32_t *from = b->column[c].from;
    return (stm_span){from[unit], from[unit + 1]};
}

/* The unit that column `c` has nothing of lies in a passage it has not. */
static inline bool stm_edition__is_absent(const stm_edition__bench *b,
                                          uint32_t unit, uint32_t c)
{
    stm_span s = stm_edition__cells(b, unit, c);
    return s.from == s.to && b->column[c].far[s.from];
}

/* Steps, in their order. False when out of memory. */
bool stm_edition__columns(stm_edition__bench *b, const stm_synopsis *s);
bool stm_edition__nodes(stm_edition__bench *b, const stm_synopsis *s);
bool stm_edition__units(stm_edition__bench *b);
bool stm_edition__readings(stm_edition__bench *b);
bool stm_edition__infer(stm_edition__bench *b);

/* The restored words of a lost text at a unit, or NULL. */
const stm_edition__restored *
stm_edition__find_restored(const stm_edition__bench *b, uint32_t unit,
                           uint32_t local);

/* publish.c, lost.c, timeline.c: the results, in `b->out`. */
bool stm_edition__publish_units(stm_edition__bench *b, stm_collation *out);
bool stm_edition__publish_lost(stm_edition__bench *b, stm_collation *out);
bool stm_edition__publish_versions(stm_edition__bench *b, stm_collation *out);

#endif
