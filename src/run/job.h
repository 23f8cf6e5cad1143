/* One job under way: what the steps of src/run hand to each other. */
#ifndef STM_RUN_JOB_H
#define STM_RUN_JOB_H

#include <stemma/run.h>

#include "base/pool.h"
#include "base/vec.h"
#include "index/pairs.h"
#include "run/document.h"

typedef struct stm_job {
    stm_run_opts opts;
    stm_pool *pool;
    stm_lexicon *lex;
    stm_thesaurus *thesaurus;        /* or NULL */
    STM_VEC(stm_capture *) captures; /* in order of the ids */
    stm_html_reader **readers;       /* [threads of the pool] or NULL each */
    stm_text_maker **makers;         /* the same */
    stm_aligner **aligners;          /* the same */
    stm_judge **judges;              /* the same */
    size_t skipped, cut;
    char reason[256];       /* why the first input left out was left out */
    uint64_t planned;       /* bytes of memory that the job will take, so far */
    const char *stage;      /* for the progress callback */
    stm_witness *witnesses; /* [captures.count] */
    stm_gist **gists;       /* [captures.count] or NULL; see compare.c */
    stm_relation **relations; /* [relation_count] by (a, b) */
    size_t relation_count;
    size_t pairs_cut;
} stm_job;

/* Takes over the caller's options and starts the pool. */
stm_status stm_job__start(stm_job *job, const stm_run_opts *opts,
                          stm_error *err);
void stm_job__free(stm_job *job);
/* Moves what the job found into a result. */
stm_status stm_job__finish(stm_result **out, stm_job *job, stm_tree *tree,
                           stm_error *err);

/* Hands every capture under the paths to `take`, as stm_capture_walk does, and
 * counts and names what is left out. */
stm_status stm_job__walk(stm_job *job, const char *const *paths, size_t count,
                         stm_status (*take)(void *user, stm_capture *c,
                                            stm_error *err),
                         void *user, stm_error *err);
/* Counts and names an input that was left out, or a page that was cut. */
void stm_job__skip(stm_job *job, const stm_skip *what);
void stm_job__cut(stm_job *job, const stm_capture *c, const char *limit);
/* STM_EIO: there was nothing to do `what` with. */
stm_status stm_job__nothing(const stm_job *job, const char *what,
                            stm_error *err);

/* Plans for `bytes` of memory more; STM_ELIMIT where that is over the limit,
 * with `what` as the place where it went over. */
stm_status stm_job__plan(stm_job *job, uint64_t bytes, stm_str what,
                         stm_error *err);

/* Says how far the stage is; STM_ECANCEL when the caller wants no more. */
stm_status stm_job__tell(stm_job *job, const char *stage, uint64_t done,
                         uint64_t all, stm_error *err);
/* The same for a pool; `user` is the job. */
stm_pool_tick stm_job__tick;

/* read.c: all captures below the paths, ordered; the first one of a path. */
stm_status stm_job__read(stm_job *job, const char *const *paths, size_t count,
                         stm_error *err);
stm_status stm_job__read_one(stm_job *job, const char *path, stm_error *err);

/* witness.c: captures -> witnesses with page and text, and the lexicon. */
stm_status stm_job__witnesses(stm_job *job, stm_error *err);

/* compare.c: the pairs worth comparing; the relation of one, on a worker's
 * thread; those of all. */
void stm_job__free_gists(stm_job *job);
stm_status stm_job__pairs(stm_pairs *out, stm_job *job, stm_error *err);
stm_status stm_job__relate(stm_relation **out, const stm_job *job,
                           unsigned worker, const stm_witness *a,
                           const stm_witness *b, const stm_lexicon *lex,
                           stm_error *err);
stm_status stm_job__compare(stm_job *job, const stm_pairs *pairs,
                            stm_error *err);

#endif
