/* A text that breaks off where the other goes on, and has nothing the other
 * lacks, was cut from it. How sure that is depends on who cut: a break inside a
 * sentence is nobody's ending; a page cut by its own paywall had the whole
 * article behind it and is a copy only of the page under the same title; and
 * where the break is at the end of a paragraph the rest may also have been
 * added later, and of bare texts growth.c says that it was. */
#include "base/str.h"
#include "relate/evidence.h"
#include "relate/weights.h"

/* An excerpt has next to nothing of its own by what it is. */
static bool has_nothing_new(const stm_case *c, const stm_party *s)
{
    return c->kind == STM_EXCERPT || s->own + s->added <= STM_RELATE_EDGE_OWN ||
           (s->own + s->added) * 20 <= s->words;
}

static bool same_title(const stm_case *c)
{
    const stm_page *a = c->f.side[0].w->page, *b = c->f.side[1].w->page;
    return stm_str_eq_nocase(a->title, b->title);
}

static double how_sure(const stm_case *c, const stm_party *cut)
{
    if (cut->w->page->truncated)
        return same_title(c) ? STM_RELATE_CUT_PAYWALL : 0;
    if (cut->broken)
        return c->f.bare ? STM_RELATE_CUT_BARE : 1;
    return c->f.bare ? 0 : STM_RELATE_CUT_PARAGRAPH;
}

static void say(stm_case *c, int cut, double weight)
{
    const stm_party *s = &c->f.side[cut], *o = &c->f.side[!cut];
    stm_relate__say(
        c, stm_relate__source(!cut), weight,
        stm_arena_format(c->mem,
                         "%c %s where %c goes on for %u words, and has nothing "
                         "that %c lacks",
                         stm_relate__name(cut),
                         s->w->page->truncated ? "ends at its paywall" : "ends",
                         stm_relate__name(!cut), o->beyond,
                         stm_relate__name(!cut)));
}

void stm_relate__cut(stm_case *c, double weight)
{
    for (int side = 0; side < 2; side++) {
        const stm_party *s = &c->f.side[side], *o = &c->f.side[!side];
        if (!s->cut || o->cut || !has_nothing_new(c, s))
            continue;
        say(c, side, weight * how_sure(c, s));
    }
}
