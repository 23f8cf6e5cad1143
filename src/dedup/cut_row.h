/* A whole corpus as one row of numbers, one a word with what stands behind it
 * up to the next: equal where the bytes are. Words of one spelling have
 * neighbouring numbers, whatever stands behind them. */
#ifndef STM_DEDUP_CUT_ROW_H
#define STM_DEDUP_CUT_ROW_H

#include <stemma/text.h>

#include "dedup/cut_numbers.h"

/* Start with {0}. */
typedef struct stm_cut_row {
    /* A document's words and, behind them, its end, which is number 0. */
    STM_VEC(int32_t) number;
    STM_VEC(uint32_t) start; /* byte of the text */
    /* The place of the last word of the shortest passage from here on; of the
     * document's end where there is none. */
    STM_VEC(uint32_t) last;
    STM_VEC(uint32_t) end;    /* [documents] the place of each one's end */
    stm_cut_numbers words;    /* alone */
    stm_cut_numbers all;      /* with what is behind them */
    STM_VEC(char) tagged;     /* one of these */
    STM_VEC(uint32_t) single; /* [numbers] the word in `words`, + 1 */
    STM_VEC(uint32_t) len;    /* [numbers] bytes of the word alone */
} stm_cut_row;

/* What a row takes of memory for each word, with what finds repeats in it; and
 * for each number, in the tables of the search. */
enum { STM_CUT_ROW_EACH = 6 * sizeof(uint32_t), STM_CUT_ROW_NUMBER = 64 };

void stm_cut_row__free(stm_cut_row *r);
/* Puts a document behind those that are there. `least` bytes are a passage. */
stm_status stm_cut_row__add(stm_cut_row *r, stm_str text,
                            const stm_hashes *words, uint32_t least,
                            stm_error *err);
/* When all documents are there: gives the numbers their order. */
stm_status stm_cut_row__end(stm_cut_row *r, stm_error *err);
/* How many numbers there are, with 0. */
static inline uint32_t stm_cut_row__numbers(const stm_cut_row *r)
{
    return stm_cut_numbers__count(&r->all) + 1;
}
/* The byte of the text that the word at place `i` ends before. */
static inline uint32_t stm_cut_row__end_of(const stm_cut_row *r, uint32_t i)
{
    return r->start.items[i] + r->len.items[r->number.items[i]];
}
/* The document that the word at place `i` is in. */
uint32_t stm_cut_row__doc(const stm_cut_row *r, uint32_t i);
/* What it will take of memory when repeats are found in it. */
uint64_t stm_cut_row__bytes(const stm_cut_row *r);

#endif
