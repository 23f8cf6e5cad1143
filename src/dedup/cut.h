/* Cutting passages that occurred before, instead of whole documents. */
#ifndef STM_DEDUP_CUT_H
#define STM_DEDUP_CUT_H

#include "dedup/cut_filter.h"
#include "dedup/cut_passages.h"
#include "dedup/cut_windows.h"
#include "dedup/job.h"

/* Some documents in a row, for one worker. */
typedef struct stm_cut_chunk {
    uint32_t from, to;
    uint64_t bytes; /* of their lines */
} stm_cut_chunk;

/* A worker's own; starts with zeros. */
typedef struct stm_cut_worker {
    stm_cut_text text;
    stm_cut_windows windows;
    stm_cut_passages passages;
} stm_cut_worker;

/* A job of cutting under way. */
typedef struct stm_cutting {
    stm_dedup_job *job;
    uint32_t least;          /* bytes of a passage */
    stm_cut_worker *workers; /* [threads] */
    STM_VEC(stm_cut_chunk) batch;
    stm_cut_filter *filter;
    stm_cut_places places;
} stm_cutting;

/* Works on all documents, in batches: `item` on each chunk of a batch, by any
 * worker; `done` then with the whole batch, in order; it may be NULL. */
typedef struct stm_cut_pass {
    const char *stage;
    stm_pool_item *item;
    stm_status (*start)(void *user, stm_error *err); /* a batch; may be NULL */
    stm_status (*done)(void *user, stm_error *err);
    void *user;
} stm_cut_pass;
stm_status stm_cut__pass(stm_cutting *c, const stm_cut_pass *p, stm_error *err);

/* The steps: what occurred before, by keys or by the order of all words; and
 * the texts without it. */
stm_status stm_cut__find(stm_cutting *c, stm_error *err);
stm_status stm_cut__find_exactly(stm_cutting *c, stm_error *err);
stm_status stm_cut__write(stm_cutting *c, const stm_dedup_out *to,
                          stm_error *err);

#endif
