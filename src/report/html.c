/* One file that needs nothing else: no script, no picture, no font, no network.
 * A content security policy says so to the browser too, should an escape ever
 * fail. The drawing comes first, then what each pair is to each other, then the
 * captures. Pairs are shown side by side while a budget of bytes lasts, copies
 * first; what is left out is said. */
#include "report/html.h"

#include <stdlib.h>

#include "base/str.h"
#include "report/drawing.h"
#include "report/names.h"
#include "report/say.h"
#include "report/show.h"

enum {
    MOST_PAIRS = 60,          /* side by side */
    MOST_LINES = 2000,        /* relations told in a line */
    BUDGET = 12 * 1024 * 1024 /* bytes of captured text in all */
};

static const char head[] =
    "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
    "'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action "
    "'none'\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, "
    "initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n";

typedef struct ranked {
    const stm_relation *relation;
    size_t index;
} ranked;

void stm_sheet__said(stm_sheet *h, const stm_relation *r, const char *sentence)
{
    stm_said part;
    while (stm_say__next(&sentence, &part))
        if (part.is_capture)
            stm_sheet__name(h, part.is_b ? r->b : r->a);
        else
            stm_sheet__str(h, part.text);
}

static int by_weight(const void *a, const void *b)
{
    const ranked *x = a, *y = b;
    bool xc = stm_relation_is_copy(x->relation->kind);
    bool yc = stm_relation_is_copy(y->relation->kind);
    if (xc != yc)
        return xc ? -1 : 1;
    if (x->relation->copied != y->relation->copied)
        return x->relation->copied > y->relation->copied ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

/* Copies first, then by the words they share. A diff is always in full. */
static bool choose_pairs(stm_sheet *h)
{
    const stm_result *r = h->result;
    size_t n = 0, all = r->relation_count;
    ranked *order = STM_ARENA_NEW(&h->mem, ranked, all);
    h->in_full = STM_ARENA_NEW(&h->mem, bool, all);
    if (!order || !h->in_full)
        return false;
    for (size_t i = 0; i < all; i++)
        if (r->relations[i]->passage_count || !r->tree)
            order[n++] = (ranked){r->relations[i], i};
    if (n)
        qsort(order, n, sizeof *order, by_weight);
    uint64_t left = BUDGET / 2;
    for (size_t i = 0; i < n && i < MOST_PAIRS; i++) {
        const stm_relation *x = order[i].relation;
        uint64_t size = r->witnesses[x->a].capture->text.len +
                        r->witnesses[x->b].capture->text.len;
        if (size > left && r->tree)
            continue;
        left -= size < left ? size : left;
        h->in_full[order[i].index] = true;
    }
    return true;
}

static void put_title(stm_sheet *h)
{
    const stm_result *r = h->result;
    stm_sheet__text(h, "<title>");
    for (size_t i = 0; i < r->witness_count && i < 4; i++) {
        stm_sheet__text(h, i ? ", " : "");
        stm_sheet__str(h, h->names[i]);
    }
    stm_sheet__text(h, r->witness_count > 4 ? " \xe2\x80\xa6" : "");
    stm_sheet__text(h, " \xe2\x80\x93 stemma</title>\n<style>");
    stm_sheet__text(h, stm_sheet_style);
    stm_sheet__text(h, stm_drawing_style);
    stm_sheet__text(h, "</style>\n</head>\n<body>\n");
}

static size_t count_families(const stm_tree *t, bool alone)
{
    size_t n = 0;
    for (size_t i = 0; i < t->family_count; i++)
        n += (t->families[i].count == 1) == alone;
    return n;
}

static void put_header(stm_sheet *h)
{
    const stm_result *r = h->result;
    if (!r->tree) {
        stm_sheet__text(h, "<header><h1>Two texts, passage by passage</h1>"
                           "</header>\n<main>\n");
        return;
    }
    size_t families = count_families(r->tree, false);
    size_t alone = count_families(r->tree, true);
    stm_buf_format(&h->out,
                   "<header><h1>Who came from whom</h1><p>%zu capture%s: %zu "
                   "famil%s",
                   r->witness_count, r->witness_count == 1 ? "" : "s", families,
                   families == 1 ? "y" : "ies");
    if (alone)
        stm_buf_format(&h->out, ", %zu on %s own", alone,
                       alone == 1 ? "its" : "their");
    if (r->skipped)
        stm_buf_format(&h->out, ", %zu input%s left out", r->skipped,
                       r->skipped == 1 ? "" : "s");
    stm_sheet__text(h, "</p><nav aria-label=\"Parts\"><a href=\"#tree\">Family "
                       "tree</a> <a href=\"#pairs\">Pairs</a> <a "
                       "href=\"#captures\">Captures</a></nav></header>\n"
                       "<main>\n");
}

static const char legend[] =
    "<ul class=\"legend\"><li><svg class=\"key\" viewBox=\"0 0 40 10\" "
    "aria-hidden=\"true\"><path class=\"k1\" d=\"M0 5H40\"/></svg> the text "
    "was "
    "copied on, in the way named; a share after it says how often the same is "
    "drawn where the readings are drawn anew</li><li><svg class=\"key\" "
    "viewBox=\"0 0 40 "
    "10\" aria-hidden=\"true\"><path class=\"k2\" d=\"M0 5H40\"/></svg> "
    "passages "
    "were taken over</li><li><span class=\"ghost\">lost text</span> a version "
    "that must have existed but is not among the captures</li></ul>";

/* Drawn, though in a family of its own: passages went from or to it. */
static bool is_linked(const stm_tree *t, uint32_t node)
{
    for (size_t i = 0; i < t->secondary_count; i++)
        if (t->secondary[i].from == node || t->secondary[i].to == node)
            return true;
    return false;
}

static void put_alone(stm_sheet *h)
{
    const stm_tree *t = h->result->tree;
    size_t alone = 0, said = 0;
    for (size_t i = 0; i < t->family_count; i++)
        alone +=
            t->families[i].count == 1 && !is_linked(t, t->families[i].root);
    if (!alone)
        return;
    stm_sheet__text(h, "<p class=\"alone\">On their own: ");
    for (size_t i = 0; i < t->family_count && said < STM_HTML_CAPTURES; i++) {
        if (t->families[i].count != 1 || is_linked(t, t->families[i].root))
            continue;
        stm_sheet__text(h, said++ ? ", " : "");
        stm_sheet__name(h, t->families[i].witnesses[0]);
    }
    if (said < alone)
        stm_buf_format(&h->out, " and %zu more", alone - said);
    stm_sheet__text(h, "</p>");
}

static stm_status put_tree(stm_sheet *h, stm_error *err)
{
    stm_sheet__text(h, "<section id=\"tree\"><h2>Family tree</h2>");
    stm_status rc = stm_sheet__tree(h, err);
    if (rc != STM_OK)
        return rc;
    stm_sheet__text(h, legend);
    put_alone(h);
    if (h->result->alternatives)
        stm_sheet__alternatives(h);
    stm_sheet__text(h, "</section>\n");
    return STM_OK;
}

static void put_line(stm_sheet *h, const stm_relation *r)
{
    stm_sheet__text(h, "<li>");
    stm_sheet__said(h, r, stm_say__relation(r));
    stm_buf_format(&h->out,
                   " <span class=\"sure\">%d\xc2\xa0%% sure</span></li>\n",
                   stm_say__percent(r->confidence));
}

/* Those not shown side by side, told in a line each. */
static void put_lines(stm_sheet *h)
{
    const stm_result *r = h->result;
    size_t rest = 0, told = 0;
    for (size_t i = 0; i < r->relation_count; i++)
        rest += !h->in_full[i];
    if (!rest)
        return;
    stm_buf_format(&h->out,
                   "<details class=\"lines\"%s><summary>%zu more pair%s%s"
                   "</summary><ul>\n",
                   rest <= 12 ? " open" : "", rest, rest == 1 ? "" : "s",
                   rest > MOST_LINES ? ", of which the first 2000 are told "
                                       "here"
                                     : "");
    for (size_t i = 0; i < r->relation_count && told < MOST_LINES; i++)
        if (!h->in_full[i]) {
            put_line(h, r->relations[i]);
            told++;
        }
    stm_sheet__text(h, "</ul></details>");
}

static stm_status put_pairs(stm_sheet *h, stm_error *err)
{
    const stm_result *r = h->result;
    stm_status rc = STM_OK;
    stm_sheet__text(h, "<section id=\"pairs\"><h2>What they are to each other"
                       "</h2>\n");
    if (!r->relation_count)
        stm_sheet__text(h, "<p>No two of them have anything to do with each "
                           "other.</p>");
    for (int copies = 1; copies >= 0; copies--)
        for (size_t i = 0; rc == STM_OK && i < r->relation_count; i++)
            if (h->in_full[i] &&
                stm_relation_is_copy(r->relations[i]->kind) == (copies == 1))
                rc = stm_sheet__pair(h, r->relations[i], err);
    put_lines(h);
    stm_sheet__text(h, "</section>\n");
    return rc;
}

static void put_captures(stm_sheet *h)
{
    const stm_result *r = h->result;
    stm_sheet__text(h, "<section id=\"captures\"><h2>The captures</h2>\n");
    for (size_t i = 0; i < r->witness_count && i < STM_HTML_CAPTURES; i++) {
        stm_arena_reset(&h->scratch);
        stm_sheet__capture(h, &r->witnesses[i]);
    }
    if (r->witness_count > STM_HTML_CAPTURES)
        stm_buf_format(&h->out,
                       "<p class=\"dim\">%zu more captures are not "
                       "listed here.</p>",
                       r->witness_count - STM_HTML_CAPTURES);
    stm_sheet__text(h, "</section>\n");
}

static stm_status put_page(stm_sheet *h, stm_error *err)
{
    stm_sheet__text(h, head);
    put_title(h);
    put_header(h);
    stm_status rc = h->result->tree ? put_tree(h, err) : STM_OK;
    if (rc == STM_OK && h->result->edition && h->timeline)
        stm_sheet__timeline(h);
    if (rc == STM_OK)
        rc = put_pairs(h, err);
    if (rc != STM_OK)
        return rc;
    put_captures(h);
    if (h->result->edition)
        stm_sheet__lost(h);
    stm_sheet__text(h, "</main>\n<footer>Drawn by stemma ");
    stm_sheet__text(h, stm_version());
    stm_sheet__text(h, ". Directions are probabilities, not certainties: each "
                       "stands with its reasons.</footer>\n</body>\n</html>\n");
    return stm_buf_end(&h->out);
}

stm_status stm_report_html(const stm_result *r, const stm_report_opts *opts,
                           const stm_sink *out, stm_error *err)
{
    stm_sheet h = {.result = r, .budget = BUDGET / 2};
    stm_report_opts own = STM_REPORT_OPTS_INIT;
    stm_status rc = STM_ENOMEM;
    stm_show__options(&own, opts);
    h.timeline = own.timeline;
    stm_buf_start(&h.out, out);
    h.names = stm_names__make(&h.mem, r);
    if (h.names && choose_pairs(&h))
        rc = put_page(&h, err);
    stm_arena_free(&h.scratch);
    stm_arena_free(&h.mem);
    return rc == STM_OK ? rc : stm_show__fail(err, rc);
}
