/* Packing what is written, by libarchive. The same bytes give the same bytes:
 * no time is noted. */
#ifndef STM_BASE_PACK_H
#define STM_BASE_PACK_H

#include <stemma/base.h>

typedef struct stm_pack stm_pack;

/* What packs for files of such a name (".gz", ".zst", ".xz", ".bz2", ".lz4"),
 * or NULL. Static. */
const char *stm_pack_for(const char *name);
/* A pack whose bytes go to `to`, which is borrowed; `how` from stm_pack_for.
 * STM_EARG: this system's libarchive cannot do it. */
stm_status stm_pack_open(stm_pack **out, const char *how, const stm_sink *to,
                         stm_error *err);
/* A sink's call; `user` is the pack. */
stm_status stm_pack_write(void *user, const char *bytes, size_t len);
/* Writes what is still held back; to be called once, before the free. */
stm_status stm_pack_end(stm_pack *p);
void stm_pack_free(stm_pack *p);

#endif
