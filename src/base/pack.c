#include "base/pack.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

struct stm_pack {
    struct archive *archive;
    const stm_sink *to;
    stm_status failed; /* what the sink returned */
};

static const struct {
    stm_str ending;
    const char *how;
} kinds[] = {
#define ROW(ending, how)                     \
    {                                        \
        {"" ending, sizeof(ending) - 1}, how \
    }
    ROW(".gz", "gzip"),   ROW(".zst", "zstd"), ROW(".xz", "xz"),
    ROW(".bz2", "bzip2"), ROW(".lz4", "lz4"),
#undef ROW
};

const char *stm_pack_for(const char *name)
{
    stm_str s = stm_str_of(name);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        stm_str e = kinds[i].ending;
        if (s.len > e.len &&
            stm_str_eq((stm_str){s.ptr + s.len - e.len, e.len}, e))
            return kinds[i].how;
    }
    return NULL;
}

static la_ssize_t write_out(struct archive *a, void *user, const void *bytes,
                            size_t len)
{
    stm_pack *p = user;
    (void)a;
    p->failed = p->to->write(p->to->user, bytes, len);
    return p->failed == STM_OK ? (la_ssize_t)len : -1;
}

/* Bytes as they are, in no archive: "raw" takes one entry without a name. */
static bool start(stm_pack *p, const char *how)
{
    struct archive *a = p->archive;
    struct archive_entry *e = archive_entry_new();
    bool ok = e && archive_write_add_filter_by_name(a, how) == ARCHIVE_OK &&
              archive_write_set_format_raw(a) == ARCHIVE_OK;
    if (ok && !strcmp(how, "gzip"))
        ok = archive_write_set_options(a, "gzip:!timestamp") == ARCHIVE_OK;
    if (ok) {
        archive_entry_set_filetype(e, AE_IFREG);
        archive_write_set_bytes_per_block(a, 0);
        ok = archive_write_open2(a, p, NULL, write_out, NULL, NULL) ==
                 ARCHIVE_OK &&
             archive_write_header(a, e) == ARCHIVE_OK;
    }
    archive_entry_free(e);
    return ok;
}

stm_status stm_pack_open(stm_pack **out, const char *how, const stm_sink *to,
                         stm_error *err)
{
    *out = NULL;
    stm_pack *p = calloc(1, sizeof *p);
    if (!p)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    p->to = to;
    p->archive = archive_write_new();
    if (p->archive && start(p, how)) {
        *out = p;
        return STM_OK;
    }
    stm_status rc = p->failed;
    stm_pack_free(p);
    return rc == STM_OK ? stm_fail(err, STM_EARG, STM_NO_OFFSET,
                                   "cannot pack with %s on this system", how)
                        : stm_fail(err, rc, STM_NO_OFFSET, "cannot write");
}

stm_status stm_pack_write(void *user, const char *bytes, size_t len)
{
    stm_pack *p = user;
    while (len) {
        la_ssize_t n = archive_write_data(p->archive, bytes, len);
        if (n <= 0)
            return p->failed == STM_OK ? STM_EIO : p->failed;
        bytes += n;
        len -= (size_t)n;
    }
    return STM_OK;
}

stm_status stm_pack_end(stm_pack *p)
{
    if (archive_write_close(p->archive) == ARCHIVE_OK)
        return STM_OK;
    return p->failed == STM_OK ? STM_EIO : p->failed;
}

/* Without stm_pack_end nothing more is to be written. */
void stm_pack_free(stm_pack *p)
{
    if (!p)
        return;
    if (p->archive) {
        archive_write_fail(p->archive);
        archive_write_free(p->archive);
    }
    free(p);
}
