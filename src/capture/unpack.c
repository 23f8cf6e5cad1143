/* Inputs that hold other inputs: what comes out of them is told by its content
 * once more. How deep they may lie in one another is limited, so that a small
 * file cannot unfold into more than anyone can read. */
#include "base/unpack.h"

#include <stdlib.h>
#include <string.h>

#include "base/archive.h"
#include "base/checked.h"
#include "base/gzip.h"
#include "base/zstd.h"
#include "capture/input.h"

enum {
    MOST_PACKED = 2,  /* compressions, one in another */
    MOST_ARCHIVES = 2 /* archives, one in another */
};

/* Goes on with what `open` gives. */
static stm_status read_inside(const stm_capture__input *outer, stm_stream *open,
                              stm_error *err)
{
    stm_window w;
    stm_capture__input in = *outer;
    stm_window_start(&w, open);
    in.bytes = &w;
    in.packed++;
    stm_status rc = stm_capture__read(&in, err);
    stm_window_free(&w);
    stm_stream_close(open);
    return rc;
}

/* What cannot be opened is left out, but for want of memory. */
static stm_status refuse(const stm_capture__input *in, const stm_error *why,
                         stm_error *err)
{
    if (why->code == STM_ENOMEM)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    stm_capture__skip_part(in, STM_NONE, why->offset, why->message);
    return STM_OK;
}

typedef stm_status opener(stm_stream **out, stm_window *from, stm_error *err);

static stm_status read_packed(stm_capture__input *in, opener *open,
                              stm_error *err)
{
    stm_error why;
    stm_stream *inside;
    if (in->packed == MOST_PACKED) {
        stm_capture__skip(in, "packed over and over; unpack it first");
        return STM_OK;
    }
    if (open(&inside, in->bytes, &why) != STM_OK)
        return refuse(in, &why, err);
    return read_inside(in, inside, err);
}

static stm_status open_xz(stm_stream **out, stm_window *from, stm_error *err)
{
    return stm_unpack_open(out, from, STM_PACKING_XZ, err);
}

static stm_status open_bzip2(stm_stream **out, stm_window *from, stm_error *err)
{
    return stm_unpack_open(out, from, STM_PACKING_BZIP2, err);
}

static stm_status open_lz4(stm_stream **out, stm_window *from, stm_error *err)
{
    return stm_unpack_open(out, from, STM_PACKING_LZ4, err);
}

stm_status stm_capture__read_gzip(stm_capture__input *in, stm_error *err)
{
    return read_packed(in, stm_gzip_open, err);
}

stm_status stm_capture__read_zstd(stm_capture__input *in, stm_error *err)
{
    return read_packed(in, stm_zstd_open, err);
}

stm_status stm_capture__read_xz(stm_capture__input *in, stm_error *err)
{
    return read_packed(in, open_xz, err);
}

stm_status stm_capture__read_bzip2(stm_capture__input *in, stm_error *err)
{
    return read_packed(in, open_bzip2, err);
}

stm_status stm_capture__read_lz4(stm_capture__input *in, stm_error *err)
{
    return read_packed(in, open_lz4, err);
}

/* "archive/name", malloc'd: where the file would lie if it were unpacked. */
static char *path_of(stm_str archive, stm_str name, size_t *len)
{
    if (!stm_add_size(archive.len, name.len, len) ||
        !stm_add_size(*len, 1, len))
        return NULL;
    char *path = malloc(*len);
    if (!path)
        return NULL;
    memcpy(path, archive.ptr, archive.len);
    path[archive.len] = '/';
    memcpy(path + archive.len + 1, name.ptr, name.len);
    return path;
}

static stm_status read_entry(const stm_capture__input *outer, stm_stream *entry,
                             stm_str name, stm_error *err)
{
    size_t len;
    stm_window w;
    char *path = path_of(outer->source, name, &len);
    if (!path)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    stm_window_start(&w, entry);
    stm_capture__input in = {
        outer->job, {path, len}, &w, 0, outer->archives + 1};
    stm_status rc = stm_capture__read(&in, err);
    stm_window_free(&w);
    free(path);
    return rc;
}

static stm_status read_entries(const stm_capture__input *in, stm_archive *a,
                               stm_error *err)
{
    stm_error why;
    stm_stream *entry;
    stm_str name;
    stm_status rc = STM_OK;
    while (rc == STM_OK) {
        if (stm_archive_next(a, &entry, &name, &why) != STM_OK)
            return refuse(in, &why, err);
        if (!entry)
            break;
        rc = read_entry(in, entry, name, err);
    }
    return rc;
}

static stm_status read_archive(stm_capture__input *in, stm_archive_kind kind,
                               stm_error *err)
{
    stm_error why;
    stm_archive *a;
    if (in->archives == MOST_ARCHIVES) {
        stm_capture__skip(in, "an archive in an archive in an archive; unpack "
                              "it first");
        return STM_OK;
    }
    if (stm_archive_open(&a, in->bytes, kind, &why) != STM_OK)
        return refuse(in, &why, err);
    stm_status rc = read_entries(in, a, err);
    stm_archive_free(a);
    return rc;
}

stm_status stm_capture__read_zip(stm_capture__input *in, stm_error *err)
{
    return read_archive(in, STM_ARCHIVE_ZIP, err);
}

stm_status stm_capture__read_tar(stm_capture__input *in, stm_error *err)
{
    return read_archive(in, STM_ARCHIVE_TAR, err);
}
