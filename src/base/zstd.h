#ifndef STM_BASE_ZSTD_H
#define STM_BASE_ZSTD_H

#include "base/window.h"

/* What is in the zstd frames at the window, which is borrowed. Frames that
 * need more than 128 MiB to look back are refused. Behind damage the stream
 * goes on with the next frame that can be found. */
stm_status stm_zstd_open(stm_stream **out, stm_window *from, stm_error *err);

#endif
