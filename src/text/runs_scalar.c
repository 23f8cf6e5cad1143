/* What the kernels do, a byte at a time: the definition. */
#include "text/chars.h"
#include "text/fold.h"
#include "text/runs.h"
#include "text/word_hash.h"

typedef enum part { NONE, PLAIN, MIXED } part;

/* A byte as runs see it: an stm_char, or a byte of a tame letter. */
enum { LATIN = STM_CHAR_UNREAD + 1, CYRILLIC };

static unsigned kind_at(const char *piece, size_t i)
{
    const unsigned char *p = (const unsigned char *)piece + i;
    unsigned char lead = *p;
    bool tame = stm_text__is_tame(p[0], p[1]);
    if (stm_text__is_dash(p[0], p[1], p[2]) ||
        (i >= 1 && stm_text__is_dash(p[-1], p[0], p[1])) ||
        (i >= 2 && stm_text__is_dash(p[-2], p[-1], p[0])))
        return STM_CHAR_OTHER;
    if (!tame && i && *p >= 0x80) {
        lead = p[-1];
        tame = stm_text__is_tame(p[-1], p[0]);
    }
    if (tame)
        return lead == 0xc3 ? LATIN : CYRILLIC;
    return stm_text__byte[*p];
}

static bool is_letter(unsigned kind)
{
    return kind == STM_CHAR_LETTER || kind == LATIN || kind == CYRILLIC;
}

/* `after` is known for in-between bytes only; at the end of a block nobody
 * looks whether a letter of two bytes is tame, so nowhere anybody does. */
static part joiner_at(const char *p, unsigned before, unsigned c)
{
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
        return MIXED;
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
        return PLAIN;
    case STM_CHAR_UNREAD:
        return MIXED;
    default:
        return joiner_at(piece + i, before, kind);
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

static void find(stm_runs *out, char *folded, const char *piece, size_t blocks)
{
    part before = NONE;
    out->started = out->ended = out->mixed = 0;
    for (size_t i = 0; i < blocks * STM_RUNS_BLOCK; i++) {
        part now = part_at(piece, i);
        fold(folded, piece, i);
        if (before == NONE && now != NONE)
            out->from[out->started++] = (uint16_t)i;
        bool growing = out->ended < out->started;
        if (growing && now != PLAIN)
            end_run(out, now == MIXED ? STM_RUN_MIXED : i);
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
