/* Any bytes as the statements of a page. The first byte chooses: markup as it
 * is, or the body of JSON-LD. What is found is bounded, valid and lies in the
 * text; JSON alone gives a tree whose nodes know each other. */
#include "html/facts.h"

#include <stdlib.h>
#include <string.h>

#include <stemma/text.h>

#include "base/str.h"
#include "base/utf8.h"
#include "capture/own.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MOST_FACTS = 64 * STM_ORIGINS };

static void must(bool holds)
{
    if (!holds)
        abort();
}

static void check_json(stm_str text)
{
    stm_html__json_tree t = {0};
    must(stm_html__json_read(&t, text));
    must(t.count > 0 && t.count <= 1 << 15);
    for (size_t i = 1; i < t.count; i++) {
        const stm_html__json *n = &t.items[i];
        must(n->parent < i && t.items[n->parent].kind <= STM_JSON_OBJECT);
        must(!n->next || (n->next > i && n->next < t.count));
        must(!n->child || (n->child > i && n->child <= n->last));
        must(n->last < t.count);
        must(!n->value.ptr ||
             (n->value.ptr >= text.ptr &&
              n->value.ptr + n->value.len <= text.ptr + text.len));
    }
    stm_vec_free(&t);
}

static void check_fact(const stm_fact *f, stm_str text)
{
    must(f->kind < STM_FACT_KINDS && f->origin < STM_ORIGINS);
    must(f->value.ptr && f->value.len && f->value.len <= 2000);
    must(stm_utf8_valid(f->value) == f->value.len);
    must(f->at.start <= f->at.end && f->at.end <= text.len);
}

static stm_bytes page_of(const char *before, stm_str body, const char *behind)
{
    size_t a = strlen(before), b = strlen(behind);
    stm_bytes page = {malloc(a + body.len + b + 1), a + body.len + b};
    must(page.ptr);
    memcpy(page.ptr, before, a);
    if (body.len)
        memcpy(page.ptr + a, body.ptr, body.len);
    memcpy(page.ptr + a + body.len, behind, b);
    return page;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    stm_str body = {(const char *)data + 1, size ? size - 1 : 0};
    if (!size || stm_utf8_valid(body) != body.len)
        return 0;
    bool json = data[0] == 'j';
    if (json)
        check_json(body);
    stm_capture__about about = {.source = STM_LIT("page")};
    stm_capture *c;
    stm_html_reader *r;
    stm_html *h;
    stm_bytes page =
        json ? page_of("<script type=application/ld+json>", body, "</script>")
             : page_of("", body, "");
    must(stm_capture__new_page(&c, &about, page, NULL) == STM_OK);
    must(stm_html_reader_new(&r, NULL) == STM_OK);
    must(stm_html_read(&h, r, c, NULL) == STM_OK);
    must(h->fact_count <= MOST_FACTS);
    for (size_t i = 0; i < h->fact_count; i++)
        check_fact(&h->facts[i], c->text);
    stm_html_free(h);
    stm_html_reader_free(r);
    stm_capture_free(c);
    return 0;
}
