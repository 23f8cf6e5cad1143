/* Reading one text in the light of the other. */
#ifndef STM_ALIGN_REREAD_H
#define STM_ALIGN_REREAD_H

#include "align/pair.h"

/* Takes words that only one text has for the word of the other that they are a
 * misreading of, if there is one: the pair's texts become copies in which both
 * are one word. All else that was found so far is forgotten. False when out of
 * memory. */
bool stm_align__reread(stm_pair *p);
/* Gives the pair its own texts back; what is not the same word there is kept no
 * longer. */
void stm_align__unread(stm_pair *p, stm_passage *strands, size_t count);

#endif
