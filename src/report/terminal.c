#include "report/terminal.h"

#include <stdio.h>

#include "base/str.h"
#include "report/names.h"
#include "report/say.h"
#include "report/show.h"

enum {
    LONGEST_TITLE = 96, /* columns */
    LEAST_TITLE = 24    /* shorter ones are not worth a line saved */
};

void stm_term__heading(stm_term *t, const char *text)
{
    stm_buf_put(&t->out, "\n", 1);
    stm_style__on(&t->out, STM_STYLE_HEADING, t->opts.colour);
    stm_buf_text(&t->out, text);
    stm_style__off(&t->out, STM_STYLE_HEADING, t->opts.colour);
    stm_buf_put(&t->out, "\n", 1);
}

stm_cell *stm_term__paragraph(stm_term *t, unsigned indent)
{
    unsigned width = t->opts.width;
    stm_cell__start(&t->cell, width > indent ? width - indent : 1,
                    t->opts.colour);
    return &t->cell;
}

void stm_term__put(stm_term *t, const char *first, const char *rest)
{
    stm_cell__end(&t->cell);
    stm_buf_text(&t->out, first);
    stm_cell__put_all(&t->cell, stm_str_of(rest), &t->out);
}

void stm_term__add_capture(stm_term *t, stm_cell *c, const stm_witness *w,
                           const char *kind)
{
    stm_str facts = stm_show__facts(&t->mem, w);
    facts = stm_arena_format(&t->mem, "\xc2\xa0\xc2\xb7 %.*s%s%s",
                             (int)facts.len, facts.ptr ? facts.ptr : "",
                             kind ? " \xc2\xb7 " : "", kind ? kind : "");
    size_t taken =
        stm_glyph__columns(t->names[w->id]) + 2 + stm_glyph__columns(facts);
    size_t room = c->width > taken ? c->width - taken : 0;
    if (room < LEAST_TITLE)
        room = c->width; /* a second line, then */
    if (t->opts.verbose)
        room = LONGEST_TITLE;
    stm_str title = stm_show__title(
        &t->mem, w, room < LONGEST_TITLE ? (unsigned)room : LONGEST_TITLE);
    stm_cell__add(c, STM_STYLE_NAME, t->names[w->id]);
    stm_cell__word(c, STM_STYLE_PLAIN, "\xc2\xa0 ");
    stm_cell__add(c, STM_STYLE_PLAIN, title);
    stm_cell__add(c, STM_STYLE_DIM, facts);
    c->failed |= !title.ptr || !facts.ptr;
}

static void add_said(stm_term *t, stm_cell *c, const stm_relation *r,
                     const char *sentence)
{
    stm_said part;
    while (stm_say__next(&sentence, &part))
        if (part.is_capture)
            stm_cell__add(c, STM_STYLE_NAME, t->names[part.is_b ? r->b : r->a]);
        else
            stm_cell__add(c, STM_STYLE_PLAIN, part.text);
}

void stm_term__add_relation(stm_term *t, stm_cell *c, const stm_relation *r)
{
    char text[80];
    add_said(t, c, r, stm_say__relation(r));
    snprintf(text, sizeof text, " (%d\xc2\xa0%% sure)",
             stm_say__percent(r->confidence));
    stm_cell__word(c, STM_STYLE_DIM, text);
    stm_say__share(r, text, sizeof text);
    if (*text) {
        stm_cell__word(c, STM_STYLE_PLAIN, ": ");
        add_said(t, c, r, text);
    }
    if (stm_say__cut(r)) {
        stm_cell__word(c, STM_STYLE_PLAIN, "; ");
        add_said(t, c, r, stm_say__cut(r));
    }
}

static void put_reason(stm_term *t, const stm_relation *r,
                       const stm_evidence *e, bool all)
{
    stm_cell *c = stm_term__paragraph(t, 6);
    stm_cell__word(c, STM_STYLE_DIM, "because ");
    stm_said part;
    stm_say_evidence rest = {e->text, 0};
    while (stm_say__next_evidence(&rest, &part))
        stm_cell__add(c, part.is_capture ? STM_STYLE_NAME : STM_STYLE_PLAIN,
                      part.is_capture ? t->names[part.is_b ? r->b : r->a]
                                      : part.text);
    if (all) {
        char says[64];
        snprintf(says, sizeof says, " [%s, %s]", e->kind,
                 stm_direction_name(e->says));
        stm_cell__word(c, STM_STYLE_DIM, says);
    }
    stm_term__put(t, "      ", "      ");
}

void stm_term__put_evidence(stm_term *t, const stm_relation *r, bool all)
{
    for (size_t i = 0; i < r->evidence_count; i++) {
        const stm_evidence *e = &r->evidence[i];
        if (!all && e->says != r->direction)
            continue;
        put_reason(t, r, e, all);
        if (!all)
            return;
    }
}

static size_t families_of(const stm_tree *tree, bool alone)
{
    size_t n = 0;
    for (size_t i = 0; i < tree->family_count; i++)
        n += (tree->families[i].count == 1) == alone;
    return n;
}

static void put_summary(stm_term *t)
{
    const stm_result *r = t->result;
    size_t families = families_of(r->tree, false);
    size_t alone = families_of(r->tree, true);
    stm_buf_format(&t->out, "%zu capture%s: ", r->witness_count,
                   r->witness_count == 1 ? "" : "s");
    if (families)
        stm_buf_format(&t->out, "%zu famil%s", families,
                       families == 1 ? "y" : "ies");
    else
        stm_buf_text(&t->out, r->witness_count == 1
                                  ? "nothing to compare it with"
                                  : "no two come from one text");
    if (families && alone)
        stm_buf_format(&t->out, ", %zu stand%s alone", alone,
                       alone == 1 ? "s" : "");
    if (r->skipped)
        stm_buf_format(&t->out, ", %zu input%s left out", r->skipped,
                       r->skipped == 1 ? "" : "s");
    stm_buf_put(&t->out, "\n", 1);
}

static stm_status put_tree(stm_term *t, stm_error *err)
{
    put_summary(t);
    if (t->opts.timeline && t->result->edition) {
        stm_term__timeline(t);
        return STM_OK;
    }
    stm_status rc = stm_term__families(t, err);
    if (rc == STM_OK && t->result->alternatives)
        stm_term__alternatives(t);
    return rc == STM_OK ? stm_term__relations(t) : rc;
}

stm_status stm_report_terminal(const stm_result *r, const stm_report_opts *opts,
                               const stm_sink *out, stm_error *err)
{
    stm_term t = {.result = r, .opts = STM_REPORT_OPTS_INIT};
    stm_show__options(&t.opts, opts);
    stm_buf_start(&t.out, out);
    t.names = stm_names__make(&t.mem, r);
    stm_status rc = STM_ENOMEM;
    if (t.names)
        rc = r->tree ? put_tree(&t, err) : stm_term__diff(&t, err);
    if (rc == STM_OK)
        rc = t.cell.failed ? STM_ENOMEM : stm_buf_end(&t.out);
    stm_cell__free(&t.cell);
    stm_arena_free(&t.mem);
    return rc == STM_OK ? rc : stm_show__fail(err, rc);
}
