/* gzip, one member or many: each record of a web archive is one. */
#ifndef STM_BASE_GZIP_H
#define STM_BASE_GZIP_H

#include "base/window.h"

/* What is in the gzip members at the window, which is borrowed. Behind damage
 * the stream goes on with the next member that can be found. */
stm_status stm_gzip_open(stm_stream **out, stm_window *from, stm_error *err);

#endif
