/* The table of evidence: each kind is a file, a function and a row.
 *
 * A kind looks at the pair and says what it sees, with a weight in nats: for a
 * direction, the log-odds of that direction against the opposite one; for
 * siblings, against both directions; for STM_UNKNOWN, of the relation. */
#ifndef STM_RELATE_EVIDENCE_H
#define STM_RELATE_EVIDENCE_H

#include "relate/case.h"

typedef void stm_evidence_look(stm_case *c, double weight);

typedef struct stm_evidence_kind {
    const char *name;
    stm_evidence_look *look;
    double weight; /* nats of the sign at its clearest */
    uint32_t on;   /* bit (1 << kind) of each relation it is asked about */
    uint32_t bare; /* the same where neither page states a fact of itself */
} stm_evidence_kind;

/* Asks every kind that speaks of c->kind; false when out of memory. */
bool stm_relate__gather(stm_case *c);

/* For the kinds: adds a finding. A weight of next to nothing is not worth a
 * sentence and is left out; text without bytes is "out of memory". */
void stm_relate__say(stm_case *c, stm_direction says, double weight,
                     stm_str text);

/* states.c: which of two bare states is the later, by all that editors do */
stm_evidence_look stm_relate__states;
stm_evidence_look stm_relate__shape;     /* shape.c: why this relation */
stm_evidence_look stm_relate__dates;     /* dates.c */
stm_evidence_look stm_relate__byline;    /* byline.c */
stm_evidence_look stm_relate__clock;     /* clock.c */
stm_evidence_look stm_relate__tense;     /* tense.c */
stm_evidence_look stm_relate__years;     /* years.c */
stm_evidence_look stm_relate__growth;    /* growth.c */
stm_evidence_look stm_relate__inserts;   /* inserts.c */
stm_evidence_look stm_relate__omissions; /* omissions.c */
stm_evidence_look stm_relate__singular;  /* singular.c */
stm_evidence_look stm_relate__cut;       /* cut.c */
stm_evidence_look stm_relate__spun;      /* spun.c */
stm_evidence_look stm_relate__marks;     /* marks.c */
stm_evidence_look stm_relate__readings;  /* readings.c */
stm_evidence_look stm_relate__hiding;    /* hiding.c */
stm_evidence_look stm_relate__noise;     /* noise.c */
stm_evidence_look stm_relate__carried;   /* carried.c: what was not reworded */

#endif
