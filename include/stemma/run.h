/** The jobs: wires the stages for one task, with threads, limits, progress. */
#ifndef STEMMA_RUN_H
#define STEMMA_RUN_H

#include <stemma/edition.h>

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
    /** Called like `skip` for every page of which only a part was read because
     * it went over a limit; `what->reason` says which. May be NULL */
    void (*cut)(void *user, const stm_skip *what);
    const char *text_field; /**< see stm_capture_opts; NULL: the usual ones */
    bool edition;           /**< `stm_run_tree`: edit the families, too */
    unsigned alternatives;  /**< `stm_run_tree`: as many next best trees */
    unsigned samples; /**< `stm_run_tree`: trees drawn for the support of edges;
                           0: 100 of up to 64 captures, else none */
    const char *thesaurus; /**< file of a thesaurus (see stm_thesaurus_open),
                              its language in its name ("th_en_US_v2.dat");
                              NULL: none */
} stm_run_opts;
#define STM_RUN_OPTS_INIT                                                \
    {                                                                    \
        sizeof(stm_run_opts), 0, 0, false, NULL, NULL, NULL, NULL, NULL, \
            false, 0, 0, NULL                                            \
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
    size_t cut;           /**< pages read in part only */
    size_t pairs_cut;     /**< weakest pairs left uncompared: there were too
                               many to compare all (thousands of captures) */
    const stm_edition *edition;           /**< NULL unless it was asked for */
    const stm_alternatives *alternatives; /**< the same */
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

/** One capture as it is extracted. Everything is borrowed for the call. */
typedef struct stm_document {
    uint64_t id; /**< its number in the order of the walk, from 0 */
    const stm_capture *capture;
    const stm_html *html; /**< NULL for plain text */
    const stm_page *page;
    uint32_t words; /**< of its content */
    bool alone;     /**< the job has no other */
} stm_document;

/** Writes into `out` what is to be said of a document. Called on any thread, of
 * several documents at once. */
typedef stm_status stm_document_fn(const stm_document *d, const stm_sink *out,
                                   stm_error *err);

/** What a job that keeps nothing has done. */
typedef struct stm_tally {
    uint64_t done;    /**< documents, or pairs */
    uint64_t skipped; /**< inputs left out */
    uint64_t cut;     /**< pages read in part only */
} stm_tally;

/** The same for a diff of many: `r` is what `stm_run_diff` would give. */
typedef stm_status stm_diff_fn(const stm_result *r, const stm_sink *out,
                               stm_error *err);

/** Compares many pairs of the captures under `corpus`. `list` is a file with a
 * pair a line: two ids with a tab between them; a capture's id is its record's,
 * of a file its path, and of several with one id the first counts. A pair gives
 * what `stm_run_diff` gives, written by `write` and handed to `out` in order of
 * the list. Ids that the corpus has not are named and their pairs left out.
 * STM_EIO: a file is not readable, or what `out` returned; STM_EFORMAT: the
 * list is not one of pairs; STM_ELIMIT. */
STM_API stm_status stm_run_diffs(stm_tally *tally, const char *corpus,
                                 const char *list, const stm_run_opts *opts,
                                 stm_diff_fn *write, const stm_sink *out,
                                 stm_error *err);

/** Reads every capture under `paths`, has each written by `write`, and hands
 * the bytes to `out` in the order of the walk, on the calling thread: the same
 * bytes for any number of threads. Memory is bounded by the largest captures,
 * not by their number. STM_EIO: nothing readable, or what `out` returned;
 * STM_ELIMIT: over `max_memory`. `tally` tells how far it came in any case. */
STM_API stm_status stm_run_extract(stm_tally *tally, const char *const *paths,
                                   size_t count, const stm_run_opts *opts,
                                   stm_document_fn *write, const stm_sink *out,
                                   stm_error *err);

#ifdef __cplusplus
}
#endif
#endif
