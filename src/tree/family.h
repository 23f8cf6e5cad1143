/* The workbench of one family: an unrooted tree of captures and lost texts,
 * and the steps that shape it, in their order. */
#ifndef STM_TREE_FAMILY_H
#define STM_TREE_FAMILY_H

#include <stemma/tree.h>

#include "base/arena.h"
#include "base/vec.h"
#include "tree/compare.h"
#include "tree/families.h"
#include "tree/misfit.h"

typedef struct stm_tree__node {
    uint32_t witness; /* or STM_LOST */
    stm_tree__row row;
    STM_VEC(uint32_t) near; /* neighbours in the tree */
    bool poor;              /* cut or spun: what it lacks says little */
    bool spun;              /* its wording is not that of a whole text */
    uint32_t proof;         /* of a lost text: readings that prove it, */
    double belief;          /* or, without any, how likely the pairs make it */
    uint32_t parent;        /* once rooted; STM_LOST: the root */
    double sure;            /* that the edge from `parent` runs this way */
    uint32_t depth;         /* once emitted; the root has 0 */
    uint32_t from, to;      /* preorder: of itself and of all below it */
} stm_tree__node;

typedef struct stm_tree__family {
    const stm_tree__input *in;
    const stm_tree__kinship *kin;
    const uint32_t *member; /* all witnesses of the family, ascending */
    size_t member_count;
    stm_arena mem;                /* rows */
    STM_VEC(stm_tree__node) node; /* captures by id without twins; the lost */
    uint32_t captures;
    uint32_t *local; /* [witness] its node here, or STM_LOST */
    uint32_t places; /* of the collation; 0 before it */
    uint32_t *votes; /* [places] zero between uses */
    bool *rare;      /* [places] its word stands at no other place */
    float *odd;      /* [places] how unlike other words its word is spelt;
                        0 or below: not judged */
    stm_tree__misfit misfit;
    bool manuscripts; /* changed by copyists, word by word */
    uint32_t root;
} stm_tree__family;

/* Steps. False or STM_ENOMEM when out of memory; the family can then only be
 * freed. */

/* mst.c: joins all captures by the shortest edges; again once they are
 * collated. */
bool stm_tree__span(stm_tree__family *f);
/* Words by which two collated captures are apart; INFINITY where they are not
 * related. */
double stm_tree__apart(const stm_tree__family *f, uint32_t u, uint32_t v);
/* collate.c: fills every capture's row, aligning along the tree. */
stm_status stm_tree__collate(stm_tree__family *f, stm_error *err);
/* dateline.c: leaves the lines that date a page out of the rows. */
bool stm_tree__undate(stm_tree__family *f);
/* odd.c: fills `odd`. */
bool stm_tree__find_odd(stm_tree__family *f);
/* median.c: splits lost texts off where a capture stands alone. */
bool stm_tree__medians(stm_tree__family *f);
/* prune.c: takes lost texts out again that explain too little. */
bool stm_tree__prune(stm_tree__family *f);
/* bars.c: moves captures that cannot be sources to the tips. */
bool stm_tree__bars(stm_tree__family *f);
/* bars.c: gives a spun capture that has sentences of its own a lost source. */
bool stm_tree__spun_sources(stm_tree__family *f);
/* Whether capture `c` cannot be the source of what lies behind its neighbour
 * `w`. */
bool stm_tree__is_barred(const stm_tree__family *f, uint32_t c, uint32_t w,
                         bool *barred);
/* root.c: chooses the oldest text and directs all edges. */
bool stm_tree__root(stm_tree__family *f);

/* graph.c */

void stm_tree__family_free(stm_tree__family *f);
/* A new node without neighbours; STM_LOST when out of memory. */
uint32_t stm_tree__node_add(stm_tree__family *f, uint32_t witness);
bool stm_tree__join(stm_tree__family *f, uint32_t u, uint32_t v);
void stm_tree__part(stm_tree__family *f, uint32_t u, uint32_t v);
/* Takes `w` from `old` to `now`. */
bool stm_tree__move(stm_tree__family *f, uint32_t w, uint32_t old,
                    uint32_t now);
/* What more than half of the texts `of` read. */
bool stm_tree__majority(stm_tree__family *f, const uint32_t *of, size_t count,
                        stm_tree__row *out);
stm_tree__pair stm_tree__nodes_pair(const stm_tree__family *f, uint32_t u,
                                    uint32_t v);

static inline bool stm_tree__is_lost(const stm_tree__family *f, uint32_t u)
{
    return f->node.items[u].witness == STM_LOST;
}

/* Once emitted: whether `u` is `above` or a copy of it, at any remove. */
static inline bool stm_tree__is_below(const stm_tree__family *f, uint32_t u,
                                      uint32_t above)
{
    const stm_tree__node *n = f->node.items;
    return n[above].from <= n[u].from && n[u].from < n[above].to;
}

/* odds.c: the pair as its family sees it. */
stm_tree__pair stm_tree__odds(const stm_tree__family *f, uint32_t u,
                              uint32_t v);

/* A capture reached from another through lost texts only. */
typedef struct stm_tree__kin {
    uint32_t node;
    uint32_t first, last; /* first step, and the last before `node` */
    uint32_t steps;
} stm_tree__kin;
typedef STM_VEC(stm_tree__kin) stm_tree__kin_vec;

/* kin.c: the captures next to `u`, nearest first; when `through` is not
 * STM_LOST only those beyond that neighbour. */
bool stm_tree__next_of_kin(const stm_tree__family *f, uint32_t u,
                           uint32_t through, stm_tree__kin_vec *out);

#endif
