/* What was changed from a version to the next, sentence by sentence. */
#ifndef STM_EDITION_CHANGES_H
#define STM_EDITION_CHANGES_H

#include "edition/bench.h"

/* Fills the alterations of `out`: from node `u` to its copy `v`, both local.
 * False when out of memory. */
bool stm_edition__changes(const stm_edition__bench *b, uint32_t u, uint32_t v,
                          stm_stage *out);

#endif
