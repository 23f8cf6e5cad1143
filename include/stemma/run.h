/** The jobs: wires the stages for one task, with threads, limits, progress. */
#ifndef STEMMA_RUN_H
#define STEMMA_RUN_H

#include <stemma/tree.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct stm_run_opts {
    size_t struct_size;
    unsigned threads;    /**< 0: as many as the machine has */
    uint64_t max_memory; /**< bytes the job may plan for; 0: no bound */
    bool as_is;          /**< the whole text is content */
    /** Called for every input left out, from the calling thread. May be NULL */
    void (*skip)(void *user, const stm_skip *what);
    /** Called now and then from the calling thread with work done of all work
     * in the stage named (static string). Returning false ends the job with
     * STM_ECANCEL. May be NULL */
    bool (*progress)(void *user, const char *stage, uint64_t done,
                     uint64_t all);
    void *user;
} stm_run_opts;
#define STM_RUN_OPTS_INIT                                   \
    {                                                       \
        sizeof(stm_run_opts), 0, 0, false, NULL, NULL, NULL \
    }

/** All that a job found. Read-only; owns everything it shows. */
typedef struct stm_result {
    const stm_witness *witnesses; /**< ids in order of source and record names,
                                       compared byte by byte */
    size_t witness_count;
    const stm_relation *const *relations; /**< by (a, b), without unrelated
                                               pairs but for `stm_run_diff` */
    size_t relation_count;
    const stm_tree *tree; /**< NULL for `stm_run_diff` */
    size_t skipped;       /**< inputs left out */
    size_t pairs_cut;     /**< weakest pairs left uncompared: there were too
                               many to compare all (thousands of captures) */
} stm_result;

/** The family tree of all captures under `paths`. The result does not depend on
 * the order of paths or on the number of threads. STM_EIO: nothing readable;
 * STM_ELIMIT: over `max_memory`. */
STM_API stm_status stm_run_tree(stm_result **out, const char *const *paths,
                                size_t count, const stm_run_opts *opts,
                                stm_error *err);

/** Two captures, each the first of its path; witness 0 is `a`, 1 is `b`. */
STM_API stm_status stm_run_diff(stm_result **out, const char *a, const char *b,
                                const stm_run_opts *opts, stm_error *err);
STM_API void stm_result_free(stm_result *r);

#ifdef __cplusplus
}
#endif
#endif
