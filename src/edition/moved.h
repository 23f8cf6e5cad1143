/* What stands in a text at another place than in the others: at its own place
 * in the table it is shown where the text has it, so that every text can be
 * read off from top to bottom. */
#ifndef STM_EDITION_MOVED_H
#define STM_EDITION_MOVED_H

#include "edition/bench.h"

/* Tokens [from, to) of a column. */
typedef struct stm_edition__move {
    uint32_t unit, column, from, to;
    uint32_t home;   /* the unit that the words are of */
    uint32_t rank;   /* how many others the column has there before it */
    uint32_t leader; /* of the columns that have the same words there up to
                        here, the first */
    uint64_t list;   /* hash of these words */
} stm_edition__move;

typedef STM_VEC(stm_edition__move) stm_edition__move_vec;

typedef struct stm_edition__moves {
    /* by (unit, column): what a column has at a unit where that is not what
     * its cells say; nothing, where all of it went elsewhere */
    stm_edition__move_vec own;
    /* by (unit, rank, leader, column): words that stand before the unit, or,
     * with the count of units, behind all */
    stm_edition__move_vec gone;
} stm_edition__moves;

/* False when out of memory; to be freed in any case. */
bool stm_edition__find_moves(stm_edition__moves *out,
                             const stm_edition__bench *b);
void stm_edition__moves_free(stm_edition__moves *m);

#endif
