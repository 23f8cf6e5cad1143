/* What is known of the documents of a job, some 300 bytes each, in the order in
 * which they came. Their texts stay where they are. */
#ifndef STM_DEDUP_CORPUS_H
#define STM_DEDUP_CORPUS_H

#include <stemma/dedup.h>

#include "base/vec.h"
#include "dedup/runs.h"
#include "dedup/store.h"
#include "sketch/exact.h"
#include "sketch/minhash.h"

#define STM_DOC_NO_DATE INT64_MAX
/* A longer id is not one: the line is named by its number then. */
enum { STM_DOC_LONGEST_ID = 512 };

typedef struct stm_doc {
    stm_exact same;   /* equal where the words are, in order */
    uint64_t bag;     /* equal where the words are, in any order */
    uint64_t raw_at;  /* its record in the input's bytes */
    uint64_t raw_len; /* with the end of its line */
    uint64_t id_at;   /* in the ids, as JSON has it */
    int64_t date;     /* seconds since 1970, or STM_DOC_NO_DATE */
    uint32_t id_len;
    uint32_t words;
    uint32_t input, source; /* rows of the corpus */
    uint32_t unread;        /* 1: kept without being compared */
    uint32_t prints;        /* how many it has */
} stm_doc;

/* Where the bytes of an input are. */
typedef struct stm_doc_input {
    char *path;         /* as given or walked to; malloc'd */
    stm_disk disk;      /* closed: its bytes are in the spool */
    stm_disk_mark mark; /* of the file, where it is open */
} stm_doc_input;

enum {
    STM_DOCS,     /* stm_doc */
    STM_SKETCHES, /* stm_minhash */
    STM_EDGES,    /* stm_edges */
    STM_PRINTS,   /* uint32_t, of one document after the other */
    STM_IDS,
    STM_NAMES, /* of inputs and sources, as they came up */
    STM_SPOOL, /* inputs that cannot be read a second time */
    STM_CORPUS_STORES
};

/* What stands before a name in the store of names. */
enum { STM_NAME_INPUT = 'i', STM_NAME_SOURCE = 's', STM_LONGEST_NAME = 65536 };
typedef struct stm_name_head {
    uint32_t kind, len;
    stm_disk_mark mark; /* of an input that is a file */
} stm_name_head;

typedef struct stm_corpus {
    stm_store store[STM_CORPUS_STORES];
    uint32_t count;
    uint32_t earlier;        /* the first ones: of an earlier corpus */
    uint32_t earlier_inputs; /* the first ones: of other jobs */
    STM_VEC(stm_doc_input) inputs;
    STM_VEC(stm_dedup_source) sources;
} stm_corpus;

void stm_corpus__start(stm_corpus *c);
void stm_corpus__free(stm_corpus *c);
/* A new input: the file at `path`, or what is in the spool. */
stm_status stm_corpus__input(uint32_t *row, stm_corpus *c, stm_str path,
                             bool spooled, stm_error *err);
/* The row of the source, a new one where it has not been seen. */
stm_status stm_corpus__source(uint32_t *row, stm_corpus *c, stm_str name,
                              stm_error *err);
/* Puts the documents of another corpus behind; its own spool is copied. They
 * are counted with their sources unless they are `earlier`. */
stm_status stm_corpus__absorb(stm_corpus *c, const stm_corpus *other,
                              bool earlier, stm_error *err);
/* Of the document. `room` holds what is not in memory. */
stm_status stm_corpus__doc(stm_doc *out, const stm_corpus *c, uint32_t doc,
                           stm_error *err);
/* The same in a loop over the documents. */
stm_status stm_corpus__next_doc(stm_doc *out, stm_store_walk *w,
                                const stm_corpus *c, uint32_t doc,
                                stm_error *err);
stm_status stm_corpus__sketch(const stm_minhash **out, const stm_corpus *c,
                              uint32_t doc, stm_minhash *room, stm_error *err);
/* Has it brought near to the processor, if it is in memory. */
void stm_corpus__fetch_sketch(const stm_corpus *c, uint32_t doc);
stm_status stm_corpus__edges(const stm_edges **out, const stm_corpus *c,
                             uint32_t doc, stm_edges *room, stm_error *err);
void stm_corpus__fetch_edges(const stm_corpus *c, uint32_t doc);
/* `count` of them in a row. */
stm_status stm_corpus__sketches(const stm_minhash **out, const stm_corpus *c,
                                uint32_t first, size_t count, stm_minhash *room,
                                stm_error *err);
/* `len` bytes of an input from `at` on, into `to`. */
stm_status stm_corpus__raw(const stm_corpus *c, uint32_t input, uint64_t at,
                           void *to, size_t len, stm_error *err);

#endif
