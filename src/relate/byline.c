/* The page that names its author states where it comes from; a page that took
 * the text and left the name away is the copy. */
#include "relate/evidence.h"
#include "relate/weights.h"

void stm_relate__byline(stm_case *c, double weight)
{
    const stm_page *a = c->f.side[0].w->page, *b = c->f.side[1].w->page;
    if (!a->author_count == !b->author_count)
        return;
    int named = b->author_count > 0;
    const stm_page *p = named ? b : a;
    stm_str author = stm_arena_copy(c->mem, p->authors[0]);
    if (!author.ptr) {
        c->out_of_memory = true;
        return;
    }
    stm_relate__say(c, stm_relate__source(named), weight,
                    stm_arena_format(c->mem, "%c names its author, %s; %c none",
                                     stm_relate__name(named), author.ptr,
                                     stm_relate__name(!named)));
}
