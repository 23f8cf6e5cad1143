/* Items are handed out in ascending order from one counter, so when an item
 * fails all lower ones have been started and will end: the lowest failure is
 * the same for any number of threads. The caller is worker 0 and works too;
 * the other workers sleep between jobs. Who waits looks again and again for a
 * while before he sleeps: jobs follow upon one another, and to be woken takes
 * longer than most of them let wait, above all on a machine shared with others.
 */
#include "base/pool.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>

/* More threads than this only cost memory on the machines we know. */
enum { MOST_THREADS = 256 };

/* Looks before a thread sleeps: 95 us in all on a Xeon of 2023. */
enum { LOOKS = 5000 };

typedef struct job {
    size_t count;
    stm_pool_item *item;
    void *user;
    atomic_size_t next, done;
    atomic_bool stop;
    /* under the pool's lock */
    size_t failed; /* lowest failed item, or SIZE_MAX */
    stm_status status;
    stm_error error;
} job;

typedef struct helper {
    stm_pool *pool;
    unsigned worker;
    pthread_t thread;
} helper;

struct stm_pool {
    pthread_mutex_t lock;
    pthread_cond_t wake; /* to helpers: a job, or the end */
    pthread_cond_t rest; /* to the caller: an item ended or a helper rests */
    unsigned helpers;    /* threads that were started */
    /* changed under the lock */
    atomic_uint working;   /* of them, in the present job */
    _Atomic uint64_t turn; /* number of the job, so that none is run twice */
    atomic_bool end;
    job job;
    helper helper[];
};

static void note_failure(stm_pool *p, size_t item, stm_status status,
                         const stm_error *error)
{
    pthread_mutex_lock(&p->lock);
    if (item < p->job.failed) {
        p->job.failed = item;
        p->job.status = status;
        p->job.error = *error;
    }
    pthread_mutex_unlock(&p->lock);
    atomic_store(&p->job.stop, true);
}

/* Runs the next item; false when there is none left to start. */
static bool run_next(stm_pool *p, unsigned worker)
{
    job *j = &p->job;
    if (atomic_load(&j->stop))
        return false;
    size_t item = atomic_fetch_add(&j->next, 1);
    if (item >= j->count)
        return false;
    stm_error error;
    error.code = STM_OK;
    error.offset = STM_NO_OFFSET;
    error.message[0] = '\0';
    stm_status status = j->item(j->user, item, worker, &error);
    if (status != STM_OK)
        note_failure(p, item, status, &error);
    atomic_fetch_add(&j->done, 1);
    return true;
}

/* The lock makes sure that the caller is either before its test of the
 * counters or asleep. */
static void tell_caller(stm_pool *p)
{
    pthread_mutex_lock(&p->lock);
    pthread_cond_signal(&p->rest);
    pthread_mutex_unlock(&p->lock);
}

static inline void pause_a_little(void)
{
#if defined(__x86_64__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    __asm__ volatile("yield");
#endif
}

static void look_for_job(stm_pool *p, uint64_t seen)
{
    for (int i = 0; i < LOOKS && p->turn == seen && !p->end; i++)
        pause_a_little();
}

static void look_for_end(stm_pool *p)
{
    for (int i = 0; i < LOOKS && p->working; i++)
        pause_a_little();
}

static void *help(void *arg)
{
    helper *h = arg;
    stm_pool *p = h->pool;
    uint64_t seen = 0;
    for (;;) {
        look_for_job(p, seen);
        pthread_mutex_lock(&p->lock);
        while (!p->end && p->turn == seen)
            pthread_cond_wait(&p->wake, &p->lock);
        if (p->end)
            break;
        seen = p->turn;
        pthread_mutex_unlock(&p->lock);
        while (run_next(p, h->worker))
            tell_caller(p);
        pthread_mutex_lock(&p->lock);
        p->working--;
        pthread_cond_signal(&p->rest);
        pthread_mutex_unlock(&p->lock);
    }
    pthread_mutex_unlock(&p->lock);
    return NULL;
}

/* A machine that gives fewer threads gives a slower job, not a failed one.
 * Signals stay with the threads of the caller. */
static void start_helpers(stm_pool *p, unsigned wanted)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    for (unsigned i = 0; i < wanted; i++) {
        helper *h = &p->helper[i];
        h->pool = p;
        h->worker = i + 1;
        if (pthread_create(&h->thread, NULL, help, h))
            break;
        p->helpers++;
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

stm_status stm_pool_new(stm_pool **out, unsigned threads, stm_error *err)
{
    *out = NULL;
    if (!threads)
        threads = stm_cpu_count();
    if (threads > MOST_THREADS)
        threads = MOST_THREADS;
    stm_pool *p = calloc(1, sizeof *p + (threads - 1) * sizeof(helper));
    if (!p)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                        "out of memory for %u threads", threads);
    pthread_mutex_init(&p->lock, NULL);
    pthread_cond_init(&p->wake, NULL);
    pthread_cond_init(&p->rest, NULL);
    start_helpers(p, threads - 1);
    *out = p;
    return STM_OK;
}

void stm_pool_free(stm_pool *p)
{
    if (!p)
        return;
    pthread_mutex_lock(&p->lock);
    p->end = true;
    pthread_cond_broadcast(&p->wake);
    pthread_mutex_unlock(&p->lock);
    for (unsigned i = 0; i < p->helpers; i++)
        pthread_join(p->helper[i].thread, NULL);
    pthread_cond_destroy(&p->rest);
    pthread_cond_destroy(&p->wake);
    pthread_mutex_destroy(&p->lock);
    free(p);
}

unsigned stm_pool_size(const stm_pool *p) { return p->helpers + 1; }

static void start_job(stm_pool *p, size_t count, stm_pool_item *item,
                      void *user)
{
    pthread_mutex_lock(&p->lock);
    job *j = &p->job;
    j->count = count;
    j->item = item;
    j->user = user;
    atomic_store(&j->next, 0);
    atomic_store(&j->done, 0);
    atomic_store(&j->stop, false);
    j->failed = SIZE_MAX;
    j->status = STM_OK;
    p->working = p->helpers;
    p->turn++;
    pthread_cond_broadcast(&p->wake);
    pthread_mutex_unlock(&p->lock);
}

/* Where progress goes, and whether it asked to stop. */
typedef struct ticker {
    stm_pool_tick *tick;
    void *user;
    bool cancelled;
} ticker;

static void tick_now(stm_pool *p, ticker *t)
{
    if (!t->tick || t->cancelled)
        return;
    if (!t->tick(t->user, atomic_load(&p->job.done), p->job.count)) {
        t->cancelled = true;
        atomic_store(&p->job.stop, true);
    }
}

/* The callback is called without the lock: it may take its time. */
static void wait_for_helpers(stm_pool *p, ticker *t)
{
    look_for_end(p);
    pthread_mutex_lock(&p->lock);
    while (p->working) {
        pthread_cond_wait(&p->rest, &p->lock);
        pthread_mutex_unlock(&p->lock);
        tick_now(p, t);
        pthread_mutex_lock(&p->lock);
    }
    pthread_mutex_unlock(&p->lock);
}

stm_status stm_pool_run(stm_pool *p, size_t count, stm_pool_item *item,
                        void *user, stm_pool_tick *tick, void *tick_user,
                        stm_error *err)
{
    ticker t = {tick, tick_user, false};
    start_job(p, count, item, user);
    while (run_next(p, 0))
        tick_now(p, &t);
    wait_for_helpers(p, &t);
    if (p->job.status != STM_OK) {
        if (err)
            *err = p->job.error;
        return p->job.status;
    }
    if (t.cancelled)
        return stm_fail(err, STM_ECANCEL, STM_NO_OFFSET, "cancelled");
    return STM_OK;
}
