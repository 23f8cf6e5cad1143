/* The tree for Graphviz, with the marks that OpenStemmata uses: what is lost is
 * grey, what came from a second source is dashed. */
#include <stemma/report.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "report/glyph.h"
#include "report/names.h"
#include "report/show.h"

enum { TITLE_COLUMNS = 40 };

/* Inside double quotes. Graphviz reads backslashes, and HTML entities too. */
static void put_label(stm_buf *out, stm_str text)
{
    for (size_t at = 0; at < text.len;) {
        stm_glyph g;
        at = stm_glyph__read(&g, text, at);
        switch (g.len == 1 ? g.bytes[0] : 0) {
        case '"':
            stm_buf_text(out, "\\\"");
            break;
        case '\\':
            stm_buf_text(out, "\\\\");
            break;
        case '&':
            stm_buf_text(out, "&amp;");
            break;
        case '\n':
            stm_buf_text(out, " ");
            break;
        default:
            stm_buf_put(out, g.bytes, g.len);
        }
    }
}

static bool put_node(stm_buf *out, stm_arena *mem, const stm_result *r,
                     const stm_str *names, const stm_node *n)
{
    stm_buf_format(out, "    \"%s\" [", n->id);
    if (n->witness == STM_LOST) {
        stm_buf_format(out, "label=\"%s\", color=\"grey\", fontcolor=\"grey\"",
                       n->id);
        if (n->note.len) {
            stm_buf_text(out, ", tooltip=\"");
            put_label(out,
                      stm_names__note(mem, names, r->witness_count, n->note));
            stm_buf_text(out, "\"");
        }
    } else {
        const stm_witness *w = &r->witnesses[n->witness];
        stm_str title = stm_show__title(mem, w, TITLE_COLUMNS);
        stm_str date = stm_show__date(mem, w->page);
        if (!title.ptr || !date.ptr)
            return false;
        stm_buf_text(out, "label=\"");
        put_label(out, names[n->witness]);
        stm_buf_text(out, "\\n");
        put_label(out, title);
        stm_buf_text(out, "\\n");
        put_label(out, date);
        stm_buf_text(out, "\"");
    }
    stm_buf_text(out, "];\n");
    return true;
}

static void put_edges(stm_buf *out, const stm_tree *t)
{
    for (size_t i = 0; i < t->edge_count; i++) {
        const stm_edge *e = &t->edges[i];
        char label[STM_SHOW_EDGE];
        stm_show__edge(e, label, sizeof label);
        stm_buf_format(out, "    \"%s\" -> \"%s\" [label=\"%s\"];\n",
                       t->nodes[e->from].id, t->nodes[e->to].id, label);
    }
    for (size_t i = 0; i < t->secondary_count; i++) {
        const stm_secondary *s = &t->secondary[i];
        stm_buf_format(out,
                       "    \"%s\" -> \"%s\" [style=\"dashed\", label=\"%u "
                       "words\", constraint=false];\n",
                       t->nodes[s->from].id, t->nodes[s->to].id, s->words);
    }
}

stm_status stm_report_dot(const stm_result *r, const stm_report_opts *opts,
                          const stm_sink *out, stm_error *err)
{
    stm_buf b;
    stm_arena mem = {0};
    (void)opts;
    if (!r->tree)
        return stm_fail(err, STM_EARG, STM_NO_OFFSET,
                        "two texts alone have no tree to draw");
    const stm_str *names = stm_names__make(&mem, r);
    bool ok = names != NULL;
    stm_buf_start(&b, out);
    stm_buf_text(&b, "digraph stemma {\n    charset=\"UTF-8\";\n"
                     "    node [shape=\"box\", fontname=\"sans-serif\"];\n"
                     "    edge [fontname=\"sans-serif\"];\n");
    for (size_t i = 0; ok && i < r->tree->node_count; i++)
        ok = put_node(&b, &mem, r, names, &r->tree->nodes[i]);
    put_edges(&b, r->tree);
    stm_buf_text(&b, "}\n");
    stm_arena_free(&mem);
    stm_status rc = ok ? stm_buf_end(&b) : STM_ENOMEM;
    return rc == STM_OK ? rc : stm_show__fail(err, rc);
}
