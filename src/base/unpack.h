/* The compressions that are seldom met, by libarchive. */
#ifndef STM_BASE_UNPACK_H
#define STM_BASE_UNPACK_H

#include "base/window.h"

typedef enum stm_packing {
    STM_PACKING_XZ,
    STM_PACKING_BZIP2,
    STM_PACKING_LZ4,
    STM_PACKINGS
} stm_packing;

/* What is in the packed bytes at the window, which is borrowed. The stream
 * ends at the first damage. STM_EFORMAT: this system's libarchive cannot read
 * that packing. */
stm_status stm_unpack_open(stm_stream **out, stm_window *from, stm_packing how,
                           stm_error *err);

#endif
