/* A thesaurus from bytes. */
#ifndef STM_TEXT_THESAURUS_H
#define STM_TEXT_THESAURUS_H

#include <stemma/text.h>

/* stm_thesaurus_open of the bytes of a file that is called `name`. */
stm_status stm_text__thesaurus_read(stm_thesaurus **out, stm_str bytes,
                                    const char *name, const char *language,
                                    stm_error *err);

#endif
