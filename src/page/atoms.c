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
static uint64_t others(uint64_t w)
{
    const uint64_t ones = UINT64_MAX / 255, low = w & ones * 127;
    return (~(low + ones * (128 - 'a')) | w) & ones * 128;
}

enum { SHORT = 16 /* bytes of a word looked at with few steps */ };

/* Whether the bytes of a word behind the first are small letters: no seam can
 * be in it, and if it is of one letter it has not two capitals. More than SHORT
 * bytes can be read at `p`. Most words are so. */
static bool is_small(const char *p, size_t n)
{
    const uint64_t all = UINT64_MAX;
    if (n > SHORT)
        return false;
    uint64_t found = others(stm_load64(p + 1)),
             more = others(stm_load64(p + 9));
    found &= n < 9 ? all >> 1 >> (63 - 8 * (n - 1)) : all;
    more &= n > 9 ? all >> 1 >> (63 - 8 * (n - 9)) : 0;
    return !(found | more);
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
        const char *q = next_seam(p, end);
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
    for (uint32_t i = 0; i < w->count; i++) {
        stm_str word = stm_str_cut(w->bytes, w->at[i]);
        bool near_end = w->bytes.len - w->at[i].start <= SHORT;
        if (near_end || out->count == room || !is_small(word.ptr, word.len)) {
            count += take_apart(out, room, w, i);
            continue;
        }
        out->items[out->count++] = make_atom(w, word, w->hash[i], w->flags[i]);
        count++;
    }
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
    uint64_t asked = marks;
    if (to - i > 1)
        asked |= stm_page__second_bit(a->items[i + 1].hash);
    if (!(stm_page__phrase_begins(a->items[i].phrase) & asked))
        return NULL;
    const stm_phrase *p = stm_page__phrase(a->items[i].phrase);
    for (unsigned count = a->items[i].phrases; count; count--, p++)
        if ((marks & STM_MARK_BIT(p->mark)) && p->length <= to - i &&
            rest_matches(a, i, p))
            return p;
    return NULL;
}
