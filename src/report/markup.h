/* Text into HTML and SVG: nothing captured can become markup, an attribute or a
 * control of writing direction. */
#ifndef STM_REPORT_MARKUP_H
#define STM_REPORT_MARKUP_H

#include "base/buf.h"

/* For element content and for attribute values in double quotes. */
void stm_markup__put(stm_buf *out, stm_str text);

#endif
