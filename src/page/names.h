/* Names of persons and agencies, as bylines list them. */
#ifndef STM_PAGE_NAMES_H
#define STM_PAGE_NAMES_H

#include "page/atoms.h"

/* Reads "A B, C D and E F" from atom `from` on, not beyond `to`: fills `out`
 * with the names' atoms and `end` with the atom behind the last. Titles and
 * places behind a comma ("Senior Editor", "Berlin") are left out. Returns the
 * number of names, at most `most`. */
unsigned stm_page__names(stm_span *out, unsigned most, uint32_t *end,
                         const stm_atoms *a, uint32_t from, uint32_t to);

/* Whether atoms [from, to) are one name of two to four parts and nothing
 * else. */
bool stm_page__is_name(const stm_atoms *a, uint32_t from, uint32_t to);

#endif
