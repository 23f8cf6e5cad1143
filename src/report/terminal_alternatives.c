/* The next best trees, each by what is different in it. */
#include <stdio.h>

#include "report/names.h"
#include "report/say.h"
#include "report/terminal.h"

void stm_term__alternatives(stm_term *t)
{
    const stm_alternatives *all = t->result->alternatives;
    if (all->count)
        stm_term__heading(t, "Next best trees");
    for (size_t i = 0; i < all->count; i++) {
        const stm_alternative *a = &all->items[i];
        char sure[48];
        stm_cell *c = stm_term__paragraph(t, 4);
        stm_str text = stm_names__note(&t->mem, t->names,
                                       t->result->witness_count, a->text);
        c->failed |= !text.ptr;
        stm_cell__add(c, STM_STYLE_PLAIN, text);
        snprintf(sure, sizeof sure, " (%d\xc2\xa0%% likely)",
                 stm_say__percent(a->confidence));
        stm_cell__word(c, STM_STYLE_DIM, sure);
        stm_term__put(t, "  ", "    ");
    }
}
