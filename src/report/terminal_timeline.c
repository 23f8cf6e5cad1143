/* The versions in time, each with its bounds and with what was changed in it
 * sentence by sentence. */
#include <stdio.h>

#include "base/str.h"
#include "report/terminal.h"
#include "report/when.h"

enum { SHOWN = 8 /* changed sentences, unless the view is verbose */ };

static void add_name(stm_term *t, stm_cell *c, uint32_t node)
{
    const stm_node *n = &t->result->tree->nodes[node];
    bool lost = n->witness == STM_LOST;
    stm_cell__word(c, STM_STYLE_LOST, lost ? "(lost) " : "");
    stm_cell__add(c, lost ? STM_STYLE_LOST : STM_STYLE_NAME,
                  lost ? stm_str_of(n->id) : t->names[n->witness]);
}

static void add_bound(stm_term *t, stm_cell *c, const char *what,
                      const stm_bound *b, bool *said)
{
    stm_str date = stm_when__date(&t->mem, &b->date);
    c->failed |= !date.ptr;
    if (!date.len)
        return;
    stm_cell__word(c, STM_STYLE_DIM, *said ? ", " : "");
    stm_cell__word(c, STM_STYLE_DIM, what);
    stm_cell__add(c, STM_STYLE_DIM, date);
    stm_cell__word(c, STM_STYLE_DIM, " (");
    add_name(t, c, b->node);
    stm_cell__word(c, STM_STYLE_DIM, ")");
    *said = true;
}

/* "not before 2024-05-16 (b), not after 2024-05-18 (c)" */
static void put_bounds(stm_term *t, const stm_stage *s)
{
    bool said = false;
    stm_cell *c = stm_term__paragraph(t, 6);
    add_bound(t, c, "not before ", &s->earliest, &said);
    add_bound(t, c, "not after ", &s->latest, &said);
    if (s->conflict)
        stm_cell__word(c, STM_STYLE_CHANGED,
                       said ? "; these dates contradict each other" : "");
    if (said)
        stm_term__put(t, "      ", "      ");
}

static void put_source(stm_term *t, const stm_stage *s)
{
    stm_str counts = stm_when__counts(&t->mem, s);
    stm_cell *c = stm_term__paragraph(t, 6);
    c->failed |= !counts.ptr;
    stm_cell__word(c, STM_STYLE_PLAIN, "made from ");
    add_name(t, c, s->before);
    stm_cell__word(c, STM_STYLE_PLAIN, ": ");
    stm_cell__add(c, STM_STYLE_PLAIN, counts);
    stm_term__put(t, "      ", "      ");
}

static void put_alteration(stm_term *t, const stm_alteration *a)
{
    static const char *const signs[] = {"      + ", "      - ", "      ~ ",
                                        "      ~ ", "      ~ "};
    stm_cell *c = stm_term__paragraph(t, 8);
    bool both = a->before.len && a->after.len;
    if (both) {
        stm_cell__word(c, STM_STYLE_DIM, stm_alteration_name(a->kind));
        if (a->says.len) {
            stm_cell__word(c, STM_STYLE_DIM, " (");
            stm_cell__add(c, STM_STYLE_DIM, a->says);
            stm_cell__word(c, STM_STYLE_DIM, ")");
        }
        stm_cell__word(c, STM_STYLE_DIM, ": ");
    }
    stm_cell__add(c, both ? STM_STYLE_DIM : STM_STYLE_PLAIN, a->before);
    if (both)
        stm_cell__word(c, STM_STYLE_DIM, " \xe2\x86\x92 ");
    stm_cell__add(c, STM_STYLE_PLAIN, a->after);
    stm_term__put(t, signs[a->kind], "        ");
}

static void put_alterations(stm_term *t, const stm_stage *s)
{
    size_t shown = s->alteration_count;
    if (!t->opts.verbose && shown > SHOWN)
        shown = SHOWN;
    for (size_t i = 0; i < shown; i++)
        put_alteration(t, &s->alterations[i]);
    if (shown == s->alteration_count)
        return;
    char more[64];
    stm_cell *c = stm_term__paragraph(t, 8);
    snprintf(more, sizeof more, "\xe2\x80\xa6 and %zu more (-v shows all)",
             s->alteration_count - shown);
    stm_cell__word(c, STM_STYLE_DIM, more);
    stm_term__put(t, "        ", "        ");
}

/* Its own date; where it has none its bounds tell all there is. */
static void add_when(stm_term *t, stm_cell *c, const stm_stage *s)
{
    bool bounded = s->earliest.date.year || s->latest.date.year;
    if (!s->dated.year && bounded)
        return;
    stm_str when = stm_when__stage(&t->mem, s);
    c->failed |= !when.ptr;
    stm_cell__word(c, STM_STYLE_DIM, "\xc2\xa0\xc2\xb7 ");
    stm_cell__add(c, STM_STYLE_PLAIN, when);
}

static void put_stage(stm_term *t, const stm_stage *s)
{
    stm_cell *c = stm_term__paragraph(t, 4);
    add_name(t, c, s->node);
    add_when(t, c, s);
    stm_term__put(t, "  ", "    ");
    put_bounds(t, s);
    if (s->before != STM_LOST) {
        put_source(t, s);
        put_alterations(t, s);
    }
}

void stm_term__timeline(stm_term *t)
{
    const stm_edition *e = t->result->edition;
    for (size_t i = 0; i < e->collation_count; i++) {
        const stm_collation *c = &e->collations[i];
        stm_term__heading(t, "Versions in time");
        for (size_t k = 0; k < c->version_count; k++)
            put_stage(t, &c->versions[k]);
    }
}
