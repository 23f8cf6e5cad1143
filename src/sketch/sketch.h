/* What a text is known by: a few hundred keys, some of which any text that
 * comes from the same source has too. */
#ifndef STM_SKETCH_SKETCH_H
#define STM_SKETCH_SKETCH_H

#include <stemma/text.h>

/* How much a shared key says. */
typedef enum stm_key_kind {
    STM_KEY_RUN,   /* a run of words: alone enough to look closer */
    STM_KEY_NAMES, /* two names or numbers in their order: the same */
    STM_KEY_STEM,  /* a rare stem: several together are enough */
    STM_KEY_KINDS
} stm_key_kind;

/* The two lowest bits of a key are its kind. */
static inline stm_key_kind stm_key__kind(uint64_t key)
{
    return (stm_key_kind)(key & 3);
}

/* Owned by itself; read-only. */
typedef struct stm_sketch {
    const uint64_t *keys; /* ascending, distinct */
    size_t count;
    const uint32_t *at; /* [count] the first token of the key's first place */
} stm_sketch;

/* The sketch of a text whose lexicon is complete. Thread-safe. STM_ENOMEM. */
stm_status stm_sketch__make(stm_sketch **out, const stm_text *t,
                            const stm_lexicon *lex, stm_error *err);
void stm_sketch__free(stm_sketch *s);

#endif
