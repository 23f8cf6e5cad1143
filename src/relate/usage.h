/* How the two texts use a word outside the places where one word stands for
 * another. An author's own words come again; a spinner's finds seldom do. */
#ifndef STM_RELATE_USAGE_H
#define STM_RELATE_USAGE_H

#include "relate/case.h"

typedef struct stm_word_list {
    uint32_t *word; /* sorted lexicon ids, each as often as it stands */
    size_t count;
} stm_word_list;

typedef struct stm_usage {
    stm_word_list all[2];      /* of the whole content of a and of b */
    stm_word_list replaced[2]; /* of their words in replaced places */
} stm_usage;

/* Of the pair, made when it is first asked for; NULL when out of memory, which
 * is noted in the case. */
const stm_usage *stm_relate__usage(stm_case *c);
/* How many different words of a side stand nowhere in the other text; with
 * `alone` not in any other text of the job either. What a cut took from the
 * other does not count. */
uint32_t stm_relate__new_words(stm_case *c, int side, bool alone);
/* Share of the words that both texts have which other texts of the job have
 * too: near 1 where a third copy is among them. */
double stm_relate__company(stm_case *c);
/* How often `word` stands in a list. */
uint32_t stm_relate__count(const stm_word_list *l, uint32_t word);
/* How often `word` stands in a text where nothing was replaced. */
uint32_t stm_relate__kept(const stm_usage *u, int side, uint32_t word);
/* How often it stands in the other texts of the job. */
uint64_t stm_relate__elsewhere(const stm_usage *u, const stm_lexicon *lex,
                               uint32_t word);

#endif
