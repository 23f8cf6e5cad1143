/* Words that make a claim weaker or stronger, and what that does to a sentence
 * that was changed. */
#ifndef STM_EDITION_CLAIMS_H
#define STM_EDITION_CLAIMS_H

#include "edition/wording.h"

/* A word that one of two sentences has and the other has not. */
typedef struct stm_edition__odd {
    const stm_text *text;
    uint32_t token;
    uint32_t beside; /* lexicon id of the word behind it where both have that,
                        or STM_NO_TOKEN */
} stm_edition__odd;
typedef STM_VEC(stm_edition__odd) stm_edition__odds;

/* What became of the claim: softened, hardened, or merely reworded; the reason
 * goes to `says`. False when out of memory. */
bool stm_edition__weigh(stm_alteration_kind *out, stm_edition__chars *says,
                        const stm_edition__odds *gone,
                        const stm_edition__odds *come, const char *language,
                        const stm_lexicon *lex);

#endif
