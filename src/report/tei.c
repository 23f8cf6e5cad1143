/* A critical apparatus in TEI P5: parallel segmentation, so every text can be
 * read off it; each family is a text that declares which source it is of. The
 * lemma is what the family's root has. What is inferred of a
 * lost text has a cert; what stands in no text is marked as restored. */
#include <stemma/report.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "report/collation.h"
#include "report/markup.h"
#include "report/names.h"
#include "report/show.h"

static const char head[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n<teiHeader>\n<fileDesc>\n"
    "<titleStmt><title>The readings of ";
static const char statement[] =
    "</title></titleStmt>\n<publicationStmt><p>Collated by stemma ";
static const char encoding[] =
    "</fileDesc>\n<encodingDesc>\n<p>Texts agree where they "
    "have the same words, whatever their capitals and marks. The wording is "
    "that of the first witness of each reading. rdg of type omitted: the text "
    "has nothing here; absent: it lacks the whole passage; restored: no text "
    "has these words, a spinner's were undone.</p>\n"
    "<variantEncoding method=\"parallel-segmentation\" "
    "location=\"internal\"/>\n</encodingDesc>\n</teiHeader>\n";

typedef struct tei {
    stm_buf out;
    const stm_result *result;
    const stm_str *names;
    stm_arena mem;
} tei;

static void put_witness(tei *t, uint32_t node)
{
    const stm_node *n = &t->result->tree->nodes[node];
    stm_buf_format(&t->out, "<witness xml:id=\"%s\"%s>", n->id,
                   n->witness == STM_LOST ? " rend=\"lost\"" : "");
    if (n->witness == STM_LOST)
        stm_markup__put(&t->out,
                        stm_names__note(&t->mem, t->names,
                                        t->result->witness_count, n->note));
    else
        stm_markup__put(&t->out, t->names[n->witness]);
    stm_buf_text(&t->out, "</witness>\n");
}

static void put_header(tei *t)
{
    const stm_edition *e = t->result->edition;
    stm_buf_text(&t->out, head);
    stm_buf_format(&t->out, "%zu captures", t->result->witness_count);
    stm_buf_text(&t->out, statement);
    stm_buf_text(&t->out, stm_version());
    stm_buf_text(&t->out, "</p></publicationStmt>\n");
    for (size_t i = 0; i < e->collation_count; i++) {
        stm_buf_format(&t->out,
                       "<sourceDesc xml:id=\"family%zu\">\n<listWit>\n", i);
        for (size_t k = 0; k < e->collations[i].node_count; k++)
            put_witness(t, e->collations[i].nodes[k]);
        stm_buf_text(&t->out, "</listWit>\n</sourceDesc>\n");
    }
    stm_buf_text(&t->out, encoding);
}

/* How sure the least sure text that has the reading is. */
static double sure_of(const stm_reading *r)
{
    double least = 1;
    for (size_t i = 0; i < r->by_count; i++)
        least = (double)r->by[i].sure < least ? (double)r->by[i].sure : least;
    return least;
}

static void put_reading(tei *t, const stm_reading *r, const char *element)
{
    const stm_node *nodes = t->result->tree->nodes;
    double sure = sure_of(r);
    stm_buf_format(&t->out, "<%s wit=\"", element);
    for (size_t i = 0; i < r->by_count; i++)
        stm_buf_format(&t->out, "%s#%s", i ? " " : "", nodes[r->by[i].node].id);
    stm_buf_text(&t->out, "\"");
    if (r->kind != STM_READING_WORDS)
        stm_buf_format(&t->out, " type=\"%s\"", stm_reading_name(r->kind));
    if (sure < 1)
        stm_buf_format(&t->out, " cert=\"%s\"", stm_collation__certainty(sure));
    if (!r->text.len) {
        stm_buf_text(&t->out, "/>");
        return;
    }
    stm_buf_text(&t->out, ">");
    stm_markup__put(&t->out, r->text);
    stm_buf_format(&t->out, "</%s>", element);
}

static void put_unit(tei *t, const stm_unit *u)
{
    if (u->reading_count == 1 && u->readings[0].kind == STM_READING_WORDS) {
        stm_markup__put(&t->out, u->readings[0].text);
        return;
    }
    stm_buf_text(&t->out, "<app>");
    for (size_t k = 0; k < u->reading_count; k++)
        put_reading(t, &u->readings[k], k ? "rdg" : "lem");
    stm_buf_text(&t->out, "</app>");
}

static void put_family(tei *t, const stm_collation *c)
{
    stm_buf_text(&t->out, "<body>\n<p>");
    for (size_t i = 0; i < c->unit_count; i++) {
        const stm_unit *u = &c->units[i];
        if (i && u->paragraph)
            stm_buf_text(&t->out, "</p>\n<p>");
        else if (i && !u->joined)
            stm_buf_text(&t->out, "\n");
        put_unit(t, u);
    }
    stm_buf_text(&t->out, "</p>\n</body>\n");
}

static void put_texts(tei *t)
{
    const stm_edition *e = t->result->edition;
    bool many = e->collation_count > 1;
    stm_buf_text(&t->out, many ? "<text>\n<group>\n" : "");
    for (size_t i = 0; i < e->collation_count; i++) {
        stm_buf_format(&t->out, "<text decls=\"#family%zu\">\n", i);
        put_family(t, &e->collations[i]);
        stm_buf_text(&t->out, "</text>\n");
    }
    stm_buf_text(&t->out, many ? "</group>\n</text>\n" : "");
    stm_buf_text(&t->out, "</TEI>\n");
}

stm_status stm_report_tei(const stm_result *r, const stm_report_opts *opts,
                          const stm_sink *out, stm_error *err)
{
    tei t = {.result = r};
    (void)opts;
    stm_status rc = stm_collation__check(r, err);
    if (rc != STM_OK)
        return rc;
    stm_buf_start(&t.out, out);
    t.names = stm_names__make(&t.mem, r);
    if (t.names) {
        put_header(&t);
        put_texts(&t);
    }
    rc = t.names ? stm_buf_end(&t.out) : STM_ENOMEM;
    stm_arena_free(&t.mem);
    return rc == STM_OK ? rc : stm_show__fail(err, rc);
}
