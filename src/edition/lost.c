/* The wording of lost texts, stretch by stretch. */
#include <math.h>
#include <string.h>

#include "edition/sequence.h"

#define ALIKE 0.05 /* stretches as sure as each other are one */

typedef struct scribe {
    stm_edition__bench *b;
    uint32_t x;
    stm_stretch *stretch;
    uint32_t count;
    uint32_t *witness; /* of the stretch that is open, and room for the next */
    uint32_t witnesses;
    stm_edition__chars text;
    stm_arena mem; /* of one lost text */
} scribe;

/* Captures that have the unit in these words. */
static uint32_t list_witnesses(const scribe *s, uint32_t unit, uint32_t *out)
{
    const stm_edition__bench *b = s->b;
    const uint32_t *state = stm_edition__states(b, unit);
    uint32_t n = 0;
    for (uint32_t i = 0; i < b->members; i++)
        if (!stm_edition__is_lost(b, b->stands[i]) &&
            state[b->stands[i]] == state[s->x])
            out[n++] = b->member[i];
    return n;
}

static bool close_stretch(scribe *s)
{
    if (!s->count)
        return true;
    stm_stretch *open = &s->stretch[s->count - 1];
    uint32_t *own = STM_ARENA_NEW(s->b->out, uint32_t, s->witnesses);
    open->text = stm_edition__keep(s->b->out, &s->text);
    if (!own || !open->text.ptr)
        return false;
    if (s->witnesses)
        memcpy(own, s->witness, s->witnesses * sizeof *own);
    open->witnesses = own;
    open->witness_count = s->witnesses;
    s->text.count = 0;
    return true;
}

static bool goes_on(const scribe *s, const stm_stretch *next, uint32_t count)
{
    const stm_stretch *open = s->count ? &s->stretch[s->count - 1] : NULL;
    const uint32_t *after = s->witness + s->b->members;
    return open && !next->paragraph && open->restored == next->restored &&
           fabs(open->sure - next->sure) <= ALIKE && count == s->witnesses &&
           !memcmp(s->witness, after, count * sizeof *after);
}

static bool put_unit(scribe *s, uint32_t unit, stm_lost *out)
{
    const stm_edition__bench *b = s->b;
    uint32_t c = stm_edition__shown(b, unit, s->x);
    stm_span cells = stm_edition__cells(b, unit, c);
    const stm_text *t = b->column[c].text;
    uint32_t first = b->column[c].cell[cells.from].token;
    const stm_edition__restored *r = stm_edition__find_restored(b, unit, s->x);
    stm_stretch next = {.restored = r != NULL,
                        .paragraph = t->flags[first] & STM_WORD_PARAGRAPH,
                        .joined = stm_edition__is_joined(t, first)};
    next.sure = r ? r->sure : (double)b->sure[(size_t)unit * b->nodes + s->x];
    uint32_t n = list_witnesses(s, unit, s->witness + b->members);
    out->words += cells.to - cells.from;
    out->sure += next.sure * (cells.to - cells.from);
    if (!goes_on(s, &next, n)) {
        if (!close_stretch(s))
            return false;
        s->stretch[s->count++] = next;
        memcpy(s->witness, s->witness + b->members, n * sizeof *s->witness);
        s->witnesses = n;
    } else if (!next.joined && !stm_edition__put_space(&s->text)) {
        return false;
    }
    return r ? stm_edition__put(&s->text, r->text)
             : stm_edition__put_cells(&s->text, &b->column[c], cells);
}

static bool write_lost(scribe *s, stm_lost *out)
{
    uint32_t units;
    uint32_t *order = stm_edition__reading_order(s->b, s->x, &s->mem, &units);
    s->witness = STM_ARENA_NEW(&s->mem, uint32_t, 2 * (size_t)s->b->members);
    s->stretch = STM_ARENA_NEW(s->b->out, stm_stretch, units);
    s->count = s->witnesses = 0;
    s->text.count = 0;
    if (!order || !s->witness || !s->stretch)
        return false;
    *out = (stm_lost){.node = s->b->node[s->x], .stretches = s->stretch};
    for (uint32_t i = 0; i < units; i++)
        if (!put_unit(s, order[i], out))
            return false;
    if (!close_stretch(s))
        return false;
    out->stretch_count = s->count;
    out->sure = out->words ? out->sure / out->words : 0;
    return true;
}

bool stm_edition__publish_lost(stm_edition__bench *b, stm_collation *out)
{
    uint32_t count = b->nodes - b->columns;
    scribe s = {.b = b};
    stm_lost *lost = STM_ARENA_NEW(b->out, stm_lost, count);
    bool ok = lost != NULL;
    for (uint32_t i = 0; ok && i < count; i++) {
        s.x = b->columns + i;
        ok = write_lost(&s, &lost[i]);
        stm_arena_reset(&s.mem);
    }
    stm_arena_free(&s.mem);
    stm_vec_free(&s.text);
    out->lost = lost;
    out->lost_count = count;
    return ok;
}
