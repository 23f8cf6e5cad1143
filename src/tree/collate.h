/* The book in which a family's texts are written side by side. */
#ifndef STM_TREE_COLLATE_H
#define STM_TREE_COLLATE_H

#include "tree/family.h"

#define STM_TREE_NOWHERE UINT32_MAX    /* token without a place so far */
#define STM_TREE_SLIP (UINT32_MAX - 1) /* a spinner's slip: no reading */

/* One wording at one point of the text. All places form one list in text
 * order; place 0 stands before the first word. */
typedef struct stm_tree__place {
    uint32_t word, next; /* next: 0 at the end */
    uint32_t user;       /* last capture that took it */
} stm_tree__place;

typedef struct stm_tree__cell {
    uint32_t place, token;
} stm_tree__cell;

/* One capture on its way into the book. */
typedef struct stm_tree__sheet {
    const stm_text *text;
    uint32_t *at;    /* [text->count] place of each token */
    uint32_t *slips; /* [text->count] of a slip the last place it stands for */
    STM_VEC(stm_tree__cell) cell;
    uint32_t open; /* tokens without a place so far */
    uint32_t kin;  /* the capture it was aligned with first */
    bool written;
} stm_tree__sheet;

typedef struct stm_tree__book {
    stm_tree__family *f;
    STM_VEC(stm_tree__place) place;
    stm_tree__sheet *sheet;    /* [captures] */
    STM_VEC(uint32_t) gap;     /* scratch of fill.c */
    STM_VEC(uint16_t) matches; /* scratch of fill.c */
} stm_tree__book;

/* Gives capture `y` the place `p`, unless it has been there. */
bool stm_tree__take(stm_tree__book *b, uint32_t y, uint32_t p, uint32_t token);
/* slips.c: places for what `y` has of `x`, one of which is spun; `map` names
 * its counterparts. */
bool stm_tree__read_spun(stm_tree__book *b, uint32_t y, uint32_t x,
                         const uint32_t *map);
/* fill.c: places for all tokens that are still without one: those that others
 * have between the same neighbours, or new ones. */
bool stm_tree__fill(stm_tree__book *b, uint32_t y);

#endif
