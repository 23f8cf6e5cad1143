/* The only place that starts threads. */
#ifndef STM_BASE_POOL_H
#define STM_BASE_POOL_H

#include <stemma/base.h>

typedef struct stm_pool stm_pool;

/* One item of a job. `worker` is 0..stm_pool_size-1, so that a worker can have
 * scratch of its own. A failure stops items not yet started; the failure of
 * the lowest item wins, so errors do not depend on the number of threads. */
typedef stm_status stm_pool_item(void *user, size_t item, unsigned worker,
                                 stm_error *err);
/* Called on the thread that called stm_pool_run, now and then; false cancels
 * the job (STM_ECANCEL). */
typedef bool stm_pool_tick(void *user, size_t done, size_t all);

/* `threads` 0: as many as the machine has. With one, everything runs on the
 * caller's thread. */
stm_status stm_pool_new(stm_pool **out, unsigned threads, stm_error *err);
void stm_pool_free(stm_pool *p);
unsigned stm_pool_size(const stm_pool *p);
/* Runs items 0..count-1, returns when all have ended. `tick` may be NULL. */
stm_status stm_pool_run(stm_pool *p, size_t count, stm_pool_item *item,
                        void *user, stm_pool_tick *tick, void *tick_user,
                        stm_error *err);
/* Processors this process may use, at least 1. */
unsigned stm_cpu_count(void);

#endif
