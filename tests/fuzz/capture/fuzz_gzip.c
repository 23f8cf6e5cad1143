/* gzip data, damaged anywhere: an end, and no more than was asked for. */
#include "base/gzip.h"

#include "drain.h"

static void unpack(const uint8_t *data, size_t size, size_t piece)
{
    stm_window w;
    stm_stream *open;
    drip from = drip_start(data, size, piece);
    stm_window_start(&w, &from.shown);
    if (stm_gzip_open(&open, &w, NULL) == STM_OK)
        drain_stream(open);
    stm_stream_close(open);
    stm_window_free(&w);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    unpack(data, size, SIZE_MAX);
    unpack(data, size, 5);
    return 0;
}
