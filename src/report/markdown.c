#include "report/markdown.h"

#include "base/str.h"
#include "report/clean.h"

enum { FENCE = 3 };

static bool is_word(char c)
{
    return (c & '\x80') || stm_ascii_digit(c) ||
           (stm_ascii_lower(c) >= 'a' && stm_ascii_lower(c) <= 'z');
}

/* "&amp;" in a text is to stay that. */
static bool starts_reference(stm_str s, size_t at)
{
    char next = at + 1 < s.len ? s.ptr[at + 1] : ' ';
    return next == '#' || (is_word(next) && !(next & '\x80'));
}

/* A heading's last words, were they number signs, would end it unseen. */
static bool ends_heading(stm_str s, size_t at)
{
    if (at && s.ptr[at - 1] != ' ')
        return false;
    while (at < s.len && s.ptr[at] == '#')
        at++;
    return at == s.len;
}

/* Markup anywhere in a line? An underscore inside a word is none. */
static bool is_markup(stm_str s, size_t at, stm_markdown_place place)
{
    switch (s.ptr[at]) {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '<':
    case '~':
        return true;
    case '#':
        return place == STM_MARKDOWN_INSIDE && ends_heading(s, at);
    case '|':
        return place == STM_MARKDOWN_CELL;
    case '_':
        return !(at && at + 1 < s.len && is_word(s.ptr[at - 1]) &&
                 is_word(s.ptr[at + 1]));
    case '&':
        return starts_reference(s, at);
    default:
        return false;
    }
}

/* Markup at the start of a line: headings, quotes, items, underlines, tables.
 */
static bool starts_markup(char c)
{
    return c == '#' || c == '>' || c == '-' || c == '+' || c == '=' ||
           c == '|' || c == ':';
}

/* The point of "12." at the start of a line, or `at` for none. */
static size_t number_end(stm_str s, size_t at)
{
    size_t i = at;
    while (i < s.len && stm_ascii_digit(s.ptr[i]))
        i++;
    bool number = i > at && i < s.len && (s.ptr[i] == '.' || s.ptr[i] == ')');
    return number ? i : at;
}

/* Indented lines would be code, and blanks at the end of a line break it. */
static size_t skip_blanks(stm_str s, size_t at)
{
    while (at < s.len && (s.ptr[at] == ' ' || s.ptr[at] == '\t'))
        at++;
    return at;
}

/* The start of a line: what of it is markup gets escaped. */
static size_t put_start(stm_buf *b, stm_str s, size_t at)
{
    at = skip_blanks(s, at);
    size_t number = number_end(s, at);
    if (number > at || (at < s.len && starts_markup(s.ptr[at]))) {
        stm_buf_put(b, s.ptr + at, number - at);
        stm_buf_put(b, "\\", 1);
        stm_buf_put(b, s.ptr + number, 1);
        return number + 1;
    }
    return at;
}

void stm_markdown__put(stm_buf *b, stm_str s, stm_markdown_place place)
{
    size_t plain, i = place == STM_MARKDOWN_LINE ? put_start(b, s, 0) : 0;
    for (plain = i; i < s.len;) {
        size_t control = stm_clean__control(s, i);
        bool line = s.ptr[i] == '\n', escape = is_markup(s, i, place);
        if (!control && !line && !escape) {
            i++;
            continue;
        }
        stm_buf_put(b, s.ptr + plain, i - plain);
        if (control && *stm_clean__stand_in(s, i))
            stm_buf_put(b, " ", 1);
        i += control;
        plain = i;
        if (escape) {
            stm_buf_put(b, "\\", 1);
            i++;
        } else if (line) {
            stm_buf_put(b, "\n", 1);
            plain = i = put_start(b, s, i + 1);
        }
    }
    stm_buf_put(b, s.ptr + plain, s.len - plain);
}

unsigned stm_markdown__fence(stm_str s)
{
    unsigned most = FENCE - 1, run = 0;
    for (size_t i = 0; i < s.len; i++) {
        run = s.ptr[i] == '`' ? run + 1 : 0;
        if (run > most)
            most = run;
    }
    return most + 1;
}
