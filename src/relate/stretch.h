/* The words that no passage covers, and which of them a cut explains. */
#ifndef STM_RELATE_STRETCH_H
#define STM_RELATE_STRETCH_H

#include "relate/case.h"

/* Fills `order`, `stretch`, `covered`, `head` and `tail` of a side. */
bool stm_relate__stretches(stm_case *c, int side);
/* Fills `cut`, `beyond` and `own` of both sides; stretches must be there. */
void stm_relate__cuts(stm_case *c);

static inline stm_span stm_relate__place(const stm_passage *p, int side)
{
    return side ? p->b : p->a;
}

static inline uint32_t stm_span_len(stm_span s) { return s.to - s.from; }

#endif
