/* What a job may take of memory, and how it stays within. */
#include "dedup/job.h"

/* The program, its libraries and what is under way on one thread; and what each
 * further thread takes. Measured as the peak of a job whose corpus is on the
 * disk. */
static const uint64_t fixed = (uint64_t)26 << 20, each = (uint64_t)4 << 20;
/* Tables of the whole job, bytes a document: words, sets, kept, fate, and the
 * list of those that are compared. */
enum { TABLES = 4 + 4 + 4 + 1 + 4 };
/* What a step takes, and what prints take of memory, where nothing was said. */
static const uint64_t usual_step = (uint64_t)32 << 20;
/* No step is cut into smaller pieces than this. */
static const uint64_t least_step = (uint64_t)4 << 20;

static uint64_t in_memory(const stm_corpus *c)
{
    uint64_t sum = 0;
    for (int i = 0; i < STM_CORPUS_STORES; i++)
        sum += c->store[i].room;
    return sum;
}

/* What is left of the limit beside the tables. */
static uint64_t left(const stm_dedup_job *j)
{
    uint64_t taken = fixed + each * stm_pool_size(j->pool) +
                     (uint64_t)TABLES * j->corpus.count;
    return j->opts.max_memory > taken ? j->opts.max_memory - taken : 0;
}

stm_status stm_dedup__on_disk(const stm_dedup_job *j, stm_status rc,
                              const stm_error *why, stm_error *err)
{
    const char *folder = j->state.folder ? j->state.folder : j->opts.scratch;
    return stm_fail(err, rc, why->offset,
                    rc == STM_ENOMEM
                        ? "out of memory"
                        : "cannot keep in %s what the job needs beside its "
                          "output: %s",
                    folder ? folder : ".", why->message);
}

stm_status stm_dedup__keep_small(stm_dedup_job *j, stm_error *err)
{
    stm_status rc = STM_OK;
    stm_error why;
    stm_store *prints = &j->corpus.store[STM_PRINTS];
    bool many = !j->opts.max_memory && prints->tail_len > usual_step;
    /* half is for the steps to come */
    bool all = j->opts.max_memory && in_memory(&j->corpus) > left(j) / 2;
    if (many)
        rc = stm_store__spill(prints, j->opts.scratch, &why);
    for (int i = 0; all && i < STM_CORPUS_STORES && rc == STM_OK; i++)
        rc = stm_store__spill(&j->corpus.store[i], j->opts.scratch, &why);
    return rc == STM_OK ? rc : stm_dedup__on_disk(j, rc, &why, err);
}

/* A line is in memory as it came, resolved, and as hashes of its words, while
 * buffers double. */
uint64_t stm_dedup__longest(const stm_dedup_job *j)
{
    enum { COPIES = 12 };
    const uint64_t most = (uint64_t)2 << 30, least = 1 << 20;
    uint64_t fits = left(j) / 2 / COPIES;
    if (!j->opts.max_memory || fits > most)
        return most;
    return fits < least ? least : fits;
}

/* A page takes some twenty times its bytes while its content is found. */
size_t stm_dedup__waiting(const stm_dedup_job *j)
{
    enum { EACH = 20, LEAST = 64 << 10, MOST = 2 << 20 };
    size_t threads = stm_pool_size(j->pool);
    uint64_t fits = left(j) / 2 / EACH / threads;
    if (!j->opts.max_memory || fits > MOST)
        fits = MOST;
    return (size_t)(fits < LEAST ? LEAST : fits) * threads;
}

uint64_t stm_dedup__room(const stm_dedup_job *j)
{
    uint64_t room = left(j), used = in_memory(&j->corpus);
    if (!j->opts.max_memory) /* a job of any size stays near 300 bytes each */
        return usual_step + (uint64_t)16 * j->corpus.count;
    return room > used + least_step ? room - used : least_step;
}

uint64_t stm_dedup__likely(const stm_dedup_job *j, uint64_t documents,
                           uint64_t records)
{
    /* keys of eight bands and their sorting on each thread; prints in pairs */
    uint64_t threads = stm_pool_size(j->pool);
    uint64_t grouping = documents * (TABLES + 8 * 4 + 16 * threads);
    uint64_t prints = j->opts.contained ? documents * 32 * 16 : 0;
    uint64_t all = fixed + each * threads + records +
                   (prints > grouping ? prints : grouping);
    return j->opts.max_memory && all > j->opts.max_memory ? j->opts.max_memory
                                                          : all;
}

stm_status stm_dedup__check_room(const stm_dedup_job *j, stm_error *err)
{
    /* sorting by the keys of one band on one thread, and those keys */
    enum { SORTED = 16 + 4 };
    uint64_t n = j->corpus.count, threads = stm_pool_size(j->pool);
    uint64_t need = fixed + each * threads + (TABLES + SORTED) * n + least_step;
    if (!j->opts.max_memory || need <= j->opts.max_memory ||
        j->opts.max_memory < (uint64_t)64 << 20)
        return STM_OK;
    return stm_fail(err, STM_ELIMIT, STM_NO_OFFSET,
                    "%llu documents need %llu MB to be grouped, over "
                    "--max-memory; allow more, or split the job with --shard",
                    (unsigned long long)n,
                    (unsigned long long)need / 1000000 + 1);
}
