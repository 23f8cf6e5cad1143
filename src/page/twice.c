#include "page/twice.h"

bool stm_page__mark_twice(stm_segments *s, stm_arena *mem)
{
    size_t room = 16;
    while (room < 2 * (size_t)s->count)
        room *= 2;
    uint32_t *slot = STM_ARENA_NEW(mem, uint32_t, room); /* segment + 1 */
    if (!slot)
        return false;
    for (uint32_t i = 0; i < s->count; i++) {
        size_t at = s->items[i].hash & (room - 1);
        while (slot[at] && s->items[slot[at] - 1].hash != s->items[i].hash)
            at = (at + 1) & (room - 1);
        if (slot[at]) {
            s->items[slot[at] - 1].flags |= STM_SEGMENT_TWICE;
            s->items[i].flags |= STM_SEGMENT_TWICE | STM_SEGMENT_AGAIN;
        } else {
            slot[at] = i + 1;
        }
    }
    return true;
}
