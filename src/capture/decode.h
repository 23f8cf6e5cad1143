/* Bytes of a page, or of a text that says what it is in -> UTF-8. */
#ifndef STM_CAPTURE_DECODE_H
#define STM_CAPTURE_DECODE_H

#include "base/file.h"
#include "capture/input.h"

typedef struct stm_decoded {
    stm_bytes text;      /* malloc'd */
    const char *charset; /* it was converted from, or NULL; see `name` */
    char name[32];
    uint64_t replaced;
} stm_decoded;

/* `label`, or absent, is what the server called the character set. `markup`
 * may say so itself. `bytes` are malloc'd and taken over: they are the text
 * where they are UTF-8. Fails for want of memory alone: markup in a set that
 * nobody can tell is read as Windows-1252. */
stm_status stm_charset__decode(stm_decoded *out, stm_bytes bytes, stm_str label,
                               bool markup, stm_error *err);

/* Hands over what is in a document in TEI, whose text it takes. */
stm_status stm_capture__give_tei(const stm_capture__input *in, stm_decoded *d,
                                 stm_error *err);

/* What the head of a page calls its character set, or absent: a meta element,
 * else an XML declaration. */
stm_str stm_charset__declared(stm_str page);

#endif
