/* What a relation means, as a sentence for a person. */
#ifndef STM_REPORT_SAY_H
#define STM_REPORT_SAY_H

#include <stemma/relate.h>

#include "base/buf.h"

/* A sentence with the places of the two captures marked: "%a" and "%b". Static.
 * "%b is a later revision of %a" */
const char *stm_say__relation(const stm_relation *r);
/* "93 % of %a and 31 % of %b in common": what of both is shared; empty where
 * nothing is. Fits in 80 bytes. */
void stm_say__share(const stm_relation *r, char *buf, size_t size);
/* "%a is cut short", or NULL where nothing was cut out. Static. */
const char *stm_say__cut(const stm_relation *r);

/* One part of such a sentence. */
typedef struct stm_said {
    stm_str text;
    bool is_capture; /* then: */
    bool is_b;
} stm_said;
/* Takes the next part off `*sentence`; false at its end. */
bool stm_say__next(const char **sentence, stm_said *part);

/* The same for a sentence of evidence, which calls the captures "a" and "b";
 * what it quotes is left alone. */
typedef struct stm_say_evidence {
    stm_str text;
    size_t at;
} stm_say_evidence;
bool stm_say__next_evidence(stm_say_evidence *e, stm_said *part);

/* 0..1 as whole percents; 100 only for what is whole, 0 only for nothing. */
int stm_say__percent(double share);

#endif
