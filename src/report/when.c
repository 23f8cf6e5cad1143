#include "report/when.h"

#include "base/str.h"

enum { TO_MINUTE = 16, TO_DAY = 10 };

stm_str stm_when__date(stm_arena *mem, const stm_date *d)
{
    char text[32];
    size_t n = d->year ? stm_date_format(d, text, sizeof text) : 0;
    if (n > TO_MINUTE)
        n = TO_MINUTE;
    if (n > TO_DAY)
        text[TO_DAY] = ' ';
    return stm_arena_copy(mem, (stm_str){text, n});
}

stm_str stm_when__stage(stm_arena *mem, const stm_stage *s)
{
    stm_str own = stm_when__date(mem, &s->dated);
    stm_str from = stm_when__date(mem, &s->earliest.date);
    stm_str to = stm_when__date(mem, &s->latest.date);
    if (!own.ptr || !from.ptr || !to.ptr || own.len)
        return own.ptr && from.ptr && to.ptr ? own : STM_NONE;
    if (from.len && to.len)
        return stm_arena_format(mem, "between %s and %s", from.ptr, to.ptr);
    if (from.len)
        return stm_arena_format(mem, "not before %s", from.ptr);
    if (to.len)
        return stm_arena_format(mem, "not after %s", to.ptr);
    return stm_arena_copy(mem, STM_LIT("at a time unknown"));
}

stm_str stm_when__counts(stm_arena *mem, const stm_stage *s)
{
    stm_str said = stm_arena_copy(mem, (stm_str){"", 0});
    for (int k = 0; said.ptr && k < STM_ALTERED_KINDS; k++) {
        if (!s->count[k])
            continue;
        said = stm_arena_format(mem, "%s%s%u%s %s", said.ptr,
                                said.len ? ", " : "", s->count[k],
                                said.len           ? ""
                                : s->count[k] == 1 ? " sentence"
                                                   : " sentences",
                                stm_alteration_name((stm_alteration_kind)k));
    }
    if (said.ptr && !said.len)
        return stm_arena_copy(mem, STM_LIT("no sentence changed"));
    return said;
}
