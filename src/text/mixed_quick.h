/* Words of the usual kind in text that is more than plain ASCII, read without
 * knowing all of a character. What mixed.c cannot be spared is left to it. */
#ifndef STM_TEXT_MIXED_QUICK_H
#define STM_TEXT_MIXED_QUICK_H

#include "text/folding.h"
#include "text/mixed.h"

static inline bool is_letter(stm_char c) { return c == STM_CHAR_LETTER; }

static inline uint8_t flags_of(uint32_t first, stm_char class)
{
    if (class == STM_CHAR_DIGIT)
        return STM_WORD_NUMBER;
    if (class == STM_CHAR_IDEOGRAPH)
        return STM_WORD_IDEOGRAPH;
    return stm_text__is_upper(first) ? STM_WORD_CAPITAL : 0;
}

/* Notes the word of bytes [start, end) of which `n` folded bytes have been
 * written. */
static inline void add_word(stm_word_batch *b, stm_str text, const char *start,
                            const char *end, size_t n)
{
    size_t i = b->count++;
    b->from[i] = (uint16_t)b->used;
    b->used += n;
    b->to[i] = (uint16_t)b->used;
    b->at[i] =
        (stm_range){(uint32_t)(start - text.ptr), (uint32_t)(end - text.ptr)};
    if (b->with_flags) {
        stm_letter l = stm_text__letter(start, end);
        b->flags[i] = flags_of(l.cp, stm_letter_class(&l));
    }
}

/* What most words consist of: characters that fold by themselves, and marks
 * that stand alone. */
typedef struct quick {
    const char *p;
    char *out;
    uint32_t bytes, entry; /* of the character at `p` */
    unsigned len;
    uint32_t seen; /* bit 0: an ASCII letter; else first bytes of two */
} quick;

enum {
    /* Of `seen`, no less than stm_text__fold_letter calls latin and other. */
    SEEN_LATIN = 0x3ff,
    SEEN_OTHER = 0x1fe000,
    /* Bytes from which a character is read with what follows it. */
    QUICK_AHEAD = 8
};

/* The lowest first, on every machine. */
static inline uint32_t four_bytes(const char *at)
{
    const unsigned char *p = (const unsigned char *)at;
    return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
           (uint32_t)p[3] << 24;
}

static inline void put_four(char *out, uint32_t bytes)
{
    out[0] = (char)bytes;
    out[1] = (char)(bytes >> 8);
    out[2] = (char)(bytes >> 16);
    out[3] = (char)(bytes >> 24);
}

/* The character at q->p, where four bytes can be read; false for those that are
 * read slowly: damaged ones and those of four bytes. */
static inline bool quick_look(quick *q)
{
    uint32_t w = four_bytes(q->p);
    unsigned block, last;
    q->bytes = w;
    if (!(w & 0x80)) {
        block = w >> 6 & 1, last = w & 63, q->len = 1;
    } else if ((w & 0xc0e0) == 0x80c0) {
        block = w & 31, last = w >> 8 & 63, q->len = 2;
        if (block < 2)
            return false;
    } else if ((w & 0xc0c0f0) == 0x8080e0) {
        block = (w & 15) << 6 | (w >> 8 & 63), last = w >> 16 & 63, q->len = 3;
        if (block < 0x800 / 64 || block - 0xd800 / 64 < 0x800 / 64)
            return false;
    } else {
        return false;
    }
    q->entry = stm_text__entries[stm_text__places[block]][last];
    return true;
}

static inline unsigned quick_known(const quick *q)
{
    return q->entry >> STM_CHAR_KNOWN_SHIFT & 3;
}

static inline stm_char quick_class(const quick *q)
{
    return (stm_char)(q->entry >> STM_CHAR_CLASS_SHIFT);
}

/* What the character at q->p adds to q->seen. */
static inline uint32_t quick_seen(const quick *q, stm_char c)
{
    uint32_t seen = 0;
    if (c == STM_CHAR_LETTER || c == STM_CHAR_DIGIT)
        seen = q->len == 1 ? c == STM_CHAR_LETTER
                           : (uint32_t)(q->len == 2) << (q->bytes & 31);
    if (quick_known(q) == STM_CHAR_FOLDED && q->len > 1)
        seen |= (stm_text__folds_to_latin(q->entry) ? SEEN_LATIN : 0) |
                (stm_text__folds_to_other(q->entry) ? SEEN_OTHER : 0);
    return seen;
}

/* Folds the character at q->p. */
static inline void quick_fold(quick *q)
{
    bool itself = quick_known(q) >= STM_CHAR_ITSELF;
    uint32_t bytes = itself ? q->bytes : q->entry;
    unsigned len = itself ? q->len : q->entry >> STM_CHAR_LENGTH_SHIFT & 3;
    put_four(q->out, bytes);
    q->out += len;
    q->p += q->len;
}

/* Whether a joiner at q->p ends the word; sets `stays` where it is an
 * apostrophe between letters. */
static inline bool quick_joiner(const quick *q, stm_char last, bool *stays)
{
    quick next = {.p = q->p + q->len};
    if (!quick_look(&next))
        return false;
    stm_char c = quick_class(&next);
    *stays = quick_class(q) == STM_CHAR_APOSTROPHE && is_letter(last) &&
             is_letter(c) && quick_known(q) != STM_CHAR_UNKNOWN;
    return c != STM_CHAR_LETTER && c != STM_CHAR_DIGIT;
}

/* Reads letters, digits and marks up to the end of the word; false where it has
 * to be read slowly. */
static inline bool quick_word(quick *q, const char *limit)
{
    stm_char last = STM_CHAR_OTHER;
    bool ordered = false;
    for (;;) {
        if (q->p > limit || !quick_look(q))
            return false;
        stm_char c = quick_class(q);
        unsigned known = quick_known(q);
        if (c == STM_CHAR_LETTER || c == STM_CHAR_DIGIT) {
            last = c;
        } else if (c == STM_CHAR_MARK) {
            if (ordered || (q->entry >> 24 & 15) == STM_CHAR_FOLDED << 2)
                return false;
        } else if (c == STM_CHAR_OTHER || c == STM_CHAR_IDEOGRAPH) {
            return true;
        } else {
            bool stays = false;
            if (quick_joiner(q, last, &stays))
                return true;
            if (!stays)
                return false;
        }
        if (known == STM_CHAR_UNKNOWN)
            return false;
        q->seen |= quick_seen(q, c);
        ordered = known == STM_CHAR_ORDERED;
        quick_fold(q);
    }
}

/* The entry of a character of three bytes; 0, which is none of an ideograph nor
 * of a mark, for others. */
static inline uint32_t entry_of_three(uint32_t w)
{
    if ((w & 0xc0c0f0) != 0x8080e0)
        return 0;
    unsigned block = (w & 15) << 6 | (w >> 8 & 63);
    return stm_text__entries[stm_text__places[block]][w >> 16 & 63];
}

/* Whether the character is an ideograph that folds to itself. Those from U+4E00
 * to U+9FFF, nearly all of Chinese, need no table. */
static inline bool is_steady_ideograph(uint32_t w)
{
    enum { WANTED = STM_CHAR_IDEOGRAPH << 2 | STM_CHAR_ITSELF };
    unsigned two = (w & 0xff) << 8 | (w >> 8 & 0xff);
    if (two - 0xe4b8 <= 0xe9bf - 0xe4b8 && (w & 0xc0c000) == 0x808000)
        return true;
    return entry_of_three(w) >> STM_CHAR_KNOWN_SHIFT == WANTED;
}

static inline bool may_be_mark(uint32_t w)
{
    if (!(w & 0x80))
        return false;
    uint32_t entry = entry_of_three(w);
    return !entry || entry >> STM_CHAR_CLASS_SHIFT == STM_CHAR_MARK;
}

/* Takes ideographs of three bytes that fold to themselves and stand before
 * such, before ASCII or before what is no mark. Returns where it stops: at
 * `stop` or before. */
static inline const char *take_ideographs(stm_word_batch *b, const char *p,
                                          stm_str text, const char *stop)
{
    enum { LEN = 3 };
    const char *last = text.ptr + text.len - QUICK_AHEAD;
    last = stop < last ? stop : last;
    size_t i = b->count, used = b->used;
    uint32_t now = four_bytes(p);
    bool good = is_steady_ideograph(now);
    while (good && p < last && i < STM_WORD_BATCH_MOST &&
           used <= STM_WORD_BATCH_BYTES - STM_TEXT_FOLD_MAX) {
        uint32_t next = four_bytes(p + LEN);
        good = is_steady_ideograph(next);
        if (!good && may_be_mark(next))
            break;
        put_four(b->bytes + used, now);
        b->from[i] = (uint16_t)used;
        b->to[i] = (uint16_t)(used += LEN);
        if (b->with_at) {
            uint32_t at = (uint32_t)(p - text.ptr);
            b->at[i] = (stm_range){at, at + LEN};
            b->flags[i] = STM_WORD_IDEOGRAPH;
        }
        i++;
        p += LEN, now = next;
    }
    b->count = i, b->used = used;
    return p;
}

/* Reads an ideograph that no mark follows. */
static inline bool quick_ideograph(quick *q)
{
    if (quick_known(q) == STM_CHAR_UNKNOWN)
        return false;
    quick_fold(q);
    return quick_look(q) && quick_class(q) != STM_CHAR_MARK;
}

/* Takes a word, or what separates words, at `*at` where it is of the usual
 * kind. */
static inline bool take_quickly(stm_word_batch *b, const char **at,
                                stm_str text, const char *stop)
{
    const char *start = *at, *end = text.ptr + text.len;
    char *out = b->bytes + b->used;
    quick q = {.p = start, .out = out};
    if (end - start <= STM_TEXT_WORD_MAX || !quick_look(&q))
        return false;
    stm_char c = quick_class(&q);
    bool done;
    if (c == STM_CHAR_IDEOGRAPH) {
        *at = take_ideographs(b, start, text, stop);
        if (*at != start)
            return true;
    }
    if (c == STM_CHAR_LETTER || c == STM_CHAR_DIGIT)
        done = quick_word(&q, start + STM_TEXT_WORD_MAX - QUICK_AHEAD);
    else if (c == STM_CHAR_IDEOGRAPH)
        done = quick_ideograph(&q);
    else
        return *at += q.len, true;
    if (!done || (q.seen & SEEN_LATIN && q.seen & SEEN_OTHER))
        return false;
    add_word(b, text, start, q.p, (size_t)(q.out - out));
    *at = q.p;
    return true;
}

#endif
