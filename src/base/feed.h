/* libarchive's way of reading, from a window. */
#ifndef STM_BASE_FEED_H
#define STM_BASE_FEED_H

#include <archive.h>

#include "base/window.h"

typedef struct stm_feed {
    stm_window *from;  /* borrowed */
    size_t lent;       /* bytes at hand that libarchive has been shown */
    bool dry;          /* it has asked for more than there is */
    stm_status failed; /* STM_ENOMEM, or STM_OK */
} stm_feed;

/* Opens `a`, whose formats and filters have been chosen, on the feed, which
 * must outlive it. `seek`: libarchive may go to and fro. */
int stm_feed_open(struct archive *a, stm_feed *f, bool seek);
/* What went wrong, in our own words: `what` is damaged, ends too early, or
 * cannot be read. */
stm_status stm_feed_fail(struct archive *a, const stm_feed *f, const char *what,
                         stm_error *err);

#endif
