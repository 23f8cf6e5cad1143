#include "page/atoms.h"

#include "page/chars.h"

static bool is_upper(const char *p, const char *end)
{
    unsigned char c = (unsigned char)*p;
    if (c < 0x80)
        return c >= 'A' && c <= 'Z';
    unsigned char d = p + 1 < end ? (unsigned char)p[1] : 0;
    /* Latin-1 and Cyrillic: what is seen glued */
    return (c == 0xc3 && d >= 0x80 && d <= 0x9e) ||
           (c == 0xd0 && d >= 0x80 && d <= 0xaf);
}

static bool is_lower(const char *p, const char *end)
{
    unsigned char c = (unsigned char)*p;
    if (c < 0x80)
        return c >= 'a' && c <= 'z';
    unsigned char d = p + 1 < end ? (unsigned char)p[1] : 0;
    return (c == 0xc3 && d >= 0x9f) || (c == 0xd0 && d >= 0xb0) || c == 0xd1;
}

/* Where the word [p, end) is glued next: a capital behind a small letter or a
 * digit. */
static const char *next_seam(const char *p, const char *end)
{
    while (p < end) {
        bool before = is_lower(p, end) || stm_ascii_digit(*p);
        p += stm_page__step(p);
        if (before && p < end && is_upper(p, end))
            return p;
    }
    return end;
}

static bool all_upper(const char *p, const char *end)
{
    unsigned letters = 0;
    for (; p < end; p += stm_page__step(p), letters++)
        if (!is_upper(p, end))
            return false;
    return letters > 1;
}

/* Most words are small letters behind the first, where no seam can be. */
static bool may_be_glued(const char *p, const char *end)
{
    bool other = false;
    for (p++; p < end; p++)
        other |= (signed char)*p < 'a'; /* bytes over 127, too */
    return other;
}

/* The end of the part of a word that begins at `p`. */
static const char *part_end(const char *p, const char *end)
{
    return may_be_glued(p, end) ? next_seam(p, end) : end;
}

static uint32_t count_atoms(const stm_words *w)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < w->count; i++) {
        const char *p = w->bytes.ptr + w->at[i].start;
        const char *end = w->bytes.ptr + w->at[i].end;
        for (; p < end; count++)
            p = part_end(p, end);
    }
    return count;
}

static uint8_t flags_of(stm_str part, uint8_t word, bool first)
{
    uint8_t flags = word;
    const char *end = part.ptr + part.len;
    if (!first)
        flags = STM_ATOM_GLUED | STM_WORD_CAPITAL;
    if (all_upper(part.ptr, end))
        flags |= STM_ATOM_UPPER;
    return flags;
}

/* Appends the parts of word `i`. */
static void take_apart(stm_atoms *out, const stm_words *w, uint32_t i)
{
    const char *p = w->bytes.ptr + w->at[i].start;
    const char *end = w->bytes.ptr + w->at[i].end;
    for (bool first = true; p < end; first = false) {
        const char *q = part_end(p, end);
        stm_str part = {p, (size_t)(q - p)};
        bool whole = first && q == end;
        stm_atom a = {.start = (uint32_t)(p - w->bytes.ptr),
                      .end = (uint32_t)(q - w->bytes.ptr),
                      .hash = whole ? w->hash[i] : stm_word_hash(part),
                      .flags = flags_of(part, w->flags[i], first)};
        a.phrases = stm_page__phrases_at(a.hash, &a.phrase);
        out->items[out->count++] = a;
        p = q;
    }
}

bool stm_page__atoms(stm_atoms *out, const stm_words *w, stm_arena *mem)
{
    *out =
        (stm_atoms){w->bytes, STM_ARENA_NEW(mem, stm_atom, count_atoms(w)), 0};
    if (!out->items)
        return false;
    for (uint32_t i = 0; i < w->count; i++)
        take_apart(out, w, i);
    return true;
}

static bool rest_matches(const stm_atoms *a, uint32_t i, const stm_phrase *p)
{
    const uint64_t *rest = stm_page__phrase_rest(p);
    for (unsigned k = 1; k < p->length; k++)
        if (a->items[i + k].hash != rest[k - 1])
            return false;
    return true;
}

const stm_phrase *stm_page__match(const stm_atoms *a, uint32_t i, uint32_t to,
                                  uint32_t marks)
{
    const stm_phrase *p = stm_page__phrase(a->items[i].phrase);
    for (unsigned count = a->items[i].phrases; count; count--, p++)
        if ((marks & STM_MARK_BIT(p->mark)) && p->length <= to - i &&
            rest_matches(a, i, p))
            return p;
    return NULL;
}
