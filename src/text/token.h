/* A text before the lexicon has seen it: each distinct word once, so that
 * interning costs one step a distinct word. */
#ifndef STM_TEXT_TOKEN_H
#define STM_TEXT_TOKEN_H

#include <stemma/text.h>

#include "base/arena.h"

typedef struct stm_distinct {
    uint64_t hash;
    uint32_t first; /* the token where it stands first */
    uint32_t count; /* how often, once it is added */
    /* while it is added: */
    uint32_t word_id, stem_id; /* of the lexicon */
    uint32_t own_stem;         /* of the text */
    uint8_t flags;             /* what it adds to those of its tokens */
} stm_distinct;

typedef struct stm_text_own {
    stm_text text; /* first: the public face is the object */
    stm_arena mem;
    /* Until the text is added to a lexicon text.word[i] is an index of these;
     * afterwards they are gone. */
    stm_distinct *distinct;
    uint32_t distinct_count;
    uint64_t language; /* bit of the table of function words, 0 for none */
    bool added;
} stm_text_own;

#endif
