/* What the edition adds to the page: the lost texts, which open like the
 * captures, each stretch with its witnesses and shaded by how sure it is; and
 * the versions in time. */
#include <stdio.h>

#include "base/str.h"
#include "report/html.h"
#include "report/names.h"
#include "report/say.h"
#include "report/when.h"

/* "<a href="#x1">x1</a>" */
static void put_node(stm_sheet *h, uint32_t node)
{
    const stm_node *n = &h->result->tree->nodes[node];
    if (n->witness != STM_LOST)
        stm_sheet__name(h, n->witness);
    else
        stm_buf_format(&h->out, "<a class=\"name\" href=\"#%s\">%s</a>", n->id,
                       n->id);
}

/* Whose words a stretch is, for the eye that rests on it. */
static void put_title(stm_sheet *h, const stm_stretch *s)
{
    enum { NAMED = 6 };
    stm_buf_format(&h->out, " title=\"%d\xc2\xa0%% sure",
                   stm_say__percent(s->sure));
    if (s->restored)
        stm_sheet__text(h, ", a spinner's words undone");
    for (size_t i = 0; i < s->witness_count && i < NAMED; i++) {
        stm_sheet__text(h, i ? ", " : s->restored ? "; from " : "; as in ");
        stm_sheet__str(h, h->names[s->witnesses[i]]);
    }
    if (s->witness_count > NAMED)
        stm_buf_format(&h->out, " and %zu more", s->witness_count - NAMED);
    stm_sheet__text(h, "\"");
}

static void put_stretch(stm_sheet *h, const stm_stretch *s)
{
    const char *look = s->restored     ? "restored"
                       : s->sure >= .9 ? "certain"
                       : s->sure >= .6 ? "likely"
                                       : "doubtful";
    stm_buf_format(&h->out, "<span class=\"%s\"", look);
    put_title(h, s);
    stm_sheet__text(h, ">");
    stm_sheet__str(h, s->text);
    stm_sheet__text(h, "</span>");
}

static void put_text(stm_sheet *h, const stm_lost *l)
{
    stm_sheet__text(h, "<details><summary>What it likely said</summary><p "
                       "class=\"dim\">Plain: as sure as nine in ten. <span "
                       "class=\"likely\">Likely</span>, <span "
                       "class=\"doubtful\">doubtful</span>, <span "
                       "class=\"restored\">restored from a spun text</span>. "
                       "Rest on a stretch to see who has it.</p><div "
                       "class=\"text\" dir=\"auto\">");
    for (size_t i = 0; i < l->stretch_count; i++) {
        const stm_stretch *s = &l->stretches[i];
        stm_sheet__text(h, !i             ? ""
                           : s->paragraph ? "\n\n"
                           : s->joined    ? ""
                                          : " ");
        put_stretch(h, s);
    }
    stm_sheet__text(h, "</div></details>");
}

static uint64_t length_of(const stm_lost *l)
{
    uint64_t bytes = 0;
    for (size_t i = 0; i < l->stretch_count; i++)
        bytes += l->stretches[i].text.len + 80; /* with its marks */
    return bytes;
}

static void put_lost(stm_sheet *h, const stm_lost *l)
{
    const stm_node *n = &h->result->tree->nodes[l->node];
    stm_buf_format(&h->out,
                   "<article class=\"capture lost\" id=\"%s\"><h3>%s <span "
                   "class=\"title\">a version that nobody captured</span>"
                   "</h3><dl><dt>Words</dt><dd>%u</dd><dt>Sure</dt><dd>%d"
                   "\xc2\xa0%%</dd></dl><p class=\"dim\">",
                   n->id, n->id, l->words, stm_say__percent(l->sure));
    stm_sheet__str(h, stm_names__note(&h->scratch, h->names,
                                      h->result->witness_count, n->note));
    stm_sheet__text(h, "</p>");
    uint64_t bytes = length_of(l);
    if (bytes <= h->budget) {
        h->budget -= bytes;
        put_text(h, l);
    } else {
        stm_sheet__text(h, "<p class=\"dim\">Its text is left out here: the "
                           "report would grow too large.</p>");
    }
    stm_sheet__text(h, "</article>\n");
}

void stm_sheet__lost(stm_sheet *h)
{
    const stm_edition *e = h->result->edition;
    bool said = false;
    for (size_t i = 0; i < e->collation_count; i++)
        for (size_t k = 0; k < e->collations[i].lost_count; k++) {
            if (!said)
                stm_sheet__text(h, "<section id=\"lost\"><h2>The lost "
                                   "versions</h2>\n");
            said = true;
            stm_arena_reset(&h->scratch);
            put_lost(h, &e->collations[i].lost[k]);
        }
    stm_sheet__text(h, said ? "</section>\n" : "");
}

static void put_bound(stm_sheet *h, const char *what, const stm_bound *b)
{
    stm_str date = stm_when__date(&h->scratch, &b->date);
    if (!date.len)
        return;
    stm_sheet__text(h, what);
    stm_sheet__str(h, date);
    stm_sheet__text(h, " (");
    put_node(h, b->node);
    stm_sheet__text(h, ")");
}

static void put_alteration(stm_sheet *h, const stm_alteration *a)
{
    const char *name = stm_alteration_name(a->kind);
    stm_buf_format(&h->out,
                   "<li class=\"%s\"><span class=\"tag\">%s</span>"
                   "<span dir=\"auto\">",
                   name, name);
    if (a->before.len) {
        stm_sheet__text(h, "<del>");
        stm_sheet__str(h, a->before);
        stm_sheet__text(h, "</del> ");
    }
    if (a->after.len) {
        stm_sheet__text(h, "<ins>");
        stm_sheet__str(h, a->after);
        stm_sheet__text(h, "</ins>");
    }
    if (a->says.len) {
        stm_sheet__text(h, " <small>");
        stm_sheet__str(h, a->says);
        stm_sheet__text(h, "</small>");
    }
    stm_sheet__text(h, "</span></li>");
}

static void put_alterations(stm_sheet *h, const stm_stage *s)
{
    uint64_t bytes = 0;
    for (size_t i = 0; i < s->alteration_count; i++)
        bytes += s->alterations[i].before.len + s->alterations[i].after.len;
    if (!s->alteration_count)
        return;
    if (bytes > h->budget) {
        stm_sheet__text(h, "<p class=\"dim\">The sentences are left out here: "
                           "the report would grow too large.</p>");
        return;
    }
    h->budget -= bytes;
    stm_sheet__text(h, "<details><summary>What was changed</summary><ul "
                       "class=\"why\">");
    for (size_t i = 0; i < s->alteration_count; i++)
        put_alteration(h, &s->alterations[i]);
    stm_sheet__text(h, "</ul></details>");
}

static void put_stage(stm_sheet *h, const stm_stage *s)
{
    stm_sheet__text(h, "<li><strong>");
    stm_sheet__str(h, stm_when__stage(&h->scratch, s));
    stm_sheet__text(h, "</strong> ");
    put_node(h, s->node);
    stm_sheet__text(h, "<span class=\"dim\">");
    put_bound(h, " \xc2\xb7 not before ", &s->earliest);
    put_bound(h, " \xc2\xb7 not after ", &s->latest);
    stm_sheet__text(h, s->conflict ? " \xc2\xb7 these dates contradict each "
                                     "other</span>"
                                   : "</span>");
    if (s->before != STM_LOST) {
        stm_sheet__text(h, "<p>made from ");
        put_node(h, s->before);
        stm_sheet__text(h, ": ");
        stm_sheet__str(h, stm_when__counts(&h->scratch, s));
        stm_sheet__text(h, "</p>");
        put_alterations(h, s);
    }
    stm_sheet__text(h, "</li>\n");
}

void stm_sheet__timeline(stm_sheet *h)
{
    const stm_edition *e = h->result->edition;
    if (!e->collation_count)
        return;
    stm_sheet__text(h, "<section id=\"time\"><h2>Versions in time</h2>\n");
    for (size_t i = 0; i < e->collation_count; i++) {
        const stm_collation *c = &e->collations[i];
        stm_sheet__text(h, "<ol class=\"time\">\n");
        for (size_t k = 0; k < c->version_count; k++) {
            stm_arena_reset(&h->scratch);
            put_stage(h, &c->versions[k]);
        }
        stm_sheet__text(h, "</ol>\n");
    }
    stm_sheet__text(h, "</section>\n");
}

void stm_sheet__alternatives(stm_sheet *h)
{
    const stm_alternatives *all = h->result->alternatives;
    if (!all->count)
        return;
    stm_sheet__text(h, "<h3>Next best trees</h3><ol>");
    for (size_t i = 0; i < all->count; i++) {
        stm_arena_reset(&h->scratch);
        stm_sheet__text(h, "<li>");
        stm_sheet__str(h, stm_names__note(&h->scratch, h->names,
                                          h->result->witness_count,
                                          all->items[i].text));
        stm_buf_format(&h->out,
                       " <span class=\"sure\">%d\xc2\xa0%% likely</span>"
                       "</li>\n",
                       stm_say__percent(all->items[i].confidence));
    }
    stm_sheet__text(h, "</ol>");
}
