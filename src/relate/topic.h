/* Do two texts speak of one thing, whether or not one copies the other? */
#ifndef STM_RELATE_TOPIC_H
#define STM_RELATE_TOPIC_H

#include "relate/case.h"

/* Fills c->f.topic. Only the pair counts, not what else is in the job: two
 * texts stay related whoever else is asked about. False when out of memory. */
bool stm_relate__topic(stm_case *c);

/* What gist.c does once a text, in the same way. */

/* The key of token `i`, its lowest bit the mark of a name, or false when it
 * stands for no topic. */
bool stm_topic__key(const stm_lexicon *lex, const stm_text *t, uint32_t i,
                    uint64_t *key);
/* What `count` tokens of one key weigh, and whether one of them is a name;
 * `marks`: their keys, one over the other. */
uint32_t stm_topic__weight(uint64_t marks, uint32_t count);
bool stm_topic__is_name(uint64_t marks);
/* Of a scalar product and the squares of both lengths. */
double stm_topic__cosine(double dot, double norm_a, double norm_b);
double stm_topic__odds(double cosine);

#endif
