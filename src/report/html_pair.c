/* A pair side by side: a table with a row for each passage and rows between for
 * what only one side has. Long text of one side's own is folded. */
#include <stdio.h>

#include "base/str.h"
#include "report/html.h"
#include "report/pieces.h"
#include "report/rows.h"
#include "report/say.h"
#include "report/show.h"

enum {
    LONG_OWN = 60,     /* words of one side's own text that stand open */
    OPEN_EVIDENCE = 3, /* pieces that stand open */
    MOST_SUBSTITUTIONS = 400
};

typedef struct pair {
    stm_sheet *html;
    const stm_relation *relation;
    stm_rows rows;
} pair;

static const stm_witness *witness(const pair *p, bool side_b)
{
    const stm_relation *r = p->relation;
    return &p->html->result->witnesses[side_b ? r->b : r->a];
}

static void put_range(const pair *p, bool side_b, stm_range at)
{
    const stm_relation *r = p->relation;
    stm_pieces pieces;
    stm_pieces__start(&pieces, witness(p, side_b)->page,
                      side_b ? p->rows.by_b : r->differences,
                      r->difference_count, side_b, at);
    stm_sheet__pieces(p->html, &pieces, witness(p, side_b));
}

static stm_str first_words(const pair *p, bool side_b, stm_range at)
{
    const stm_witness *w = witness(p, side_b);
    const stm_text *t = w->text;
    uint32_t first = stm_show__token(t, at.start);
    if (first < t->count && t->at[first].start < at.end)
        at.start = t->at[first].start;
    return stm_show__line(&p->html->scratch, stm_show__bytes(w, at), 70);
}

/* Without the white space at both ends. */
static stm_range trimmed(const pair *p, bool side_b, stm_range at)
{
    const char *text = witness(p, side_b)->capture->text.ptr;
    while (at.start < at.end && stm_ascii_space(text[at.start]))
        at.start++;
    while (at.start < at.end && stm_ascii_space(text[at.end - 1]))
        at.end--;
    return at;
}

static bool is_blank(const pair *p, const stm_row *row)
{
    stm_range a = trimmed(p, false, row->a), b = trimmed(p, true, row->b);
    return a.start == a.end && b.start == b.end;
}

static void put_cell(const pair *p, bool side_b, const stm_row *row)
{
    stm_sheet *h = p->html;
    stm_range at = trimmed(p, side_b, side_b ? row->b : row->a);
    uint32_t words = stm_show__words(witness(p, side_b)->text, at);
    bool fold = !row->passage && words > LONG_OWN;
    stm_sheet__text(h, "<td dir=\"auto\" data-name=\"");
    stm_sheet__str(h, h->names[side_b ? p->relation->b : p->relation->a]);
    stm_sheet__text(h, "\">");
    if (fold) {
        stm_buf_format(&h->out,
                       "<details><summary>%u words only here: \xe2\x80\x9c",
                       words);
        stm_sheet__str(h, first_words(p, side_b, at));
        stm_sheet__text(h, "\xe2\x80\x9d</summary>");
    }
    put_range(p, side_b, at);
    stm_sheet__text(h, fold ? "</details></td>" : "</td>");
}

static void put_row(const pair *p, const stm_row *row, size_t number)
{
    stm_sheet *h = p->html;
    const stm_relation *r = p->relation;
    const stm_shared *s = row->passage;
    if (s && row->goes_on) {
        stm_buf_format(&h->out,
                       "<tr class=\"%s on\"><th scope=\"row\"><span "
                       "class=\"away\">goes on</span></th>",
                       stm_passage_name(s->kind));
    } else if (s) {
        const char *kind = stm_passage_name(s->kind);
        stm_buf_format(&h->out,
                       "<tr class=\"%s\" id=\"p%u-%u-%zu\"><th scope=\"row\">"
                       "<a href=\"#p%u-%u-%zu\">%s</a><small>%d\xc2\xa0%%%s"
                       "</small></th>",
                       kind, r->a, r->b, number, r->a, r->b, number, kind,
                       stm_say__percent((double)s->similarity),
                       row->moved ? " moved" : "");
    } else {
        stm_sheet__text(h, "<tr class=\"own\"><th scope=\"row\"><span "
                           "class=\"away\">only on one side</span></th>");
    }
    put_cell(p, false, row);
    put_cell(p, true, row);
    stm_sheet__text(h, "</tr>\n");
}

static void put_table(const pair *p)
{
    stm_sheet *h = p->html;
    stm_sheet__text(h,
                    "<table class=\"rows\"><colgroup><col class=\"kind\"><col>"
                    "<col></colgroup><thead><tr><th><span class=\"away\">kind"
                    "</span></th><th scope=\"col\">");
    stm_sheet__name(h, p->relation->a);
    stm_sheet__text(h, "</th><th scope=\"col\">");
    stm_sheet__name(h, p->relation->b);
    stm_sheet__text(h, "</th></tr></thead><tbody>\n");
    size_t number = 0;
    for (size_t i = 0; i < p->rows.count; i++) {
        const stm_row *row = &p->rows.items[i];
        number += row->passage && !row->goes_on;
        if (row->passage || !is_blank(p, row))
            put_row(p, row, number);
    }
    stm_sheet__text(h, "</tbody></table>\n");
}

static void put_reason(const pair *p, const stm_evidence *e)
{
    stm_sheet *h = p->html;
    stm_say_evidence rest = {e->text, 0};
    stm_said part;
    stm_buf_format(
        &h->out, "<li class=\"%s\"><span class=\"tag\">%s</span><span>",
        e->says == p->relation->direction ? "for" : "other", e->kind);
    while (stm_say__next_evidence(&rest, &part))
        if (part.is_capture)
            stm_sheet__name(h, part.is_b ? p->relation->b : p->relation->a);
        else
            stm_sheet__str(h, part.text);
    stm_sheet__text(h, "</span></li>");
}

static void put_evidence(const pair *p)
{
    stm_sheet *h = p->html;
    const stm_relation *r = p->relation;
    if (!r->evidence_count)
        return;
    stm_sheet__text(h, "<h4>Why</h4><ul class=\"why\">");
    for (size_t i = 0; i < r->evidence_count; i++) {
        if (i == OPEN_EVIDENCE)
            stm_buf_format(&h->out,
                           "</ul><details><summary>%zu more</summary>"
                           "<ul class=\"why\">",
                           r->evidence_count - i);
        put_reason(p, &r->evidence[i]);
    }
    stm_sheet__text(h, "</ul>");
    if (r->evidence_count > OPEN_EVIDENCE)
        stm_sheet__text(h, "</details>");
}

static void put_substitutions(const pair *p)
{
    stm_sheet *h = p->html;
    const stm_relation *r = p->relation;
    if (!r->substitution_count)
        return;
    stm_buf_format(&h->out,
                   "<details class=\"subs\"><summary>Words replaced: %zu"
                   "</summary><ul>",
                   r->substitution_count);
    for (size_t i = 0; i < r->substitution_count; i++) {
        const stm_replaced *s = &r->substitutions[i];
        if (i == MOST_SUBSTITUTIONS) {
            stm_buf_format(&h->out, "<li>and %zu more</li>",
                           r->substitution_count - i);
            break;
        }
        stm_sheet__text(h, "<li><bdi>");
        stm_sheet__str(h, s->a);
        stm_sheet__text(h, "</bdi> \xe2\x86\x92 <bdi>");
        stm_sheet__str(h, s->b);
        stm_sheet__text(h, "</bdi>");
        if (s->count > 1)
            stm_buf_format(&h->out, " <small>%u\xc3\x97</small>", s->count);
        stm_sheet__text(h, "</li>");
    }
    stm_sheet__text(h, "</ul></details>");
}

static void put_share(const pair *p, bool side_b)
{
    stm_sheet *h = p->html;
    const stm_relation *r = p->relation;
    int share = stm_say__percent(side_b ? r->coverage_b : r->coverage_a);
    stm_sheet__text(h, "<li>");
    stm_sheet__name(h, side_b ? r->b : r->a);
    stm_buf_format(
        &h->out,
        " <svg class=\"bar\" viewBox=\"0 0 100 8\" "
        "preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect "
        "class=\"whole\" width=\"100\" height=\"8\"/><rect "
        "class=\"part\" width=\"%d\" height=\"8\"/></svg> %d\xc2\xa0%% "
        "of it in common</li>",
        share, share);
}

static void put_head(const pair *p)
{
    stm_sheet *h = p->html;
    const stm_relation *r = p->relation;
    stm_buf_format(&h->out, "<article class=\"pair\" id=\"p%u-%u\"><h3>", r->a,
                   r->b);
    stm_sheet__said(h, r, stm_say__relation(r));
    stm_buf_format(&h->out,
                   " <span class=\"sure\">%d\xc2\xa0%% sure</span></h3>",
                   stm_say__percent(r->confidence));
    if (r->passage_count) {
        stm_sheet__text(h, "<ul class=\"share\">");
        put_share(p, false);
        put_share(p, true);
        stm_sheet__text(h, "</ul>");
    }
    if (stm_say__cut(r)) {
        stm_sheet__text(h, "<p class=\"dim\">");
        stm_sheet__said(h, r, stm_say__cut(r));
        stm_sheet__text(h, ".</p>");
    }
}

stm_status stm_sheet__pair(stm_sheet *h, const stm_relation *r, stm_error *err)
{
    pair p = {.html = h, .relation = r};
    stm_arena_reset(&h->scratch);
    stm_status rc = stm_rows__make(&p.rows, &h->scratch, r, witness(&p, false),
                                   witness(&p, true), err);
    if (rc != STM_OK)
        return rc;
    put_head(&p);
    put_evidence(&p);
    put_substitutions(&p);
    stm_buf_format(&h->out,
                   "<details class=\"side\"%s><summary>Side by side"
                   "</summary>",
                   h->result->tree ? "" : " open");
    put_table(&p);
    stm_sheet__text(h, "</details></article>\n");
    return STM_OK;
}
