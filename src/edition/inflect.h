/* What was done to one form of a word, done to another: who learnt that
 * "conflict" stood for "war" reads "wars" for "conflicts". */
#ifndef STM_EDITION_INFLECT_H
#define STM_EDITION_INFLECT_H

#include <stemma/base.h>

enum { STM_EDITION_LONGEST = 48 /* bytes of a word that is inflected */ };

/* `seen` stood for `source`; the form of `source` that `met` stands for, where
 * `met` is another form of `seen`. In `room`, of STM_EDITION_LONGEST bytes;
 * absent where there is none that the model of the language knows. */
stm_str stm_edition__inflect(const char *language, stm_str seen, stm_str met,
                             stm_str source, char *room);

#endif
