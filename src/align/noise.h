/* Places that differ although nobody changed a word there. */
#ifndef STM_ALIGN_NOISE_H
#define STM_ALIGN_NOISE_H

#include "align/pair.h"

typedef STM_VEC(stm_change) stm_changes;

/* Tells noise from changes: a place where words differ is divided into what is
 * a word misread, cut or run together and what is a change. `first` are the
 * places where the changes of each of `passages` begin, and one behind the
 * last. Letters count as misread only where the pair has many such places.
 * False when out of memory. */
bool stm_align__noise(stm_pair *p, stm_changes *all, size_t *first,
                      size_t passages);

#endif
