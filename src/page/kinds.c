/* A line's own phrases name it. Else it belongs to what the last heading behind
 * the text opened (other articles, comments), or else to a menu. */
#include "page/kinds.h"

static bool opens_tail(const stm_segment *s)
{
    return s->use == STM_USE_TAIL && s->covered > .5F &&
           (s->mark == STM_FURNITURE_RELATED ||
            s->mark == STM_FURNITURE_COMMENTS ||
            s->mark == STM_FURNITURE_BIOGRAPHY);
}

void stm_page__name_kinds(stm_page_work *w)
{
    uint8_t opened = STM_FURNITURE_NAV;
    for (uint32_t i = 0; i < w->segments.count; i++) {
        stm_segment *s = &w->segments.items[i];
        if (s->kind == STM_KIND_CONTENT)
            opened = i < w->body.to ? STM_FURNITURE_OTHER : opened;
        else if (opens_tail(s))
            opened = s->mark;
        if (s->kind != STM_FURNITURE_OTHER)
            continue;
        if (s->mark < STM_FURNITURE_KINDS && s->covered > .3F)
            s->kind = s->mark;
        else if (s->flags & STM_SEGMENT_DATE)
            s->kind = STM_FURNITURE_DATE;
        else if (i >= w->body.to || i < w->body.from)
            s->kind =
                opened == STM_FURNITURE_OTHER ? STM_FURNITURE_NAV : opened;
    }
}
