/* The words of text that is more than plain ASCII: the rules of the one
 * tokeniser, character by character. */
#ifndef STM_TEXT_MIXED_H
#define STM_TEXT_MIXED_H

#include <stemma/text.h>

#include "text/fold.h"

enum {
    STM_WORD_BATCH_MOST = 1024,
    /* Room for the foldings of a batch of words. */
    STM_WORD_BATCH_BYTES = 4096 + STM_TEXT_FOLD_MAX,
    /* What may be read behind them. */
    STM_WORD_BATCH_PAD = 16
};

/* Words as they were read. */
typedef struct stm_word_batch {
    size_t count;
    size_t used;              /* of `bytes` */
    bool with_at, with_flags; /* are wanted */
    bool cut;     /* the last word was too long: even a mark goes on with it */
    bool damaged; /* the text is not UTF-8 where reading stopped */
    uint16_t from[STM_WORD_BATCH_MOST]; /* folded, in `bytes` */
    uint16_t to[STM_WORD_BATCH_MOST];
    stm_range at[STM_WORD_BATCH_MOST]; /* as they stand, in the text */
    uint8_t flags[STM_WORD_BATCH_MOST];
    char bytes[STM_WORD_BATCH_BYTES + STM_WORD_BATCH_PAD];
} stm_word_batch;

static inline bool stm_text__is_full(const stm_word_batch *b)
{
    return b->count == STM_WORD_BATCH_MOST ||
           b->used > STM_WORD_BATCH_BYTES - STM_TEXT_FOLD_MAX;
}

/* Adds the words of `text` from byte `at` on, where no word has begun, up to
 * the first ASCII character between words that never joins any, to byte `stop`,
 * where a word begins, to the end of the text or of the batch, or to a damaged
 * character; returns where that is. */
size_t stm_text__read_mixed(stm_word_batch *b, stm_str text, size_t at,
                            size_t stop);

#endif
