/* What the kernels do, a byte at a time: the definition. */
#include "text/chars.h"
#include "text/fold.h"
#include "text/runs.h"
#include "text/word_hash.h"

typedef enum part { NONE, PLAIN, MIXED } part;

/* A byte as runs see it: an stm_char, or a byte of what units.h knows. */
enum { LATIN = STM_CHAR_UNREAD + 1, CYRILLIC, IDEOGRAPH };

static stm_unit unit_at(const char *piece, size_t i)
{
    const unsigned char *p = (const unsigned char *)piece + i;
    return stm_unit__of(p[0], p[1], p[2]);
}

/* What the byte at `i` is a part of, and where that begins. */
static stm_unit unit_around(const char *piece, size_t i, size_t *start)
{
    for (size_t back = 0; back < 3 && back <= i; back++) {
        stm_unit u = unit_at(piece, i - back);
        *start = i - back;
        if (stm_unit__length(u) > back)
            return u;
    }
    return STM_UNIT_NONE;
}

static bool behind_ideograph(const char *piece, size_t i)
{
    return i >= 3 && unit_at(piece, i - 3) == STM_UNIT_IDEOGRAPH;
}

static unsigned kind_at(const char *piece, size_t i)
{
    size_t start;
    stm_unit u = unit_around(piece, i, &start);
    switch (u) {
    case STM_UNIT_LATIN:
        return LATIN;
    case STM_UNIT_CYRILLIC:
        return CYRILLIC;
    case STM_UNIT_IDEOGRAPH:
        return IDEOGRAPH;
    case STM_UNIT_MARK:
    case STM_UNIT_LONG_MARK:
        return STM_CHAR_OTHER;
    case STM_UNIT_COMMA:
        if (behind_ideograph(piece, start))
            return STM_CHAR_OTHER;
        break;
    case STM_UNIT_NONE:
        break;
    }
    return stm_text__byte[(unsigned char)piece[i]];
}

static bool is_letter(unsigned kind)
{
    return kind == STM_CHAR_LETTER || kind == LATIN || kind == CYRILLIC;
}

/* Whether a point between letters joins nothing: it does where one letter alone
 * stands on each side. */
static bool is_idle(const char *piece, size_t i)
{
    bool one = stm_text__byte[(unsigned char)piece[i + 1]] == STM_CHAR_LETTER;
    if (i >= 2 && kind_at(piece, i - 1) == STM_CHAR_LETTER &&
        kind_at(piece, i - 2) == STM_CHAR_LETTER)
        return true;
    return one && stm_text__is_ascii_word(piece[i + 2]);
}

/* `after` is known for in-between bytes only; at the end of a block nobody
 * looks whether a letter of two bytes is tame, so nowhere anybody does. */
static part joiner_at(const char *piece, size_t i, unsigned before, unsigned c)
{
    const char *p = piece + i;
    unsigned char next = (unsigned char)p[1];
    unsigned after = stm_text__byte[next];
    bool letters = is_letter(before) && after == STM_CHAR_LETTER;
    bool digits = before == STM_CHAR_DIGIT && after == STM_CHAR_DIGIT;
    bool might = is_letter(before) || before == STM_CHAR_DIGIT;
    if (before == STM_CHAR_UNREAD || (next >= 0x80 && might))
        return MIXED;
    if (c == STM_CHAR_APOSTROPHE && (letters || digits))
        return *p == '`' || before == CYRILLIC ? MIXED : PLAIN;
    if (c == STM_CHAR_POINT && letters)
        return is_idle(piece, i) ? NONE : MIXED;
    bool number = c == STM_CHAR_POINT || c == STM_CHAR_COMMA;
    return number && digits ? PLAIN : NONE;
}

static part part_at(const char *piece, size_t i)
{
    unsigned kind = kind_at(piece, i);
    unsigned before = i ? kind_at(piece, i - 1) : STM_CHAR_OTHER;
    switch (kind) {
    case STM_CHAR_OTHER:
        return NONE;
    case STM_CHAR_LETTER:
    case STM_CHAR_DIGIT:
    case LATIN:
        return before == CYRILLIC ||
                       ((unsigned char)piece[i + 1] & 0xfe) == 0xd0
                   ? MIXED
                   : PLAIN;
    case CYRILLIC:
    case IDEOGRAPH:
        return PLAIN;
    case STM_CHAR_UNREAD:
        return MIXED;
    default:
        return joiner_at(piece, i, before, kind);
    }
}

static void fold(char *folded, const char *piece, size_t i)
{
    bool ascii = !(piece[i] & 0x80);
    folded[i] = (char)(ascii ? piece[i] | ' ' : piece[i]);
    if (i &&
        stm_text__is_tame((unsigned char)piece[i - 1], (unsigned char)piece[i]))
        stm_text__fold_tame(folded + i - 1);
}

static void end_run(stm_runs *out, size_t to)
{
    if (to - out->from[out->ended] > STM_TEXT_WORD_MAX)
        to = STM_RUN_MIXED;
    if (to == STM_RUN_MIXED)
        out->which[out->mixed++] = (uint16_t)out->ended;
    out->to[out->ended++] = (uint16_t)to;
}

/* Whether a plain run begins at `i` though another may be under way: ideographs
 * stand alone. */
static bool breaks_at(const char *piece, size_t i)
{
    return unit_at(piece, i) == STM_UNIT_IDEOGRAPH ||
           (behind_ideograph(piece, i) && kind_at(piece, i) != IDEOGRAPH);
}

static void find(stm_runs *out, char *folded, const char *piece, size_t blocks)
{
    part before = NONE;
    out->started = out->ended = out->mixed = 0;
    for (size_t i = 0; i < blocks * STM_RUNS_BLOCK; i++) {
        part now = part_at(piece, i);
        bool breaks = now == PLAIN && breaks_at(piece, i);
        fold(folded, piece, i);
        if (out->ended < out->started && (now != PLAIN || breaks))
            end_run(out, now == MIXED ? STM_RUN_MIXED : i);
        if (now != NONE && (before == NONE || breaks))
            out->from[out->started++] = (uint16_t)i;
        if (now == MIXED && out->ended < out->started)
            end_run(out, STM_RUN_MIXED);
        before = now;
    }
}

static void hash(uint64_t *out, const char *bytes, const uint16_t *from,
                 const uint16_t *to, size_t count)
{
    for (size_t i = 0; i < count; i++)
        out[i] = stm_text__hash(bytes + from[i], (size_t)(to[i] - from[i]));
}

const stm_text_kernel stm_text__scalar = {find, hash};
