/* Exact runs of words are found by a table of the first places of all groups of
 * SEED words; each run is followed to its end and stepped over, so that time is
 * linear, also where all words are the same. Runs that follow each other in
 * both copies make a chain: a flattened copy has adverts between its runs. A
 * chain is folded when it is a large share of the content; refrains, formulae
 * of law and teasers are not. */
#include "page/repeat.h"

#include "base/vec.h"
#include "page/weights.h"

enum { SEED = 8, OPEN_CHAINS = 4, GAP = 150, FILL = 60 /* words */ };

typedef struct chain {
    uint32_t first, last; /* runs of the vector, last included */
    uint32_t start;       /* of the later copy, */
    uint32_t early, late; /* and ends of both, atoms */
    uint32_t words;       /* of content */
} chain;

typedef struct finder {
    const stm_page_work *w;
    bool *content; /* by atom */
    bool *fresh;   /* by atom: the words from here on stand here first */
    STM_VEC(stm_run) runs;   /* kept: the earlier copy, until turned */
    STM_VEC(uint32_t) owner; /* chain of each run */
    STM_VEC(chain) chains;
} finder;

static const uint64_t MULTIPLIER = UINT64_C(0x9e3779b97f4a7c15);

/* The hash of SEED words moves on by one word. */
static uint64_t roll(uint64_t h, uint64_t out, uint64_t in, uint64_t power)
{
    return (h - out * power) * MULTIPLIER + in;
}

static bool same_words(const stm_atom *a, uint32_t i, uint32_t j)
{
    for (uint32_t k = 0; k < SEED; k++)
        if (a[i + k].hash != a[j + k].hash)
            return false;
    return true;
}

static uint32_t run_length(const stm_atoms *a, uint32_t early, uint32_t late)
{
    uint32_t n = SEED;
    while (late + n < a->count && early + n < late &&
           a->items[early + n].hash == a->items[late + n].hash)
        n++;
    return n;
}

/* A place where words stand first. Its tag keeps most others from being looked
 * at there. */
typedef struct slot {
    uint32_t place; /* + 1; 0: empty */
    uint32_t tag;   /* of the hash of its words */
} slot;

static uint32_t tag_of(uint64_t hash) { return (uint32_t)(hash >> 32); }

/* The slot of the hash at `i`: empty, or with the first place of its words. */
static slot *find_slot(slot *table, size_t room, const stm_atom *a,
                       uint64_t hash, uint32_t i)
{
    size_t at = (hash ^ hash >> 29) & (room - 1);
    uint32_t tag = tag_of(hash);
    /* few steps: a page of one hash only must not become quadratic */
    for (unsigned step = 0; step < 16; step++, at = (at + 1) & (room - 1))
        if (!table[at].place ||
            (table[at].tag == tag && same_words(a, table[at].place - 1, i)))
            return &table[at];
    return NULL;
}

/* Whether the run may belong to the chain. */
static bool follows(const chain *c, const stm_run *r)
{
    return r->kept >= c->early && r->kept - c->early <= GAP &&
           r->folded >= c->late && r->folded - c->late <= GAP &&
           r->kept + r->length <= c->start;
}

/* Words are content where one copy was taken for it; those that repeat
 * themselves inside of a run ("ha ha ha", columns of noughts) count once. */
static uint32_t content_words(const finder *f, const stm_run *r)
{
    uint32_t n = 0;
    for (uint32_t k = 0; k < r->length; k++)
        n += (f->content[r->kept + k] || f->content[r->folded + k]) &&
             f->fresh[r->kept + k];
    return n;
}

/* Appends the run to one of the last chains, or opens one. */
static bool add_run(finder *f, stm_run r)
{
    size_t n = f->chains.count, from = n > OPEN_CHAINS ? n - OPEN_CHAINS : 0;
    size_t at = n;
    while (at > from && !follows(&f->chains.items[at - 1], &r))
        at--;
    bool fresh = at == from;
    at = fresh ? n : at - 1;
    uint32_t index = (uint32_t)f->runs.count;
    if (!stm_vec_push(&f->runs, r) || !stm_vec_push(&f->owner, (uint32_t)at) ||
        (fresh && !stm_vec_push(&f->chains,
                                ((chain){.first = index, .start = r.folded}))))
        return false;
    chain *c = &f->chains.items[at];
    c->last = index;
    c->early = r.kept + r.length;
    c->late = r.folded + r.length;
    c->words += content_words(f, &r);
    return true;
}

static bool find_runs(finder *f, slot *table, size_t room)
{
    const stm_atoms *a = &f->w->atoms;
    uint64_t power = 1, hash = 0;
    for (uint32_t k = 0; k + 1 < SEED; k++)
        power *= MULTIPLIER;
    for (uint32_t k = 0; k < SEED; k++)
        hash = hash * MULTIPLIER + a->items[k].hash;
    uint32_t next = 0; /* behind the last run */
    for (uint32_t i = 0;; i++) {
        slot *s = find_slot(table, room, a->items, hash, i);
        uint32_t first = s ? s->place - 1 : 0;
        if (s && !s->place) {
            *s = (slot){i + 1, tag_of(hash)};
            f->fresh[i] = true;
        } else if (s && i >= next && i - first >= SEED) {
            stm_run r = {first, i, run_length(a, first, i)};
            if (!add_run(f, r))
                return false;
            next = i + r.length;
        }
        if (i + SEED >= a->count)
            return true;
        hash = roll(hash, a->items[i].hash, a->items[i + SEED].hash, power);
    }
}

static uint32_t count_content(const finder *f, uint32_t from, uint32_t to)
{
    uint32_t n = 0;
    for (uint32_t i = from; i < to; i++)
        n += f->content[i];
    return n;
}

/* Whether the chain is the body, as far as there is one. */
static bool is_body(const finder *f, const chain *c, uint32_t all)
{
    if (c->words < STM_REPEAT_WORDS || all <= c->words)
        return false;
    const stm_run *r = &f->runs.items[c->first];
    uint32_t early = count_content(f, r->kept, c->early);
    uint32_t late = count_content(f, r->folded, c->late);
    float n = (float)c->words;
    return n >= STM_REPEAT_SHARE * (float)(all - c->words) &&
           n >= STM_REPEAT_DENSE * (float)early &&
           n >= STM_REPEAT_DENSE * (float)late;
}

typedef struct build {
    uint32_t lines, furniture;
} build;

static build build_of(const finder *f, uint32_t from, uint32_t to)
{
    build b = {0, 0};
    for (uint32_t i = from; i < to; i++) {
        b.lines += (f->w->atoms.items[i].flags & STM_WORD_LINE) != 0;
        b.furniture += !f->content[i];
    }
    return b;
}

/* The copy with more lines is the page's own; the other one was flattened. */
static bool keep_late(const finder *f, const chain *c)
{
    const stm_run *r = &f->runs.items[c->first];
    build early = build_of(f, r->kept, c->early);
    build late = build_of(f, r->folded, c->late);
    if (early.lines * 5 > late.lines * 6 || late.lines * 5 > early.lines * 6)
        return late.lines > early.lines;
    return late.furniture < early.furniture;
}

/* Turns the runs of a chain so that `kept` is the copy that stays. */
static void turn(finder *f, uint32_t index)
{
    for (size_t i = 0; i < f->runs.count; i++) {
        stm_run *r = &f->runs.items[i];
        if (f->owner.items[i] == index)
            *r = (stm_run){r->folded, r->kept, r->length};
    }
}

/* What was content in either copy is content in the one that stays. */
static void keep_content(finder *f, const stm_run *r)
{
    for (uint32_t k = 0; k < r->length; k++)
        f->content[r->kept + k] =
            f->content[r->kept + k] || f->content[r->folded + k];
}

/* Notes the runs of a chain. What is left between two of them is furniture of
 * the folded copy, unless it is a long piece of its own. */
static void fold(finder *f, stm_page_work *w, uint32_t index)
{
    uint32_t before = UINT32_MAX;
    for (size_t i = 0; i < f->runs.count; i++) {
        stm_run r = f->runs.items[i];
        if (f->owner.items[i] != index)
            continue;
        w->runs[w->run_count++] = r;
        keep_content(f, &r);
        for (uint32_t k = 0; k < r.length; k++)
            w->folded[r.folded + k] = STM_FOLDED;
        if (before < r.folded && r.folded - before <= FILL)
            memset(w->folded + before, STM_FOLDED_BETWEEN, r.folded - before);
        before = r.folded + r.length;
    }
}

static void mark_segments(const finder *f, stm_page_work *w)
{
    for (uint32_t i = 0; i < w->segments.count; i++) {
        stm_segment *s = &w->segments.items[i];
        uint32_t n = 0;
        for (uint32_t k = s->from; k < s->to; k++)
            n += w->folded[k] != STM_NOT_FOLDED;
        if (2 * n <= s->to - s->from) {
            if (2 * count_content(f, s->from, s->to) > s->to - s->from)
                s->kind = STM_KIND_CONTENT;
            continue;
        }
        s->kind = STM_FURNITURE_REPEAT;
        if (w->first_folded > i)
            w->first_folded = i;
    }
}

static bool fold_chains(finder *f, stm_page_work *w)
{
    uint32_t all = count_content(f, 0, w->atoms.count);
    w->runs = STM_ARENA_NEW(w->mem, stm_run, f->runs.count);
    if (!w->runs)
        return false;
    bool any = false;
    for (uint32_t i = 0; i < f->chains.count; i++) {
        const chain *c = &f->chains.items[i];
        if (!is_body(f, c, all))
            continue;
        if (keep_late(f, c))
            turn(f, i);
        fold(f, w, i);
        any = true;
    }
    if (any)
        mark_segments(f, w);
    return true;
}

static bool *content_by_atom(const stm_page_work *w)
{
    bool *content = STM_ARENA_NEW(w->mem, bool, w->atoms.count);
    for (uint32_t i = 0; content && i < w->segments.count; i++) {
        const stm_segment *s = &w->segments.items[i];
        if (s->kind == STM_KIND_CONTENT && s->mark != STM_MARK_CREDIT)
            memset(content + s->from, true, s->to - s->from);
    }
    return content;
}

bool stm_page__fold_repeats(stm_page_work *w)
{
    w->first_folded = STM_NO_SEGMENT;
    w->folded = STM_ARENA_NEW(w->mem, uint8_t, w->atoms.count);
    if (!w->folded || w->atoms.count < 2 * STM_REPEAT_WORDS)
        return w->folded;
    size_t room = 16;
    while (room < 2 * (size_t)w->atoms.count)
        room *= 2;
    slot *table = STM_ARENA_NEW(w->mem, slot, room);
    finder f = {.w = w,
                .content = content_by_atom(w),
                .fresh = STM_ARENA_NEW(w->mem, bool, w->atoms.count)};
    bool ok = table && f.content && f.fresh && find_runs(&f, table, room) &&
              fold_chains(&f, w);
    stm_vec_free(&f.runs);
    stm_vec_free(&f.owner);
    stm_vec_free(&f.chains);
    return ok;
}
