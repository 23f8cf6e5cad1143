/* Differing places inside passages: which are one word put for another. */
#ifndef STM_RELATE_WORDING_H
#define STM_RELATE_WORDING_H

#include "relate/case.h"

/* A word or phrase stands for another of much the same length, and neither is
 * a number, a name or a spelling of the other. */
bool stm_relate__replaces(const stm_case *c, const stm_change *h);
/* One word on either side, in two spellings or two forms. */
bool stm_relate__is_spelling(const stm_case *c, const stm_change *h);
/* Fills what the differing places tell: `changes`, `changed`, `events`,
 * `small`, `replacements`, `replaced`, `replaced_odds`, `scribal`, and `added`
 * and `additions` of both sides. */
void stm_relate__wording(stm_case *c);

#endif
