#include "base/unpack.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>

#include "base/feed.h"

static const struct {
    const char *name;
    int (*support)(struct archive *a);
    int code;
} packings[STM_PACKINGS] = {
    [STM_PACKING_XZ] = {"xz data", archive_read_support_filter_xz,
                        ARCHIVE_FILTER_XZ},
    [STM_PACKING_BZIP2] = {"bzip2 data", archive_read_support_filter_bzip2,
                           ARCHIVE_FILTER_BZIP2},
    [STM_PACKING_LZ4] = {"lz4 data", archive_read_support_filter_lz4,
                         ARCHIVE_FILTER_LZ4},
};

typedef struct unpack {
    stm_stream shown;
    struct archive *archive;
    stm_feed feed;
    stm_packing how;
    bool open, ended;
} unpack;

static stm_status fail(unpack *u, stm_error *err)
{
    u->ended = true;
    return stm_feed_fail(u->archive, &u->feed, packings[u->how].name, err);
}

/* libarchive reads ahead when it opens, so that waits for the first read. What
 * it does not take for packed it would give as it is. */
static bool open_now(unpack *u)
{
    struct archive_entry *all;
    u->open = true;
    return stm_feed_open(u->archive, &u->feed, false) == ARCHIVE_OK &&
           archive_read_next_header(u->archive, &all) == ARCHIVE_OK &&
           archive_filter_code(u->archive, 0) == packings[u->how].code;
}

static stm_status read_unpacked(stm_stream *s, char *to, size_t room,
                                size_t *got, stm_error *err)
{
    unpack *u = (unpack *)s;
    *got = 0;
    if (u->ended)
        return STM_OK;
    if (!u->open && !open_now(u))
        return fail(u, err);
    la_ssize_t n = archive_read_data(u->archive, to, room);
    if (n < 0)
        return fail(u, err);
    *got = (size_t)n;
    u->ended = !n;
    return STM_OK;
}

static void close_unpack(stm_stream *s)
{
    archive_read_free(((unpack *)s)->archive);
    free(s);
}

stm_status stm_unpack_open(stm_stream **out, stm_window *from, stm_packing how,
                           stm_error *err)
{
    unpack *u = calloc(1, sizeof *u);
    *out = NULL;
    if (u)
        u->archive = archive_read_new();
    if (!u || !u->archive) {
        free(u);
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    }
    u->shown = (stm_stream){read_unpacked, NULL, close_unpack, 0, 0};
    u->feed.from = from;
    u->how = how;
    /* anything but OK would mean another program that it starts */
    if (packings[how].support(u->archive) != ARCHIVE_OK ||
        archive_read_support_format_raw(u->archive) != ARCHIVE_OK) {
        close_unpack(&u->shown);
        return stm_fail(err, STM_EFORMAT, STM_NO_OFFSET,
                        "%s, which cannot be read here; unpack them first",
                        packings[how].name);
    }
    *out = &u->shown;
    return STM_OK;
}
