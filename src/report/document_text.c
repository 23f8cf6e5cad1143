/* The content of a document as text: its paragraphs with a blank line between
 * them. Several documents get a line each that names them. */
#include <stemma/report.h>

#include "base/buf.h"
#include "report/clean.h"
#include "report/content.h"

/* Lists, tables and code hold together also where something was left out. */
static bool holds_together(const stm_block *a, const stm_block *b)
{
    return a && b && a->kind == b->kind &&
           (a->kind == STM_BLOCK_ITEM || a->kind == STM_BLOCK_CELL ||
            a->kind == STM_BLOCK_CODE);
}

static const char *gap(const stm_paragraph *p, const stm_block *before)
{
    if (p->continues)
        return " ";
    return p->close || holds_together(before, p->block) ? "\n" : "\n\n";
}

static void put_name(stm_buf *b, const stm_document *d)
{
    const stm_capture *c = d->capture;
    stm_buf_text(b, d->id ? "\n==> " : "==> ");
    stm_clean__line(b, c->source);
    if (c->record.ptr) {
        stm_buf_text(b, ", ");
        stm_clean__line(b, c->record);
    }
    stm_buf_text(b, " <==\n");
}

stm_status stm_report_document_text(const stm_document *d, const stm_sink *out,
                                    stm_error *err)
{
    stm_buf b;
    stm_content walk;
    stm_paragraph p;
    const stm_block *before = NULL;
    bool first = true;
    stm_buf_start(&b, out);
    if (!d->alone)
        put_name(&b, d);
    stm_content__start(&walk, d);
    for (; stm_content__next(&walk, &p); first = false, before = p.block) {
        if (!first)
            stm_buf_text(&b, gap(&p, before));
        stm_clean__text(&b, (stm_str){d->capture->text.ptr + p.at.start,
                                      p.at.end - p.at.start});
    }
    if (!first)
        stm_buf_text(&b, "\n");
    stm_status rc = stm_buf_end(&b);
    return rc == STM_OK
               ? rc
               : stm_fail(err, rc, STM_NO_OFFSET, "cannot write the document");
}
