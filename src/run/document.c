#include "run/document.h"

stm_status stm_document__read(stm_html **out, stm_html_reader **reader,
                              stm_capture *c, stm_error *err)
{
    stm_status rc = STM_OK;
    *out = NULL;
    if (!c->markup.ptr)
        return STM_OK;
    if (!*reader)
        rc = stm_html_reader_new(reader, err);
    return rc == STM_OK ? stm_html_read(out, *reader, c, err) : rc;
}

typedef stm_status scan_fn(stm_words **out, stm_str bytes, stm_error *err);

static stm_status read_page(stm_opened *o, const stm_capture *c, bool as_is,
                            scan_fn *scan, stm_error *err)
{
    stm_page_opts opts = STM_PAGE_OPTS_INIT;
    opts.as_is = as_is;
    stm_status rc = scan(&o->words, c->text, err);
    if (rc == STM_OK)
        rc = stm_page_read(&o->page, c, o->html, o->words, &opts, err);
    return rc;
}

stm_status stm_document__page(stm_opened *o, const stm_capture *c, bool as_is,
                              stm_error *err)
{
    return read_page(o, c, as_is, stm_words_scan, err);
}

stm_status stm_document__open(stm_opened *out, stm_html_reader **reader,
                              stm_capture *c, bool as_is, stm_error *err)
{
    *out = (stm_opened){0};
    stm_status rc = stm_document__read(&out->html, reader, c, err);
    return rc == STM_OK ? stm_document__page(out, c, as_is, err) : rc;
}

stm_status stm_document__look(stm_opened *out, stm_html_reader **reader,
                              stm_capture *c, bool as_is, stm_error *err)
{
    *out = (stm_opened){0};
    stm_status rc = stm_document__read(&out->html, reader, c, err);
    if (rc != STM_OK)
        return rc;
    return read_page(out, c, as_is,
                     out->html ? stm_words_scan_lines : stm_words_scan, err);
}

stm_status stm_document__text(stm_text **out, stm_text_maker **maker,
                              const stm_opened *o, stm_error *err)
{
    const stm_page *p = o->page;
    stm_status rc = *maker ? STM_OK : stm_text_maker_new(maker, err);
    *out = NULL;
    return rc == STM_OK ? stm_text_make(out, *maker, o->words, p->content,
                                        p->content_count, p->language, err)
                        : rc;
}

void stm_document__close(stm_opened *o)
{
    stm_page_free(o->page);
    stm_words_free(o->words);
    stm_html_free(o->html);
    *o = (stm_opened){0};
}

uint32_t stm_document__words(const stm_words *w, const stm_page *p)
{
    uint32_t count = 0, i = 0;
    for (size_t k = 0; k < p->content_count; k++) {
        while (i < w->count && w->at[i].start < p->content[k].start)
            i++;
        while (i < w->count && w->at[i].end <= p->content[k].end)
            i++, count++;
    }
    return count;
}

stm_str stm_document__bytes(const stm_capture *c)
{
    return c->markup.len > c->text.len ? c->markup : c->text;
}
