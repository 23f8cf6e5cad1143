/* Units for those who print them: each reading with its words and with all who
 * have it, that of the oldest text first. */
#include <string.h>

#include "base/str.h"
#include "edition/moved.h"
#include "edition/wording.h"

/* Readings of one unit on their way out: its wordings, one more for passages
 * that are not there, then what was restored, then what columns have of their
 * own because words have moved. */
typedef struct press {
    stm_edition__bench *b;
    stm_reading *reading;
    uint32_t *count, *fill; /* [readings] */
    uint32_t wordings, used;
    bool omitted; /* some text leaves it out rather than lack the passage */
    stm_edition__moves moves;
    size_t own_at, gone_at; /* the first that are of no unit so far */
    uint32_t *own;          /* [columns] + 1: its reading, where it is own */
    stm_unit *unit;
    size_t units;
    stm_edition__chars text;
} press;

/* Which reading a member has. */
static uint32_t reading_of(const press *p, uint32_t unit, uint32_t local)
{
    const stm_edition__bench *b = p->b;
    uint32_t state = stm_edition__states(b, unit)[local];
    if (!stm_edition__is_lost(b, local) && p->own[local])
        return p->own[local] - 1;
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

static uint32_t reading_of_text(press *p, stm_str text)
{
    uint32_t k = 0;
    if (!text.len)
        return p->omitted ? p->wordings - 1 : p->wordings;
    while (k < p->used && (p->reading[k].kind != STM_READING_WORDS ||
                           !stm_str_eq(p->reading[k].text, text)))
        k++;
    if (k == p->used)
        p->reading[p->used++] =
            (stm_reading){.kind = STM_READING_WORDS, .text = text};
    return k;
}

static bool put_range(press *p, const stm_edition__move *m, stm_str *out)
{
    stm_edition__bench *b = p->b;
    p->text.count = 0;
    if (!stm_edition__put_tokens(&p->text, b->column[m->column].text, m->from,
                                 m->to))
        return false;
    *out = stm_edition__keep(b->out, &p->text);
    return out->ptr;
}

static bool start_own(press *p, uint32_t unit)
{
    const stm_edition__move_vec *own = &p->moves.own;
    memset(p->own, 0, p->b->columns * sizeof *p->own);
    for (; p->own_at < own->count && own->items[p->own_at].unit == unit;
         p->own_at++) {
        stm_str text;
        if (!put_range(p, &own->items[p->own_at], &text))
            return false;
        p->own[own->items[p->own_at].column] = reading_of_text(p, text) + 1;
    }
    return true;
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

/* Nothing is left of a unit whose words have all gone elsewhere. */
static bool keep(press *p, uint32_t unit)
{
    const stm_edition__bench *b = p->b;
    stm_reading *keep = STM_ARENA_NEW(b->out, stm_reading, p->used);
    uint32_t root = reading_of(p, unit, b->order[0]), n = 0;
    bool words = false;
    if (!keep)
        return false;
    keep[n++] = p->reading[root];
    for (uint32_t k = 0; k < p->used; k++) {
        words |= p->count[k] && p->reading[k].text.len;
        if (k != root && p->count[k])
            keep[n++] = p->reading[k];
    }
    if (words)
        p->unit[p->units++] =
            (stm_unit){keep, n, starts_paragraph(b, unit), is_joined(b, unit)};
    return true;
}

static bool press_unit(press *p, uint32_t unit)
{
    p->wordings = stm_edition__wordings(p->b, unit);
    if (!start_wordings(p, unit))
        return false;
    start_restored(p, unit);
    return start_own(p, unit) && attest(p, unit) && keep(p, unit);
}

static bool has_moved(const press *p, uint32_t local)
{
    return !stm_edition__is_lost(p->b, local) && p->own[local];
}

/* Who has what has moved here, and who has not; the root's reading first. */
static bool attest_moved(press *p, stm_reading *r, stm_reading_kind kind,
                         stm_str text)
{
    stm_edition__bench *b = p->b;
    stm_attestation *by = STM_ARENA_NEW(b->out, stm_attestation, b->members);
    uint32_t n = 0;
    if (!by)
        return false;
    for (uint32_t i = 0; i < b->members; i++)
        if (has_moved(p, b->stands[i]))
            by[n++] = (stm_attestation){b->member[i], 1};
    uint32_t movers = n;
    for (uint32_t i = 0; i < b->members; i++)
        if (!has_moved(p, b->stands[i]))
            by[n++] = (stm_attestation){b->member[i], 1};
    bool root = has_moved(p, b->order[0]);
    r[!root] = (stm_reading){kind, text, by, movers};
    r[root] = (stm_reading){
        STM_READING_ABSENT, {"", 0}, by + movers, b->members - movers};
    return true;
}

/* Others have something where the words come from; else they only follow what
 * has moved. */
static bool is_elsewhere(const press *p, const stm_edition__move *m)
{
    for (uint32_t c = 0; c < p->b->columns; c++) {
        stm_span s = stm_edition__cells(p->b, m->home, c);
        if (s.from < s.to && !p->own[c])
            return true;
    }
    return false;
}

static bool press_moved(press *p, const stm_edition__move *m)
{
    stm_edition__bench *b = p->b;
    const stm_text *t = b->column[m->column].text;
    stm_reading *r = STM_ARENA_NEW(b->out, stm_reading, 2);
    stm_str text;
    stm_reading_kind kind =
        is_elsewhere(p, m) ? STM_READING_MOVED : STM_READING_WORDS;
    if (!r || !put_range(p, m, &text) || !attest_moved(p, r, kind, text))
        return false;
    p->unit[p->units++] =
        (stm_unit){r, 2, t->flags[m->from] & STM_WORD_PARAGRAPH,
                   stm_edition__is_joined(t, m->from)};
    return true;
}

static bool is_same(const stm_edition__move *a, const stm_edition__move *b)
{
    return a->unit == b->unit && a->rank == b->rank && a->leader == b->leader;
}

/* What has moved to before a unit: each stretch once, of all that have it and
 * all before it there. */
static bool press_gone(press *p, uint32_t unit)
{
    const stm_edition__move_vec *v = &p->moves.gone;
    const stm_edition__move *m = v->items;
    while (p->gone_at < v->count && m[p->gone_at].unit == unit) {
        size_t from = p->gone_at, to = from;
        memset(p->own, 0, p->b->columns * sizeof *p->own);
        for (; to < v->count && is_same(&m[from], &m[to]); to++)
            p->own[m[to].column] = 1;
        if (!press_moved(p, &m[from]))
            return false;
        p->gone_at = to;
    }
    return true;
}

static bool make_room(press *p)
{
    stm_edition__bench *b = p->b;
    uint32_t most = 0;
    for (uint32_t u = 0; u < b->units; u++)
        if (stm_edition__wordings(b, u) > most)
            most = stm_edition__wordings(b, u);
    uint32_t room = most + 1 + b->nodes; /* lost: restored; columns: own */
    p->reading = STM_ARENA_NEW(&b->mem, stm_reading, room);
    p->count = STM_ARENA_NEW(&b->mem, uint32_t, room);
    p->fill = STM_ARENA_NEW(&b->mem, uint32_t, room);
    p->own = STM_ARENA_NEW(&b->mem, uint32_t, b->columns);
    p->unit = STM_ARENA_NEW(b->out, stm_unit, b->units + p->moves.gone.count);
    return p->reading && p->count && p->fill && p->own && p->unit;
}

bool stm_edition__publish_units(stm_edition__bench *b, stm_collation *out)
{
    press p = {.b = b};
    uint32_t *node = STM_ARENA_NEW(b->out, uint32_t, b->members);
    bool ok = node && stm_edition__find_moves(&p.moves, b) && make_room(&p);
    for (uint32_t i = 0; ok && i < b->members; i++)
        node[i] = b->member[i];
    for (uint32_t u = 0; ok && u < b->units; u++)
        ok = press_gone(&p, u) && press_unit(&p, u);
    ok = ok && press_gone(&p, b->units);
    stm_edition__moves_free(&p.moves);
    stm_vec_free(&p.text);
    out->family = b->family;
    out->nodes = node;
    out->node_count = b->members;
    out->units = p.unit;
    out->unit_count = p.units;
    return ok;
}
