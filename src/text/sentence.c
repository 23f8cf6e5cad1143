/* Sentence starts, decided for each word from what stands before it.
 *
 * A paragraph, a list item and a line end that is not mere wrapping start a
 * sentence. An end mark does where it is followed by space and no small letter,
 * unless it is the point of an abbreviation, an initial, an ordinal or a list
 * number. Abbreviations that may end a sentence ("etc.", "U.S.", "V.") do so
 * only before a function word of the text's language with a capital: names
 * follow initials, articles and pronouns do not. Pages flattened to one line
 * glue sentences ("needed.He"); they are parted where a small letter, an end
 * mark and a capitalised word meet outside addresses and file names. In a text
 * without capitals small letters say nothing. */
#include "text/sentence.h"

#include "base/str.h"
#include "text/abbreviations.h"
#include "text/chars.h"
#include "text/function_words.h"
#include "text/gap.h"
#include "text/language.h"
#include "text/weights.h"
#include "text/wrap.h"
#include "text/utf8.h"

typedef struct marker {
    const stm_words *w;
    uint64_t language; /* bit of the function words' table */
    bool ordinals;     /* the language writes "2. May" */
    bool greek;
    bool caseless;  /* the text is in small letters throughout */
    unsigned width; /* the text is filled to it, or 0 */
} marker;

static const char *bytes_at(const marker *m, uint32_t byte)
{
    return m->w->bytes.ptr + byte;
}

static uint32_t first_of(const marker *m, uint32_t i)
{
    uint32_t cp = 0;
    stm_range at = m->w->at[i];
    stm_text__decode(bytes_at(m, at.start), bytes_at(m, at.end), &cp);
    return cp;
}

static uint32_t last_of(const marker *m, uint32_t i)
{
    stm_range at = m->w->at[i];
    return stm_text__decode_back(bytes_at(m, at.start), bytes_at(m, at.end));
}

static uint32_t length_of(const marker *m, uint32_t i)
{
    return m->w->at[i].end - m->w->at[i].start;
}

static bool has(const marker *m, uint32_t i, uint8_t flag)
{
    return m->w->flags[i] & flag;
}

/* A small letter where a sentence would start with a capital. */
static bool is_small(const marker *m, uint32_t i)
{
    return !m->caseless && stm_text__is_lower(first_of(m, i));
}

static bool is_one_letter(const marker *m, uint32_t i)
{
    uint32_t cp = 0;
    stm_range at = m->w->at[i];
    return !has(m, i, STM_WORD_NUMBER) &&
           stm_text__decode(bytes_at(m, at.start), bytes_at(m, at.end), &cp) ==
               length_of(m, i) &&
           stm_text__char(cp) == STM_CHAR_LETTER;
}

/* A function word of the text's language, and no initial: "A. S. Reed". */
static bool is_function(const marker *m, uint32_t i)
{
    uint32_t end = m->w->at[i].end;
    bool initial = is_one_letter(m, i) && end < m->w->bytes.len &&
                   *bytes_at(m, end) == '.';
    return !initial &&
           stm_text__function_languages(m->w->hash[i]) & m->language;
}

static bool has_point(const marker *m, uint32_t i)
{
    return memchr(bytes_at(m, m->w->at[i].start), '.', length_of(m, i));
}

/* "U.S", "z.B": the scan lets points into words of letters for these only. */
static bool is_acronym(const marker *m, uint32_t i)
{
    return !has(m, i, STM_WORD_NUMBER) && has_point(m, i);
}

/* A number that opens a sentence stands before a list item or a heading. */
static bool numbers_an_item(const marker *m, uint32_t i)
{
    uint32_t most =
        has_point(m, i) ? STM_TEXT_SECTION_BYTES : STM_TEXT_LIST_BYTES;
    return has(m, i, STM_WORD_SENTENCE) && length_of(m, i) <= most;
}

/* The second part of "t.ex", "m.in". */
static bool ends_chain(const marker *m, uint32_t i)
{
    const stm_range *at = m->w->at;
    return i && length_of(m, i) <= STM_TEXT_CHAIN_BYTES &&
           length_of(m, i - 1) <= STM_TEXT_CHAIN_BYTES &&
           at[i].start - at[i - 1].end == 1 &&
           *bytes_at(m, at[i - 1].end) == '.';
}

static bool is_roman(const marker *m, uint32_t i)
{
    const char *p = bytes_at(m, m->w->at[i].start);
    for (uint32_t k = 0; k < length_of(m, i); k++)
        if (p[k] != 'I' && p[k] != 'V' && p[k] != 'X' && p[k] != 'L')
            return false;
    return true;
}

/* What the point after word `i` may be besides a full stop: STM_ABBR_*. */
static unsigned abbreviation(const marker *m, uint32_t i)
{
    bool number = has(m, i, STM_WORD_NUMBER);
    if (number && numbers_an_item(m, i))
        return STM_ABBR_NEVER;
    if (number && m->ordinals && length_of(m, i) <= STM_TEXT_ORDINAL_BYTES)
        return STM_ABBR_END;
    if (number || has(m, i, STM_WORD_IDEOGRAPH))
        return 0;
    unsigned kind = stm_text__abbreviation(m->w->hash[i]);
    if (kind & STM_ABBR_CAPITAL && !has(m, i, STM_WORD_CAPITAL) && !m->caseless)
        kind = 0;
    if (kind)
        return kind;
    bool end = is_one_letter(m, i) || is_acronym(m, i) || ends_chain(m, i) ||
               (m->ordinals && is_roman(m, i));
    return end ? STM_ABBR_END : 0;
}

/* Whether a point before word `i` and space between end a sentence. */
static bool point_ends(const marker *m, uint32_t i)
{
    unsigned kind = abbreviation(m, i - 1);
    bool number = has(m, i, STM_WORD_NUMBER);
    if (is_small(m, i) || kind & STM_ABBR_NEVER)
        return false;
    if (kind & STM_ABBR_NUMBER)
        return !number;
    if (kind & STM_ABBR_END)
        return has(m, i, STM_WORD_CAPITAL) && is_function(m, i);
    return true;
}

/* Bytes that addresses, file names and programs are known by. `tail`: behind
 * the point, where a slash or the bracket of a call tells as well. */
static bool is_address_part(const char *p, size_t n, bool tail)
{
    for (size_t k = 0; k < n; k++) {
        char next = k + 1 < n ? p[k + 1] : ' ';
        bool point = p[k] == '.' && next >= 'a' && next <= 'z';
        bool slashes = p[k] == '/' && (tail || next == '/');
        bool call = tail && (p[k] == '(' || p[k] == '<' || p[k] == '>');
        if (point || slashes || call || p[k] == '@' || p[k] == '=' ||
            p[k] == '_' || p[k] == '\\')
            return true;
    }
    return false;
}

/* Whether the run of visible bytes around the gap before `i` is an address. */
static bool in_address(const marker *m, uint32_t i)
{
    const char *from = bytes_at(m, m->w->at[i - 1].end), *start = from;
    const char *to = bytes_at(m, m->w->at[i].start), *end = to;
    const char *all = m->w->bytes.ptr, *all_end = all + m->w->bytes.len;
    while (start > all && from - start < STM_TEXT_ADDRESS_BYTES &&
           !stm_ascii_space(start[-1]))
        start--;
    while (end < all_end && end - to < STM_TEXT_ADDRESS_BYTES &&
           !stm_ascii_space(*end))
        end++;
    return is_address_part(start, (size_t)(from - start), false) ||
           is_address_part(to, (size_t)(end - to), true);
}

/* "He", "I", but not "H" of "H2O" nor "NASA". */
static bool looks_capitalised(const marker *m, uint32_t i)
{
    uint32_t cp = 0;
    stm_range at = m->w->at[i];
    const char *p = bytes_at(m, at.start), *end = bytes_at(m, at.end);
    if (!has(m, i, STM_WORD_CAPITAL))
        return false;
    p += stm_text__decode(p, end, &cp);
    if (p == end)
        return is_function(m, i);
    stm_text__decode(p, end, &cp);
    return !stm_text__is_upper(cp) && stm_text__char(cp) != STM_CHAR_DIGIT;
}

/* A sentence set directly behind another, as flattened pages do. */
static bool is_glued(const marker *m, uint32_t i, const stm_gap *g)
{
    if (g->space || !looks_capitalised(m, i))
        return false;
    uint32_t last = last_of(m, i - 1);
    bool small = stm_text__is_lower(last) || has(m, i - 1, STM_WORD_NUMBER);
    if (!small && !is_function(m, i))
        return false;
    bool kind = g->mark == STM_MARK_POINT && abbreviation(m, i - 1);
    return !kind && !is_one_letter(m, i - 1) && !in_address(m, i);
}

/* A reference mark between an end mark and word `i`: "needed.[3] He". */
static bool ends_before_note(const marker *m, uint32_t i)
{
    for (unsigned k = 0; k < STM_TEXT_NOTES && i > 1; k++, i--) {
        stm_range number = m->w->at[i - 1];
        const char *end = bytes_at(m, m->w->at[i - 2].end);
        const char *open = bytes_at(m, number.start);
        if (!has(m, i - 1, STM_WORD_NUMBER) || open - end < 2 ||
            open[-1] != '[' || *bytes_at(m, number.end) != ']')
            return false;
        if (*end == '.' || *end == '!' || *end == '?')
            return true;
    }
    return false;
}

/* 「…！」と: the sentence that quotes goes on. */
static bool quotes_on(const marker *m, uint32_t i, const stm_gap *g)
{
    uint32_t cp = first_of(m, i);
    return g->quote_after && !g->space && cp >= 0x3041 && cp <= 0x309f;
}

static bool ends(const marker *m, uint32_t i, const stm_gap *g)
{
    if (g->mark == STM_MARK_FREE)
        return !quotes_on(m, i, g);
    if (!g->mark)
        return g->space && !is_small(m, i) && ends_before_note(m, i);
    if (!g->space_after)
        return is_glued(m, i, g);
    if (g->mark == STM_MARK_POINT)
        return point_ends(m, i);
    return !is_small(m, i);
}

/* "a)", "12)" at the start of a line. */
static bool is_enumerator(const marker *m, uint32_t i)
{
    uint32_t end = m->w->at[i].end;
    bool item = is_one_letter(m, i) || (has(m, i, STM_WORD_NUMBER) &&
                                        length_of(m, i) <= STM_TEXT_LIST_BYTES);
    return item && end < m->w->bytes.len && *bytes_at(m, end) == ')';
}

/* Whether the line end before word `i`, at which no sentence ends for sure,
 * only wraps the text. */
static bool is_wrapped(const marker *m, uint32_t i, const stm_gap *g)
{
    unsigned kind = g->mark == STM_MARK_POINT ? abbreviation(m, i - 1) : 0;
    bool ends_something = g->dash || is_enumerator(m, i) || (g->mark && !kind);
    if (!ends_something && (kind & STM_ABBR_NEVER || is_small(m, i)))
        return true;
    return g->lines == 1 && g->feed != UINT32_MAX &&
           stm_text__is_wrap(m->w->bytes, g->feed, m->width);
}

static bool parts_phrases(const marker *m, uint32_t i, const stm_gap *g)
{
    return g->space && has(m, i, STM_WORD_IDEOGRAPH) &&
           stm_text__is_phrase_script(first_of(m, i)) &&
           stm_text__is_phrase_script(first_of(m, i - 1));
}

static bool starts(const marker *m, uint32_t i, const stm_gap *g)
{
    if (g->blank || g->symbols || g->bullet || ends(m, i, g))
        return true;
    return g->lines ? !is_wrapped(m, i, g) : parts_phrases(m, i, g);
}

/* Whether the gap holds nothing that matters: most hold one space. */
static bool is_dull(const marker *m, stm_range at)
{
    for (uint32_t k = at.start; k < at.end; k++) {
        char c = *bytes_at(m, k);
        if (c != ' ' && c != ',' && c != '-' && c != ':' && c != '"' &&
            c != '(' && c != ')')
            return false;
    }
    return true;
}

static uint8_t judge(const marker *m, uint32_t i)
{
    stm_range at = {m->w->at[i - 1].end, m->w->at[i].start};
    bool phrases = has(m, i, STM_WORD_IDEOGRAPH) && at.start < at.end;
    if (!phrases && is_dull(m, at))
        return 0;
    stm_gap g = stm_text__gap(m->w->bytes, at, m->greek);
    return stm_text__gap_lines(&g) | (starts(m, i, &g) ? STM_WORD_SENTENCE : 0);
}

/* Languages that put a point behind ordinal numbers. */
static bool writes_ordinals(const char *code)
{
    static const char codes[][3] = {"cs", "da", "de", "et", "fi", "hr", "hu",
                                    "is", "lv", "no", "sk", "sl", "sr", "tr"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (!strcmp(codes[i], code))
            return true;
    return false;
}

/* Some collections keep texts in small letters. */
static bool is_caseless(const stm_words *w)
{
    uint64_t capitals = 0;
    for (uint32_t i = 0; i < w->count; i++)
        capitals += (w->flags[i] & STM_WORD_CAPITAL) != 0;
    return w->count >= STM_TEXT_CASELESS_WORDS &&
           capitals * 1000 < w->count * (uint64_t)STM_TEXT_CASELESS_PERMILLE;
}

static marker look(const stm_words *w)
{
    const char *code = stm_text__language(w, (stm_span){0, w->count},
                                          STM_TEXT_SENTENCE_SAMPLE);
    marker m = {.w = w, .language = stm_text__language_bit(code)};
    m.greek = !strcmp(code, "el");
    m.caseless = is_caseless(w);
    m.ordinals = writes_ordinals(code);
    m.width = stm_text__wrap_width(w->bytes);
    return m;
}

void stm_text__mark_sentences(const stm_words *w, uint8_t *flags)
{
    if (!w->count)
        return;
    marker m = look(w);
    flags[0] |= STM_WORD_SENTENCE | STM_WORD_LINE | STM_WORD_PARAGRAPH;
    for (uint32_t i = 1; i < w->count; i++)
        flags[i] |= judge(&m, i);
}
