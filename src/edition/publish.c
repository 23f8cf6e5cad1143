/* Units for those who print them: each reading with its words and with all who
 * have it, that of the oldest text first. */
#include <string.h>

#include "edition/wording.h"

/* Readings of one unit on their way out: its wordings, one more for passages
 * that are not there, then what was restored. */
typedef struct press {
    stm_edition__bench *b;
    stm_reading *reading;
    uint32_t *count, *fill; /* [readings] */
    uint32_t room;
    uint32_t wordings, used;
    bool omitted; /* some text leaves it out rather than lack the passage */
    stm_edition__chars text;
} press;

/* Which reading a member has. */
static uint32_t reading_of(const press *p, uint32_t unit, uint32_t local)
{
    const stm_edition__bench *b = p->b;
    uint32_t state = stm_edition__states(b, unit)[local];
    if (!b->wording[b->first[unit] + state].empty) {
        const stm_edition__restored *r =
            stm_edition__find_restored(b, unit, local);
        for (uint32_t k = p->wordings + 1; r && k < p->used; k++)
            if (p->reading[k].text.ptr == r->text.ptr)
                return k;
        return state;
    }
    bool absent = stm_edition__is_lost(b, local)
                      ? !p->omitted
                      : stm_edition__is_absent(b, unit, local);
    return absent ? p->wordings : state;
}

static bool start_wordings(press *p, uint32_t unit)
{
    stm_edition__bench *b = p->b;
    p->omitted = false;
    for (uint32_t k = 0; k < p->wordings; k++) {
        const stm_edition__wording *w = &b->wording[b->first[unit] + k];
        stm_reading *r = &p->reading[k];
        *r = (stm_reading){.kind = STM_READING_OMITTED, .text = {"", 0}};
        if (w->empty)
            continue;
        r->kind = STM_READING_WORDS;
        p->text.count = 0;
        if (!stm_edition__put_cells(&p->text, &b->column[w->column],
                                    stm_edition__cells(b, unit, w->column)))
            return false;
        r->text = stm_edition__keep(b->out, &p->text);
        if (!r->text.ptr)
            return false;
    }
    for (uint32_t c = 0; c < b->columns; c++)
        p->omitted |= stm_edition__read(b, unit, c)->empty &&
                      !stm_edition__is_absent(b, unit, c);
    return true;
}

static void start_restored(press *p, uint32_t unit)
{
    const stm_edition__bench *b = p->b;
    p->used = p->wordings + 1;
    p->reading[p->wordings] =
        (stm_reading){.kind = STM_READING_ABSENT, .text = {"", 0}};
    for (uint32_t x = b->columns; x < b->nodes; x++) {
        const stm_edition__restored *r = stm_edition__find_restored(b, unit, x);
        if (r)
            p->reading[p->used++] =
                (stm_reading){.kind = STM_READING_RESTORED, .text = r->text};
    }
}

static float sure_of(const stm_edition__bench *b, uint32_t unit, uint32_t local)
{
    const stm_edition__restored *r;
    if (!stm_edition__is_lost(b, local))
        return 1;
    r = stm_edition__find_restored(b, unit, local);
    return r ? (float)r->sure : b->sure[(size_t)unit * b->nodes + local];
}

/* Who has what; readings that nobody has fall out. */
static bool attest(press *p, uint32_t unit)
{
    stm_edition__bench *b = p->b;
    stm_attestation *by = STM_ARENA_NEW(b->out, stm_attestation, b->members);
    if (!by)
        return false;
    memset(p->count, 0, p->used * sizeof *p->count);
    for (uint32_t i = 0; i < b->members; i++)
        p->count[reading_of(p, unit, b->stands[i])]++;
    for (uint32_t k = 0, from = 0; k < p->used; k++) {
        p->reading[k].by = by + from;
        p->reading[k].by_count = p->count[k];
        p->fill[k] = from;
        from += p->count[k];
    }
    for (uint32_t i = 0; i < b->members; i++) {
        uint32_t k = reading_of(p, unit, b->stands[i]);
        by[p->fill[k]++] =
            (stm_attestation){b->member[i], sure_of(b, unit, b->stands[i])};
    }
    return true;
}

static bool starts_paragraph(const stm_edition__bench *b, uint32_t unit)
{
    const stm_edition__wording *w = &b->wording[b->first[unit]];
    const stm_edition__column *c = &b->column[w->column];
    stm_span s = stm_edition__cells(b, unit, w->column);
    return s.from < s.to &&
           c->text->flags[c->cell[s.from].token] & STM_WORD_PARAGRAPH;
}

static bool is_joined(const stm_edition__bench *b, uint32_t unit)
{
    const stm_edition__wording *w = &b->wording[b->first[unit]];
    const stm_edition__column *c = &b->column[w->column];
    stm_span s = stm_edition__cells(b, unit, w->column);
    return s.from < s.to &&
           stm_edition__is_joined(c->text, c->cell[s.from].token);
}

static bool keep(press *p, uint32_t unit, stm_unit *out)
{
    const stm_edition__bench *b = p->b;
    stm_reading *keep = STM_ARENA_NEW(b->out, stm_reading, p->used);
    uint32_t root = reading_of(p, unit, b->order[0]), n = 0;
    if (!keep)
        return false;
    keep[n++] = p->reading[root];
    for (uint32_t k = 0; k < p->used; k++)
        if (k != root && p->count[k])
            keep[n++] = p->reading[k];
    *out = (stm_unit){keep, n, starts_paragraph(b, unit), is_joined(b, unit)};
    return true;
}

static bool make_room(press *p)
{
    stm_edition__bench *b = p->b;
    uint32_t most = 0;
    for (uint32_t u = 0; u < b->units; u++)
        if (stm_edition__wordings(b, u) > most)
            most = stm_edition__wordings(b, u);
    p->room = most + 1 + b->nodes - b->columns;
    p->reading = STM_ARENA_NEW(&b->mem, stm_reading, p->room);
    p->count = STM_ARENA_NEW(&b->mem, uint32_t, p->room);
    p->fill = STM_ARENA_NEW(&b->mem, uint32_t, p->room);
    return p->reading && p->count && p->fill;
}

bool stm_edition__publish_units(stm_edition__bench *b, stm_collation *out)
{
    press p = {.b = b};
    stm_unit *unit = STM_ARENA_NEW(b->out, stm_unit, b->units);
    uint32_t *node = STM_ARENA_NEW(b->out, uint32_t, b->members);
    bool ok = unit && node && make_room(&p);
    for (uint32_t i = 0; ok && i < b->members; i++)
        node[i] = b->member[i];
    for (uint32_t u = 0; ok && u < b->units; u++) {
        p.wordings = stm_edition__wordings(b, u);
        ok = start_wordings(&p, u);
        if (ok)
            start_restored(&p, u);
        ok = ok && attest(&p, u) && keep(&p, u, &unit[u]);
    }
    stm_vec_free(&p.text);
    out->family = b->family;
    out->nodes = node;
    out->node_count = b->members;
    out->units = unit;
    out->unit_count = b->units;
    return ok;
}
