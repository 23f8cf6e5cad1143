/* The plain parts of a long string, block by block. */
#ifndef STM_CAPTURE_JSON_BLOCKS_H
#define STM_CAPTURE_JSON_BLOCKS_H

#include <stdint.h>

enum { STM_JSON_BLOCK = 64 };

/* Copies what stands at `p`, escapes resolved, to `*to`, which moves on, and
 * returns how far it came: to a place less than a block before `end`, or less
 * than a block before the end of the string or an escape that is not of one
 * letter. `*high` becomes other than 0 when a byte is over 127. A block may be
 * written behind `*to`. Inside of a string it stops between two escapes. */
typedef const char *stm_json_blocks(const char *p, const char *end, char **to,
                                    uint64_t *high);

#ifdef __x86_64__
stm_json_blocks stm_json__blocks_avx512;
#endif

/* The fastest that this processor has, or NULL. */
stm_json_blocks *stm_json__blocks_pick(void);

#endif
