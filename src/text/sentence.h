/* Where sentences, lines and paragraphs start. */
#ifndef STM_TEXT_SENTENCE_H
#define STM_TEXT_SENTENCE_H

#include <stemma/text.h>

/* Adds STM_WORD_SENTENCE, _LINE and _PARAGRAPH to `flags`, which are w->flags
 * while they can still be written. */
void stm_text__mark_sentences(const stm_words *w, uint8_t *flags);

/* The last two of these alone (line_ends.c). */
void stm_text__mark_lines(const stm_words *w, uint8_t *flags);

#endif
