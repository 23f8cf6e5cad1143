/* The words that tell a text's topic, once a text; see <stemma/relate.h>. */
#ifndef STM_RELATE_GIST_H
#define STM_RELATE_GIST_H

#include "relate/case.h"

/* The topic of two texts as topic.c has it. Thread-safe. */
void stm_gist__compare(stm_topic *out, const stm_gist *a, const stm_gist *b);

#endif
