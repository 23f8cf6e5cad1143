/* Texts as sets of readings, compared by twos and threes. */
#ifndef STM_TREE_COMPARE_H
#define STM_TREE_COMPARE_H

#include <stemma/base.h>

/* One text in the collation of its family: which places it has a word at. A
 * place holds one wording, so another word there is another place. */
typedef struct stm_tree__row {
    const uint32_t *place; /* ascending */
    const uint32_t *token; /* its token there, or STM_NO_TOKEN; NULL if lost */
    uint32_t count;
} stm_tree__row;

typedef struct stm_tree__diff {
    uint32_t events;         /* changed stretches */
    uint32_t cost;           /* their words, capped */
    uint32_t small;          /* events of one or two words */
    uint32_t own_a, own_b;   /* sentences without a counterpart */
    uint32_t lost_a, lost_b; /* words that it lacks, and has none instead */
    uint32_t shared;         /* places both have */
} stm_tree__diff;

stm_tree__diff stm_tree__compare(const stm_tree__row *a,
                                 const stm_tree__row *b);
typedef struct stm_tree__trio {
    uint32_t own[3];  /* readings in which one stands against the other two */
    uint32_t put[3];  /* of these: the other two read the same, it otherwise */
    uint32_t more[3]; /* of these: it has words, the other two have none */
    bool lacks[3];    /* a whole passage that the other two share */
    uint32_t open;    /* places where all three differ */
} stm_tree__trio;

/* `few[k]`: words that the other two must share before they are a reading
 * against text k; NULL: one. */
stm_tree__trio stm_tree__compare3(const stm_tree__row *const row[3],
                                  const uint32_t few[3]);

#endif
