#include "report/say.h"

#include <stdio.h>

#include "base/str.h"

/* How a sentence runs when: a is the source, b is, both come from a lost text,
 * nobody knows. */
typedef const char *const said_by_direction[STM_DIRECTIONS];

#define SAME_FOR_ALL(s) \
    {                   \
        s, s, s, s      \
    }

static said_by_direction plain[STM_RELATION_KINDS] = {
    [STM_IDENTICAL] = {"%b is a copy of %a, word for word",
                       "%a is a copy of %b, word for word",
                       "%a and %b are the same word for word, copied from one "
                       "lost text",
                       "%a and %b are the same, word for word"},
    [STM_REPRINT] = {"%b is a reprint of %a", "%a is a reprint of %b",
                     "%a and %b are reprints of one lost text",
                     "%a and %b are reprints of one text"},
    [STM_REVISION] = {"%b is a later version of %a",
                      "%a is a later version of %b",
                      "%a and %b are versions of one lost text",
                      "%a and %b are versions of one text"},
    [STM_QUOTES] = {"%b takes passages from %a", "%a takes passages from %b",
                    "%a and %b take passages from one lost text",
                    "%a and %b have passages in common"},
    [STM_RELATED] = SAME_FOR_ALL("%a and %b are about the same thing, "
                                 "nothing is copied"),
    [STM_UNRELATED] = SAME_FOR_ALL("%a and %b have nothing to do with each "
                                   "other"),
};

/* Row 0: a is the part that was cut out, b the whole; row 1 the other way. */
static said_by_direction excerpt[2] = {
    {"%a is an excerpt of an earlier form of %b", "%a is an excerpt of %b",
     "%a is an excerpt of a lost text that %b comes from too",
     "%a is an excerpt of %b"},
    {"%b is an excerpt of %a", "%b is an excerpt of an earlier form of %a",
     "%b is an excerpt of a lost text that %a comes from too",
     "%b is an excerpt of %a"},
};

/* Row 0: a is the side whose wording was replaced; row 1: b; row 2: both. */
static said_by_direction spun[3] = {
    {"%b comes from %a, whose wording was replaced word by word",
     "%a is %b with its wording replaced word by word",
     "%a is a relative of %b with its wording replaced word by word",
     "%a is %b, or a text like it, with its wording replaced word by word"},
    {"%b is %a with its wording replaced word by word",
     "%a comes from %b, whose wording was replaced word by word",
     "%b is a relative of %a with its wording replaced word by word",
     "%b is %a, or a text like it, with its wording replaced word by word"},
    {"%b is %a with its wording replaced word by word",
     "%a is %b with its wording replaced word by word",
     "%a and %b are one lost text, each with its wording replaced",
     "%a and %b are one text with its wording replaced"},
};

static bool a_is_the_part(const stm_relation *r)
{
    if (r->cut_a != r->cut_b)
        return r->cut_a;
    return r->coverage_a > r->coverage_b;
}

const char *stm_say__relation(const stm_relation *r)
{
    if (r->kind == STM_EXCERPT)
        return excerpt[a_is_the_part(r) ? 0 : 1][r->direction];
    if (r->kind == STM_SPUN)
        return spun[r->spun_a == r->spun_b ? 2 : r->spun_b][r->direction];
    return plain[r->kind][r->direction];
}

int stm_say__percent(double share)
{
    if (!(share > 0))
        return 0;
    int whole = share >= 1 ? 100 : (int)(share * 100 + .5);
    if (whole < 1)
        return 1;
    return whole > 99 && share < 1 ? 99 : whole;
}

void stm_say__share(const stm_relation *r, char *buf, size_t size)
{
    *buf = '\0';
    if (r->passage_count)
        snprintf(
            buf, size, "%d\xc2\xa0%% of %%a and %d\xc2\xa0%% of %%b in common",
            stm_say__percent(r->coverage_a), stm_say__percent(r->coverage_b));
}

const char *stm_say__cut(const stm_relation *r)
{
    if (r->kind != STM_EXCERPT)
        return NULL;
    if (r->cut_a && r->cut_b)
        return "both cut short";
    if (r->cut_a)
        return "%a is cut short";
    return r->cut_b ? "%b is cut short" : NULL;
}

bool stm_say__next(const char **sentence, stm_said *part)
{
    const char *s = *sentence;
    if (!*s)
        return false;
    if (s[0] == '%' && (s[1] == 'a' || s[1] == 'b')) {
        *part = (stm_said){{s, 2}, true, s[1] == 'b'};
        *sentence = s + 2;
        return true;
    }
    size_t n = 1;
    while (s[n] && !(s[n] == '%' && (s[n + 1] == 'a' || s[n + 1] == 'b')))
        n++;
    *part = (stm_said){{s, n}, false, false};
    *sentence = s + n;
    return true;
}

static bool is_word_byte(char c)
{
    return (unsigned char)c >= 0x80 || stm_ascii_digit(c) ||
           (stm_ascii_lower(c) >= 'a' && stm_ascii_lower(c) <= 'z');
}

static char byte_at(stm_str s, size_t i) { return i < s.len ? s.ptr[i] : '\0'; }

/* Behind the quotation that opens at `i`, or `i` where none does. An
 * apostrophe inside a word neither opens nor closes one. */
static size_t skip_quotation(stm_str s, size_t i)
{
    char mark = s.ptr[i];
    if ((mark != '\'' && mark != '"') || (i && is_word_byte(s.ptr[i - 1])))
        return i;
    for (size_t end = i + 1; end < s.len; end++)
        if (s.ptr[end] == mark && !is_word_byte(byte_at(s, end + 1)))
            return end + 1;
    return i;
}

/* True where `word` stands at `at`, whole. */
static bool word_at(stm_str s, size_t at, const char *word)
{
    stm_str rest = {s.ptr + at, s.len - at};
    return stm_str_starts(rest, stm_str_of(word)) &&
           !is_word_byte(byte_at(s, at + strlen(word))) &&
           !(at && is_word_byte(s.ptr[at - 1]));
}

/* "a" is also an article: it is the capture where a clause starts or ends with
 * it, behind words that an article seldom follows, and before verbs. */
static bool is_article(stm_str s, size_t i)
{
    static const char *const before[] = {"of",   "that",  "which",   "what",
                                         "than", "where", "passages"};
    static const char *const behind[] = {
        "is",    "has",     "was",   "lacks", "speaks", "and",  "or",
        "goes",  "reports", "knows", "ends",  "keeps",  "does", "had",
        "tells", "at",      "in",    "to",    "names",  "says", "with"};
    if (!i || byte_at(s, i + 1) != ' ' || !is_word_byte(byte_at(s, i + 2)) ||
        stm_ascii_digit(byte_at(s, i + 2)))
        return false;
    if (i >= 2 && s.ptr[i - 1] == ' ' && !is_word_byte(s.ptr[i - 2]))
        return false;
    for (size_t k = 0; k < sizeof behind / sizeof *behind; k++)
        if (word_at(s, i + 2, behind[k]))
            return false;
    for (size_t k = 0; k < sizeof before / sizeof *before; k++) {
        size_t n = strlen(before[k]);
        if (i > n && word_at(s, i - 1 - n, before[k]))
            return false;
    }
    return true;
}

static bool is_capture(stm_str s, size_t i)
{
    if (s.ptr[i] != 'a' && s.ptr[i] != 'b')
        return false;
    if ((i && is_word_byte(s.ptr[i - 1])) || is_word_byte(byte_at(s, i + 1)))
        return false;
    if (byte_at(s, i + 1) == '.' && is_word_byte(byte_at(s, i + 2)))
        return false; /* "a.m." */
    return s.ptr[i] == 'b' || !is_article(s, i);
}

bool stm_say__next_evidence(stm_say_evidence *e, stm_said *part)
{
    size_t from = e->at;
    if (from >= e->text.len)
        return false;
    if (is_capture(e->text, from)) {
        bool is_b = e->text.ptr[from] == 'b';
        *part = (stm_said){{e->text.ptr + from, 1}, true, is_b};
        e->at++;
        return true;
    }
    size_t i = from;
    do {
        size_t behind = skip_quotation(e->text, i);
        i = behind > i ? behind : i + 1;
    } while (i < e->text.len && !is_capture(e->text, i));
    *part = (stm_said){{e->text.ptr + from, i - from}, false, false};
    e->at = i;
    return true;
}
