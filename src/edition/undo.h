/* Which words of the source a spinner's words stand for, if any. */
#ifndef STM_EDITION_UNDO_H
#define STM_EDITION_UNDO_H

#include "edition/habit.h"
#include "edition/inflect.h"
#include "edition/school.h"

/* What is known of one spinner. */
typedef struct stm_edition__undoer {
    const stm_lexicon *lex;
    const stm_edition__lessons *own;   /* his */
    const stm_edition__school *school; /* of all, him among them, or empty */
    const char *language; /* he writes, where there is a model of it; or NULL */
    double regular; /* how likely he does to one form what he does to another */
    stm_edition__synonyms book; /* of the language, or empty */
    stm_edition__habit habit;
} stm_edition__undoer;

typedef struct stm_edition__guess {
    const stm_edition__swap *swap; /* NULL: the word was the author's, or `form`
                                      is meant */
    uint32_t words;                /* of the spun text that are meant */
    double sure;
    stm_str form; /* another form of the swap's source that is meant, or what
                     the thesaurus has, folded; else empty */
} stm_edition__guess;

/* For the words at `token` of the spun text `t`, at most `most` of them, behind
 * the author's word `before`, or nothing. `room` takes a form that stands
 * nowhere: STM_EDITION_LONGEST bytes. */
stm_edition__guess stm_edition__undo(const stm_edition__undoer *u,
                                     const stm_text *t, uint32_t token,
                                     uint32_t most, stm_str before, char *room);
/* The folded words of a swap's source, one after the other. */
stm_str stm_edition__source_word(const stm_lexicon *lex,
                                 const stm_edition__swap *s, uint32_t i);

#endif
