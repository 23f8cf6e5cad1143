/* Days of the week that a text names, and what they say of its own day. */
#ifndef STM_RELATE_MENTION_H
#define STM_RELATE_MENTION_H

#include "relate/case.h"

typedef struct stm_mention {
    uint32_t token;
    stm_span quote;   /* the words that say it */
    uint8_t day;      /* 0 Sunday .. 6 Saturday */
    uint8_t from, to; /* hours of that day, [0, 24) when not stated */
    bool ahead;       /* announced, not yet over */
} stm_mention;

typedef STM_VEC(stm_mention) stm_mentions;

/* Days named in `t`, in order; "last Friday" and "every Monday" are left out.
 * False when out of memory. The caller frees with stm_vec_free. */
bool stm_relate__mentions(stm_mentions *out, const stm_text *t,
                          const stm_lexicon *lex);

#endif
