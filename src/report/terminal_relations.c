/* One paragraph a relation, copies first; pairs that merely share a topic in
 * one list. */
#include <stdio.h>

#include "base/str.h"
#include "report/say.h"
#include "report/show.h"
#include "report/terminal.h"

/* Pairs that are told, and named; the others are only counted. */
enum { TOLD = 100, LISTED = 40 };

static const stm_style passage_styles[] = {
    [STM_PASSAGE_VERBATIM] = STM_STYLE_VERBATIM,
    [STM_PASSAGE_EDITED] = STM_STYLE_EDITED,
    [STM_PASSAGE_SPUN] = STM_STYLE_SPUN,
};

static void put_quote(stm_term *t, uint32_t id, stm_range at, stm_style style)
{
    unsigned width = t->opts.width;
    stm_str name = t->names[id];
    stm_str text = stm_show__bytes(&t->result->witnesses[id], at);
    stm_cell *c = stm_term__paragraph(t, 8);
    stm_str line = stm_show__line(&t->mem, text, width > 28 ? width - 28 : 20);
    if (!line.ptr)
        c->failed = true;
    stm_cell__add(c, STM_STYLE_DIM, name);
    stm_cell__word(c, STM_STYLE_PLAIN, "\xc2\xa0 ");
    stm_cell__add(c, style, line);
    stm_term__put(t, "        ", "        ");
}

static void put_passage(stm_term *t, const stm_relation *r, const stm_shared *p)
{
    const stm_witness *w = t->result->witnesses;
    stm_buf_format(&t->out, "      %s, %u words, %d %% kept\n",
                   stm_passage_name(p->kind),
                   stm_show__words(w[r->a].text, p->a),
                   stm_say__percent((double)p->similarity));
    put_quote(t, r->a, p->a, passage_styles[p->kind]);
    if (p->kind != STM_PASSAGE_VERBATIM)
        put_quote(t, r->b, p->b, passage_styles[p->kind]);
}

static void put_relation(stm_term *t, const stm_relation *r)
{
    stm_cell *c = stm_term__paragraph(t, 4);
    stm_term__add_relation(t, c, r);
    stm_term__put(t, "  ", "    ");
    stm_term__put_evidence(t, r, t->opts.verbose);
    for (size_t i = 0; t->opts.verbose && i < r->passage_count; i++)
        put_passage(t, r, &r->passages[i]);
}

static void put_topics(stm_term *t)
{
    const stm_result *r = t->result;
    size_t seen = 0;
    stm_cell *c = stm_term__paragraph(t, 4);
    for (size_t i = 0; i < r->relation_count; i++) {
        const stm_relation *x = r->relations[i];
        if (x->kind != STM_RELATED)
            continue;
        if (++seen > LISTED && !t->opts.verbose)
            continue;
        stm_cell__word(c, STM_STYLE_PLAIN,
                       seen == 1 ? "On one topic, nothing copied: " : ", ");
        stm_cell__add(c, STM_STYLE_NAME, t->names[x->a]);
        stm_cell__word(c, STM_STYLE_DIM, " \xc2\xb7 ");
        stm_cell__add(c, STM_STYLE_NAME, t->names[x->b]);
    }
    if (!seen)
        return;
    if (seen > LISTED && !t->opts.verbose) {
        char rest[64];
        snprintf(rest, sizeof rest, " and %zu more pairs (-v names them)",
                 seen - LISTED);
        stm_cell__word(c, STM_STYLE_DIM, rest);
    }
    stm_term__put(t, "  ", "    ");
}

/* Copies, or the others that share passages. */
static void put_group(stm_term *t, bool copies)
{
    const stm_result *r = t->result;
    size_t seen = 0;
    for (size_t i = 0; i < r->relation_count; i++) {
        const stm_relation *x = r->relations[i];
        if (x->kind == STM_RELATED || stm_relation_is_copy(x->kind) != copies)
            continue;
        if (++seen <= TOLD || t->opts.verbose)
            put_relation(t, x);
    }
    if (seen > TOLD && !t->opts.verbose)
        stm_buf_format(&t->out,
                       "  and %zu more pairs that %s (-v tells them)\n",
                       seen - TOLD,
                       copies ? "are copies of each other" : "share passages");
}

stm_status stm_term__relations(stm_term *t)
{
    if (t->result->relation_count)
        stm_term__heading(t, "What they are to each other");
    put_group(t, true);
    put_group(t, false);
    put_topics(t);
    return t->cell.failed ? STM_ENOMEM : STM_OK;
}
