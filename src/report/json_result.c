/* CONTRACT stemma.tree/1 and stemma.diff/1: every member, in the contract's
 * order; what we add beyond it stands at the end of its object. */
#include <stemma/report.h>

#include "base/str.h"
#include "report/json_edition.h"
#include "report/show.h"

static void put_real(stm_json *j, const char *key, double x)
{
    stm_json__key(j, key);
    stm_json__real(j, x);
}

static void put_capture(stm_json *j, const stm_witness *w)
{
    const stm_document d = {.id = w->id,
                            .capture = w->capture,
                            .html = w->html,
                            .page = w->page,
                            .words = w->text->count};
    stm_json__open(j, '{');
    stm_json__capture(j, &d);
    stm_json__close(j, '}');
}

void stm_json__captures(stm_json *j, const stm_result *r)
{
    stm_json__open_list(j, "captures");
    for (size_t i = 0; i < r->witness_count; i++)
        put_capture(j, &r->witnesses[i]);
    stm_json__close(j, ']');
}

static void put_passages(stm_json *j, const stm_relation *r)
{
    stm_json__open_list(j, "passages");
    for (size_t i = 0; i < r->passage_count; i++) {
        const stm_shared *p = &r->passages[i];
        stm_json__open(j, '{');
        stm_json__put_range(j, "a", p->a);
        stm_json__put_range(j, "b", p->b);
        stm_json__put_str(j, "kind", stm_str_of(stm_passage_name(p->kind)));
        put_real(j, "similarity", (double)p->similarity);
        stm_json__close(j, '}');
    }
    stm_json__close(j, ']');
}

static void put_substitutions(stm_json *j, const stm_relation *r)
{
    stm_json__open_list(j, "substitutions");
    for (size_t i = 0; i < r->substitution_count; i++) {
        stm_json__open(j, '{');
        stm_json__put_str(j, "a", r->substitutions[i].a);
        stm_json__put_str(j, "b", r->substitutions[i].b);
        stm_json__put_whole(j, "count", r->substitutions[i].count);
        stm_json__close(j, '}');
    }
    stm_json__close(j, ']');
}

static void put_evidence(stm_json *j, const stm_relation *r)
{
    stm_json__open_list(j, "evidence");
    for (size_t i = 0; i < r->evidence_count; i++) {
        const stm_evidence *e = &r->evidence[i];
        stm_json__open(j, '{');
        stm_json__put_str(j, "says", stm_str_of(stm_direction_name(e->says)));
        put_real(j, "weight", e->weight);
        stm_json__put_str(j, "kind", stm_str_of(e->kind));
        stm_json__put_str(j, "text", e->text);
        stm_json__close(j, '}');
    }
    stm_json__close(j, ']');
}

static void put_relation(stm_json *j, const stm_relation *r)
{
    stm_json__open(j, '{');
    stm_json__put_whole(j, "a", r->a);
    stm_json__put_whole(j, "b", r->b);
    stm_json__put_str(j, "relation", stm_str_of(stm_relation_name(r->kind)));
    stm_json__put_str(j, "direction",
                      stm_str_of(stm_direction_name(r->direction)));
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
    stm_json__open_list(j, "relations");
    for (size_t i = 0; i < r->relation_count; i++)
        put_relation(j, r->relations[i]);
    stm_json__close(j, ']');
}

static void put_families(stm_json *j, const stm_tree *t)
{
    stm_json__open_list(j, "families");
    for (size_t i = 0; i < t->family_count; i++) {
        stm_json__open(j, '{');
        stm_json__open_list(j, "captures");
        for (size_t k = 0; k < t->families[i].count; k++)
            stm_json__whole(j, t->families[i].witnesses[k]);
        stm_json__close(j, ']');
        stm_json__close(j, '}');
    }
    stm_json__close(j, ']');
}

static void put_nodes(stm_json *j, const stm_tree *t)
{
    stm_json__open_list(j, "nodes");
    for (size_t i = 0; i < t->node_count; i++) {
        const stm_node *n = &t->nodes[i];
        stm_json__open(j, '{');
        stm_json__put_str(j, "id", stm_str_of(n->id));
        stm_json__key(j, "capture");
        if (n->witness == STM_LOST)
            stm_json__null(j);
        else
            stm_json__whole(j, n->witness);
        if (n->note.ptr)
            stm_json__put_str(j, "note", n->note);
        stm_json__close(j, '}');
    }
    stm_json__close(j, ']');
}

static void put_ends(stm_json *j, const stm_tree *t, uint32_t from, uint32_t to)
{
    stm_json__put_str(j, "from", stm_str_of(t->nodes[from].id));
    stm_json__put_str(j, "to", stm_str_of(t->nodes[to].id));
}

static void put_support(stm_json *j, const stm_edge *e)
{
    stm_json__key(j, "support");
    if (e->support < 0)
        stm_json__null(j);
    else
        stm_json__real(j, e->support);
}

static void put_edges(stm_json *j, const stm_tree *t)
{
    stm_json__open_list(j, "edges");
    for (size_t i = 0; i < t->edge_count; i++) {
        const stm_edge *e = &t->edges[i];
        stm_json__open(j, '{');
        put_ends(j, t, e->from, e->to);
        stm_json__put_str(j, "relation",
                          stm_str_of(stm_relation_name(e->kind)));
        put_real(j, "confidence", e->confidence);
        put_support(j, e);
        stm_json__close(j, '}');
    }
    stm_json__close(j, ']');
}

static void put_secondary(stm_json *j, const stm_tree *t)
{
    stm_json__open_list(j, "secondary");
    for (size_t i = 0; i < t->secondary_count; i++) {
        const stm_secondary *e = &t->secondary[i];
        stm_json__open(j, '{');
        put_ends(j, t, e->from, e->to);
        stm_json__put_whole(j, "words", e->words);
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
    stm_report_opts own = STM_REPORT_OPTS_INIT;
    stm_json j;
    stm_show__options(&own, opts);
    stm_json__start(&j, out);
    stm_json__open(&j, '{');
    stm_json__put_str(&j, "schema",
                      r->tree ? STM_LIT("stemma.tree/1")
                              : STM_LIT("stemma.diff/1"));
    stm_json__captures(&j, r);
    if (r->tree) {
        put_relations(&j, r);
        put_families(&j, r->tree);
        put_tree(&j, r->tree);
        if (r->alternatives)
            stm_json__alternatives(&j, r);
        if (own.timeline && r->edition)
            stm_json__timeline(&j, r);
        if (own.lost && r->edition)
            stm_json__reconstructions(&j, r);
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
