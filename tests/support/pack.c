#include "pack.h"

#include <archive.h>
#include <archive_entry.h>
#include <isa-l/igzip_lib.h>
#include <stdlib.h>
#include <string.h>
#include <zstd.h>

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static stm_bytes with_room(size_t room)
{
    stm_bytes b = {malloc(room), 0};
    assert_non_null(b.ptr);
    return b;
}

static stm_bytes deflated(stm_str plain, uint16_t wrapper)
{
    stm_bytes b = with_room(plain.len + plain.len / 8 + 1000);
    struct isal_zstream *s = malloc(sizeof *s);
    assert_non_null(s);
    isal_deflate_stateless_init(s);
    s->gzip_flag = wrapper;
    s->next_in = (uint8_t *)plain.ptr;
    s->avail_in = (uint32_t)plain.len;
    s->end_of_stream = 1;
    s->next_out = (uint8_t *)b.ptr;
    s->avail_out = (uint32_t)(plain.len + plain.len / 8 + 1000);
    assert_int_equal(isal_deflate_stateless(s), COMP_OK);
    b.len = s->total_out;
    free(s);
    return b;
}

stm_bytes pack_gzip(stm_str plain) { return deflated(plain, IGZIP_GZIP); }

stm_bytes pack_zlib(stm_str plain) { return deflated(plain, IGZIP_ZLIB); }

stm_bytes pack_zstd(stm_str plain)
{
    size_t room = ZSTD_compressBound(plain.len);
    stm_bytes b = with_room(room);
    b.len = ZSTD_compress(b.ptr, room, plain.ptr, plain.len, 3);
    assert_false(ZSTD_isError(b.len));
    return b;
}

static void write_file(struct archive *a, const pack_file *f)
{
    struct archive_entry *e = archive_entry_new();
    archive_entry_set_pathname(e, f->name);
    archive_entry_set_size(e, (la_int64_t)f->bytes.len);
    archive_entry_set_filetype(e, AE_IFREG);
    archive_entry_set_perm(e, 0644);
    /* a warning: the name has letters that plain C has not */
    assert_true(archive_write_header(a, e) >= ARCHIVE_WARN);
    assert_int_equal(archive_write_data(a, f->bytes.ptr, f->bytes.len),
                     f->bytes.len);
    archive_entry_free(e);
}

static stm_bytes written(struct archive *a, const pack_file *files,
                         size_t count)
{
    size_t room = 1 << 16;
    for (size_t i = 0; i < count; i++)
        room += files[i].bytes.len * 2 + 4096;
    stm_bytes b = with_room(room);
    archive_write_set_bytes_in_last_block(a, 1);
    assert_int_equal(archive_write_open_memory(a, b.ptr, room, &b.len),
                     ARCHIVE_OK);
    for (size_t i = 0; i < count; i++)
        write_file(a, &files[i]);
    assert_int_equal(archive_write_close(a), ARCHIVE_OK);
    archive_write_free(a);
    return b;
}

stm_bytes pack_filter(stm_str plain, const char *filter)
{
    struct archive *a = archive_write_new();
    pack_file file = {"data", plain};
    if (archive_write_add_filter_by_name(a, filter) != ARCHIVE_OK) {
        archive_write_free(a);
        skip();
    }
    archive_write_set_format_raw(a);
    return written(a, &file, 1);
}

stm_bytes pack_archive(const pack_file *files, size_t count, const char *format)
{
    struct archive *a = archive_write_new();
    assert_int_equal(archive_write_set_format_by_name(a, format), ARCHIVE_OK);
    return written(a, files, count);
}

stm_bytes pack_join(stm_bytes a, stm_bytes b)
{
    stm_bytes all = with_room(a.len + b.len + 1);
    memcpy(all.ptr, a.ptr, a.len);
    memcpy(all.ptr + a.len, b.ptr, b.len);
    all.len = a.len + b.len;
    free(a.ptr);
    free(b.ptr);
    return all;
}

stm_bytes pack_copy(stm_str s)
{
    stm_bytes b = with_room(s.len + 1);
    memcpy(b.ptr, s.ptr, s.len);
    b.len = s.len;
    return b;
}
