/* Whether a spinner does to one form of a word what he does to another. */
#ifndef STM_EDITION_FORMS_H
#define STM_EDITION_FORMS_H

#include "edition/lessons.h"

/* How likely it is that he does, read off the words that he was met with in
 * several forms. `language` has a model. */
double stm_edition__regular(const stm_edition__lessons *own,
                            const stm_lexicon *lex, const char *language);

#endif
