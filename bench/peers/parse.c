/* Reads pages as stemma does and parses them with lexbor, no more: what nobody
 * who builds on that parser can beat.
 *
 * usage: parse PAGES.jsonl */
#include <lexbor/html/html.h>
#include <stdio.h>

#include <stemma/stemma.h>

static stm_status take(void *user, stm_capture *c, stm_error *err)
{
    lxb_html_document_t *document = user;
    lxb_status_t status = LXB_STATUS_OK;
    (void)err;
    lxb_html_document_clean(document);
    if (c->markup.ptr)
        status = lxb_html_document_parse(
            document, (const lxb_char_t *)c->markup.ptr, c->markup.len);
    stm_capture_free(c);
    return status == LXB_STATUS_OK ? STM_OK : STM_ENOMEM;
}

static void skip(void *user, const stm_skip *what)
{
    (void)user;
    fprintf(stderr, "skipped: %s\n", what->reason);
}

int main(int argc, char **argv)
{
    lxb_html_document_t *document = lxb_html_document_create();
    stm_capture_sink sink = {take, skip, document};
    const char *path = argv[1];
    stm_error err = {0};
    if (argc != 2 || !document)
        return 2;
    stm_status rc = stm_capture_walk(&path, 1, NULL, &sink, &err);
    lxb_html_document_destroy(document);
    if (rc != STM_OK)
        fprintf(stderr, "parse: %s\n", err.message);
    return rc != STM_OK;
}
