/* CONTRACT stemma.tree/1 and stemma.diff/1: every member, in the contract's
 * order; what we add beyond it stands at the end of its object. */
#include <stemma/report.h>

#include <utf8proc.h>

#include "base/str.h"
#include "report/json.h"

static void put_whole(stm_json *j, const char *key, uint64_t x)
{
    stm_json__key(j, key);
    stm_json__whole(j, x);
}

static void put_real(stm_json *j, const char *key, double x)
{
    stm_json__key(j, key);
    stm_json__real(j, x);
}

static void put_str(stm_json *j, const char *key, stm_str s)
{
    stm_json__key(j, key);
    stm_json__str(j, s);
}

static void put_date(stm_json *j, const char *key, const stm_date *d)
{
    char text[32];
    size_t n = stm_date_format(d, text, sizeof text);
    put_str(j, key, n ? (stm_str){text, n} : STM_NONE);
}

/* The members of a range, into an object that is open. */
static void put_bounds(stm_json *j, stm_range at)
{
    put_whole(j, "start", at.start);
    put_whole(j, "end", at.end);
}

static void put_range(stm_json *j, const char *key, stm_range at)
{
    stm_json__key(j, key);
    stm_json__open(j, '{');
    put_bounds(j, at);
    stm_json__close(j, '}');
}

static void put_authors(stm_json *j, const stm_page *p)
{
    stm_json__key(j, "authors");
    stm_json__open(j, '[');
    for (size_t i = 0; i < p->author_count; i++)
        stm_json__str(j, p->authors[i]);
    stm_json__close(j, ']');
}

static void put_content(stm_json *j, const stm_page *p)
{
    stm_json__key(j, "content");
    stm_json__open(j, '[');
    for (size_t i = 0; i < p->content_count; i++) {
        stm_json__open(j, '{');
        put_bounds(j, p->content[i]);
        stm_json__close(j, '}');
    }
    stm_json__close(j, ']');
}

static void put_furniture(stm_json *j, const stm_page *p)
{
    stm_json__key(j, "furniture");
    stm_json__open(j, '[');
    for (size_t i = 0; i < p->furniture_count; i++) {
        stm_json__open(j, '{');
        put_bounds(j, p->furniture[i].at);
        put_str(j, "kind",
                stm_str_of(stm_furniture_name(p->furniture[i].kind)));
        stm_json__close(j, '}');
    }
    stm_json__close(j, ']');
}

static void put_repeats(stm_json *j, const stm_page *p)
{
    stm_json__key(j, "repeats");
    stm_json__open(j, '[');
    for (size_t i = 0; i < p->repeat_count; i++) {
        stm_json__open(j, '{');
        put_range(j, "a", p->repeats[i].a);
        put_range(j, "b", p->repeats[i].b);
        stm_json__close(j, '}');
    }
    stm_json__close(j, ']');
}

static bool is_utf8(stm_str s)
{
    for (size_t i = 0; i < s.len;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t n =
            utf8proc_iterate((const utf8proc_uint8_t *)s.ptr + i,
                             (utf8proc_ssize_t)(s.len - i), &c);
        if (n <= 0)
            return false;
        i += (size_t)n;
    }
    return true;
}

/* Beyond the contract: what the bytes were converted from, how many did not
 * convert, and the exact name of a file whose name is not UTF-8. */
static void put_capture_extras(stm_json *j, const stm_capture *c)
{
    put_str(j, "charset", c->charset);
    put_whole(j, "replaced", c->replaced);
    if (is_utf8(c->source))
        return;
    stm_json__key(j, "source_hex");
    stm_json__hex(j, c->source);
}

static void put_capture(stm_json *j, const stm_witness *w)
{
    const stm_page *p = w->page;
    stm_json__open(j, '{');
    put_whole(j, "id", w->id);
    put_str(j, "source", w->capture->source);
    put_str(j, "record", w->capture->record);
    put_str(j, "uri", w->capture->uri);
    put_str(j, "title", p->title);
    put_authors(j, p);
    put_date(j, "published", &p->published);
    put_date(j, "updated", &p->updated);
    put_str(j, "captured", w->capture->captured);
    put_str(j, "language", p->language[0] ? stm_str_of(p->language) : STM_NONE);
    put_whole(j, "words", w->text->count);
    stm_json__key(j, "truncated");
    stm_json__bool(j, p->truncated);
    put_content(j, p);
    put_furniture(j, p);
    put_repeats(j, p);
    put_capture_extras(j, w->capture);
    stm_json__close(j, '}');
}

static void put_captures(stm_json *j, const stm_result *r)
{
    stm_json__key(j, "captures");
    stm_json__open(j, '[');
    for (size_t i = 0; i < r->witness_count; i++)
        put_capture(j, &r->witnesses[i]);
    stm_json__close(j, ']');
}

static void put_passages(stm_json *j, const stm_relation *r)
{
    stm_json__key(j, "passages");
    stm_json__open(j, '[');
    for (size_t i = 0; i < r->passage_count; i++) {
        const stm_shared *p = &r->passages[i];
        stm_json__open(j, '{');
        put_range(j, "a", p->a);
        put_range(j, "b", p->b);
        put_str(j, "kind", stm_str_of(stm_passage_name(p->kind)));
        put_real(j, "similarity", (double)p->similarity);
        stm_json__close(j, '}');
    }
    stm_json__close(j, ']');
}

static void put_substitutions(stm_json *j, const stm_relation *r)
{
    stm_json__key(j, "substitutions");
    stm_json__open(j, '[');
    for (size_t i = 0; i < r->substitution_count; i++) {
        stm_json__open(j, '{');
        put_str(j, "a", r->substitutions[i].a);
        put_str(j, "b", r->substitutions[i].b);
        put_whole(j, "count", r->substitutions[i].count);
        stm_json__close(j, '}');
    }
    stm_json__close(j, ']');
}

static void put_evidence(stm_json *j, const stm_relation *r)
{
    stm_json__key(j, "evidence");
    stm_json__open(j, '[');
    for (size_t i = 0; i < r->evidence_count; i++) {
        const stm_evidence *e = &r->evidence[i];
        stm_json__open(j, '{');
        put_str(j, "says", stm_str_of(stm_direction_name(e->says)));
        put_real(j, "weight", e->weight);
        put_str(j, "kind", stm_str_of(e->kind));
        put_str(j, "text", e->text);
        stm_json__close(j, '}');
    }
    stm_json__close(j, ']');
}

static void put_relation(stm_json *j, const stm_relation *r)
{
    stm_json__open(j, '{');
    put_whole(j, "a", r->a);
    put_whole(j, "b", r->b);
    put_str(j, "relation", stm_str_of(stm_relation_name(r->kind)));
    put_str(j, "direction", stm_str_of(stm_direction_name(r->direction)));
    put_real(j, "confidence", r->confidence);
    stm_json__key(j, "coverage");
    stm_json__open(j, '{');
    put_real(j, "a", r->coverage_a);
    put_real(j, "b", r->coverage_b);
    stm_json__close(j, '}');
    put_passages(j, r);
    put_substitutions(j, r);
    put_evidence(j, r);
    stm_json__close(j, '}');
}

static void put_relations(stm_json *j, const stm_result *r)
{
    stm_json__key(j, "relations");
    stm_json__open(j, '[');
    for (size_t i = 0; i < r->relation_count; i++)
        put_relation(j, r->relations[i]);
    stm_json__close(j, ']');
}

static void put_families(stm_json *j, const stm_tree *t)
{
    stm_json__key(j, "families");
    stm_json__open(j, '[');
    for (size_t i = 0; i < t->family_count; i++) {
        stm_json__open(j, '{');
        stm_json__key(j, "captures");
        stm_json__open(j, '[');
        for (size_t k = 0; k < t->families[i].count; k++)
            stm_json__whole(j, t->families[i].witnesses[k]);
        stm_json__close(j, ']');
        stm_json__close(j, '}');
    }
    stm_json__close(j, ']');
}

static void put_nodes(stm_json *j, const stm_tree *t)
{
    stm_json__key(j, "nodes");
    stm_json__open(j, '[');
    for (size_t i = 0; i < t->node_count; i++) {
        const stm_node *n = &t->nodes[i];
        stm_json__open(j, '{');
        put_str(j, "id", stm_str_of(n->id));
        stm_json__key(j, "capture");
        if (n->witness == STM_LOST)
            stm_json__null(j);
        else
            stm_json__whole(j, n->witness);
        if (n->note.ptr)
            put_str(j, "note", n->note);
        stm_json__close(j, '}');
    }
    stm_json__close(j, ']');
}

static void put_ends(stm_json *j, const stm_tree *t, uint32_t from, uint32_t to)
{
    put_str(j, "from", stm_str_of(t->nodes[from].id));
    put_str(j, "to", stm_str_of(t->nodes[to].id));
}

static void put_edges(stm_json *j, const stm_tree *t)
{
    stm_json__key(j, "edges");
    stm_json__open(j, '[');
    for (size_t i = 0; i < t->edge_count; i++) {
        const stm_edge *e = &t->edges[i];
        stm_json__open(j, '{');
        put_ends(j, t, e->from, e->to);
        put_str(j, "relation", stm_str_of(stm_relation_name(e->kind)));
        put_real(j, "confidence", e->confidence);
        stm_json__close(j, '}');
    }
    stm_json__close(j, ']');
}

static void put_secondary(stm_json *j, const stm_tree *t)
{
    stm_json__key(j, "secondary");
    stm_json__open(j, '[');
    for (size_t i = 0; i < t->secondary_count; i++) {
        const stm_secondary *e = &t->secondary[i];
        stm_json__open(j, '{');
        put_ends(j, t, e->from, e->to);
        put_whole(j, "words", e->words);
        put_real(j, "confidence", e->confidence);
        stm_json__close(j, '}');
    }
    stm_json__close(j, ']');
}

static void put_tree(stm_json *j, const stm_tree *t)
{
    stm_json__key(j, "tree");
    stm_json__open(j, '{');
    put_nodes(j, t);
    put_edges(j, t);
    put_secondary(j, t);
    stm_json__close(j, '}');
}

stm_status stm_report_json(const stm_result *r, const stm_report_opts *opts,
                           const stm_sink *out, stm_error *err)
{
    (void)opts;
    stm_json j;
    stm_json__start(&j, out);
    stm_json__open(&j, '{');
    put_str(&j, "schema",
            r->tree ? STM_LIT("stemma.tree/1") : STM_LIT("stemma.diff/1"));
    put_captures(&j, r);
    if (r->tree) {
        put_relations(&j, r);
        put_families(&j, r->tree);
        put_tree(&j, r->tree);
    } else {
        stm_json__key(&j, "relation");
        put_relation(&j, r->relations[0]);
    }
    stm_json__close(&j, '}');
    stm_status rc = stm_json__end(&j);
    return rc == STM_OK
               ? rc
               : stm_fail(err, rc, STM_NO_OFFSET, "cannot write the result");
}
