/* Words: UAX #29 in substance, one pass, byte by byte through ASCII.
 *
 * What joins inside a word beyond letters, marks and digits:
 *   apostrophe  letter'letter and digit'digit  ("don't", 1'000)
 *   point       digit.digit, and letter.letter where every part is one letter
 *               ("U.S", "a.m"; "needed.He" and "example.com" are two words)
 *   comma       digit,digit
 *   middle dot  letter-letter ("col·lecció")
 *   quote       between Hebrew letters
 * A run longer than STM_TEXT_WORD_MAX bytes is cut into several words; a run
 * that folds to nothing (invisible characters only) is no word. */
#include <string.h>
#include <stdlib.h>

#include <stemma/text.h>

#include "base/hash.h"
#include "base/vec.h"
#include "text/chars.h"
#include "text/fold.h"
#include "text/sentence.h"
#include "text/utf8.h"

typedef struct scan {
    const char *start, *p, *end;
    stm_range *at;
    uint64_t *hash;
    uint8_t *flags;
    size_t count, room;
} scan;

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory for words");
}

/* Room for a sixth of the bytes at first: English has that many words. */
static bool grow(scan *s)
{
    size_t at = s->room, hash = s->room, flags = s->room;
    size_t more = s->room ? 1 : (size_t)(s->end - s->start) / 6 + 16;
    if (!stm_vec__grow(&s->at, &at, s->count, more, sizeof *s->at) ||
        !stm_vec__grow(&s->hash, &hash, s->count, more, sizeof *s->hash) ||
        !stm_vec__grow(&s->flags, &flags, s->count, more, sizeof *s->flags))
        return false;
    s->room = at;
    return true;
}

static inline bool add(scan *s, const char *end, uint64_t hash, uint8_t flags)
{
    if (s->count == s->room && !grow(s))
        return false;
    s->at[s->count] =
        (stm_range){(uint32_t)(s->p - s->start), (uint32_t)(end - s->start)};
    s->hash[s->count] = hash;
    s->flags[s->count++] = flags;
    return true;
}

static uint8_t flags_of(uint32_t first, stm_char class)
{
    if (class == STM_CHAR_DIGIT)
        return STM_WORD_NUMBER;
    if (class == STM_CHAR_IDEOGRAPH)
        return STM_WORD_IDEOGRAPH;
    return stm_text__is_upper(first) ? STM_WORD_CAPITAL : 0;
}

/* One load on machines of that byte order, which compilers see. */
static inline uint64_t read_8(const char *p)
{
    const unsigned char *b = (const unsigned char *)p;
    return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 |
           (uint64_t)b[3] << 24 | (uint64_t)b[4] << 32 | (uint64_t)b[5] << 40 |
           (uint64_t)b[6] << 48 | (uint64_t)b[7] << 56;
}

/* The last `n` < 8 bytes of a word; with one load where the text goes on. */
static uint64_t read_tail(const char *p, size_t n, const char *end)
{
    if (end - p >= 8)
        return read_8(p) & ((UINT64_C(1) << 8 * n) - 1);
    uint64_t w = 0;
    while (n)
        w = w << 8 | (unsigned char)p[--n];
    return w;
}

/* stm_hash_bytes of `n` ASCII letters and digits in lower case, without writing
 * them down: bit 5 is set in digits and small letters already. */
static uint64_t hash_ascii(const char *p, size_t n, const char *end)
{
    const uint64_t small = UINT64_C(0x2020202020202020);
    uint64_t h = stm_mix64(n + UINT64_C(0x9e3779b97f4a7c15));
    for (; n >= 8; p += 8, n -= 8)
        h = stm_hash_pair(h, read_8(p) | small);
    uint64_t mask = (UINT64_C(1) << 8 * n) - 1;
    h = stm_hash_pair(h, read_tail(p, n, end) | (small & mask));
    return h ? h : 1;
}

/* The class of what stands at `p`, and its length; damaged bytes separate. */
static stm_char peek(const char *p, const char *end, uint32_t *cp,
                     unsigned *len)
{
    if (p >= end || !(*len = stm_text__decode(p, end, cp))) {
        *len = 0;
        return STM_CHAR_OTHER;
    }
    return stm_text__char(*cp);
}

/* Where a word stands while it is read. */
typedef struct run {
    stm_char last;       /* class of the last letter or digit */
    uint32_t last_point; /* and its code point */
    unsigned letters;    /* in the part since the last point */
} run;

static bool is_letter(stm_char c) { return c == STM_CHAR_LETTER; }

/* Whether the part after a point at `p` is one letter and no more. */
static bool single_letter(const char *p, const char *end)
{
    uint32_t cp;
    unsigned len;
    if (!is_letter(peek(p, end, &cp, &len)))
        return false;
    stm_char after = peek(p + len, end, &cp, &len);
    return after != STM_CHAR_LETTER && after != STM_CHAR_DIGIT &&
           after != STM_CHAR_MARK && after != STM_CHAR_APOSTROPHE;
}

static bool joins(const run *r, stm_char joiner, const char *after,
                  const char *end)
{
    uint32_t cp;
    unsigned len;
    stm_char next = peek(after, end, &cp, &len);
    bool letters = is_letter(r->last) && is_letter(next);
    bool digits = r->last == STM_CHAR_DIGIT && next == STM_CHAR_DIGIT;
    switch (joiner) {
    case STM_CHAR_APOSTROPHE:
        return letters || digits;
    case STM_CHAR_POINT:
        return digits ||
               (letters && r->letters == 1 && single_letter(after, end));
    case STM_CHAR_COMMA:
        return digits;
    case STM_CHAR_MIDDOT:
        return letters;
    case STM_CHAR_QUOTE:
        return letters && stm_text__is_hebrew(r->last_point) &&
               stm_text__is_hebrew(cp);
    default:
        return false;
    }
}

/* The end of the word that starts at `p` with a character of class `first`. */
static const char *word_end(const char *p, const char *end, stm_char first)
{
    const char *start = p;
    run r = {first, 0, 0};
    uint32_t cp;
    unsigned len;
    for (;; p += len) {
        stm_char c = peek(p, end, &cp, &len);
        if (!len || p + len - start > STM_TEXT_WORD_MAX)
            return p;
        if (c == STM_CHAR_LETTER || c == STM_CHAR_DIGIT) {
            if (first == STM_CHAR_IDEOGRAPH)
                return p;
            r.last = c;
            r.last_point = cp;
            r.letters += is_letter(c);
        } else if (c == STM_CHAR_IDEOGRAPH) {
            if (p > start)
                return p;
        } else if (c != STM_CHAR_MARK) {
            if (!joins(&r, c, p + len, end))
                return p;
            r.letters = 0;
        }
    }
}

static bool add_folded(scan *s, const char *end, uint32_t first, stm_char class)
{
    char folded[STM_TEXT_FOLD_MAX];
    size_t n = stm_text__fold((stm_str){s->p, (size_t)(end - s->p)}, folded);
    return !n || add(s, end, stm_text__hash(folded, n), flags_of(first, class));
}

/* Reads the word at s->p and, where it is too long, the rest of it, which may
 * start with a mark. */
static bool read_word(scan *s, uint32_t first, stm_char class)
{
    for (;;) {
        const char *end = word_end(s->p, s->end, class);
        if (!add_folded(s, end, first, class))
            return false;
        bool full = end - s->p > STM_TEXT_WORD_MAX - 4;
        s->p = end;
        if (!full)
            return true;
        unsigned len;
        class = peek(end, s->end, &first, &len);
        if (class != STM_CHAR_LETTER && class != STM_CHAR_DIGIT &&
            class != STM_CHAR_MARK)
            return true;
    }
}

/* How many of the eight bytes, from the lowest, are ASCII letters or digits.
 * Adding to a byte under 128 sets its top bit when it reaches a limit; bit 5
 * makes letters small and leaves digits. */
static inline unsigned leading_ascii(uint64_t w)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), top = ones * 0x80;
    uint64_t low = w & ~top, small = low | ones * 0x20;
    uint64_t letter =
        (small + ones * (0x80 - 'a')) & ~(small + ones * (0x80 - 'z' - 1));
    uint64_t digit =
        (low + ones * (0x80 - '0')) & ~(low + ones * (0x80 - '9' - 1));
    uint64_t other = ~((letter | digit) & ~w) & top;
    return other ? (unsigned)__builtin_ctzll(other) / 8 : 8;
}

/* The end of the ASCII letters and digits that start at `p`. */
static inline const char *ascii_run(const char *p, const char *end)
{
    while (end - p >= 8) {
        unsigned n = leading_ascii(read_8(p));
        p += n;
        if (n < 8)
            return p;
    }
    while (p < end && stm_text__is_ascii_word(*p))
        p++;
    return p;
}

/* The end of a word of ASCII letters and digits that nothing continues; NULL
 * when there is more to it. */
static inline const char *ascii_end(const char *p, const char *end)
{
    const char *q = ascii_run(p, end);
    if (q - p > STM_TEXT_WORD_MAX)
        return NULL;
    if (q == end || !stm_text__byte[(unsigned char)*q])
        return q;
    /* a joiner joins only what follows directly */
    bool alone =
        !(*q & 0x80) &&
        (q + 1 == end || (!(q[1] & 0x80) && !stm_text__is_ascii_word(q[1])));
    return alone ? q : NULL;
}

static bool add_ascii(scan *s, const char *end)
{
    uint8_t flags = 0;
    if (*s->p <= '9')
        flags = STM_WORD_NUMBER;
    else if (*s->p <= 'Z')
        flags = STM_WORD_CAPITAL;
    uint64_t hash = hash_ascii(s->p, (size_t)(end - s->p), s->end);
    bool ok = add(s, end, hash, flags);
    s->p = end;
    return ok;
}

static bool starts_word(stm_char c)
{
    return c == STM_CHAR_LETTER || c == STM_CHAR_DIGIT ||
           c == STM_CHAR_IDEOGRAPH;
}

/* Takes an ideograph that folds to itself and has no marks. */
static bool take_ideograph(scan *s, unsigned len, bool *taken)
{
    uint32_t next;
    unsigned next_len;
    const char *end = s->p + len;
    *taken = peek(end, s->end, &next, &next_len) != STM_CHAR_MARK;
    if (!*taken)
        return true;
    uint64_t hash = stm_text__hash(s->p, len);
    bool ok = add(s, end, hash, STM_WORD_IDEOGRAPH);
    s->p = end;
    return ok;
}

/* Takes one word, or what separates words. */
static stm_status take(scan *s)
{
    if (stm_text__is_ascii_word(*s->p)) {
        const char *end = ascii_end(s->p, s->end);
        if (end)
            return add_ascii(s, end) ? STM_OK : STM_ENOMEM;
    }
    uint32_t cp;
    unsigned len = stm_text__decode(s->p, s->end, &cp);
    if (!len)
        return STM_EARG;
    if (stm_text__is_folded_ideograph(cp)) {
        bool taken, ok = take_ideograph(s, len, &taken);
        if (taken)
            return ok ? STM_OK : STM_ENOMEM;
    }
    stm_char c = stm_text__char(cp);
    if (starts_word(c))
        return read_word(s, cp, c) ? STM_OK : STM_ENOMEM;
    s->p += len;
    return STM_OK;
}

static stm_status scan_all(scan *s, stm_error *err)
{
    stm_status rc = STM_OK;
    while (s->p < s->end && rc == STM_OK) {
        unsigned char c = stm_text__byte[(unsigned char)*s->p];
        if (c && (c <= STM_CHAR_DIGIT || c == STM_CHAR_UNREAD))
            rc = take(s);
        else
            s->p++;
    }
    if (rc == STM_EARG)
        return stm_fail(err, rc, (uint64_t)(s->p - s->start),
                        "the text is not UTF-8 at byte %zu",
                        (size_t)(s->p - s->start));
    return rc ? no_memory(err) : STM_OK;
}

stm_status stm_words_scan(stm_words **out, stm_str bytes, stm_error *err)
{
    *out = NULL;
    if (bytes.len > UINT32_MAX)
        return stm_fail(err, STM_ELIMIT, STM_NO_OFFSET,
                        "text of %zu bytes is over the 4 GiB limit", bytes.len);
    scan s = {bytes.ptr, bytes.ptr, bytes.ptr + bytes.len, 0, 0, 0, 0, 0};
    stm_status rc = scan_all(&s, err);
    stm_words *w = rc ? NULL : malloc(sizeof *w);
    if (!w) {
        free(s.at);
        free(s.hash);
        free(s.flags);
        return rc ? rc : no_memory(err);
    }
    *w = (stm_words){bytes, (uint32_t)s.count, s.at, s.hash, s.flags};
    stm_text__mark_sentences(w, s.flags);
    *out = w;
    return STM_OK;
}

void stm_words_free(stm_words *w)
{
    if (!w)
        return;
    free((void *)w->at);
    free((void *)w->hash);
    free((void *)w->flags);
    free(w);
}

size_t stm_words_folded(const stm_words *w, uint32_t i, char *buf, size_t size)
{
    char folded[STM_TEXT_FOLD_MAX];
    stm_range at = w->at[i];
    size_t n = stm_text__fold(
        (stm_str){w->bytes.ptr + at.start, at.end - at.start}, folded);
    if (!size)
        return 0;
    if (n > size - 1) {
        n = size - 1;
        while (n && (folded[n] & 0xc0) == 0x80)
            n--;
    }
    memcpy(buf, folded, n);
    buf[n] = '\0';
    return n;
}

uint64_t stm_word_hash(stm_str word)
{
    char folded[STM_TEXT_FOLD_MAX];
    return stm_text__hash(folded, stm_text__fold(word, folded));
}
