#include "base/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/feed.h"
#include "base/str.h"

struct stm_archive {
    stm_stream entry; /* first: a stream is its archive */
    struct archive *archive;
    stm_feed feed;
    stm_archive_kind kind;
    bool open, locked;
    bool over;        /* the file at hand has no more to give */
    locale_t utf8;    /* what libarchive turns names into */
    unsigned count;   /* files so far */
    char unnamed[24]; /* stands for a name that cannot be read */
};

static const char *what_is(const stm_archive *a)
{
    return a->kind == STM_ARCHIVE_ZIP ? "zip data" : "tar data";
}

static stm_status fail_entry(stm_archive *a, la_ssize_t code, stm_error *err)
{
    a->over = true;
    if (a->locked)
        return stm_fail(err, STM_EFORMAT, STM_NO_OFFSET,
                        "locked by a password; unpack it first");
    if (code == ARCHIVE_FATAL)
        return stm_feed_fail(a->archive, &a->feed, what_is(a), err);
    return stm_fail(err, STM_EFORMAT, a->feed.from->at, "damaged %s",
                    what_is(a));
}

static stm_status read_entry(stm_stream *s, char *to, size_t room, size_t *got,
                             stm_error *err)
{
    stm_archive *a = (stm_archive *)s;
    *got = 0;
    if (a->over)
        return STM_OK;
    la_ssize_t n =
        a->locked ? ARCHIVE_FAILED : archive_read_data(a->archive, to, room);
    if (n < 0)
        return fail_entry(a, n, err);
    *got = (size_t)n;
    return STM_OK;
}

static void keep_entry(stm_stream *s) { (void)s; }

static bool choose(stm_archive *a)
{
    if (a->kind == STM_ARCHIVE_TAR)
        return archive_read_support_format_tar(a->archive) == ARCHIVE_OK;
    return archive_read_support_format_zip_streamable(a->archive) ==
               ARCHIVE_OK &&
           archive_read_support_format_zip_seekable(a->archive) == ARCHIVE_OK;
}

stm_status stm_archive_open(stm_archive **out, stm_window *from,
                            stm_archive_kind kind, stm_error *err)
{
    stm_archive *a = calloc(1, sizeof *a);
    *out = NULL;
    if (a)
        a->archive = archive_read_new();
    if (!a || !a->archive) {
        free(a);
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    }
    a->kind = kind;
    a->feed.from = from;
    a->utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    if (!choose(a)) {
        stm_archive_free(a);
        return stm_fail(err, STM_EFORMAT, STM_NO_OFFSET,
                        "an archive, which cannot be read here; unpack it "
                        "first");
    }
    *out = a;
    return STM_OK;
}

void stm_archive_free(stm_archive *a)
{
    if (!a)
        return;
    archive_read_free(a->archive);
    if (a->utf8)
        freelocale(a->utf8);
    free(a);
}

static stm_str name_of(stm_archive *a, struct archive_entry *e)
{
    const char *name = archive_entry_pathname_utf8(e);
    if (!name)
        name = archive_entry_pathname(e);
    if (name)
        return stm_str_of(name);
    int n = snprintf(a->unnamed, sizeof a->unnamed, "file %u", a->count);
    return (stm_str){a->unnamed, (size_t)n};
}

/* To the next regular file; libarchive's verdict. */
static int find_file(stm_archive *a, struct archive_entry **e)
{
    int rc = ARCHIVE_OK;
    if (!a->open)
        rc = stm_feed_open(a->archive, &a->feed,
                           a->kind == STM_ARCHIVE_ZIP &&
                               a->feed.from->from->seek);
    a->open = true;
    while (rc == ARCHIVE_OK || rc == ARCHIVE_WARN) {
        rc = archive_read_next_header(a->archive, e);
        if (rc != ARCHIVE_OK && rc != ARCHIVE_WARN)
            break;
        if (archive_entry_filetype(*e) == AE_IFREG)
            break;
    }
    return rc;
}

static void show_entry(stm_archive *a, struct archive_entry *e, stm_str *name)
{
    la_int64_t size = archive_entry_size_is_set(e) ? archive_entry_size(e) : 0;
    a->count++;
    a->over = false;
    a->locked = archive_entry_is_encrypted(e);
    a->entry = (stm_stream){read_entry, NULL, keep_entry,
                            size > 0 ? (uint64_t)size : 0, 0};
    *name = name_of(a, e);
}

stm_status stm_archive_next(stm_archive *a, stm_stream **entry, stm_str *name,
                            stm_error *err)
{
    struct archive_entry *e;
    *entry = NULL;
    *name = (stm_str){NULL, 0};
    /* names go from the archive's character set to that of the locale, which
     * is the program's, and plain C; on this thread, for this call, it is one
     * that has all letters */
    locale_t before = uselocale(a->utf8);
    int rc = find_file(a, &e);
    bool found = rc == ARCHIVE_OK || rc == ARCHIVE_WARN;
    if (found) {
        show_entry(a, e, name);
        *entry = &a->entry;
    }
    uselocale(before);
    if (found || rc == ARCHIVE_EOF)
        return STM_OK;
    return stm_feed_fail(a->archive, &a->feed, what_is(a), err);
}
