/* Do two texts speak of one thing, whether or not one copies the other? */
#ifndef STM_RELATE_TOPIC_H
#define STM_RELATE_TOPIC_H

#include "relate/case.h"

/* Fills c->f.topic. Only the pair counts, not what else is in the job: two
 * texts stay related whoever else is asked about. False when out of memory. */
bool stm_relate__topic(stm_case *c);

#endif
