/* The one normalisation of the house: what makes two spellings one word. */
#ifndef STM_TEXT_FOLD_H
#define STM_TEXT_FOLD_H

#include <stemma/base.h>

enum {
    /* Bytes of the longest word. A longer run is cut into several words, so
     * that folding needs no memory but the stack and hostile runs stay
     * linear. 128 bytes hold 42 letters of three bytes; the longest words of
     * dictionaries have about 80 letters of one byte. */
    STM_TEXT_WORD_MAX = 128,
    /* No code point of n bytes folds to more than 11 n (U+FDFA). */
    STM_TEXT_FOLD_MAX = STM_TEXT_WORD_MAX * 11 + 1
};

/* Folds at most STM_TEXT_WORD_MAX bytes of `word` (valid UTF-8) into `out` of
 * STM_TEXT_FOLD_MAX bytes; returns the length, not counting the NUL. 0 for
 * words of nothing but invisible characters.
 *
 * NFKC and full case folding; all apostrophes become ', invisible characters
 * and points that do not stand between digits go ("U.S." is "us"), letters of
 * another script that look like those of the word's become these (alike.h). */
size_t stm_text__fold(stm_str word, char *out);

/* How much of `word` is folded: whole characters. */
size_t stm_text__cut(stm_str word);

/* The same without the table: the definition. */
size_t stm_text__fold_slow(stm_str word, char *out);

#endif
