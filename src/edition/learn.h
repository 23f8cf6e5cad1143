/* What one spinner put for what, where other texts have kept it. */
#ifndef STM_EDITION_LEARN_H
#define STM_EDITION_LEARN_H

#include "edition/bench.h"
#include "edition/lessons.h"

/* Learns from spun column `v`, then settles. False when out of memory. */
bool stm_edition__learn(const stm_edition__bench *b, uint32_t v,
                        stm_edition__lessons *out);
stm_edition__kind stm_edition__kind_of(const stm_text *t, uint32_t token);

#endif
