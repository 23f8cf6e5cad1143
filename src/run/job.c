#include "run/job.h"

#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "run/plan.h"

/* "en" of ".../th_en_US_v2.dat"; "" where the name says nothing. */
static void language_of(const char *path, char out[3])
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    out[0] = '\0';
    if (strlen(name) > 5 && !strncmp(name, "th_", 3)) {
        memcpy(out, name + 3, 2);
        out[2] = '\0';
    }
}

static stm_status open_thesaurus(stm_job *job, stm_error *err)
{
    enum { BYTES_A_PAIR = 20 }; /* while it is read; 16 stay at most */
    char language[3];
    language_of(job->opts.thesaurus, language);
    stm_status rc =
        stm_thesaurus_open(&job->thesaurus, job->opts.thesaurus, language, err);
    if (rc == STM_OK)
        rc = stm_job__plan(
            job, BYTES_A_PAIR * (uint64_t)stm_thesaurus_size(job->thesaurus),
            stm_str_of(job->opts.thesaurus), err);
    return rc;
}

stm_status stm_job__start(stm_job *job, const stm_run_opts *opts,
                          stm_error *err)
{
    *job = (stm_job){
        .opts = STM_RUN_OPTS_INIT, .stage = "", .planned = stm_plan__start()};
    if (opts)
        memcpy(&job->opts, opts,
               opts->struct_size < sizeof *opts ? opts->struct_size
                                                : sizeof *opts);
    stm_status rc = stm_pool_new(&job->pool, job->opts.threads, err);
    if (rc != STM_OK)
        return rc;
    size_t workers = stm_pool_size(job->pool);
    job->readers = (stm_html_reader **)calloc(workers, sizeof(void *));
    job->makers = (stm_text_maker **)calloc(workers, sizeof(void *));
    job->aligners = (stm_aligner **)calloc(workers, sizeof(void *));
    job->judges = (stm_judge **)calloc(workers, sizeof(void *));
    if (!job->readers || !job->makers || !job->aligners || !job->judges)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                        "out of memory for the job");
    return job->opts.thesaurus ? open_thesaurus(job, err) : STM_OK;
}

static void free_parts(const stm_witness *w, size_t count)
{
    for (size_t i = 0; w && i < count; i++) {
        stm_text_free((stm_text *)w[i].text);
        stm_page_free((stm_page *)w[i].page);
        stm_html_free((stm_html *)w[i].html);
    }
}

static void free_tools(stm_job *job)
{
    unsigned workers = job->pool ? stm_pool_size(job->pool) : 0;
    for (unsigned i = 0; i < workers; i++) {
        if (job->readers)
            stm_html_reader_free(job->readers[i]);
        if (job->makers)
            stm_text_maker_free(job->makers[i]);
        if (job->aligners)
            stm_aligner_free(job->aligners[i]);
        if (job->judges)
            stm_judge_free(job->judges[i]);
    }
    free((void *)job->readers);
    free((void *)job->makers);
    free((void *)job->aligners);
    free((void *)job->judges);
}

void stm_job__free(stm_job *job)
{
    for (size_t i = 0; i < job->relation_count; i++)
        stm_relation_free(job->relations[i]);
    free(job->relations);
    stm_job__free_gists(job);
    free_parts(job->witnesses, job->captures.count);
    free(job->witnesses);
    for (size_t i = 0; i < job->captures.count; i++)
        stm_capture_free(job->captures.items[i]);
    stm_vec_free(&job->captures);
    stm_lexicon_free(job->lex);
    stm_thesaurus_free(job->thesaurus);
    free_tools(job);
    stm_pool_free(job->pool);
}

void stm_job__skip(stm_job *job, const stm_skip *what)
{
    job->skipped++;
    if (!*job->reason)
        snprintf(job->reason, sizeof job->reason, "%.*s: %s",
                 (int)what->source.len, what->source.ptr, what->reason);
    if (job->opts.skip)
        job->opts.skip(job->opts.user, what);
}

/* A walk under way. */
typedef struct walk {
    stm_job *job;
    stm_status (*take)(void *user, stm_capture *c, stm_error *err);
    void *user;
} walk;

static stm_status pass_on(void *user, stm_capture *c, stm_error *err)
{
    walk *w = user;
    return w->take(w->user, c, err);
}

static void note_skip(void *user, const stm_skip *what)
{
    walk *w = user;
    stm_job__skip(w->job, what);
}

stm_status stm_job__walk(stm_job *job, const char *const *paths, size_t count,
                         stm_status (*take)(void *user, stm_capture *c,
                                            stm_error *err),
                         void *user, stm_error *err)
{
    walk w = {job, take, user};
    stm_capture_opts opts = STM_CAPTURE_OPTS_INIT;
    stm_capture_sink sink = {pass_on, note_skip, &w};
    opts.text_field = stm_str_of(job->opts.text_field);
    return stm_capture_walk(paths, count, &opts, &sink, err);
}

void stm_job__cut(stm_job *job, const stm_capture *c, const char *limit)
{
    const stm_skip what = {c->source, c->record, STM_NO_OFFSET, limit};
    job->cut++;
    if (job->opts.cut)
        job->opts.cut(job->opts.user, &what);
}

stm_status stm_job__nothing(const stm_job *job, const char *what,
                            stm_error *err)
{
    return stm_fail(err, STM_EIO, STM_NO_OFFSET,
                    "nothing to %s: no text could be read%s%s", what,
                    *job->reason ? "; " : "", job->reason);
}

/* "37 KiB", "4 MiB": rounded up, so that a limit never seems to be met. */
static void as_size(char *buf, size_t size, uint64_t bytes)
{
    bool small = bytes < 1 << 20;
    uint64_t unit = small ? 1 << 10 : 1 << 20;
    unsigned long long units = (bytes + unit - 1) / unit;
    snprintf(buf, size, "%llu %s", units, small ? "KiB" : "MiB");
}

stm_status stm_job__plan(stm_job *job, uint64_t bytes, stm_str what,
                         stm_error *err)
{
    char needs[32], limit[32];
    job->planned += bytes;
    if (!job->opts.max_memory || job->planned <= job->opts.max_memory)
        return STM_OK;
    as_size(needs, sizeof needs, job->planned);
    as_size(limit, sizeof limit, job->opts.max_memory);
    return stm_fail(err, STM_ELIMIT, STM_NO_OFFSET,
                    "%.*s: the job up to here takes about %s of memory, over "
                    "the limit of %s; raise the limit or give fewer captures",
                    (int)what.len, what.ptr, needs, limit);
}

stm_status stm_job__tell(stm_job *job, const char *stage, uint64_t done,
                         uint64_t all, stm_error *err)
{
    job->stage = stage;
    if (!job->opts.progress ||
        job->opts.progress(job->opts.user, stage, done, all))
        return STM_OK;
    return stm_fail(err, STM_ECANCEL, STM_NO_OFFSET, "interrupted");
}

bool stm_job__tick(void *user, size_t done, size_t all)
{
    stm_job *job = user;
    return stm_job__tell(job, job->stage, done, all, NULL) == STM_OK;
}
