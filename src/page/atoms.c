#include "page/atoms.h"

#include "base/hash.h"
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

/* Whether one of eight bytes comes before the small letters, or is over 127. */
static bool others(uint64_t w)
{
    const uint64_t ones = UINT64_MAX / 255, low = w & ones * 127;
    return (~(low + ones * (128 - 'a')) | w) & ones * 128;
}

/* Most words are small letters behind the first, where no seam can be. `last`
 * is the end of the text, up to where bytes may be read. */
static bool may_be_glued(const char *p, const char *end, const char *last)
{
    const uint64_t letters = UINT64_MAX / 255 * 'a';
    uint64_t w = letters;
    for (p++; end - p >= 8; p += 8)
        if (others(stm_load64(p)))
            return true;
    if (p == end)
        return false;
    if (last - p >= 8) {
        uint64_t mask = UINT64_MAX >> (64 - 8 * (unsigned)(end - p));
        return others((stm_load64(p) & mask) | (letters & ~mask));
    }
    for (; p < end; p++)
        w = w << 8 | (unsigned char)*p;
    return others(w);
}

/* The end of the part of a word that begins at `p`. */
static const char *part_end(const char *p, const char *end, const char *last)
{
    return may_be_glued(p, end, last) ? next_seam(p, end) : end;
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

static stm_atom make_atom(const stm_words *w, stm_str part, uint64_t hash,
                          uint8_t flags)
{
    stm_phrases p = stm_page__phrases_at(hash);
    uint32_t start = (uint32_t)(part.ptr - w->bytes.ptr);
    return (stm_atom){.start = start,
                      .end = start + (uint32_t)part.len,
                      .hash = hash,
                      .marks = p.marks,
                      .phrase = p.at,
                      .phrases = p.count,
                      .flags = flags};
}

/* Appends the parts of word `i`, as far as there is room for; returns how many
 * it has. */
static uint32_t take_apart(stm_atoms *out, uint32_t room, const stm_words *w,
                           uint32_t i)
{
    const char *p = w->bytes.ptr + w->at[i].start;
    const char *end = w->bytes.ptr + w->at[i].end;
    uint32_t parts = 0;
    for (; p < end; parts++) {
        const char *q = part_end(p, end, w->bytes.ptr + w->bytes.len);
        stm_str part = {p, (size_t)(q - p)};
        bool whole = !parts && q == end;
        if (out->count < room)
            out->items[out->count++] =
                make_atom(w, part, whole ? w->hash[i] : stm_word_hash(part),
                          flags_of(part, w->flags[i], !parts));
        p = q;
    }
    return parts;
}

/* Returns how many there are: more than `room` when it is too small. */
static uint32_t fill(stm_atoms *out, uint32_t room, const stm_words *w)
{
    uint32_t count = 0;
    out->count = 0;
    for (uint32_t i = 0; i < w->count; i++)
        count += take_apart(out, room, w, i);
    return count;
}

/* Few words are glued, so that there is mostly room enough at once. */
bool stm_page__atoms(stm_atoms *out, const stm_words *w, stm_arena *mem)
{
    uint32_t room = w->count + w->count / 16, count;
    *out = (stm_atoms){w->bytes, STM_ARENA_RAW(mem, stm_atom, room), 0};
    if (!out->items)
        return false;
    count = fill(out, room, w);
    if (count <= room)
        return true;
    out->items = STM_ARENA_RAW(mem, stm_atom, count);
    if (out->items)
        fill(out, count, w);
    return out->items;
}

static bool rest_matches(const stm_atoms *a, uint32_t i, const stm_phrase *p)
{
    const uint64_t *rest = stm_page__phrase_rest(p);
    for (unsigned k = 1; k < p->length; k++)
        if (a->items[i + k].hash != rest[k - 1])
            return false;
    return true;
}

const stm_phrase *stm_page__match_any(const stm_atoms *a, uint32_t i,
                                      uint32_t to, uint32_t marks)
{
    const stm_phrase *p = stm_page__phrase(a->items[i].phrase);
    for (unsigned count = a->items[i].phrases; count; count--, p++)
        if ((marks & STM_MARK_BIT(p->mark)) && p->length <= to - i &&
            rest_matches(a, i, p))
            return p;
    return NULL;
}
