/* Where documents share passages, however little of them that is: a few of a
 * document's runs of eight words, chosen so that two documents with the same
 * passage choose the same runs of it. */
#ifndef STM_SKETCH_PRINTS_H
#define STM_SKETCH_PRINTS_H

#include <stemma/base.h>

enum {
    STM_PRINTS_RUN = 8,     /* words */
    STM_PRINTS_WINDOW = 12, /* of so many runs in a row one is chosen, so any
                               19 words in a row that two documents share have
                               a print, and one run of 6.5 is one */
};

/* A buffer that is used for one document after the other: start with {0}. */
typedef struct stm_prints {
    size_t count;
    uint64_t *key;  /* [count] of the run of words */
    uint32_t *word; /* [count] where it starts, ascending */
    size_t room, word_room;
} stm_prints;

/* The prints of the words with these hashes (`stm_hashes_scan`); replaces what
 * was in `out`. Fewer words than a run have none; fewer runs than a window have
 * one. STM_ENOMEM, STM_ELIMIT over 2^32 words; `out` is then empty. */
stm_status stm_prints__make(stm_prints *out, const uint64_t *hash, size_t count,
                            stm_error *err);
void stm_prints__free(stm_prints *p);

#endif
