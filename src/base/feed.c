#include "base/feed.h"

#include <errno.h>

static la_ssize_t give(struct archive *a, void *user, const void **bytes)
{
    stm_feed *f = user;
    stm_window_drop(f->from, f->lent);
    f->lent = 0;
    stm_status rc = stm_window_want(f->from, 1, NULL);
    stm_str s = stm_window_bytes(f->from);
    if (rc != STM_OK || (!s.len && f->from->broken)) {
        f->failed = rc;
        archive_set_error(a, EIO, "the bytes end here");
        return ARCHIVE_FATAL;
    }
    f->dry |= !s.len;
    *bytes = s.ptr;
    f->lent = s.len;
    return (la_ssize_t)s.len;
}

static la_int64_t go(struct archive *a, void *user, la_int64_t to, int whence)
{
    stm_feed *f = user;
    la_int64_t base = 0;
    (void)a;
    if (whence == SEEK_CUR)
        base = (la_int64_t)(f->from->at + f->lent);
    else if (whence == SEEK_END)
        base = (la_int64_t)f->from->from->size;
    if (__builtin_add_overflow(base, to, &base) || base < 0)
        return ARCHIVE_FATAL;
    f->lent = 0;
    if (stm_window_seek(f->from, (uint64_t)base, NULL) != STM_OK)
        return ARCHIVE_FATAL;
    return base;
}

int stm_feed_open(struct archive *a, stm_feed *f, bool seek)
{
    archive_read_set_read_callback(a, give);
    archive_read_set_callback_data(a, f);
    if (seek)
        archive_read_set_seek_callback(a, go);
    return archive_read_open1(a);
}

stm_status stm_feed_fail(struct archive *a, const stm_feed *f, const char *what,
                         stm_error *err)
{
    const stm_window *w = f->from;
    uint64_t at = w->at + f->lent;
    if (f->failed == STM_ENOMEM || archive_errno(a) == ENOMEM)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    if (w->broken)
        return stm_fail(err, w->why.code, w->why.offset, "%s", w->why.message);
    if (f->dry)
        return stm_fail(err, STM_EIO, at, "the %s end too early", what);
    return stm_fail(err, STM_EFORMAT, w->at, "damaged %s", what);
}
