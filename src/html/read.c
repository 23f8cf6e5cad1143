/* Markup is fed to the parser in pieces, and after each its tree is looked at:
 * a page that has grown too deep or too large is read as far as it got. The
 * steps of the standard's parser grow with the depth of what is open, so a
 * bound on depth and length bounds the time. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "html/quick.h"
#include "html/walk.h"

enum {
    PIECE = 1 << 17,        /* bytes: most pages have few */
    LONGEST_PAGE = 1 << 25, /* bytes of markup; the longest page among 1,497
                               labelled ones has 5.3 MB */
    LARGEST_TREE = 1 << 29, /* bytes of memory */
    MOST_REUSED = 64        /* a tree of more chunks of memory is not kept for
                               the next page */
};

/* The parser looks through the open elements for many a tag, and through the
 * attributes of an element and its tables of names, which do not grow, for each
 * attribute. The largest of 1,497 labelled pages has .66e9 of this. */
#define MOST_WORK ((uint64_t)1 << 32)

typedef struct own {
    stm_html shown; /* first: the public face is the object */
    stm_arena mem;
} own;

struct stm_html_reader {
    lxb_html_document_t *document; /* NULL: to be made for the next page */
    stm_html__walk walk;
    stm_html__quick quick;
};

stm_status stm_html_reader_new(stm_html_reader **out, stm_error *err)
{
    *out = calloc(1, sizeof **out);
    if (!*out)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                        "out of memory for a reader of pages");
    stm_html__hints_init(&(*out)->walk.hints);
    stm_html__quick_init(&(*out)->quick);
    return STM_OK;
}

void stm_html_reader_free(stm_html_reader *r)
{
    if (!r)
        return;
    if (r->document)
        lxb_html_document_destroy(r->document);
    stm_html__walk_free(&r->walk);
    free(r);
}

/* How large the tree has grown. Chunks are counted once. */
typedef struct growth {
    const lexbor_mem_chunk_t *counted[2];
    size_t bytes;
    uint64_t work; /* bytes of markup times what each may have to pass */
} growth;

static void count_chunks(growth *g, unsigned which, const lexbor_mraw_t *m)
{
    const lexbor_mem_chunk_t *last = m->mem->chunk;
    for (const lexbor_mem_chunk_t *c = last; c && c != g->counted[which];
         c = c->prev)
        g->bytes += c->size;
    g->counted[which] = last;
}

static void measure(growth *g, const lxb_html_document_t *document, size_t fed)
{
    const lxb_dom_document_t *d = &document->dom_document;
    const lxb_html_parser_t *parser = d->parser;
    count_chunks(g, 0, d->mraw);
    count_chunks(g, 1, d->text);
    g->work +=
        fed * (parser->tree->open_elements->length +
               d->attrs->entries->allocated + d->tags->entries->allocated);
}

/* The limit that the page went over with `fed` bytes of it, or NULL. `all`: it
 * has no more; what is too deep was not read to its end. */
static const char *limit_of(const growth *g,
                            const lxb_html_document_t *document, size_t fed,
                            bool all)
{
    const lxb_html_parser_t *parser = document->dom_document.parser;
    if (parser->tree->open_elements->length > STM_QUICK_DEEPEST)
        return "elements lie over 1000 deep in each other";
    if (all)
        return NULL;
    if (g->work > MOST_WORK)
        return "its elements are too deep, or their names too many, to be "
               "parsed in good time";
    if (g->bytes > LARGEST_TREE)
        return "its elements and attributes take over 512 MiB of memory";
    return fed >= LONGEST_PAGE ? "it has over 32 MiB of markup" : NULL;
}

/* False when the parser fails, which it does only out of memory. */
static bool feed(stm_html_reader *r, stm_str markup, const char **limit)
{
    growth g = {{NULL, NULL}, 0, 0};
    lxb_html_document_t *document = r->document;
    size_t at = 0;
    /* what the page before was is not forgotten when its tree is */
    document->dom_document.compat_mode = LXB_DOM_DOCUMENT_CMODE_NO_QUIRKS;
    if (lxb_html_document_parse_chunk_begin(document) != LXB_STATUS_OK)
        return false;
    stm_html__quick_begin(&r->quick, document);
    *limit = NULL;
    while (at < markup.len && !*limit) {
        size_t n = markup.len - at < PIECE ? markup.len - at : PIECE;
        if (lxb_html_document_parse_chunk(document,
                                          (const lxb_char_t *)markup.ptr + at,
                                          n) != LXB_STATUS_OK)
            return false;
        at += n;
        measure(&g, document, n);
        *limit = limit_of(&g, document, at, at == markup.len);
    }
    return lxb_html_document_parse_chunk_end(document) == LXB_STATUS_OK;
}

static bool parse(stm_html_reader *r, stm_str markup, const char **limit)
{
    if (!r->document) {
        r->document = lxb_html_document_create();
        /* nobody hears what forms do when a field is put into them */
        if (r->document)
            lxb_dom_document_opt_set(lxb_dom_interface_document(r->document),
                                     LXB_DOM_DOCUMENT_OPT_WO_EVENTS);
    }
    return r->document && feed(r, markup, limit);
}

/* Makes ready for the next page, whatever became of this one. */
static void tidy(stm_html_reader *r, bool ok)
{
    if (!r->document)
        return;
    const lxb_dom_document_t *d = &r->document->dom_document;
    if (ok && d->mraw->mem->chunk_length <= MOST_REUSED &&
        d->text->mem->chunk_length <= MOST_REUSED) {
        lxb_html_document_clean(r->document);
        return;
    }
    lxb_html_document_destroy(r->document);
    r->document = NULL;
}

static bool take_walk(own *o, stm_html__walk *w)
{
    stm_html *h = &o->shown;
    size_t blocks = w->lines.blocks.count, boxes = w->boxes.count;
    stm_block *block = STM_ARENA_RAW(&o->mem, stm_block, blocks);
    stm_box *box = STM_ARENA_RAW(&o->mem, stm_box, boxes);
    if (!block || !box ||
        !stm_html__facts_finish(&w->facts, &h->facts, &h->fact_count))
        return false;
    if (blocks)
        memcpy(block, w->lines.blocks.items, blocks * sizeof *block);
    if (boxes)
        memcpy(box, w->boxes.items, boxes * sizeof *box);
    h->blocks = block;
    h->block_count = blocks;
    h->boxes = box;
    h->box_count = boxes;
    return true;
}

static stm_status take_text(stm_capture *c, const stm_html__walk *w,
                            stm_error *err)
{
    size_t n = w->lines.text.count;
    stm_bytes text = {malloc(n ? n : 1), n};
    if (!text.ptr)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                        "out of memory for the text of a page");
    if (n)
        memcpy(text.ptr, w->lines.text.items, n);
    return stm_capture_give_text(c, text.ptr, text.len, err);
}

stm_status stm_html_read(stm_html **out, stm_html_reader *r, stm_capture *c,
                         stm_error *err)
{
    *out = NULL;
    if (!c->markup.ptr)
        return stm_fail(err, STM_EARG, STM_NO_OFFSET,
                        "html: the capture is no page");
    own *o = calloc(1, sizeof *o);
    bool ok = o && parse(r, c->markup, &o->shown.limit);
    if (ok)
        ok = stm_html__walk_page(
                 &r->walk, lxb_dom_interface_document(r->document), &o->mem) &&
             take_walk(o, &r->walk);
    tidy(r, ok);
    stm_status rc = ok ? take_text(c, &r->walk, err)
                       : stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                                  "out of memory for a page");
    if (rc != STM_OK) {
        stm_html_free(o ? &o->shown : NULL);
        return rc;
    }
    *out = &o->shown;
    return STM_OK;
}

void stm_html_free(stm_html *h)
{
    if (!h)
        return;
    own *o = (own *)(void *)h;
    stm_arena_free(&o->mem);
    free(o);
}
