#include "report/markdown_blocks.h"

#include "base/str.h"
#include "report/clean.h"
#include "report/markdown.h"

enum { INDENT = 4 /* blanks a level of a list */ };

static stm_str bytes_of(const stm_markdown *w, stm_range at)
{
    return stm_str_cut(w->document->capture->text, at);
}

static bool is_kind(const stm_paragraph *p, stm_block_kind kind)
{
    return p->block && p->block->kind == kind;
}

static bool in_quote(const stm_paragraph *p)
{
    return p->block && (p->block->kind == STM_BLOCK_QUOTE ||
                        (p->block->inside & STM_INSIDE_QUOTE));
}

/* A line that only a line break parts from the one before it. */
static bool breaks_line(const stm_markdown *w, const stm_paragraph *p)
{
    return w->any && p->close && p->block && w->before.block &&
           p->block->kind == w->before.block->kind;
}

bool stm_markdown__is_title(const stm_markdown *w, const stm_paragraph *p)
{
    stm_str title = w->document->page->title;
    return title.len && stm_str_eq(bytes_of(w, p->at), title);
}

void stm_markdown__gap(stm_markdown *w)
{
    if (w->begun)
        stm_buf_text(&w->buf, "\n\n");
}

/* What parts a paragraph from the one before it. */
static void put_gap(stm_markdown *w, const stm_paragraph *p)
{
    if (w->any && in_quote(&w->before) && in_quote(p))
        stm_buf_text(&w->buf, "\n>\n");
    else
        stm_markdown__gap(w);
}

void stm_markdown__repeat(stm_buf *b, const char *what, unsigned times)
{
    while (times--)
        stm_buf_text(b, what);
}

static void put_heading(stm_markdown *w, const stm_paragraph *p, unsigned level)
{
    put_gap(w, p);
    stm_markdown__repeat(&w->buf, "#", level);
    stm_buf_text(&w->buf, " ");
    stm_markdown__put(&w->buf, bytes_of(w, p->at), STM_MARKDOWN_INSIDE);
}

/* A level that was never opened is no level: the first item of a list stands
 * at the margin, and a next one at most one level further in. */
static unsigned level_of(const stm_markdown *w, const stm_block *b)
{
    unsigned level = b->level ? b->level : 1;
    unsigned most = w->level + 1;
    unsigned last = STM_MARKDOWN_LEVELS;
    level = level < most ? level : most;
    return level < last ? level : last;
}

static void put_item(stm_markdown *w, const stm_paragraph *p)
{
    bool follows = w->any && is_kind(&w->before, STM_BLOCK_ITEM) &&
                   in_quote(&w->before) == in_quote(p);
    if (!follows)
        w->level = 0;
    unsigned level = level_of(w, p->block);
    unsigned *number = &w->number[level - 1];
    *number = level > w->level ? 1 : *number + 1;
    w->level = level;
    if (follows)
        stm_buf_text(&w->buf, "\n");
    else
        put_gap(w, p);
    stm_buf_text(&w->buf, in_quote(p) ? "> " : "");
    stm_markdown__repeat(&w->buf, " ", (level - 1) * INDENT);
    if (p->block->ordered)
        stm_buf_format(&w->buf, "%u. ", *number);
    else
        stm_buf_text(&w->buf, "- ");
    stm_markdown__put(&w->buf, bytes_of(w, p->at), STM_MARKDOWN_LINE);
}

static const stm_str bar = {" | ", 3};

static unsigned columns_of(stm_str row)
{
    unsigned n = 1;
    for (size_t at = 0; (at = stm_str_find(row, bar, at)) != SIZE_MAX; n++)
        at += bar.len;
    return n;
}

/* Columns of the widest row from here to the end of the table. */
static unsigned widest_row(const stm_markdown *w, stm_content ahead,
                           const stm_paragraph *first)
{
    unsigned most = columns_of(bytes_of(w, first->at));
    stm_paragraph p;
    while (stm_content__next(&ahead, &p) && is_kind(&p, STM_BLOCK_CELL)) {
        unsigned n = columns_of(bytes_of(w, p.at));
        most = n > most ? n : most;
    }
    return most;
}

static void put_row(stm_markdown *w, stm_str row)
{
    unsigned n = 0;
    for (size_t from = 0; from <= row.len; n++) {
        size_t to = stm_str_find(row, bar, from);
        if (to == SIZE_MAX)
            to = row.len;
        stm_buf_text(&w->buf, "| ");
        stm_markdown__put(&w->buf, (stm_str){row.ptr + from, to - from},
                          STM_MARKDOWN_CELL);
        stm_buf_text(&w->buf, " ");
        from = to < row.len ? to + bar.len : row.len + 1;
    }
    for (; n < w->columns; n++)
        stm_buf_text(&w->buf, "| ");
    stm_buf_text(&w->buf, "|");
}

/* The first row of a table is its head: Markdown has none without. A table of
 * one column is a page's way to place things. */
static void put_cells(stm_markdown *w, const stm_paragraph *p,
                      const stm_content *walk)
{
    bool first = !w->columns;
    if (first)
        w->columns = widest_row(w, *walk, p);
    if (first || w->columns == 1)
        put_gap(w, p);
    else
        stm_buf_text(&w->buf, "\n");
    if (w->columns == 1) {
        stm_markdown__put(&w->buf, bytes_of(w, p->at), STM_MARKDOWN_LINE);
        return;
    }
    put_row(w, bytes_of(w, p->at));
    if (!first)
        return;
    stm_buf_text(&w->buf, "\n");
    stm_markdown__repeat(&w->buf, "| --- ", w->columns);
    stm_buf_text(&w->buf, "|");
}

/* From the start of its line: code is indented. */
static stm_str code_line(const stm_markdown *w, const stm_paragraph *p)
{
    stm_range at = p->at;
    const char *text = w->document->capture->text.ptr;
    uint32_t least = w->any ? w->before.at.end : 0;
    while (at.start > least && text[at.start - 1] != '\n' &&
           stm_ascii_space(text[at.start - 1]))
        at.start--;
    return bytes_of(w, at);
}

static unsigned fence_of(const stm_markdown *w, stm_content ahead,
                         const stm_paragraph *first)
{
    unsigned most = stm_markdown__fence(bytes_of(w, first->at));
    stm_paragraph p;
    while (stm_content__next(&ahead, &p) && is_kind(&p, STM_BLOCK_CODE)) {
        unsigned n = stm_markdown__fence(bytes_of(w, p.at));
        most = n > most ? n : most;
    }
    return most;
}

static void put_code(stm_markdown *w, const stm_paragraph *p,
                     const stm_content *walk)
{
    if (w->fence) {
        stm_buf_text(&w->buf, breaks_line(w, p) ? "\n" : "\n\n");
    } else {
        put_gap(w, p);
        w->fence = fence_of(w, *walk, p);
        stm_markdown__repeat(&w->buf, "`", w->fence);
        stm_buf_text(&w->buf, "\n");
    }
    stm_clean__text(&w->buf, code_line(w, p));
}

static void end_code(stm_markdown *w)
{
    if (!w->fence)
        return;
    stm_buf_text(&w->buf, "\n");
    stm_markdown__repeat(&w->buf, "`", w->fence);
    w->fence = 0;
}

static void put_lines(stm_markdown *w, const stm_paragraph *p)
{
    bool quote = in_quote(p);
    if (breaks_line(w, p))
        stm_buf_text(&w->buf, "\\\n");
    else
        put_gap(w, p);
    stm_buf_text(&w->buf, quote ? "> " : "");
    stm_markdown__put(&w->buf, bytes_of(w, p->at), STM_MARKDOWN_LINE);
}

static void put_paragraph(stm_markdown *w, const stm_paragraph *p,
                          const stm_content *walk)
{
    if (!is_kind(p, STM_BLOCK_CODE))
        end_code(w);
    if (!is_kind(p, STM_BLOCK_CELL))
        w->columns = 0;
    if (p->continues && !w->columns && !w->fence) {
        stm_buf_text(&w->buf, " ");
        stm_markdown__put(&w->buf, bytes_of(w, p->at), STM_MARKDOWN_INSIDE);
    } else if (is_kind(p, STM_BLOCK_CODE)) {
        put_code(w, p, walk);
    } else if (is_kind(p, STM_BLOCK_CELL)) {
        put_cells(w, p, walk);
    } else if (is_kind(p, STM_BLOCK_ITEM)) {
        put_item(w, p);
    } else if (is_kind(p, STM_BLOCK_HEADING)) {
        put_heading(w, p, p->block->level ? p->block->level : 1);
    } else if (!p->block && stm_markdown__is_title(w, p)) {
        put_heading(w, p, 1);
    } else {
        put_lines(w, p);
    }
}

void stm_markdown__paragraph(stm_markdown *w, const stm_paragraph *p,
                             const stm_content *walk)
{
    put_paragraph(w, p, walk);
    w->before = *p;
    w->begun = w->any = true;
}

void stm_markdown__end(stm_markdown *w)
{
    end_code(w);
    if (w->begun)
        stm_buf_text(&w->buf, "\n");
}
