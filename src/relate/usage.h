/* How the two texts use a word outside the places where one word stands for
 * another. An author's own words come again; a spinner's finds seldom do. */
#ifndef STM_RELATE_USAGE_H
#define STM_RELATE_USAGE_H

#include "relate/case.h"

/* A word of the pair and how often it stands where. */
typedef struct stm_use {
    uint32_t word;        /* lexicon id */
    uint32_t all[2];      /* in the whole content of a and of b */
    uint32_t replaced[2]; /* in their replaced places */
    uint32_t beyond;      /* in what is left out, while words are counted */
} stm_use;

typedef struct stm_usage {
    stm_use *use; /* each word once, by first place */
    uint32_t count;
    uint32_t *slot; /* an index of `use` + 1 by word; 0 is free */
    uint32_t mask;  /* of the places of `slot` */
    int shift;      /* the highest bits of a product are the place */
    uint32_t
        *of[2]; /* [words] of each word of a and of b, its place in `use` */
} stm_usage;

/* Of the pair, made when it is first asked for; NULL when out of memory, which
 * is noted in the case. */
const stm_usage *stm_relate__usage(stm_case *c);
/* Of a word that neither text has, all is 0. */
const stm_use *stm_relate__use(const stm_usage *u, uint32_t word);
/* Of word `i` of a side. */
static inline const stm_use *stm_relate__use_at(const stm_usage *u, int side,
                                                uint32_t i)
{
    return &u->use[u->of[side][i]];
}
/* How many different words of a side stand nowhere in the other text; with
 * `alone` not in any other text of the job either. What a cut took from the
 * other does not count. */
uint32_t stm_relate__new_words(stm_case *c, int side, bool alone);
/* Share of the words that both texts have which other texts of the job have
 * too: near 1 where a third copy is among them. */
double stm_relate__company(stm_case *c);
/* How often `word` stands in a text where nothing was replaced. */
uint32_t stm_relate__kept(const stm_usage *u, int side, uint32_t word);
/* How often it stands in the other texts of the job. */
uint64_t stm_relate__elsewhere(const stm_usage *u, const stm_lexicon *lex,
                               uint32_t word);

#endif
