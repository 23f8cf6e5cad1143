/* What libarchive reads. The first byte says as what. */
#include "base/archive.h"
#include "base/unpack.h"

#include "drain.h"

static void read_packed(stm_window *w, stm_packing how)
{
    stm_stream *open;
    if (stm_unpack_open(&open, w, how, NULL) == STM_OK)
        drain_stream(open);
    stm_stream_close(open);
}

static void read_files(stm_window *w, stm_archive_kind kind)
{
    stm_archive *a;
    stm_stream *entry;
    stm_str name;
    if (stm_archive_open(&a, w, kind, NULL) != STM_OK)
        return;
    for (int i = 0; i < 100; i++) {
        stm_status rc = stm_archive_next(a, &entry, &name, NULL);
        if (rc != STM_OK || !entry)
            break;
        if (!name.ptr)
            abort();
        drain_stream(entry);
    }
    stm_archive_free(a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    stm_window w;
    stm_stream *from;
    if (!size)
        return 0;
    stm_str rest = {(const char *)data + 1, size - 1};
    if (stm_stream_memory(&from, rest, NULL) != STM_OK)
        return 0;
    stm_window_start(&w, from);
    unsigned how = *data % (STM_PACKINGS + 2u);
    if (how < STM_PACKINGS)
        read_packed(&w, (stm_packing)how);
    else
        read_files(&w, how == STM_PACKINGS ? STM_ARCHIVE_ZIP : STM_ARCHIVE_TAR);
    stm_window_free(&w);
    stm_stream_close(from);
    return 0;
}
