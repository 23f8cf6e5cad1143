/* J. Felsenstein, Evolutionary trees from DNA sequences, 1981; with sums over
 * all answers in place of matrices, since a copyist who leaves an answer takes
 * any other alike. Every vector is scaled to a largest entry of one. */
#include "edition/pruning.h"

bool stm_edition__pruning_make(stm_edition__pruning *p, stm_edition__bench *b,
                               uint32_t most)
{
    size_t cells = (size_t)b->nodes * most;
    *p = (stm_edition__pruning){.b = b};
    p->step = STM_ARENA_NEW(&b->mem, stm_edition__step, b->nodes);
    p->root = STM_ARENA_NEW(&b->mem, double, most);
    p->above = STM_ARENA_NEW(&b->mem, double, most);
    p->up = STM_ARENA_NEW(&b->mem, double, cells);
    p->across = STM_ARENA_NEW(&b->mem, double, cells);
    p->down = STM_ARENA_NEW(&b->mem, double, cells);
    return p->step && p->root && p->above && p->up && p->across && p->down;
}

static void scale(double *x, uint32_t count)
{
    double most = 0;
    for (uint32_t k = 0; k < count; k++)
        most = x[k] > most ? x[k] : most;
    for (uint32_t k = 0; k < count && most > 0; k++)
        x[k] /= most;
}

static double leaves(const stm_edition__step *s, uint32_t answer)
{
    return answer ? s->from_other : s->from_first;
}

/* How likely what is below `v` is, for each answer of its parent. */
static void look_up(const stm_edition__pruning *p, uint32_t v)
{
    uint32_t n = p->answers;
    const double *up = p->up + (size_t)v * n;
    double *out = p->across + (size_t)v * n, sum = 0;
    for (uint32_t k = 0; k < n; k++)
        sum += up[k];
    for (uint32_t k = 0; k < n; k++) {
        double go = n > 1 ? leaves(&p->step[v], k) : 0;
        out[k] = (1 - go) * up[k];
        if (n > 1)
            out[k] += go * (sum - up[k]) / (n - 1);
    }
}

/* How likely each answer of `v` is for all that is not below it. */
static void look_down(const stm_edition__pruning *p, uint32_t v)
{
    uint32_t n = p->answers;
    const double *above = p->above;
    double *out = p->down + (size_t)v * n, gone = 0;
    for (uint32_t k = 0; k < n; k++)
        gone += leaves(&p->step[v], k) * above[k];
    for (uint32_t k = 0; k < n; k++) {
        double go = n > 1 ? leaves(&p->step[v], k) : 0;
        out[k] = (1 - go) * above[k];
        if (n > 1)
            out[k] += (gone - go * above[k]) / (n - 1);
    }
}

static void climb(const stm_edition__pruning *p, const uint32_t *state)
{
    const stm_edition__bench *b = p->b;
    uint32_t n = p->answers;
    for (uint32_t v = 0; v < b->nodes; v++)
        for (uint32_t k = 0; k < n; k++)
            p->up[(size_t)v * n + k] =
                state[v] == STM_NO_LOCAL || state[v] == k;
    for (uint32_t i = b->nodes; i-- > 1;) {
        uint32_t v = b->order[i];
        double *up = p->up + (size_t)b->parent[v] * n;
        look_up(p, v);
        for (uint32_t k = 0; k < n; k++)
            up[k] *= p->across[(size_t)v * n + k];
        scale(up, n);
    }
}

/* What the parent and all its other children say. */
static void see_others(const stm_edition__pruning *p, uint32_t v)
{
    uint32_t n = p->answers;
    size_t u = (size_t)p->b->parent[v] * n;
    const double *across = p->across + (size_t)v * n;
    for (uint32_t k = 0; k < n; k++)
        p->above[k] =
            across[k] > 0 ? p->down[u + k] * p->up[u + k] / across[k] : 0;
    scale(p->above, n);
}

/* The likeliest answer of `v`. */
static void choose(const stm_edition__pruning *p, uint32_t v, uint32_t *state,
                   float *sure)
{
    uint32_t n = p->answers;
    const double *up = p->up + (size_t)v * n, *down = p->down + (size_t)v * n;
    double most = -1, all = 0;
    for (uint32_t k = 0; k < n; k++) {
        double x = up[k] * down[k];
        all += x;
        if (x > most)
            most = x, state[v] = k;
    }
    sure[v] = all > 0 ? (float)(most / all) : 0;
}

void stm_edition__prune(stm_edition__pruning *p, uint32_t answers,
                        uint32_t *state, float *sure)
{
    const stm_edition__bench *b = p->b;
    p->answers = answers;
    climb(p, state);
    double *root = p->down + (size_t)b->order[0] * answers;
    for (uint32_t k = 0; k < answers; k++)
        root[k] = p->root[k];
    for (uint32_t i = 1; i < b->nodes; i++) {
        see_others(p, b->order[i]);
        look_down(p, b->order[i]);
    }
    for (uint32_t v = 0; v < b->nodes; v++)
        choose(p, v, state, sure);
}
