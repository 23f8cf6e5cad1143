/* The collation and the lost texts as JSON. */
#include "report/json_edition.h"

#include "base/str.h"
#include "report/collation.h"
#include "report/show.h"

static void put_real(stm_json *j, const char *key, double x)
{
    stm_json__key(j, key);
    stm_json__real(j, x);
}

static void put_flag(stm_json *j, const char *key, bool x)
{
    stm_json__key(j, key);
    stm_json__bool(j, x);
}

static void put_node_list(stm_json *j, const char *key, const stm_tree *t,
                          const uint32_t *nodes, size_t count)
{
    stm_json__open_list(j, key);
    for (size_t i = 0; i < count; i++)
        stm_json__str(j, stm_str_of(t->nodes[nodes[i]].id));
    stm_json__close(j, ']');
}

static void put_inferred(stm_json *j, const stm_tree *t,
                         const stm_attestation *a)
{
    if (t->nodes[a->node].witness != STM_LOST)
        return;
    stm_json__open(j, '{');
    stm_json__put_str(j, "node", stm_str_of(t->nodes[a->node].id));
    put_real(j, "sure", (double)a->sure);
    stm_json__close(j, '}');
}

static void put_reading(stm_json *j, const stm_tree *t, const stm_reading *r)
{
    stm_json__open(j, '{');
    stm_json__put_str(j, "kind", stm_str_of(stm_reading_name(r->kind)));
    stm_json__put_str(j, "text", r->text);
    stm_json__open_list(j, "nodes");
    for (size_t i = 0; i < r->by_count; i++)
        stm_json__str(j, stm_str_of(t->nodes[r->by[i].node].id));
    stm_json__close(j, ']');
    stm_json__open_list(j, "inferred");
    for (size_t i = 0; i < r->by_count; i++)
        put_inferred(j, t, &r->by[i]);
    stm_json__close(j, ']');
    stm_json__close(j, '}');
}

static void put_unit(stm_json *j, const stm_tree *t, const stm_unit *u)
{
    stm_json__open(j, '{');
    put_flag(j, "paragraph", u->paragraph);
    put_flag(j, "joined", u->joined);
    stm_json__open_list(j, "readings");
    for (size_t k = 0; k < u->reading_count; k++)
        put_reading(j, t, &u->readings[k]);
    stm_json__close(j, ']');
    stm_json__close(j, '}');
}

static void put_collation(stm_json *j, const stm_tree *t,
                          const stm_collation *c)
{
    stm_json__open(j, '{');
    stm_json__put_whole(j, "family", c->family);
    put_node_list(j, "nodes", t, c->nodes, c->node_count);
    stm_json__open_list(j, "units");
    for (size_t i = 0; i < c->unit_count; i++)
        put_unit(j, t, &c->units[i]);
    stm_json__close(j, ']');
    stm_json__close(j, '}');
}

stm_status stm_report_collation(const stm_result *r,
                                const stm_report_opts *opts,
                                const stm_sink *out, stm_error *err)
{
    stm_json j;
    (void)opts;
    stm_status rc = stm_collation__check(r, err);
    if (rc != STM_OK)
        return rc;
    stm_json__start(&j, out);
    stm_json__open(&j, '{');
    stm_json__put_str(&j, "schema", STM_LIT("stemma.collation/1"));
    stm_json__captures(&j, r);
    stm_json__open_list(&j, "collations");
    for (size_t i = 0; i < r->edition->collation_count; i++)
        put_collation(&j, r->tree, &r->edition->collations[i]);
    stm_json__close(&j, ']');
    stm_json__close(&j, '}');
    rc = stm_json__end(&j);
    return rc == STM_OK ? rc : stm_show__fail(err, rc);
}

static void put_stretch(stm_json *j, const stm_tree *t, const stm_stretch *s)
{
    stm_json__open(j, '{');
    stm_json__put_str(j, "text", s->text);
    put_node_list(j, "witnesses", t, s->witnesses, s->witness_count);
    put_real(j, "sure", s->sure);
    put_flag(j, "restored", s->restored);
    put_flag(j, "paragraph", s->paragraph);
    put_flag(j, "joined", s->joined);
    stm_json__close(j, '}');
}

static void put_lost(stm_json *j, const stm_tree *t, const stm_lost *l)
{
    stm_json__put_str(j, "node", stm_str_of(t->nodes[l->node].id));
    stm_json__put_whole(j, "words", l->words);
    put_real(j, "sure", l->sure);
    stm_json__open_list(j, "stretches");
    for (size_t i = 0; i < l->stretch_count; i++)
        put_stretch(j, t, &l->stretches[i]);
    stm_json__close(j, ']');
}

void stm_json__reconstructions(stm_json *j, const stm_result *r)
{
    stm_json__open_list(j, "reconstructions");
    for (size_t i = 0; i < r->edition->collation_count; i++) {
        const stm_collation *c = &r->edition->collations[i];
        for (size_t k = 0; k < c->lost_count; k++) {
            stm_json__open(j, '{');
            put_lost(j, r->tree, &c->lost[k]);
            stm_json__close(j, '}');
        }
    }
    stm_json__close(j, ']');
}

stm_status stm_report_lost_json(const stm_result *r, const stm_lost *lost,
                                const stm_sink *out, stm_error *err)
{
    stm_json j;
    stm_json__start(&j, out);
    stm_json__open(&j, '{');
    stm_json__put_str(&j, "schema", STM_LIT("stemma.lost/1"));
    put_lost(&j, r->tree, lost);
    stm_json__close(&j, '}');
    stm_status rc = stm_json__end(&j);
    return rc == STM_OK ? rc : stm_show__fail(err, rc);
}

static void put_date(stm_json *j, const char *key, const stm_date *d)
{
    char text[32];
    size_t n = d->year ? stm_date_format(d, text, sizeof text) : 0;
    stm_json__put_str(j, key, (stm_str){n ? text : NULL, n});
}

static void put_bound(stm_json *j, const char *key, const stm_tree *t,
                      const stm_bound *b)
{
    stm_json__key(j, key);
    if (!b->date.year) {
        stm_json__null(j);
        return;
    }
    stm_json__open(j, '{');
    put_date(j, "date", &b->date);
    stm_json__put_str(j, "node", stm_str_of(t->nodes[b->node].id));
    stm_json__close(j, '}');
}

static void put_alterations(stm_json *j, const stm_stage *s)
{
    stm_json__open_list(j, "alterations");
    for (size_t i = 0; i < s->alteration_count; i++) {
        const stm_alteration *a = &s->alterations[i];
        stm_json__open(j, '{');
        stm_json__put_str(j, "kind", stm_str_of(stm_alteration_name(a->kind)));
        stm_json__put_str(j, "before", a->before);
        stm_json__put_str(j, "after", a->after);
        stm_json__put_str(j, "says", a->says);
        stm_json__close(j, '}');
    }
    stm_json__close(j, ']');
}

static void put_stage(stm_json *j, const stm_tree *t, const stm_stage *s)
{
    stm_json__open(j, '{');
    stm_json__put_str(j, "node", stm_str_of(t->nodes[s->node].id));
    put_date(j, "dated", &s->dated);
    put_bound(j, "earliest", t, &s->earliest);
    put_bound(j, "latest", t, &s->latest);
    put_flag(j, "conflict", s->conflict);
    stm_json__key(j, "from");
    if (s->before == STM_LOST)
        stm_json__null(j);
    else
        stm_json__str(j, stm_str_of(t->nodes[s->before].id));
    put_alterations(j, s);
    stm_json__close(j, '}');
}

void stm_json__timeline(stm_json *j, const stm_result *r)
{
    stm_json__open_list(j, "timeline");
    for (size_t i = 0; i < r->edition->collation_count; i++) {
        const stm_collation *c = &r->edition->collations[i];
        stm_json__open(j, '{');
        stm_json__put_whole(j, "family", c->family);
        stm_json__open_list(j, "versions");
        for (size_t k = 0; k < c->version_count; k++)
            put_stage(j, r->tree, &c->versions[k]);
        stm_json__close(j, ']');
        stm_json__close(j, '}');
    }
    stm_json__close(j, ']');
}

static void put_graft_end(stm_json *j, const char *key, const stm_tree *t,
                          uint32_t node)
{
    stm_json__key(j, key);
    if (node == STM_LOST)
        stm_json__null(j);
    else if (node == STM_NEW_LOST)
        stm_json__str(j, STM_LIT("new"));
    else
        stm_json__str(j, stm_str_of(t->nodes[node].id));
}

static void put_alternative(stm_json *j, const stm_tree *t,
                            const stm_alternative *a)
{
    stm_json__open(j, '{');
    stm_json__put_whole(j, "family", a->family);
    put_real(j, "confidence", a->confidence);
    put_real(j, "loss", a->loss);
    stm_json__put_str(j, "text", a->text);
    stm_json__open_list(j, "edges");
    for (size_t i = 0; i < a->edge_count; i++) {
        stm_json__open(j, '{');
        put_graft_end(j, "from", t, a->edges[i].from);
        put_graft_end(j, "to", t, a->edges[i].to);
        stm_json__close(j, '}');
    }
    stm_json__close(j, ']');
    put_graft_end(j, "without", t, a->without);
    stm_json__close(j, '}');
}

void stm_json__alternatives(stm_json *j, const stm_result *r)
{
    stm_json__open_list(j, "alternatives");
    for (size_t i = 0; i < r->alternatives->count; i++)
        put_alternative(j, r->tree, &r->alternatives->items[i]);
    stm_json__close(j, ']');
}
