/* A text before the lexicon has seen it: each distinct word once, with its
 * stem, so that stemming and interning cost one step a distinct word. */
#ifndef STM_TEXT_TOKEN_H
#define STM_TEXT_TOKEN_H

#include <stemma/text.h>

#include "base/arena.h"
#include "base/vec.h"

typedef struct stm_distinct {
    uint64_t word_hash, stem_hash;
    stm_str word, stem;        /* folded; in the text's `names` */
    uint32_t word_id, stem_id; /* of the lexicon, while it is added */
    uint32_t count;            /* the same */
} stm_distinct;

typedef struct stm_text_own {
    stm_text text; /* first: the public face is the object */
    stm_arena mem, names;
    /* Until the text is added to a lexicon text.word[i] is an index of these;
     * afterwards they are gone. */
    STM_VEC(stm_distinct) distinct;
    uint64_t language; /* bit of the table of function words, 0 for none */
    bool added;
} stm_text_own;

#endif
