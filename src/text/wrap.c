/* A line filled to width w is at most w columns wide and would be wider with
 * the first word of the next line, so every wrapped line end names an interval
 * in which w lies. The width that lies in most of them is the text's, if it
 * lies in nearly all. Lists and headlines have lengths of their own accord:
 * their intervals do not agree, or their lines all start with a capital. */
#include "text/wrap.h"

#include <string.h>

#include <utf8proc.h>

#include "base/str.h"
#include "text/chars.h"
#include "text/weights.h"
#include "text/utf8.h"

static bool are_ascii(const char *eight)
{
    uint64_t w;
    memcpy(&w, eight, sizeof w);
    return !(w & UINT64_C(0x8080808080808080));
}

/* Columns of [p, end); more than STM_TEXT_WRAP_WIDEST when there are more. */
static unsigned columns(const char *p, const char *end)
{
    unsigned sum = 0;
    while (p < end && sum <= STM_TEXT_WRAP_WIDEST) {
        uint32_t cp;
        if (end - p >= 8 && are_ascii(p)) {
            sum += 8, p += 8;
            continue;
        }
        if (!(*p & 0x80)) {
            sum++, p++;
            continue;
        }
        unsigned len = stm_text__decode(p, end, &cp);
        if (!len)
            break;
        int wide = utf8proc_charwidth((utf8proc_int32_t)cp);
        sum += wide > 0 ? (unsigned)wide : 0;
        p += len;
    }
    return sum;
}

/* A line without the space at its ends and without mail's quoting marks. */
static stm_str heart(stm_str line)
{
    line = stm_str_trim(line);
    while (line.len && (*line.ptr == '>' || *line.ptr == '|')) {
        line.ptr++, line.len--;
        line = stm_str_trim(line);
    }
    return line;
}

/* What a writer cannot break: up to a space, or one ideograph. */
static stm_str first_piece(stm_str line)
{
    size_t n = 0;
    while (n < line.len && n <= STM_TEXT_WRAP_WIDEST &&
           !stm_ascii_space(line.ptr[n])) {
        uint32_t cp;
        unsigned len = stm_text__decode(line.ptr + n, line.ptr + line.len, &cp);
        if (!len)
            break;
        n += len;
        if (stm_text__char(cp) == STM_CHAR_IDEOGRAPH)
            break;
    }
    return (stm_str){line.ptr, n};
}

/* What a line says about filling. */
typedef struct line_facts {
    bool blank;
    bool tight;     /* ends with an ideograph: no space follows */
    bool small;     /* starts with a small letter */
    bool capital;   /* starts with a capital and a small letter */
    unsigned width; /* columns */
    unsigned piece; /* columns of its first piece */
} line_facts;

static void look_at_start(line_facts *f, stm_str line)
{
    uint32_t first = 0, second = 0;
    const char *p = line.ptr, *end = p + line.len;
    if (p < end)
        p += stm_text__decode(p, end, &first);
    if (p < end)
        stm_text__decode(p, end, &second);
    f->small = stm_text__is_lower(first);
    f->capital = stm_text__is_upper(first) && stm_text__is_lower(second);
}

/* Han, kana and their punctuation; Korean has spaces. */
static bool is_east_asian(uint32_t cp)
{
    return cp >= 0x2e80 && !(cp >= 0xac00 && cp <= 0xd7a3);
}

static line_facts look_at(stm_str line)
{
    const char *end = line.ptr + line.len;
    while (end > line.ptr && stm_ascii_space(end[-1]))
        end--;
    line_facts f = {.blank = end == line.ptr};
    if (f.blank)
        return f;
    stm_str inner = heart((stm_str){line.ptr, (size_t)(end - line.ptr)});
    stm_str piece = first_piece(inner);
    look_at_start(&f, inner);
    f.width = columns(line.ptr, end);
    f.piece = columns(piece.ptr, piece.ptr + piece.len);
    f.tight = is_east_asian(stm_text__decode_back(line.ptr, end));
    return f;
}

/* Columns of a line with the first piece of the next. */
static unsigned width_with(const line_facts *line, const line_facts *next)
{
    return line->width + !line->tight + next->piece;
}

/* Changes from one width to the next of the number of line ends that agree,
 * and of those before a small letter and before a capital that is followed by a
 * small letter. */
typedef struct census {
    int agree[STM_TEXT_WRAP_WIDEST + 2];
    int small[STM_TEXT_WRAP_WIDEST + 2];
    int capital[STM_TEXT_WRAP_WIDEST + 2];
    int line_ends;
} census;

static void add(int *changes, unsigned from, unsigned to)
{
    changes[from]++;
    changes[to]--;
}

static void count(census *c, const line_facts *line, const line_facts *next)
{
    unsigned with = width_with(line, next);
    if (with <= STM_TEXT_WRAP_NARROWEST)
        return;
    c->line_ends++;
    if (line->width > STM_TEXT_WRAP_WIDEST)
        return;
    unsigned from = line->width < STM_TEXT_WRAP_NARROWEST
                        ? STM_TEXT_WRAP_NARROWEST
                        : line->width;
    unsigned to =
        with <= STM_TEXT_WRAP_WIDEST ? with : STM_TEXT_WRAP_WIDEST + 1;
    add(c->agree, from, to);
    if (next->small)
        add(c->small, from, to);
    else if (next->capital)
        add(c->capital, from, to);
}

static unsigned judge(const census *c)
{
    int agree = 0, small = 0, capital = 0;
    int most = 0, most_small = 0, most_capital = 0;
    unsigned width = 0;
    for (unsigned w = STM_TEXT_WRAP_NARROWEST; w <= STM_TEXT_WRAP_WIDEST; w++) {
        agree += c->agree[w];
        small += c->small[w];
        capital += c->capital[w];
        if (agree > most) {
            most = agree;
            most_small = small;
            most_capital = capital;
            width = w;
        }
    }
    bool cased = (most_small + most_capital) * 2 >= most;
    int least =
        cased ? STM_TEXT_WRAP_AGREEING : STM_TEXT_WRAP_AGREEING_CASELESS;
    bool flows =
        most_small * INT64_C(100) >=
        (most_small + most_capital) * (int64_t)STM_TEXT_WRAP_SMALL_PERCENT;
    bool nearly_all =
        most * INT64_C(100) >= c->line_ends * (int64_t)STM_TEXT_WRAP_PERCENT;
    return most >= least && flows && nearly_all ? width : 0;
}

/* A line, and what it says, as far as that was asked. */
typedef struct seen_line {
    stm_str bytes;
    bool known;
    line_facts facts;
} seen_line;

static const line_facts *facts_of(seen_line *l)
{
    if (!l->known)
        l->facts = look_at(l->bytes);
    l->known = true;
    return &l->facts;
}

/* No character is wider than it has bytes, so that most lines of lists and
 * menus need no look at their characters. */
static void count_pair(census *c, seen_line *line, seen_line *next)
{
    if (line->bytes.len + 1 + next->bytes.len <= STM_TEXT_WRAP_NARROWEST ||
        facts_of(line)->blank || facts_of(next)->blank)
        return;
    count(c, &line->facts, &next->facts);
}

unsigned stm_text__wrap_width(stm_str text)
{
    census c;
    memset(&c, 0, sizeof c);
    seen_line line = {.bytes = STM_LIT("")};
    size_t stride = text.len / STM_TEXT_WRAP_SAMPLE_BYTES + 1, n = 0;
    for (size_t from = 0; from < text.len; n++) {
        const char *p = text.ptr + from;
        const char *nl = memchr(p, '\n', text.len - from);
        size_t len = nl ? (size_t)(nl - p) : text.len - from;
        from += len + 1;
        /* of a long text every stride-th pair of lines is enough */
        if (stride > 2 && n % stride > 1)
            continue;
        seen_line next = {.bytes = {p, len}};
        if (n % stride == 1 % stride)
            count_pair(&c, &line, &next);
        line = next;
    }
    return judge(&c);
}

bool stm_text__is_wrap(stm_str text, uint32_t at, unsigned width)
{
    if (!width)
        return false;
    size_t window =
        at < 4 * STM_TEXT_WRAP_WIDEST ? at : 4 * STM_TEXT_WRAP_WIDEST;
    const char *feed = text.ptr + at, *from = feed - window;
    const char *before = memrchr(from, '\n', window);
    if (!before && window < at)
        return false;
    if (before)
        from = before + 1;
    size_t left = text.len - at - 1;
    line_facts line = look_at((stm_str){from, (size_t)(feed - from)});
    line_facts next = look_at((stm_str){
        feed + 1, left < STM_TEXT_WRAP_WIDEST ? left : STM_TEXT_WRAP_WIDEST});
    return line.width <= width + STM_TEXT_WRAP_HANGING &&
           width_with(&line, &next) > width;
}
