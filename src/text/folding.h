/* A word while it is folded, a character at a time. */
#ifndef STM_TEXT_FOLDING_H
#define STM_TEXT_FOLDING_H

#include <stdbool.h>

#include "text/alike.h"
#include "text/char_table.h"
#include "text/chars.h"
#include "text/utf8.h"

/* A character as read: its bytes, the first lowest. */
typedef struct stm_letter {
    uint32_t cp, entry, bytes;
    unsigned len; /* 0: no text, or not UTF-8 */
} stm_letter;

static inline stm_letter stm_text__letter(const char *p, const char *end)
{
    stm_letter l = {0};
    if (p >= end || !(l.len = stm_text__decode(p, end, &l.cp)))
        return (stm_letter){0};
    l.entry = stm_text__entry(l.cp);
    for (unsigned i = 0; i < l.len; i++)
        l.bytes |= (uint32_t)(unsigned char)p[i] << 8 * i;
    return l;
}

static inline stm_char stm_letter_class(const stm_letter *l)
{
    return (stm_char)(l->entry >> STM_CHAR_CLASS_SHIFT);
}

typedef struct stm_folding {
    char *out;         /* four bytes behind it may be written */
    bool unknown;      /* the word has to go to stm_text__fold_slow */
    bool ordered;      /* the last character written is an ordered mark */
    bool latin, other; /* letters of scripts that may be mixed to deceive */
} stm_folding;

/* Whether letters that may be mixed to deceive are among the up to three bytes
 * of an entry: of Latin, below U+0250; and of Greek or Cyrillic. */
static inline bool stm_text__folds_to_latin(uint32_t entry)
{
    for (unsigned i = 0; i < 24; i += 8) {
        unsigned byte = entry >> i & 0xff;
        if ((byte >= 'a' && byte <= 'z') || (byte >= 0xc3 && byte <= 0xc9))
            return true;
    }
    return false;
}

static inline bool stm_text__folds_to_other(uint32_t entry)
{
    for (unsigned i = 0; i < 24; i += 8)
        if ((entry >> i & 0xff) >= 0xcd && (entry >> i & 0xff) <= 0xd4)
            return true;
    return false;
}

static inline void stm_text__fold_letter(stm_folding *f, const stm_letter *l)
{
    unsigned known = l->entry >> STM_CHAR_KNOWN_SHIFT & 3;
    bool itself = known >= STM_CHAR_ITSELF, ordered = known == STM_CHAR_ORDERED;
    unsigned len = itself ? l->len : l->entry >> STM_CHAR_LENGTH_SHIFT & 3;
    uint32_t bytes = itself ? l->bytes : l->entry;
    f->unknown |= known == STM_CHAR_UNKNOWN || (ordered && f->ordered);
    f->ordered = len ? ordered : f->ordered;
    f->latin |= l->cp < 0x250 && stm_letter_class(l) == STM_CHAR_LETTER;
    f->other |= stm_text__may_mask(l->cp);
    if (known == STM_CHAR_FOLDED && l->len > 1) {
        f->latin |= stm_text__folds_to_latin(bytes);
        f->other |= stm_text__folds_to_other(bytes);
    }
    for (unsigned i = 0; i < 4; i++)
        f->out[i] = (char)(bytes >> 8 * i);
    f->out += len;
}

/* Whether what was written is the word's folding. */
static inline bool stm_text__is_folded(const stm_folding *f)
{
    return !f->unknown && !(f->latin && f->other);
}

#endif
