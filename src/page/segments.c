/* Lines are the segments of a page. A line with furniture phrases in it is cut
 * around them, and what is left of it at its sentences, so that a menu, the
 * mark of an advert or a whole flattened page may sit inside one line. Lines
 * without such phrases stay whole, however long. */
#include "page/segments.h"

#include "base/vec.h"
#include "page/chars.h"
#include "page/dates.h"
#include "page/look.h"
#include "page/names.h"

typedef struct cutter {
    const stm_atoms *a;
    STM_VEC(stm_segment) out;
    uint32_t line_from, line_to;
    bool whole; /* the line has one piece */
} cutter;

/* Bytes of the gap before atom `i`, the first of a line, that are not its. */
static size_t before_line(const cutter *c, uint32_t i)
{
    stm_str gap = stm_page__gap(c->a, i);
    size_t n = gap.len;
    while (n && gap.ptr[n - 1] != '\n' && gap.ptr[n - 1] != '\r')
        n--;
    while (n < gap.len && stm_ascii_space(gap.ptr[n]))
        n++;
    return n;
}

/* Byte at which a piece that starts with atom `i` of the line starts. */
static uint32_t start_of(const cutter *c, uint32_t i)
{
    stm_str gap = stm_page__gap(c->a, i);
    uint32_t at = c->a->items[i].start;
    size_t n = gap.len;
    if (i == c->line_from)
        return at - (uint32_t)(gap.len - before_line(c, i));
    while (n && !stm_ascii_space(gap.ptr[n - 1]))
        n--;
    return n ? at - (uint32_t)(gap.len - n) : at;
}

/* `n` bytes behind atom `i`, without the blanks among the last of them. */
static uint32_t trimmed_end(const cutter *c, uint32_t i, size_t n)
{
    stm_str gap = stm_page__gap(c->a, i + 1);
    while (n && stm_ascii_space(gap.ptr[n - 1]))
        n--;
    return c->a->items[i].end + (uint32_t)n;
}

/* Byte at which a piece that ends with atom `i` of the line ends. */
static uint32_t end_of(const cutter *c, uint32_t i)
{
    stm_str gap = stm_page__gap(c->a, i + 1);
    size_t n = 0, most = gap.len;
    if (i + 1 < c->line_to)
        return trimmed_end(c, i, start_of(c, i + 1) - c->a->items[i].end);
    /* lines also end at marks other than these two, such as a form feed */
    if (i + 1 < c->a->count)
        most = before_line(c, i + 1);
    while (n < most && gap.ptr[n] != '\n' && gap.ptr[n] != '\r')
        n++;
    return trimmed_end(c, i, n);
}

static bool add(cutter *c, uint32_t from, uint32_t to, uint32_t flags)
{
    if (from == to)
        return true;
    stm_segment s = {.from = from, .to = to, .flags = flags};
    s.start = start_of(c, from);
    s.end = end_of(c, to - 1);
    s.line_words = c->line_to - c->line_from;
    if (from == c->line_from)
        s.flags |= STM_SEGMENT_LINE;
    if (from == c->line_from && to == c->line_to)
        s.flags |= STM_SEGMENT_WHOLE;
    if (c->a->items[from].flags & STM_WORD_PARAGRAPH)
        s.flags |= STM_SEGMENT_PARAGRAPH;
    s.kind = STM_KIND_CONTENT;
    stm_page__look(&s, c->a);
    return stm_vec_push(&c->out, s);
}

static bool ends_sentence(stm_str gap)
{
    for (size_t i = 0; i < gap.len; i++)
        if (gap.ptr[i] == '.' || gap.ptr[i] == '!' || gap.ptr[i] == '?' ||
            (gap.ptr[i] & 0x80))
            return true;
    return false;
}

/* A phrase in the middle of a line is furniture only where it does not belong
 * to a sentence: it starts with a capital behind the end of one, or glued, or
 * is long enough to be nothing else; and no small letter goes on behind it. */
static uint32_t cut_length(const cutter *c, uint32_t i, bool after_cut)
{
    const stm_phrase *p =
        stm_page__match(c->a, i, c->line_to, STM_MARK_FURNITURE);
    if (!p || p->use != STM_USE_CUT)
        return 0;
    const stm_atom *first = &c->a->items[i];
    uint32_t next = i + p->length;
    bool upper = first->flags & STM_ATOM_UPPER;
    bool opens = i == c->line_from || after_cut || upper ||
                 (first->flags & STM_ATOM_GLUED) ||
                 ((first->flags & STM_WORD_CAPITAL) &&
                  (p->length > 2 || ends_sentence(stm_page__gap(c->a, i))));
    bool closes = next == c->line_to ||
                  (c->a->items[next].flags &
                   (STM_WORD_CAPITAL | STM_WORD_NUMBER | STM_ATOM_GLUED));
    return opens && closes ? p->length : 0;
}

enum {
    LONG_LINE = 40,    /* words; shorter lines are not taken apart further */
    CREDIT_NAMES = 10, /* words of a credit */
    ABBREVIATION = 3   /* letters; "Mr. Smith" is no end of a sentence */
};

static bool opens_quote(stm_str gap)
{
    for (size_t i = 0; i < gap.len; i += stm_page__step(gap.ptr + i)) {
        uint32_t c = stm_page__char(gap.ptr + i, gap.ptr + gap.len);
        if (stm_page__is_opening(c) || stm_page__is_end_mark(c))
            return true;
    }
    return false;
}

/* "Credit...A Name/Agency", "Photo: A Name": the words of the credit at `i`, or
 * 0. */
static uint32_t credit_length(const cutter *c, uint32_t i)
{
    const stm_phrase *p =
        stm_page__match(c->a, i, c->line_to, STM_MARK_BIT(STM_MARK_CREDIT));
    uint32_t k = i + (p ? p->length : 0);
    if (!p || k == c->line_to ||
        !(c->a->items[i].flags & (STM_WORD_CAPITAL | STM_ATOM_GLUED)))
        return 0;
    stm_str gap = stm_page__gap(c->a, k);
    bool dots = stm_str_find(gap, STM_LIT("..."), 0) != SIZE_MAX ||
                stm_str_find(gap, STM_LIT("\u2026"), 0) != SIZE_MAX;
    bool colon = stm_str_find(gap, STM_LIT(":"), 0) != SIZE_MAX;
    if (!dots && !colon)
        return 0;
    uint32_t most =
        k + CREDIT_NAMES < c->line_to ? k + CREDIT_NAMES : c->line_to;
    for (uint32_t first = k; k < most; k++)
        if (!(c->a->items[k].flags & STM_WORD_CAPITAL) ||
            (k > first && opens_quote(stm_page__gap(c->a, k))) ||
            stm_page__match(c->a, k, most, STM_MARK_BIT(STM_MARK_BY)))
            break;
    return k - i;
}

/* "By A B May 5, 2024, 4:04 p.m.": the words of a byline with its date inside a
 * line, or 0. */
static uint32_t byline_length(const cutter *c, uint32_t i)
{
    enum { NAMES = 4, DATE_WITHIN = 24, DATE_LONGEST = 60 /* bytes */ };
    stm_span names[NAMES];
    stm_found_date d;
    uint32_t k;
    const stm_phrase *p =
        stm_page__match(c->a, i, c->line_to, STM_MARK_BIT(STM_MARK_BY));
    if (!p || !(c->a->items[i].flags & STM_WORD_CAPITAL) ||
        !stm_page__names(names, NAMES, &k, c->a, i + p->length, c->line_to) ||
        k == c->line_to)
        return 0;
    uint32_t from = c->a->items[k - 1].end,
             line = c->a->items[c->line_to - 1].end;
    uint32_t to = line - from > DATE_LONGEST ? from + DATE_LONGEST : line;
    while (to < line && (c->a->text.ptr[to] & 0xc0) == 0x80)
        to++;
    if (!stm_page__find_date(&d, c->a->text, from, to, STM_MONTH_FIRST) ||
        d.at.start - from > DATE_WITHIN)
        return 0;
    while (k < c->line_to && c->a->items[k].start < d.at.end)
        k++;
    return k - i;
}

/* "Home News Sport": several menu phrases side by side, with nothing between.
 */
static uint32_t menu_length(const cutter *c, uint32_t i)
{
    enum { LEAST = 4 /* phrases */ };
    uint32_t k = i, count = 0;
    while (k < c->line_to && (c->a->items[k].flags & STM_WORD_CAPITAL)) {
        const stm_phrase *p = stm_page__match(c->a, k, c->line_to,
                                              STM_MARK_BIT(STM_FURNITURE_NAV));
        stm_str gap = stm_page__gap(c->a, k);
        if (!p || (k > i && (memchr(gap.ptr, ',', gap.len) ||
                             memchr(gap.ptr, '.', gap.len))))
            break;
        k += p->length;
        count++;
    }
    return count >= LEAST ? k - i : 0;
}

/* What is cut out at atom `i`. */
typedef enum cut_kind {
    CUT_NOTHING,
    CUT_PHRASE,
    CUT_CREDIT,
    CUT_LINE
} cut_kind;

static cut_kind cut_at(const cutter *c, uint32_t i, bool after_cut,
                       uint32_t *length)
{
    if ((*length = cut_length(c, i, after_cut)))
        return CUT_PHRASE;
    if ((*length = credit_length(c, i)))
        return CUT_CREDIT;
    if (c->line_to - c->line_from < LONG_LINE)
        return CUT_NOTHING;
    if (!(*length = byline_length(c, i)))
        *length = menu_length(c, i);
    return *length ? CUT_LINE : CUT_NOTHING;
}

static bool starts_sentence(const cutter *c, uint32_t i)
{
    const stm_atom *a = &c->a->items[i], *b = a - 1;
    if (!(a->flags & STM_WORD_SENTENCE))
        return false;
    return !(b->flags & STM_WORD_CAPITAL) || b->end - b->start > ABBREVIATION;
}

/* Whether the line holds something to be cut around. */
static bool is_busy(const cutter *c)
{
    uint32_t n;
    for (uint32_t i = c->line_from; i < c->line_to; i++)
        if (cut_at(c, i, false, &n))
            return true;
    return false;
}

/* "Comments 59In the harbour": a phrase, perhaps a number, and a glued word. */
static bool is_seam(const cutter *c, uint32_t from, uint32_t i)
{
    if (!(c->a->items[i].flags & STM_ATOM_GLUED))
        return false;
    const stm_phrase *p = stm_page__match(c->a, from, i, STM_MARK_FURNITURE);
    uint32_t k = from + (p ? p->length : 0);
    while (k < i && (c->a->items[k].flags & STM_WORD_NUMBER))
        k++;
    return p && k == i;
}

/* What stands from `from` to `to` is the caption of the credit that follows:
 * the last piece before it. */
static void make_caption(cutter *c, uint32_t from)
{
    if (c->out.count && c->out.items[c->out.count - 1].to == from &&
        from > c->line_from)
        c->out.items[c->out.count - 1].mark = STM_MARK_CREDIT;
}

/* Adds the piece cut out at [i, to). */
static bool add_cut(cutter *c, uint32_t i, uint32_t to, cut_kind kind)
{
    if (kind == CUT_CREDIT)
        make_caption(c, i);
    if (!add(c, i, to, kind == CUT_PHRASE ? STM_SEGMENT_CUT : 0))
        return false;
    if (kind == CUT_CREDIT)
        c->out.items[c->out.count - 1].mark = STM_MARK_CREDIT;
    return true;
}

static bool cut_busy(cutter *c)
{
    uint32_t from = c->line_from, i = from, n;
    bool after = false;
    while (i < c->line_to) {
        cut_kind kind = cut_at(c, i, after, &n);
        after = kind == CUT_PHRASE || kind == CUT_CREDIT;
        if (kind ||
            (i > from && (starts_sentence(c, i) || is_seam(c, from, i)))) {
            if (!add(c, from, i, 0))
                return false;
            from = i;
        }
        if (!kind) {
            i++;
            continue;
        }
        if (!add_cut(c, i, i + n, kind))
            return false;
        from = i += n;
    }
    return add(c, from, c->line_to, 0);
}

/* A line as one piece or in several. */
typedef bool take_line(cutter *c);

static bool whole_line(cutter *c)
{
    return add(c, c->line_from, c->line_to, 0);
}

static bool pieces_of_line(cutter *c)
{
    return is_busy(c) ? cut_busy(c) : whole_line(c);
}

static bool each_line(stm_segments *out, const stm_atoms *a, stm_arena *mem,
                      take_line *take)
{
    cutter c = {.a = a};
    bool ok = true;
    while (ok && c.line_to < a->count) {
        c.line_from = c.line_to++;
        while (c.line_to < a->count &&
               !(a->items[c.line_to].flags & STM_WORD_LINE))
            c.line_to++;
        ok = take(&c);
    }
    *out = (stm_segments){STM_ARENA_RAW(mem, stm_segment, c.out.count),
                          (uint32_t)c.out.count};
    ok = ok && out->items;
    if (ok && c.out.count)
        memcpy(out->items, c.out.items, c.out.count * sizeof *out->items);
    stm_vec_free(&c.out);
    return ok;
}

bool stm_page__lines(stm_segments *out, const stm_atoms *a, stm_arena *mem)
{
    return each_line(out, a, mem, whole_line);
}

bool stm_page__segments(stm_segments *out, const stm_atoms *a, stm_arena *mem)
{
    return each_line(out, a, mem, pieces_of_line);
}
