/* All spinners of a job at one desk: what one was seen to do, others may have
 * done where nobody saw it. */
#ifndef STM_EDITION_SCHOOL_H
#define STM_EDITION_SCHOOL_H

#include "edition/lessons.h"
#include "edition/weights.h"

typedef struct stm_edition__school {
    stm_edition__lessons all;
    /* how likely a spinner puts for a wording what so many others put */
    double agree[STM_EDITION_AGREE + 1];
} stm_edition__school;

/* Adds the lessons of one spinner. False when out of memory. */
bool stm_edition__enrol(stm_edition__school *s, const stm_edition__lessons *l);
/* Once all are there. */
bool stm_edition__open_school(stm_edition__school *s);
void stm_edition__school_free(stm_edition__school *s);

/* How much it counts, in occurrences, that others put `swap.spun` for
 * `swap.source`, for a spinner who learnt `own`. */
double stm_edition__of_others(const stm_edition__school *s,
                              const stm_edition__lessons *own,
                              const stm_edition__swap *swap);
/* How often others left `spun` as it is. */
uint32_t stm_edition__kept_by_others(const stm_edition__school *s,
                                     const stm_edition__lessons *own,
                                     uint64_t spun);
/* How likely it is that `spun`, where a spinner wrote it, is a wording that he
 * would have kept, from what others did with it. */
double stm_edition__spared(const stm_edition__school *s, uint64_t spun);

#endif
