/* Blocks of "Name: value" lines, as HTTP, WARC and mail have them. */
#ifndef STM_CAPTURE_HEADERS_H
#define STM_CAPTURE_HEADERS_H

#include <stemma/base.h>

/* Length of the block with the empty line that ends it, or SIZE_MAX where that
 * line is not in `s`. Lines end with LF, with or without CR. `from`: bytes
 * known not to have it. */
size_t stm_headers__length(stm_str s, size_t from);
/* The value of the first header of that name, trimmed, or absent. Names have
 * no case. The block's first line is not looked at. */
stm_str stm_headers__find(stm_str block, stm_str name);
/* The value of a parameter (`; name=value`) of a header's value, without its
 * quotes, or absent. */
stm_str stm_headers__parameter(stm_str value, stm_str name);
/* A decimal number and nothing else; false when it is none or too large. */
bool stm_headers__number(stm_str s, uint64_t *out);

#endif
