/* A document read again, for its passages to be cut. */
#ifndef STM_DEDUP_CUT_TEXT_H
#define STM_DEDUP_CUT_TEXT_H

#include <stemma/text.h>

#include "base/file.h"
#include "dedup/corpus.h"

/* Start with {0}; used for one document after the other. */
typedef struct stm_cut_text {
    stm_doc doc;
    stm_str line;     /* with its end */
    stm_str value;    /* the text in the line, between its quotes */
    stm_str text;     /* valid UTF-8 */
    stm_hashes words; /* of the text, where they were asked for */
    char *raw, *room;
    size_t raw_room, room_room;
    stm_bytes whole; /* what a damaged text became */
} stm_cut_text;

/* Reads document `doc`; one that is too long to be compared has an empty text.
 */
stm_status stm_cut_text__read(stm_cut_text *t, const stm_corpus *c,
                              stm_str text_field, uint32_t doc, stm_error *err);
/* Finds its words; the pieces that an overlong one comes in are one. */
stm_status stm_cut_text__scan(stm_cut_text *t, stm_error *err);
void stm_cut_text__free(stm_cut_text *t);

#endif
