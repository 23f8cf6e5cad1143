/* What lost texts read, by likelihood along the tree, up from the captures and
 * down again (Felsenstein's pruning). Two questions are asked at each unit, one
 * after the other: whether a text has anything there, and in which words. The
 * second leaves out the texts that have nothing: a cut copy does not know what
 * stood behind the cut, and nobody writes the same passage twice.
 *
 * How much each copyist changed, dropped and added is estimated from what he is
 * then seen to have done, and all is done again; so a copy that is near weighs
 * more than one that is far, a spinner's words weigh little, and what lies
 * behind a cut says nothing. */
#include <string.h>

#include "edition/pruning.h"
#include "edition/weights.h"

typedef struct model {
    stm_edition__bench *b;
    stm_edition__rates *rate; /* [nodes] of the edge from the parent */
    stm_edition__rates *seen; /* [nodes] so far, in this round */
    double *words, *gaps;     /* [nodes] places where its parent has words, or
                                 none */
    stm_edition__pruning has, reads;
    uint32_t *state; /* [nodes] scratch: of one question */
    bool *empty;     /* [nodes] the answer to the first */
    float *sure;     /* [nodes] of the answer */
} model;

static const stm_edition__rates *usual(const stm_edition__bench *b, uint32_t v)
{
    static const stm_edition__rates rates[] = STM_EDITION_RATES;
    return &rates[b->kind[v] <= STM_SPUN ? b->kind[v] : STM_REVISION];
}

static bool make_model(model *m, stm_edition__bench *b)
{
    *m = (model){.b = b};
    m->rate = STM_ARENA_NEW(&b->mem, stm_edition__rates, b->nodes);
    m->seen = STM_ARENA_NEW(&b->mem, stm_edition__rates, b->nodes);
    m->words = STM_ARENA_NEW(&b->mem, double, b->nodes);
    m->gaps = STM_ARENA_NEW(&b->mem, double, b->nodes);
    m->state = STM_ARENA_NEW(&b->mem, uint32_t, b->nodes);
    m->empty = STM_ARENA_NEW(&b->mem, bool, b->nodes);
    m->sure = STM_ARENA_NEW(&b->mem, float, b->nodes);
    b->sure = STM_ARENA_NEW(&b->mem, float, (size_t)b->units * b->nodes);
    if (!m->rate || !m->seen || !m->words || !m->gaps || !m->state ||
        !m->empty || !m->sure || !b->sure ||
        !stm_edition__pruning_make(&m->has, b, 2) ||
        !stm_edition__pruning_make(&m->reads, b, STM_EDITION_WORDINGS))
        return false;
    for (uint32_t i = 0; i < b->nodes; i++)
        m->rate[i] = *usual(b, i);
    return true;
}

/* Whether there is anything: state 0 is nothing, 1 is words. */
static void ask_presence(model *m, uint32_t unit, uint32_t none)
{
    stm_edition__bench *b = m->b;
    const uint32_t *state = stm_edition__states(b, unit);
    for (uint32_t v = 0; v < b->nodes; v++) {
        const stm_edition__rates *r = &m->rate[v];
        m->state[v] =
            stm_edition__is_lost(b, v) ? STM_NO_LOCAL : state[v] != none;
        m->has.step[v] = (stm_edition__step){r->add, r->drop};
    }
    m->has.root[0] = STM_EDITION_ROOT_EMPTY;
    m->has.root[1] = 1 - STM_EDITION_ROOT_EMPTY;
    stm_edition__prune(&m->has, 2, m->state, m->sure);
    for (uint32_t v = 0; v < b->nodes; v++)
        m->empty[v] = !m->state[v];
}

/* In which words: where there are too many wordings, one of the most texts. */
static void ask_wording(model *m, uint32_t unit, uint32_t words)
{
    stm_edition__bench *b = m->b;
    const uint32_t *state = stm_edition__states(b, unit);
    uint32_t kept = words < STM_EDITION_WORDINGS ? words : STM_EDITION_WORDINGS;
    for (uint32_t v = 0; v < b->nodes; v++) {
        bool known = !stm_edition__is_lost(b, v) && state[v] < kept;
        double change = m->rate[v].change;
        m->state[v] = known ? state[v] : STM_NO_LOCAL;
        m->reads.step[v] = (stm_edition__step){change, change};
    }
    for (uint32_t k = 0; k < kept; k++)
        m->reads.root[k] = 1;
    stm_edition__prune(&m->reads, kept, m->state, m->sure);
}

/* Notes what was done on the way to each text. */
static void watch(model *m, const uint32_t *state, uint32_t none)
{
    const stm_edition__bench *b = m->b;
    for (uint32_t v = 0; v < b->nodes; v++) {
        uint32_t u = b->parent[v];
        if (u == STM_NO_LOCAL)
            continue;
        m->words[v] += state[u] != none;
        m->gaps[v] += state[u] == none;
        if (state[u] == state[v])
            continue;
        m->seen[v].add += state[u] == none;
        m->seen[v].drop += state[v] == none;
        m->seen[v].change += state[u] != none && state[v] != none;
    }
}

static void settle(model *m, uint32_t unit)
{
    stm_edition__bench *b = m->b;
    uint32_t *state = stm_edition__states(b, unit);
    float *sure = b->sure + (size_t)unit * b->nodes;
    uint32_t all = stm_edition__wordings(b, unit);
    bool has_empty = b->wording[b->first[unit] + all - 1].empty;
    uint32_t words = all - has_empty;
    for (uint32_t v = 0; v < b->nodes; v++)
        sure[v] = 1, m->empty[v] = false;
    if (has_empty) {
        ask_presence(m, unit, all - 1);
        memcpy(sure, m->sure, b->nodes * sizeof *sure);
    }
    ask_wording(m, unit, words);
    for (uint32_t v = b->columns; v < b->nodes; v++) {
        state[v] = m->empty[v] ? all - 1 : m->state[v];
        sure[v] *= m->empty[v] ? 1 : m->sure[v];
    }
    watch(m, state, has_empty ? all - 1 : all);
}

static double learned(double seen, double of, double usual_rate)
{
    return (seen + STM_EDITION_PRIOR * usual_rate) / (of + STM_EDITION_PRIOR);
}

/* Who cuts or spins a text by definition adds nothing of his own; to learn the
 * contrary from a passage that only he has would be to argue in a circle. */
static bool may_add(stm_relation_kind kind)
{
    return kind == STM_REVISION || kind == STM_REPRINT;
}

static void learn(model *m)
{
    const stm_edition__bench *b = m->b;
    for (uint32_t v = 0; v < b->nodes; v++) {
        const stm_edition__rates *u = usual(b, v), *s = &m->seen[v];
        m->rate[v] = (stm_edition__rates){
            learned(s->change, m->words[v], u->change),
            learned(s->drop, m->words[v], u->drop),
            may_add(b->kind[v]) ? learned(s->add, m->gaps[v], u->add) : u->add};
        m->seen[v] = (stm_edition__rates){0, 0, 0};
        m->words[v] = m->gaps[v] = 0;
    }
}

bool stm_edition__infer(stm_edition__bench *b)
{
    model m;
    if (!make_model(&m, b))
        return false;
    for (int round = 0; round < STM_EDITION_ROUNDS; round++) {
        for (uint32_t u = 0; u < b->units && b->nodes > b->columns; u++)
            settle(&m, u);
        learn(&m);
    }
    return true;
}
