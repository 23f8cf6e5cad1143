/* Any markup becomes a text in UTF-8 whose blocks are lines of it, in boxes
 * that lie in each other; and a page can be read from it. */
#include <stdint.h>
#include <stdlib.h>

#include <stemma/page.h>

#include "base/str.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool ok)
{
    if (!ok)
        abort();
}

static void check_blocks(const stm_html *h, stm_str text)
{
    uint32_t at = 0;
    for (size_t i = 0; i < h->block_count; i++) {
        const stm_block *b = &h->blocks[i];
        must(b->at.start >= at && b->at.end > b->at.start &&
             b->at.end <= text.len && b->parent < h->box_count);
        must(!b->at.start || text.ptr[b->at.start - 1] == '\n' ||
             stm_ascii_space(text.ptr[b->at.start - 1]));
        must(b->linked <= b->letters);
        at = b->at.end;
    }
}

static void check_boxes(const stm_html *h)
{
    for (size_t i = 1; i < h->box_count; i++) {
        const stm_box *b = &h->boxes[i], *up = &h->boxes[b->parent];
        must(b->parent < i && b->first < b->last && up->first <= b->first &&
             b->last <= up->last && b->letters <= up->letters &&
             b->linked <= up->linked);
    }
}

static void check_facts(const stm_html *h, stm_str text)
{
    for (size_t i = 0; i < h->fact_count; i++) {
        const stm_fact *f = &h->facts[i];
        must(f->kind < STM_FACT_KINDS && f->origin < STM_ORIGINS);
        must(f->at.start <= f->at.end && f->at.end <= text.len);
    }
}

static void check_page(const stm_capture *c, const stm_html *h)
{
    stm_words *w;
    stm_page *p;
    must(stm_words_scan(&w, c->text, NULL) == STM_OK);
    must(stm_page_read(&p, c, h, w, NULL, NULL) == STM_OK);
    for (size_t i = 0; i < p->content_count; i++)
        must(p->content[i].start < p->content[i].end &&
             p->content[i].end <= c->text.len);
    stm_page_free(p);
    stm_words_free(w);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char page[] = "<!doctype html>";
    stm_html_reader *r = NULL;
    stm_capture *c;
    stm_html *h;
    size_t len = sizeof page - 1 + size;
    char *bytes = malloc(len);
    must(bytes && stm_html_reader_new(&r, NULL) == STM_OK);
    memcpy(bytes, page, sizeof page - 1);
    if (size)
        memcpy(bytes + sizeof page - 1, data, size);
    if (stm_capture_from_bytes(&c, STM_LIT("page"), bytes, len, NULL, NULL) ==
        STM_OK) {
        if (c->markup.ptr) {
            must(stm_html_read(&h, r, c, NULL) == STM_OK);
            check_blocks(h, c->text);
            check_boxes(h);
            check_facts(h, c->text);
            check_page(c, h);
            stm_html_free(h);
        }
        stm_capture_free(c);
    }
    stm_html_reader_free(r);
    free(bytes);
    return 0;
}
