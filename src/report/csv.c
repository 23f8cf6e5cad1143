/* The table of readings for a spreadsheet: a row a unit, a column a text. A
 * cell is empty where the text lacks the passage, and a dash where it has
 * nothing while others have words. What a lost text read is inferred. */
#include <stemma/report.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "report/clean.h"
#include "report/collation.h"
#include "report/names.h"
#include "report/show.h"

#define DASH "\xe2\x80\x94"

/* A spreadsheet takes what begins like this for a formula. */
static bool looks_like_formula(stm_str s)
{
    return s.len && memchr("=+-@\t\r", s.ptr[0], 6);
}

static void put_cell(stm_buf *out, stm_str text)
{
    stm_buf_text(out, looks_like_formula(text) ? "\"'" : "\"");
    for (size_t from = 0; from < text.len;) {
        size_t to = from;
        while (to < text.len && text.ptr[to] != '"')
            to++;
        stm_clean__line(out, (stm_str){text.ptr + from, to - from});
        if (to < text.len)
            stm_buf_text(out, "\"\"");
        from = to + 1;
    }
    stm_buf_text(out, "\"");
}

/* The nodes that have a column: those of families with two captures or more. */
static bool *list_columns(stm_arena *mem, const stm_result *r)
{
    bool *column = STM_ARENA_NEW(mem, bool, r->tree->node_count);
    for (size_t i = 0; column && i < r->edition->collation_count; i++) {
        const stm_collation *c = &r->edition->collations[i];
        for (size_t k = 0; k < c->node_count; k++)
            column[c->nodes[k]] = true;
    }
    return column;
}

static void put_heading(stm_buf *out, const stm_result *r, const bool *column,
                        const stm_str *names)
{
    stm_buf_text(out, "family,place");
    for (size_t i = 0; i < r->tree->node_count; i++) {
        const stm_node *n = &r->tree->nodes[i];
        if (!column[i])
            continue;
        stm_buf_text(out, ",");
        put_cell(out, n->witness == STM_LOST ? stm_str_of(n->id)
                                             : names[n->witness]);
    }
    stm_buf_text(out, "\r\n");
}

/* By node: what it reads at a unit. */
static void spread(const stm_reading **cell, const stm_unit *u)
{
    for (size_t k = 0; k < u->reading_count; k++)
        for (size_t b = 0; b < u->readings[k].by_count; b++)
            cell[u->readings[k].by[b].node] = &u->readings[k];
}

static void put_row(stm_buf *out, const stm_result *r, const bool *column,
                    const stm_reading **cell)
{
    for (size_t i = 0; i < r->tree->node_count; i++) {
        if (!column[i])
            continue;
        stm_buf_text(out, ",");
        if (cell[i] && cell[i]->kind == STM_READING_OMITTED)
            put_cell(out, STM_LIT(DASH));
        else if (cell[i] && cell[i]->text.len)
            put_cell(out, cell[i]->text);
        cell[i] = NULL;
    }
    stm_buf_text(out, "\r\n");
}

static bool put_table(stm_buf *out, stm_arena *mem, const stm_result *r)
{
    const stm_str *names = stm_names__make(mem, r);
    bool *column = list_columns(mem, r);
    const stm_reading **cell = (const stm_reading **)stm_arena_take(
        mem, r->tree->node_count, sizeof(void *));
    if (!names || !column || !cell)
        return false;
    put_heading(out, r, column, names);
    for (size_t i = 0; i < r->edition->collation_count; i++) {
        const stm_collation *c = &r->edition->collations[i];
        for (size_t u = 0; u < c->unit_count; u++) {
            spread(cell, &c->units[u]);
            stm_buf_format(out, "%zu,%zu", i + 1, u + 1);
            put_row(out, r, column, cell);
        }
    }
    return true;
}

stm_status stm_report_csv(const stm_result *r, const stm_report_opts *opts,
                          const stm_sink *out, stm_error *err)
{
    stm_buf b;
    stm_arena mem = {0};
    (void)opts;
    stm_status rc = stm_collation__check(r, err);
    if (rc != STM_OK)
        return rc;
    stm_buf_start(&b, out);
    rc = put_table(&b, &mem, r) ? stm_buf_end(&b) : STM_ENOMEM;
    stm_arena_free(&mem);
    return rc == STM_OK ? rc : stm_show__fail(err, rc);
}
