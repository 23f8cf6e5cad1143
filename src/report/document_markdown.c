/* The content of a document as Markdown: title, authors and date above, then
 * headings, lists, quotations, code and tables as its markup has them. Of plain
 * text only the title and the paragraphs are known. */
#include <stemma/report.h>

#include "base/str.h"
#include "report/clean.h"
#include "report/markdown.h"
#include "report/markdown_blocks.h"

typedef enum title_place {
    TITLE_NOWHERE,
    TITLE_FIRST,
    TITLE_LATER
} title_place;

/* Where the content has the document's title. */
static title_place find_title(const stm_markdown *w)
{
    stm_content walk;
    stm_paragraph p;
    bool first = true;
    stm_content__start(&walk, w->document);
    for (; stm_content__next(&walk, &p); first = false)
        if (stm_markdown__is_title(w, &p))
            return first ? TITLE_FIRST : TITLE_LATER;
    return TITLE_NOWHERE;
}

/* The line of facts under way. */
typedef struct facts {
    stm_markdown *w;
    bool any;
} facts;

static stm_buf *next_fact(facts *f)
{
    stm_buf *b = &f->w->buf;
    if (f->any) {
        stm_buf_text(b, " \xc2\xb7 ");
    } else {
        stm_markdown__gap(f->w);
        stm_buf_text(b, "*");
    }
    f->any = true;
    return b;
}

static void put_authors(facts *f, const stm_page *p)
{
    stm_buf *b = p->author_count ? next_fact(f) : NULL;
    for (size_t i = 0; i < p->author_count; i++) {
        stm_buf_text(b, i ? ", " : "");
        stm_markdown__put(b, p->authors[i], STM_MARKDOWN_INSIDE);
    }
}

static void put_date(facts *f, const stm_date *d)
{
    char text[32];
    size_t n = stm_date_format(d, text, sizeof text);
    if (n)
        stm_buf_put(next_fact(f), text, n);
}

/* A name, which may be no UTF-8, as code. */
static void put_name(facts *f, stm_str name)
{
    if (!name.ptr)
        return;
    bool quoted = memchr(name.ptr, '`', name.len);
    unsigned fence = quoted ? stm_markdown__fence(name) : 1;
    stm_buf *b = next_fact(f);
    stm_markdown__repeat(b, "`", fence);
    stm_buf_text(b, quoted ? " " : "");
    stm_clean__line(b, name);
    stm_buf_text(b, quoted ? " " : "");
    stm_markdown__repeat(b, "`", fence);
}

/* Authors and date, and of one document among others where it was found. */
static void put_facts(stm_markdown *w)
{
    const stm_document *d = w->document;
    facts f = {w, false};
    put_authors(&f, d->page);
    put_date(&f, &d->page->published);
    if (!d->alone) {
        put_name(&f, d->capture->source);
        put_name(&f, d->capture->record);
    }
    if (!f.any)
        return;
    stm_buf_text(&w->buf, "*");
    w->begun = true;
    w->any = false;
}

static void put_head(stm_markdown *w, title_place place)
{
    const stm_document *d = w->document;
    if (!d->alone && d->id)
        stm_buf_text(&w->buf, "\n---\n\n");
    if (d->page->title.len && place == TITLE_NOWHERE) {
        stm_buf_text(&w->buf, "# ");
        stm_markdown__put(&w->buf, d->page->title, STM_MARKDOWN_INSIDE);
        w->begun = true;
    }
    if (place != TITLE_FIRST)
        put_facts(w);
}

stm_status stm_report_document_markdown(const stm_document *d,
                                        const stm_sink *out, stm_error *err)
{
    stm_markdown w = {.document = d};
    stm_content walk;
    stm_paragraph p;
    stm_buf_start(&w.buf, out);
    title_place place = find_title(&w);
    put_head(&w, place);
    stm_content__start(&walk, d);
    while (stm_content__next(&walk, &p)) {
        stm_markdown__paragraph(&w, &p, &walk);
        if (place == TITLE_FIRST)
            put_facts(&w);
        place = TITLE_NOWHERE;
    }
    stm_markdown__end(&w);
    stm_status rc = stm_buf_end(&w.buf);
    return rc == STM_OK
               ? rc
               : stm_fail(err, rc, STM_NO_OFFSET, "cannot write the document");
}
