/* The tree as OpenStemmata keeps its trees in GraphML: the data keys are those
 * of its files (colour grey for what is lost, a label; of an edge its type,
 * filiation or contamination, and cert), and two more that say what we know
 * beyond that. */
#include <stemma/report.h>

#include "base/arena.h"
#include "base/buf.h"
#include "report/collation.h"
#include "report/markup.h"
#include "report/names.h"
#include "report/show.h"

static const char head[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
    "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
    "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
    "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n"
    "  <key id=\"d0\" for=\"node\" attr.name=\"color\" "
    "attr.type=\"string\"/>\n"
    "  <key id=\"d1\" for=\"node\" attr.name=\"label\" "
    "attr.type=\"string\"/>\n"
    "  <key id=\"d2\" for=\"edge\" attr.name=\"type\" "
    "attr.type=\"string\"/>\n"
    "  <key id=\"d3\" for=\"edge\" attr.name=\"cert\" "
    "attr.type=\"string\"/>\n"
    "  <key id=\"d4\" for=\"edge\" attr.name=\"relation\" "
    "attr.type=\"string\"/>\n"
    "  <key id=\"d5\" for=\"edge\" attr.name=\"confidence\" "
    "attr.type=\"double\"/>\n"
    "  <key id=\"d6\" for=\"edge\" attr.name=\"support\" "
    "attr.type=\"double\"/>\n"
    "  <graph edgedefault=\"directed\">\n";

static void put_data(stm_buf *out, const char *key, stm_str value)
{
    stm_buf_format(out, "      <data key=\"%s\">", key);
    stm_markup__put(out, value);
    stm_buf_text(out, "</data>\n");
}

static void put_node(stm_buf *out, const stm_str *names, const stm_node *n)
{
    bool lost = n->witness == STM_LOST;
    stm_buf_format(out, "    <node id=\"%s\">\n", n->id);
    if (lost)
        put_data(out, "d0", STM_LIT("grey"));
    put_data(out, "d1",
             lost ? (stm_str){n->id, strlen(n->id)} : names[n->witness]);
    stm_buf_text(out, "    </node>\n");
}

static void open_edge(stm_buf *out, const stm_tree *t, uint32_t from,
                      uint32_t to, const char *type, double confidence)
{
    stm_buf_format(out,
                   "    <edge source=\"%s\" target=\"%s\">\n"
                   "      <data key=\"d2\">%s</data>\n"
                   "      <data key=\"d3\">%s</data>\n",
                   t->nodes[from].id, t->nodes[to].id, type,
                   stm_collation__certainty(confidence));
}

/* `support` below 0 is not known. */
static void close_edge(stm_buf *out, const char *relation, double confidence,
                       double support)
{
    stm_buf_format(out,
                   "      <data key=\"d4\">%s</data>\n"
                   "      <data key=\"d5\">%.4f</data>\n",
                   relation, confidence);
    if (support >= 0)
        stm_buf_format(out, "      <data key=\"d6\">%.4f</data>\n", support);
    stm_buf_text(out, "    </edge>\n");
}

static void put_edges(stm_buf *out, const stm_tree *t)
{
    for (size_t i = 0; i < t->edge_count; i++) {
        const stm_edge *e = &t->edges[i];
        open_edge(out, t, e->from, e->to, "filiation", e->confidence);
        close_edge(out, stm_relation_name(e->kind), e->confidence, e->support);
    }
    for (size_t i = 0; i < t->secondary_count; i++) {
        const stm_secondary *s = &t->secondary[i];
        open_edge(out, t, s->from, s->to, "contamination", s->confidence);
        close_edge(out, "quotes", s->confidence, -1);
    }
}

stm_status stm_report_graphml(const stm_result *r, const stm_report_opts *opts,
                              const stm_sink *out, stm_error *err)
{
    stm_buf b;
    stm_arena mem = {0};
    (void)opts;
    if (!r->tree)
        return stm_fail(err, STM_EARG, STM_NO_OFFSET,
                        "two texts alone have no tree to draw");
    const stm_str *names = stm_names__make(&mem, r);
    stm_buf_start(&b, out);
    stm_buf_text(&b, head);
    for (size_t i = 0; names && i < r->tree->node_count; i++)
        put_node(&b, names, &r->tree->nodes[i]);
    put_edges(&b, r->tree);
    stm_buf_text(&b, "  </graph>\n</graphml>\n");
    stm_status rc = names ? stm_buf_end(&b) : STM_ENOMEM;
    stm_arena_free(&mem);
    return rc == STM_OK ? rc : stm_show__fail(err, rc);
}
