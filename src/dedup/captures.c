/* A line has what the output shall have of its capture: an id (its path; in a
 * web archive, path#record), where and when it was fetched, and its text, which
 * of a page is the content. So all that comes behind reads lines, and what is
 * kept can be read again. The lines of an input are numbered by their bytes as
 * if they were a file: the same captures give the same places. */
#include "dedup/captures.h"

#include <stemma/page.h>

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/vec.h"

typedef struct item {
    stm_capture *capture;
    stm_json_out line;
    const char *limit; /* that the page was cut at, or NULL */
} item;

struct stm_captures {
    stm_captures_opts opts;
    stm_html_reader **reader; /* [workers] made with their first page */
    STM_VEC(item) batch;
    size_t waiting; /* bytes of the batch */
    stm_json_out block;
    char *name; /* of the input under way; malloc'd */
    size_t name_len;
    uint64_t at; /* of the next line in it */
};

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                    "out of memory for captures");
}

stm_status stm_captures__new(stm_captures **out, const stm_captures_opts *o,
                             stm_error *err)
{
    stm_captures *c = calloc(1, sizeof *c);
    *out = NULL;
    if (!c)
        return no_memory(err);
    c->opts = *o;
    c->reader = calloc(stm_pool_size(o->pool), sizeof *c->reader);
    if (!c->reader) {
        free(c);
        return no_memory(err);
    }
    *out = c;
    return STM_OK;
}

static void empty_batch(stm_captures *c)
{
    for (size_t i = 0; i < c->batch.count; i++) {
        stm_capture_free(c->batch.items[i].capture);
        stm_vec_free(&c->batch.items[i].line);
    }
    c->batch.count = c->waiting = 0;
}

void stm_captures__free(stm_captures *c)
{
    if (!c)
        return;
    empty_batch(c);
    stm_vec_free(&c->batch);
    stm_vec_free(&c->block);
    for (unsigned i = 0; i < stm_pool_size(c->opts.pool); i++)
        stm_html_reader_free(c->reader[i]);
    free(c->reader);
    free(c->name);
    free(c);
}

stm_str stm_captures__input(const stm_capture *c)
{
    stm_str s = c->source;
    size_t n = s.len;
    if (c->record.ptr)
        return s;
    while (n && s.ptr[n - 1] != '/')
        n--;
    while (n > 1 && s.ptr[n - 1] == '/')
        n--;
    return n ? (stm_str){s.ptr, n} : STM_LIT(".");
}

bool stm_captures__id(stm_json_out *o, const stm_capture *c)
{
    return stm_json_out__text(o, "\"") && stm_json_out__inside(o, c->source) &&
           (!c->record.ptr || (stm_json_out__text(o, "#") &&
                               stm_json_out__inside(o, c->record))) &&
           stm_json_out__text(o, "\"");
}

static bool put_field(stm_json_out *o, const char *name, stm_str value)
{
    return !value.ptr ||
           (stm_json_out__text(o, name) && stm_json_out__inside(o, value) &&
            stm_json_out__text(o, "\""));
}

/* Stretches of content, with a blank or a line end where something was left
 * out between them. */
static bool put_content(stm_json_out *o, const stm_capture *c,
                        const stm_page *p)
{
    const char *text = c->text.ptr;
    for (size_t i = 0; i < p->content_count; i++) {
        stm_range r = p->content[i];
        uint32_t before = i ? p->content[i - 1].end : r.start;
        bool line = memchr(text + before, '\n', r.start - before) ||
                    (i && text[before - 1] == '\n');
        if ((i && !stm_json_out__text(o, line ? "\\n" : " ")) ||
            !stm_json_out__inside(o, stm_str_trim(stm_str_cut(c->text, r))))
            return false;
    }
    return true;
}

static bool put_line(stm_json_out *o, const stm_capture *c, const stm_page *p)
{
    bool put =
        stm_json_out__text(o, "{\"id\":") && stm_captures__id(o, c) &&
        put_field(o, ",\"url\":\"", c->uri) &&
        put_field(o, ",\"date\":\"", c->dated.ptr ? c->dated : c->captured) &&
        stm_json_out__text(o, ",\"text\":\"");
    if (put)
        put = p ? put_content(o, c, p) : stm_json_out__inside(o, c->text);
    return put && stm_json_out__text(o, "\"}\n");
}

/* The content of a page that has its text. */
static stm_status put_page(stm_captures *c, item *it, const stm_html *html,
                           stm_error *err)
{
    stm_words *words = NULL;
    stm_page *page = NULL;
    stm_page_opts opts = STM_PAGE_OPTS_INIT;
    opts.as_is = c->opts.as_is;
    it->limit = html->limit;
    stm_status rc = stm_words_scan(&words, it->capture->text, err);
    if (rc == STM_OK)
        rc = stm_page_read(&page, it->capture, html, words, &opts, err);
    if (rc == STM_OK && !put_line(&it->line, it->capture, page))
        rc = no_memory(err);
    stm_page_free(page);
    stm_words_free(words);
    return rc;
}

static stm_status write_item(void *user, size_t i, unsigned worker,
                             stm_error *err)
{
    stm_captures *c = user;
    item *it = &c->batch.items[i];
    stm_html *html = NULL;
    stm_status rc = STM_OK;
    if (!it->capture->markup.ptr)
        return put_line(&it->line, it->capture, NULL) ? rc : no_memory(err);
    if (!c->reader[worker])
        rc = stm_html_reader_new(&c->reader[worker], err);
    if (rc == STM_OK)
        rc = stm_html_read(&html, c->reader[worker], it->capture, err);
    if (rc == STM_OK)
        rc = put_page(c, it, html, err);
    stm_html_free(html);
    return rc;
}

static void name_cut_pages(const stm_captures *c)
{
    for (size_t i = 0; c->opts.skip && i < c->batch.count; i++) {
        const item *it = &c->batch.items[i];
        stm_skip what = {it->capture->source, it->capture->record,
                         STM_NO_OFFSET, it->limit};
        if (it->limit)
            c->opts.skip(c->opts.user, &what);
    }
}

static stm_status give(stm_captures *c, stm_error *err)
{
    static const char slack[STM_CAPTURE_SLACK];
    stm_json_out *b = &c->block;
    size_t len = 0;
    b->count = 0;
    for (size_t i = 0; i < c->batch.count; i++) {
        const stm_json_out *line = &c->batch.items[i].line;
        if (!stm_json_out__put(b, line->items, line->count))
            return no_memory(err);
    }
    len = b->count;
    if (!stm_json_out__put(b, slack, sizeof slack))
        return no_memory(err);
    stm_capture_lines lines = {.source = {c->name, c->name_len},
                               .bytes = {b->items, len},
                               .at = c->at,
                               .packed = true};
    c->at += len;
    return c->opts.give(c->opts.user, &lines, err);
}

stm_status stm_captures__flush(stm_captures *c, stm_error *err)
{
    if (!c->batch.count)
        return STM_OK;
    stm_status rc = stm_pool_run(c->opts.pool, c->batch.count, write_item, c,
                                 NULL, NULL, err);
    if (rc == STM_OK)
        name_cut_pages(c);
    if (rc == STM_OK)
        rc = give(c, err);
    empty_batch(c);
    return rc;
}

/* Another input begins: what is left of the last one goes first. */
static stm_status go_to(stm_captures *c, stm_str name, stm_error *err)
{
    if (c->name && stm_str_eq((stm_str){c->name, c->name_len}, name))
        return STM_OK;
    stm_status rc = stm_captures__flush(c, err);
    char *copy = malloc(name.len + 1);
    if (rc != STM_OK || !copy) {
        free(copy);
        return rc != STM_OK ? rc : no_memory(err);
    }
    memcpy(copy, name.ptr, name.len);
    free(c->name);
    c->name = copy;
    c->name_len = name.len;
    c->at = 0;
    return STM_OK;
}

stm_status stm_captures__take(stm_captures *c, stm_capture *capture,
                              stm_str name, stm_error *err)
{
    size_t bytes = capture->markup.len + capture->text.len;
    item it = {.capture = capture};
    stm_status rc = go_to(c, name, err);
    if (rc == STM_OK && c->waiting && c->waiting + bytes > c->opts.bytes)
        rc = stm_captures__flush(c, err);
    if (rc == STM_OK && !stm_vec_push(&c->batch, it))
        rc = no_memory(err);
    if (rc != STM_OK)
        stm_capture_free(capture);
    else
        c->waiting += bytes;
    return rc;
}
