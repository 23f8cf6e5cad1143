/* A name falls into words at everything that is no letter and where a capital
 * follows a small letter ("post-body", "postBody", "post_body2"); each word is
 * looked up whole, without the s of a plural. */
#include "html/hints.h"

#include "base/hash.h"
#include "base/str.h"
#include "html/hints_letters.h"

enum { LONGEST_NAME = 1000, FIRST = 8 /* letters compared at once */ };

typedef struct meaning {
    const char *words; /* set apart by blanks */
    uint32_t hints;
} meaning;

#define BIT(h) STM_HINT_BIT(STM_HINT_##h)

static const meaning meanings[] = {
#include "html/hints.inc"
};

typedef struct word {
    uint64_t first; /* its first letters, small ones */
    const char *start;
    uint32_t length;
} word;

/* The first letters as one number; up to `end` bytes may be read. */
static uint64_t first_letters(const char *p, size_t n, const char *end)
{
    const uint64_t small = UINT64_C(0x2020202020202020);
    uint64_t w = 0;
    if (end - p >= FIRST) {
        w = stm_load64(p) | small;
        return n < FIRST ? w & ((UINT64_C(1) << 8 * n) - 1) : w;
    }
    for (size_t i = n < FIRST ? n : FIRST; i--;)
        w = w << 8 | (unsigned char)stm_ascii_lower(p[i]);
    return w;
}

static bool rest_is(const word *w, const char *known)
{
    for (uint32_t i = FIRST; i < w->length; i++)
        if (stm_ascii_lower(w->start[i]) != known[i])
            return false;
    return true;
}

static size_t slot_of(const word *w)
{
    return ((w->first * UINT64_C(0x9e3779b97f4a7c15) >> 32) + w->length) %
           STM_HINT_SLOTS;
}

/* The slot of the word, or an empty one, from slot `i` on. */
static size_t find(const stm_hint_words *h, const word *w, size_t i)
{
    for (; h->word[i].first; i = (i + 1) % STM_HINT_SLOTS)
        if (h->word[i].first == w->first && h->word[i].length == w->length &&
            rest_is(w, h->start[i]))
            break;
    return i;
}

/* The word [p, p + n), without the s of a plural. */
static word make_word(const char *p, size_t n, const char *end)
{
    n -= (n > 3) & ((p[n - 1] | 32) == 's');
    return (word){first_letters(p, n, end), p, (uint32_t)n};
}

static void learn(stm_hint_words *h, const char *p, size_t n, uint32_t hints)
{
    word w = make_word(p, n, p + n);
    size_t i = find(h, &w, slot_of(&w));
    h->word[i].first = w.first;
    h->start[i] = p;
    h->word[i].length = w.length;
    h->word[i].hints |= hints;
}

void stm_html__hints_init(stm_hint_words *h)
{
    memset(h, 0, sizeof *h);
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++) {
        const char *p = meanings[i].words;
        while (*p) {
            size_t n = strcspn(p, " ");
            learn(h, p, n, meanings[i].hints);
            p += n + (p[n] == ' ');
        }
    }
}

static bool is_letter(char c) { return (unsigned char)((c | 32) - 'a') < 26; }

/* The end of the word at `p`: in front of what is no letter, or of a capital
 * behind a small letter. */
static const char *word_end(const char *p, const char *end)
{
    bool small = *p & 32;
    for (p++; p < end && is_letter(*p); p++) {
        if (small && !(*p & 32))
            break;
        small = *p & 32;
    }
    return p;
}

static uint32_t of_word(const stm_hint_words *h, const char *p, const char *to,
                        const char *end)
{
    word w = make_word(p, (size_t)(to - p), end);
    size_t i = slot_of(&w);
    /* whether the word is known cannot be foretold: only a slot that is
     * another's, and a long word, are looked at once more */
    bool same = h->word[i].first == w.first, other = h->word[i].first != 0;
    if ((!same & other) | (w.length > FIRST) |
        (same & (h->word[i].length != w.length)))
        i = find(h, &w, i);
    return h->word[i].hints;
}

static uint32_t of_long(const stm_hint_words *h, stm_str name)
{
    const char *p = name.ptr, *end = name.ptr + name.len;
    uint32_t hints = 0;
    while (p < end) {
        if (!is_letter(*p)) {
            p++;
            continue;
        }
        const char *to = word_end(p, end);
        hints |= of_word(h, p, to, end);
        p = to;
    }
    return hints;
}

/* The words of the first `n` bytes of a name, up to STM_LETTERS and none of
 * them longer, without a look at each byte in turn: where words begin and where
 * they end follows from the bits of their letters. */
static uint32_t of_letters(const stm_hint_words *h, stm_str name, size_t n,
                           stm_letters l)
{
    uint64_t before = l.all << 1, turns = l.all & ~l.small & l.small << 1;
    uint64_t begins = (l.all & ~before) | turns;
    uint64_t ends = (~l.all & before) | turns;
    uint32_t hints = 0;
    const char *end = name.ptr + name.len;
    for (; begins; begins &= begins - 1, ends &= ends - 1) {
        const char *p = name.ptr + __builtin_ctzll(begins);
        const char *to = name.ptr + (ends ? (size_t)__builtin_ctzll(ends) : n);
        hints |= of_word(h, p, to, end);
    }
    return hints;
}

/* By eights: the compiler takes a copy of unknown length for a long one. */
static void copy_short(char *to, stm_str s)
{
    size_t i = 0;
    for (; s.len - i >= 8; i += 8)
        memcpy(to + i, s.ptr + i, 8);
    for (; i < s.len; i++)
        to[i] = s.ptr[i];
}

/* A long name goes in pieces that end before what is no letter. */
static uint32_t of_words(const stm_hint_words *h, stm_str name)
{
    char room[STM_LETTERS] = {0};
    uint32_t hints = 0;
    while (name.len > STM_LETTERS) {
        stm_letters l = stm_html__letters(name.ptr, STM_LETTERS);
        if (!~l.all)
            return hints | of_long(h, name);
        size_t n = 63 - (size_t)__builtin_clzll(~l.all);
        uint64_t inside = (UINT64_C(1) << n) - 1;
        l = (stm_letters){l.all & inside, l.small & inside};
        hints |= of_letters(h, name, n, l);
        name = (stm_str){name.ptr + n + 1, name.len - n - 1};
    }
    copy_short(room, name);
    return hints |
           of_letters(h, name, name.len, stm_html__letters(room, name.len));
}

/* The last bytes of a name, fewer than eight, as a number of their own; up to
 * eight before them may be read where the name is longer. */
static uint64_t last_bytes(const char *p, size_t n, size_t whole)
{
    uint32_t a, b;
    if (whole >= 8)
        return n ? stm_load64(p + n - 8) : 0;
    if (n >= 4) {
        memcpy(&a, p, sizeof a);
        memcpy(&b, p + n - 4, sizeof b);
        return (uint64_t)a << 32 | b;
    }
    if (!n)
        return 0;
    const unsigned char *u = (const unsigned char *)p;
    return (uint64_t)u[0] << 16 | (uint64_t)u[n / 2] << 8 | u[n - 1];
}

/* Lighter than the hash of base: there are as many names as elements, and
 * nobody gains by making two of them look the same. */
static uint64_t hash_name(stm_str name)
{
    const uint64_t factor = UINT64_C(0x9e3779b97f4a7c15);
    uint64_t h = name.len * factor;
    const char *p = name.ptr;
    size_t n = name.len;
    for (; n >= 8; p += 8, n -= 8) {
        h = (h ^ stm_load64(p)) * factor;
        h ^= h >> 32;
    }
    return stm_mix64(h ^ last_bytes(p, n, name.len)) | 1;
}

uint32_t stm_html__hints(stm_hint_words *h, stm_str name, uint64_t *hash)
{
    if (name.len > LONGEST_NAME)
        name.len = LONGEST_NAME;
    *hash = hash_name(name);
    size_t i = *hash >> 32 & (STM_HINTS_KNOWN - 1);
    if (h->known[i].hash != *hash) {
        h->known[i].hash = *hash;
        h->known[i].hints = of_words(h, name);
    }
    return h->known[i].hints;
}
