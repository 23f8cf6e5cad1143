/* The inside of a lexicon: lexicon.c fills it, lexicon_ask.c is asked. */
#ifndef STM_TEXT_LEXICON_H
#define STM_TEXT_LEXICON_H

#include <stemma/text.h>

#include "base/arena.h"
#include "base/vec.h"
#include "text/shingles.h"
#include "text/tongue.h"

typedef struct stm_lexicon_entry {
    uint64_t cf;
    stm_str word;
    uint32_t df;
    uint32_t last_text; /* the text that counted last, from 1 */
    uint32_t stem;      /* id of its stem, in the language it had last */
    uint32_t tongue;    /* that language + 1; 0: not asked for yet */
    uint32_t own_text;  /* the text that had it as a stem last, from 1 */
    uint32_t own_stem;  /* its number there */
    bool formula;
} stm_lexicon_entry;

struct stm_lexicon {
    const stm_lexicon *whole; /* of which this is the part of two texts */
    const stm_text *part[2];
    uint64_t languages; /* theirs */
    STM_VEC(stm_lexicon_entry) entries;
    /* by id, too; what is asked of every token stands close together */
    STM_VEC(uint64_t) hash;
    STM_VEC(uint64_t) tongues; /* it is a function word of, one bit each */
    STM_VEC(bool) function;
    STM_VEC(uint16_t) hint; /* the end of the hash, and STM_LEXICON_TONGUE */
    uint32_t *slot;         /* an index of entries + 1 */
    size_t size;            /* of slot; a power of two */
    uint32_t texts;
    stm_tongues met;
    stm_arena names;
    stm_shingles shingles;
};

/* A function word of any language. Hints of a hundred thousand words fit a
 * cache that their hashes do not fit, and most questions end with them. */
enum { STM_LEXICON_TONGUE = 1 << STM_LEXICON_HINT_BITS };

#endif
