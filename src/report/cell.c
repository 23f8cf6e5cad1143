/* Characters wait in `open` until the line is full; then they break at the last
 * space, or before a wide character (scripts without spaces), or where they
 * are. Spaces fold into one and never start or end a line. */
#include "report/cell.h"

#include "base/str.h"

static const char *const codes[STM_STYLES] = {
    [STM_STYLE_PLAIN] = "",
    [STM_STYLE_NAME] = "\x1b[1m",
    [STM_STYLE_HEADING] = "\x1b[1;4m",
    [STM_STYLE_DIM] = "\x1b[2m",
    [STM_STYLE_LOST] = "\x1b[2;3m",
    [STM_STYLE_VERBATIM] = "\x1b[32m",
    [STM_STYLE_EDITED] = "\x1b[33m",
    [STM_STYLE_SPUN] = "\x1b[35m",
    [STM_STYLE_CHANGED] = "\x1b[1;31m",
    [STM_STYLE_REPLACED] = "\x1b[1;35m",
};

void stm_style__on(stm_buf *out, stm_style style, bool colour)
{
    if (colour)
        stm_buf_text(out, codes[style]);
}

void stm_style__off(stm_buf *out, stm_style style, bool colour)
{
    if (colour && *codes[style])
        stm_buf_text(out, "\x1b[0m");
}

void stm_cell__start(stm_cell *c, unsigned width, bool colour)
{
    c->bytes.count = c->lines.count = c->open.count = 0;
    c->width = width < 8 ? 8 : width;
    c->open_cols = 0;
    c->colour = colour;
}

void stm_cell__free(stm_cell *c)
{
    stm_vec_free(&c->bytes);
    stm_vec_free(&c->lines);
    stm_vec_free(&c->open);
}

static void append(stm_cell *c, const char *bytes, size_t len)
{
    if (!stm_vec_reserve(&c->bytes, len)) {
        c->failed = true;
        return;
    }
    memcpy(c->bytes.items + c->bytes.count, bytes, len);
    c->bytes.count += len;
}

static void switch_style(stm_cell *c, stm_style from, stm_style to)
{
    if (!c->colour || from == to)
        return;
    if (*codes[from])
        append(c, "\x1b[0m", 4);
    append(c, codes[to], strlen(codes[to]));
}

static void drop(stm_cell *c, size_t count)
{
    size_t left = c->open.count - count;
    memmove(c->open.items, c->open.items + count, left * sizeof *c->open.items);
    c->open.count = left;
    c->open_cols = 0;
    for (size_t i = 0; i < left; i++)
        c->open_cols += c->open.items[i].glyph.cols;
}

/* The first `count` open characters become a line. */
static void lay(stm_cell *c, size_t count)
{
    stm_cell_line line = {.from = c->bytes.count};
    size_t last = count;
    while (last && c->open.items[last - 1].glyph.kind == STM_GLYPH_SPACE)
        last--;
    stm_style style = STM_STYLE_PLAIN;
    for (size_t i = 0; i < last; i++) {
        const stm_cell_glyph *g = &c->open.items[i];
        switch_style(c, style, g->style);
        style = g->style;
        append(c, g->glyph.bytes, g->glyph.len);
        line.cols += g->glyph.cols;
    }
    switch_style(c, style, STM_STYLE_PLAIN);
    line.to = c->bytes.count;
    if (!stm_vec_push(&c->lines, line))
        c->failed = true;
    while (count < c->open.count &&
           c->open.items[count].glyph.kind == STM_GLYPH_SPACE)
        count++;
    drop(c, count);
}

/* How many of the open characters fit on the line: up to the last place where
 * a line may break, but for the last character, which made it too long. */
static size_t fitting(const stm_cell *c)
{
    for (size_t i = c->open.count - 1; i > 0; i--) {
        const stm_glyph *here = &c->open.items[i].glyph;
        if (here->kind == STM_GLYPH_SPACE)
            return i;
        if (i < c->open.count - 1 && here->cols < 2)
            continue;
        if (here->cols == 2 || c->open.items[i - 1].glyph.cols == 2)
            return i;
    }
    return c->open.count - 1;
}

static void add_glyph(stm_cell *c, stm_glyph g, stm_style style)
{
    if (g.kind == STM_GLYPH_LINE)
        g = (stm_glyph){" ", 1, 1, STM_GLYPH_SPACE};
    size_t n = c->open.count;
    if (g.kind == STM_GLYPH_SPACE &&
        (!n || c->open.items[n - 1].glyph.kind == STM_GLYPH_SPACE))
        return;
    if (!stm_vec_push(&c->open, ((stm_cell_glyph){g, style}))) {
        c->failed = true;
        return;
    }
    c->open_cols += g.cols;
    while (c->open_cols > c->width && c->open.count > 1 &&
           g.kind != STM_GLYPH_SPACE && !c->failed)
        lay(c, fitting(c));
}

void stm_cell__add(stm_cell *c, stm_style style, stm_str text)
{
    for (size_t at = 0; at < text.len && !c->failed;) {
        stm_glyph g;
        at = stm_glyph__read(&g, text, at);
        add_glyph(c, g, style);
    }
}

void stm_cell__word(stm_cell *c, stm_style style, const char *text)
{
    stm_cell__add(c, style, stm_str_of(text));
}

void stm_cell__break(stm_cell *c) { lay(c, c->open.count); }

void stm_cell__end(stm_cell *c)
{
    if (c->open.count)
        lay(c, c->open.count);
}

unsigned stm_cell__put(const stm_cell *c, size_t i, stm_buf *out)
{
    if (i >= c->lines.count)
        return 0;
    const stm_cell_line *line = &c->lines.items[i];
    stm_buf_put(out, c->bytes.items + line->from, line->to - line->from);
    return line->cols;
}

void stm_cell__put_all(const stm_cell *c, stm_str indent, stm_buf *out)
{
    for (size_t i = 0; i < c->lines.count; i++) {
        if (i)
            stm_buf_str(out, indent);
        stm_cell__put(c, i, out);
        stm_buf_put(out, "\n", 1);
    }
    if (!c->lines.count)
        stm_buf_put(out, "\n", 1);
}
