/* Two captures, passage by passage: in two columns where there is room, else
 * one below the other. Furniture is left out; what only one side has is dim,
 * and folded unless the view is verbose. */
#include <stdio.h>

#include "base/str.h"
#include "report/pieces.h"
#include "report/rows.h"
#include "report/say.h"
#include "report/show.h"
#include "report/terminal.h"

enum {
    TWO_COLUMNS = 100, /* columns of the terminal from which they fit */
    GUTTER = 2,
    FOLDED = 30 /* words of one side's own text that are shown */
};

typedef struct sides {
    stm_term *term;
    const stm_relation *relation;
    const stm_rows *rows;
    stm_cell a, b;
    bool columns;
} sides;

/* How a row is marked; `same`: both sides read alike. */
typedef struct row_look {
    const char *sign;
    stm_style style;
    bool same;
} row_look;

static const char *const signs[] = {
    [STM_PASSAGE_VERBATIM] = "= ",
    [STM_PASSAGE_EDITED] = "~ ",
    [STM_PASSAGE_SPUN] = "\xe2\x89\x88 ",
};
#define MOVED "\xe2\x87\x85 " /* stands elsewhere in the other text */
static const stm_style styles[] = {
    [STM_PASSAGE_VERBATIM] = STM_STYLE_VERBATIM,
    [STM_PASSAGE_EDITED] = STM_STYLE_EDITED,
    [STM_PASSAGE_SPUN] = STM_STYLE_SPUN,
};

static const stm_witness *witness(const sides *s, bool side_b)
{
    const stm_relation *r = s->relation;
    return &s->term->result->witnesses[side_b ? r->b : r->a];
}

static void start_pieces(const sides *s, stm_pieces *p, bool side_b,
                         stm_range at)
{
    const stm_relation *r = s->relation;
    stm_pieces__start(p, witness(s, side_b)->page,
                      side_b ? s->rows->by_b : r->differences,
                      r->difference_count, side_b, at);
}

/* Line ends are ends of lines of the view where a paragraph ends: before a
 * blank line, or behind a line longer than wrapped text is. */
static void add_text(stm_cell *c, stm_style style, stm_str text)
{
    enum { WRAPPED = 100 };
    size_t from = 0, line = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] != '\n')
            continue;
        bool blank = i + 1 < text.len && text.ptr[i + 1] == '\n';
        bool wrapped = !blank && i - line < WRAPPED;
        line = i + 1;
        if (wrapped)
            continue;
        stm_cell__add(c, style, (stm_str){text.ptr + from, i - from});
        stm_cell__end(c);
        from = i + 1;
    }
    stm_cell__add(c, style, (stm_str){text.ptr + from, text.len - from});
}

/* Something in the range differs from the other side. */
static bool differs(const sides *s, bool side_b, stm_range at)
{
    stm_pieces walk;
    stm_piece piece;
    start_pieces(s, &walk, side_b, at);
    while (stm_pieces__next(&walk, &piece))
        if (piece.difference)
            return true;
    return false;
}

static void add_passage(sides *s, stm_cell *c, bool side_b, stm_range at,
                        stm_style style)
{
    stm_pieces walk;
    stm_piece piece;
    start_pieces(s, &walk, side_b, at);
    while (stm_pieces__next(&walk, &piece)) {
        if (piece.furniture)
            continue;
        stm_style look = style;
        if (piece.difference)
            look = piece.difference->substitution ? STM_STYLE_REPLACED
                                                  : STM_STYLE_CHANGED;
        add_text(c, look, stm_show__bytes(witness(s, side_b), piece.at));
    }
    stm_cell__end(c);
}

/* Where the fold comes: behind the FOLDED-th content word of the range. */
static uint32_t fold_at(const stm_text *t, stm_range at, uint32_t words)
{
    uint32_t first = stm_show__token(t, at.start);
    return words > FOLDED ? t->at[first + FOLDED - 1].end : at.end;
}

/* Text that the other side does not have. */
static void add_own(sides *s, stm_cell *c, bool side_b, stm_range at)
{
    const stm_witness *w = witness(s, side_b);
    uint32_t words = stm_show__words(w->text, at);
    stm_pieces walk;
    stm_piece piece;
    if (!words)
        return;
    uint32_t end = s->term->opts.verbose ? at.end : fold_at(w->text, at, words);
    start_pieces(s, &walk, side_b, (stm_range){at.start, end});
    while (stm_pieces__next(&walk, &piece))
        if (!piece.furniture)
            add_text(c, STM_STYLE_DIM, stm_show__bytes(w, piece.at));
    if (end < at.end) {
        char more[48];
        snprintf(more, sizeof more, " \xe2\x80\xa6 (%u more words)",
                 words - FOLDED);
        stm_cell__word(c, STM_STYLE_DIM, more);
    }
    stm_cell__end(c);
}

static void put_columns(sides *s, const char *sign, stm_style style)
{
    stm_buf *out = &s->term->out;
    bool colour = s->term->opts.colour;
    size_t lines = s->a.lines.count > s->b.lines.count ? s->a.lines.count
                                                       : s->b.lines.count;
    for (size_t i = 0; i < lines; i++) {
        stm_style__on(out, style, colour);
        stm_buf_text(out, sign);
        stm_style__off(out, style, colour);
        unsigned used = stm_cell__put(&s->a, i, out);
        if (i < s->b.lines.count) {
            for (; used < s->a.width; used++)
                stm_buf_put(out, " ", 1);
            stm_buf_text(out, " \xe2\x94\x82 ");
            stm_cell__put(&s->b, i, out);
        } else {
            for (; used < s->a.width; used++)
                stm_buf_put(out, " ", 1);
            stm_buf_text(out, " \xe2\x94\x82");
        }
        stm_buf_put(out, "\n", 1);
    }
}

static void put_below(sides *s, const stm_cell *c, const char *sign,
                      stm_style style)
{
    stm_buf *out = &s->term->out;
    for (size_t i = 0; i < c->lines.count; i++) {
        stm_style__on(out, style, s->term->opts.colour);
        stm_buf_text(out, sign);
        stm_style__off(out, style, s->term->opts.colour);
        stm_cell__put(c, i, out);
        stm_buf_put(out, "\n", 1);
    }
}

static void put_row(sides *s, row_look look)
{
    if (s->columns) {
        put_columns(s, look.sign, look.style);
    } else if (look.same) {
        put_below(s, &s->a, look.sign, look.style);
    } else {
        put_below(s, &s->a, "< ", look.style);
        put_below(s, &s->b, "> ", look.style);
    }
}

static void put_label(sides *s, const stm_row *row)
{
    stm_term *t = s->term;
    const stm_shared *p = row->passage;
    stm_style__on(&t->out, STM_STYLE_DIM, t->opts.colour);
    if (p)
        stm_buf_format(&t->out, "%s%s, %d %% of the words kept%s",
                       row->moved ? MOVED : signs[p->kind],
                       stm_passage_name(p->kind),
                       stm_say__percent((double)p->similarity),
                       row->moved ? ", moved to another place" : "");
    else
        stm_buf_text(&t->out, "  only on one side");
    stm_style__off(&t->out, STM_STYLE_DIM, t->opts.colour);
    stm_buf_put(&t->out, "\n", 1);
}

/* Fills both cells; a part of an edited passage in which nothing differs looks
 * like a verbatim one. */
static row_look fill_cells(sides *s, const stm_row *row)
{
    const stm_shared *p = row->passage;
    if (!p) {
        add_own(s, &s->a, false, row->a);
        add_own(s, &s->b, true, row->b);
        return (row_look){"  ", STM_STYLE_DIM, false};
    }
    bool same = !differs(s, false, row->a) && !differs(s, true, row->b);
    stm_passage_kind kind = same ? STM_PASSAGE_VERBATIM : p->kind;
    add_passage(s, &s->a, false, row->a, styles[kind]);
    add_passage(s, &s->b, true, row->b, styles[kind]);
    return (row_look){row->moved ? MOVED : signs[kind], styles[kind], same};
}

static void show_row(sides *s, const stm_row *row)
{
    const stm_term *t = s->term;
    unsigned room = t->opts.width - GUTTER;
    unsigned width = s->columns ? (room - 3) / 2 : room;
    stm_cell__start(&s->a, width, t->opts.colour);
    stm_cell__start(&s->b, width, t->opts.colour);
    row_look look = fill_cells(s, row);
    if (!s->a.lines.count && !s->b.lines.count)
        return;
    if (!row->goes_on) {
        stm_buf_put(&s->term->out, "\n", 1);
        put_label(s, row);
    }
    put_row(s, look);
}

static void put_head(stm_term *t, const stm_relation *r)
{
    static const char *const marks[] = {"< ", "> "};
    for (int i = 0; i < 2; i++) {
        const stm_witness *w = &t->result->witnesses[i ? r->b : r->a];
        stm_cell *c = stm_term__paragraph(t, GUTTER);
        stm_term__add_capture(t, c, w, NULL);
        stm_term__put(t, marks[i], "  ");
    }
    stm_buf_put(&t->out, "\n", 1);
    stm_cell *c = stm_term__paragraph(t, 0);
    stm_term__add_relation(t, c, r);
    stm_term__put(t, "", "");
    stm_term__put_evidence(t, r, t->opts.verbose);
}

static void put_substitutions(stm_term *t, const stm_relation *r)
{
    enum { MOST = 24 };
    size_t shown = r->substitution_count;
    if (!shown)
        return;
    if (!t->opts.verbose && shown > MOST)
        shown = MOST;
    stm_term__heading(t, "Words replaced");
    stm_cell *c = stm_term__paragraph(t, 2);
    for (size_t i = 0; i < shown; i++) {
        const stm_replaced *s = &r->substitutions[i];
        char times[32];
        stm_cell__word(c, STM_STYLE_PLAIN, i ? ", " : "");
        stm_cell__add(c, STM_STYLE_PLAIN, s->a);
        stm_cell__word(c, STM_STYLE_DIM, " \xe2\x86\x92 ");
        stm_cell__add(c, STM_STYLE_REPLACED, s->b);
        snprintf(times, sizeof times, " (%u\xc3\x97)", s->count);
        stm_cell__word(c, STM_STYLE_DIM, s->count > 1 ? times : "");
    }
    if (shown < r->substitution_count)
        stm_cell__word(c, STM_STYLE_DIM, " \xe2\x80\xa6 (-v shows all)");
    stm_term__put(t, "  ", "  ");
}

stm_status stm_term__diff(stm_term *t, stm_error *err)
{
    const stm_relation *r = t->result->relations[0];
    const stm_witness *w = t->result->witnesses;
    sides s = {
        .term = t, .relation = r, .columns = t->opts.width >= TWO_COLUMNS};
    stm_rows rows;
    stm_status rc = stm_rows__make(&rows, &t->mem, r, &w[r->a], &w[r->b], err);
    if (rc != STM_OK)
        return rc;
    s.rows = &rows;
    put_head(t, r);
    for (size_t i = 0; i < rows.count; i++)
        show_row(&s, &rows.items[i]);
    put_substitutions(t, r);
    if (s.a.failed || s.b.failed)
        rc = STM_ENOMEM;
    stm_cell__free(&s.a);
    stm_cell__free(&s.b);
    return rc;
}
