/* Some lines of the input on their way to documents, by one worker. */
#ifndef STM_DEDUP_PART_H
#define STM_DEDUP_PART_H

#include <stdatomic.h>

#include <stemma/text.h>

#include "dedup/corpus.h"

/* A line that is no document. */
typedef struct stm_part_note {
    uint64_t line; /* of the part, from 0 */
    uint64_t at;   /* byte of the part */
    const char *reason;
} stm_part_note;

/* A document with what the corpus will have of it. `raw_at` counts in the part,
 * ids and sources are slices of it. */
typedef struct stm_part_doc {
    stm_doc doc;
    uint64_t line;
    stm_str id, source; /* as JSON has them; or absent */
} stm_part_doc;

/* What a reading needs to know of its job. */
typedef struct stm_part_opts {
    stm_str text_field;
    bool prints; /* make what contained documents are found by */
    bool bare;   /* only find out where the documents are */
} stm_part_opts;

/* A worker's own; start with {0}. */
typedef struct stm_part_room {
    char *text, *raw;
    size_t text_room, raw_room;
    stm_hashes words;
    STM_VEC(uint32_t) keys; /* of their runs */
} stm_part_room;

/* Start with {0}; used for one stretch of lines after the other. */
typedef struct stm_part {
    stm_str lines; /* borrowed; STM_CAPTURE_SLACK bytes behind are readable */
    atomic_bool read; /* by a worker, for the thread that adds it */
    uint64_t line_count;
    STM_VEC(stm_part_doc) docs;
    STM_VEC(stm_minhash) sketches;
    STM_VEC(stm_edges) edges;
    STM_VEC(uint32_t) prints;
    STM_VEC(stm_part_note) notes;
} stm_part;

/* Reads the part's lines. Documents damaged in their UTF-8 are read as if they
 * were repaired. STM_ENOMEM, STM_ELIMIT. */
stm_status stm_part__read(stm_part *p, const stm_part_opts *opts,
                          stm_part_room *room, stm_error *err);
void stm_part__free(stm_part *p);
void stm_part__room_free(stm_part_room *room);
/* The words of one line's text, into room->words; none where it has no text. */
stm_status stm_part__words(stm_part_room *room, stm_str line,
                           stm_str text_field, stm_error *err);

#endif
