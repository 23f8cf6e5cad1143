/* One job under way: what the steps of this room hand to each other. */
#ifndef STM_DEDUP_JOB_H
#define STM_DEDUP_JOB_H

#include "base/pool.h"
#include "dedup/compare.h"
#include "dedup/corpus.h"
#include "dedup/frequent.h"
#include "dedup/part.h"
#include "dedup/state.h"

/* How a document came to its place. */
typedef enum stm_fate {
    STM_FATE_KEPT,
    STM_FATE_EXACT,
    STM_FATE_NEAR,
    STM_FATE_CONTAINED
} stm_fate;

typedef struct stm_dedup_job {
    stm_dedup_opts opts;
    stm_pool *pool;
    stm_corpus corpus;
    stm_state state;
    stm_place place; /* where to go on reading */
    stm_part_opts reading;
    stm_part_room *rooms; /* [threads] */
    stm_dedup_summary *sum;
    bool archive;     /* the documents kept go to a web archive */
    uint32_t *words;  /* [documents] */
    uint32_t *parent; /* [documents] those that belong together, as sets */
    uint32_t *kept;   /* [documents] the one that is kept in its place */
    uint8_t *fate;    /* [documents] stm_fate */
    stm_frequent frequent;
} stm_dedup_job;

/* The steps, in order. */
stm_status stm_dedup__scan(stm_dedup_job *j, const char *const *paths,
                           size_t count, stm_error *err);
/* Counts ids that come again. */
stm_status stm_dedup__ids(stm_dedup_job *j, stm_error *err);
stm_status stm_dedup__exact(stm_dedup_job *j, stm_error *err);
stm_status stm_dedup__forecast(stm_dedup_job *j, const char *const *paths,
                               size_t count, stm_error *err);
stm_status stm_dedup__near(stm_dedup_job *j, stm_error *err);
stm_status stm_dedup__contained(stm_dedup_job *j, stm_error *err);
stm_status stm_dedup__choose(stm_dedup_job *j, stm_error *err);
stm_status stm_dedup__write(stm_dedup_job *j, const stm_dedup_out *to,
                            stm_error *err);
/* In the place of all steps behind the scan: cuts passages, and writes. */
stm_status stm_dedup__cut(stm_dedup_job *j, const stm_dedup_out *to,
                          stm_error *err);

/* Says how far the stage is; STM_ECANCEL when the caller wants no more. */
stm_status stm_dedup__tell(stm_dedup_job *j, const char *stage, uint64_t done,
                           uint64_t all, stm_error *err);
/* Whether `b`, which comes later, is to be kept rather than `a`. */
stm_status stm_dedup__better(bool *out, const stm_dedup_job *j, uint32_t a,
                             uint32_t b, stm_error *err);
/* Says in which folder the job could not write, and why. */
stm_status stm_dedup__on_disk(const stm_dedup_job *j, stm_status rc,
                              const stm_error *why, stm_error *err);
/* Moves the corpus to the disk where memory would not do. */
stm_status stm_dedup__keep_small(stm_dedup_job *j, stm_error *err);
/* Bytes that a line may have. */
uint64_t stm_dedup__longest(const stm_dedup_job *j);
/* Bytes of captures that may wait for each other. */
size_t stm_dedup__waiting(const stm_dedup_job *j);
/* Bytes that a step may take beside what is there. */
uint64_t stm_dedup__room(const stm_dedup_job *j);
/* Memory that a job of so many documents, with so many bytes of records, will
 * take. */
uint64_t stm_dedup__likely(const stm_dedup_job *j, uint64_t documents,
                           uint64_t records);
/* STM_ELIMIT where the documents are too many for the memory allowed. */
stm_status stm_dedup__check_room(const stm_dedup_job *j, stm_error *err);
/* The words of a document, read again. */
stm_status stm_dedup__words(const stm_dedup_job *j, stm_part_room *room,
                            uint32_t doc, stm_error *err);
/* How alike the texts of two documents are, read again by a worker; `furniture`
 * may be NULL. */
stm_status stm_dedup__alike(stm_alike *out, const stm_dedup_job *j,
                            stm_compare *c, unsigned worker, uint32_t a,
                            uint32_t b, const stm_frequent *furniture,
                            stm_error *err);

#endif
