/* What spinners replaced, put back. */
#ifndef STM_EDITION_RESTORE_H
#define STM_EDITION_RESTORE_H

#include "edition/bench.h"
#include "edition/school.h"

/* Enrols the spinners of a family. False when out of memory. */
bool stm_edition__teach(const stm_edition__bench *b,
                        stm_edition__school *school);
/* Fills `restored`, with what is taught at the school. */
bool stm_edition__restore(stm_edition__bench *b,
                          const stm_edition__school *school);

#endif
