/* Two words side by side are likely or not; how likely they are in what people
 * write, and how likely when they are thrown together, the family's own words
 * say: neighbours against words a few places apart. With that every changed
 * stretch has odds that its words were thrown in.
 *
 * Editors write well. Which share of a family's changes was thrown in is read
 * off all of them at once, and where there is none nothing is said: the odds
 * would vote for the text that was mended last. On 96 families of news, in
 * which editors put in words at random, pairs are in line the right way in .97
 * with the share and without it, .93 without any of this; of 1,718 pairs in 120
 * series of encyclopedia articles in .890 with the share, .861 with one share
 * of .3 for all, .893 without. */
#include "tree/misfit.h"

#include <math.h>

#include "base/hash.h"
#include "base/str.h"
#include "tree/family.h"
#include "tree/foreign.h"
#include "tree/weights.h"

enum { LETTERS = 48 };

/* --- two words ------------------------------------------------------------ */

static uint64_t key_at(const stm_text *t, uint32_t i)
{
    char letter[LETTERS];
    stm_str s = stm_str_cut(t->bytes, t->at[i]);
    size_t n = s.len < LETTERS ? s.len : LETTERS;
    for (size_t k = 0; k < n; k++)
        letter[k] = stm_ascii_lower(s.ptr[k]);
    return stm_word_key((stm_str){letter, n});
}

static bool has_model(const stm_text *t)
{
    return stm_word_cost(t->language, STM_NONE, STM_LIT("the")) >= 0;
}

/* How usual the two are together, and whether they are known as neighbours. */
static unsigned look_up(const stm_text *t, uint64_t before, uint64_t word)
{
    stm_known_word a = stm_word_known(t->language, before);
    stm_known_word b = stm_word_known(t->language, word);
    double above = a.cost + b.cost_behind - STM_TREE_MISFIT_USUAL;
    double band = above / STM_TREE_MISFIT_BAND;
    unsigned most = STM_TREE_MISFIT_BANDS - 1;
    unsigned k = band <= 0 ? 0 : band >= most ? most : (unsigned)band;
    return 2 * k + stm_words_are_neighbours(t->language, a, b);
}

/* Texts of a family have most of their neighbours in common: what was looked
 * up is kept, its sort in the lowest bits of what it is known by. */
enum { KEPT_BITS = 13, SORT_BITS = 5 };
_Static_assert(2 * STM_TREE_MISFIT_BANDS < 1 << SORT_BITS, "0 is free");

static unsigned sort_of(const stm_tree__family *f, const stm_text *t,
                        uint64_t before, uint64_t word)
{
    uint64_t pair = stm_hash_pair(before, word);
    uint64_t tongue = (uint64_t)(unsigned char)t->language[0] << 8 |
                      (unsigned char)t->language[1];
    uint64_t known = stm_hash_pair(pair, tongue) >> SORT_BITS << SORT_BITS;
    uint64_t *kept = &f->misfit.kept[known >> (64 - KEPT_BITS)];
    if (*kept >> SORT_BITS << SORT_BITS != known || *kept == known)
        *kept = known | (1 + look_up(t, before, word));
    return (unsigned)(*kept - known) - 1;
}

static bool starts(const stm_text *t, uint32_t i)
{
    return !i || (t->flags[i] & (STM_WORD_SENTENCE | STM_WORD_PARAGRAPH));
}

/* --- what is written, and what is thrown together ------------------------- */

typedef struct tally {
    double written[2 * STM_TREE_MISFIT_BANDS];
    double thrown[2 * STM_TREE_MISFIT_BANDS];
    uint32_t words;
} tally;

static void count_words(const stm_tree__family *f, tally *s, const stm_text *t)
{
    enum { APART = STM_TREE_MISFIT_APART, RING = 8 };
    _Static_assert(APART < RING, "a word is still known when it is asked for");
    uint64_t known[RING];
    if (!has_model(t))
        return;
    for (uint32_t i = 0; i < t->count; i++) {
        if (s->words == STM_TREE_MISFIT_SAMPLE)
            return;
        uint64_t word = known[i % RING] = key_at(t, i);
        if (i < APART)
            continue;
        s->words++;
        if (!starts(t, i))
            s->written[sort_of(f, t, known[(i - 1) % RING], word)]++;
        s->thrown[sort_of(f, t, known[(i - APART) % RING], word)]++;
    }
}

static double known_share(const double *sort)
{
    return (sort[1] + 1) / (sort[0] + sort[1] + 2);
}

/* False where there is too little to learn from. */
static bool learn_odds(stm_tree__family *f)
{
    tally s = {0};
    for (uint32_t u = 0; u < f->captures; u++)
        count_words(f, &s, f->in->witness[f->node.items[u].witness].text);
    for (unsigned k = 0; k < 2 * STM_TREE_MISFIT_BANDS; k += 2) {
        double written = known_share(s.written + k);
        double thrown = known_share(s.thrown + k);
        f->misfit.odds[k] = log((1 - thrown) / (1 - written));
        f->misfit.odds[k + 1] = log(thrown / written);
    }
    return s.words >= STM_TREE_MISFIT_LEAST;
}

/* --- changed stretches ---------------------------------------------------- */

/* Where two rows differ, stretch by stretch, as cells of each. */
typedef struct changes {
    const stm_tree__row *a, *b;
    stm_span in_a, in_b;
} changes;

static bool same_place(const changes *c)
{
    return c->in_a.to < c->a->count && c->in_b.to < c->b->count &&
           c->a->place[c->in_a.to] == c->b->place[c->in_b.to];
}

static bool next_change(changes *c)
{
    const stm_tree__row *a = c->a, *b = c->b;
    while (same_place(c))
        c->in_a.to++, c->in_b.to++;
    c->in_a.from = c->in_a.to;
    c->in_b.from = c->in_b.to;
    while (!same_place(c)) {
        bool more_a = c->in_a.to < a->count, more_b = c->in_b.to < b->count;
        if (!more_a && !more_b)
            break;
        if (more_a && (!more_b || a->place[c->in_a.to] < b->place[c->in_b.to]))
            c->in_a.to++;
        else
            c->in_b.to++;
    }
    return c->in_a.from < c->in_a.to || c->in_b.from < c->in_b.to;
}

/* The tokens of the cells and of what was left out between them; false where a
 * spinner's words make the ends unknown, or the text was moved. */
static bool tokens_of(const stm_text *t, const stm_tree__row *r, stm_span cells,
                      stm_span *out)
{
    uint32_t before = cells.from ? r->token[cells.from - 1] : 0;
    uint32_t after = cells.to < r->count ? r->token[cells.to] : t->count;
    if (before == STM_NO_TOKEN || after == STM_NO_TOKEN)
        return false;
    *out = (stm_span){cells.from ? before + 1 : 0, after};
    return out->from <= out->to;
}

/* Log-odds that the words were thrown in, with the seams on both sides; and,
 * once the share is known, by whether the text has them elsewhere. */
static double thrown_in(const stm_tree__family *f, uint32_t u, stm_span s)
{
    const stm_text *t = f->in->witness[f->node.items[u].witness].text;
    uint8_t *sort = f->misfit.sort[u];
    double sum = 0;
    for (uint32_t i = s.from; i <= s.to && i < t->count; i++) {
        if (starts(t, i))
            continue;
        if (!sort[i])
            sort[i] =
                (uint8_t)(1 + sort_of(f, t, key_at(t, i - 1), key_at(t, i)));
        sum += f->misfit.odds[sort[i] - 1];
    }
    sum += stm_tree__foreign(f, u, s);
    return fmin(sum, STM_TREE_MISFIT_MOST);
}

static double chance(double share, double odds)
{
    return 1 - share + share * exp(odds);
}

/* Calls `visit` with the odds of each changed stretch of the two texts; of a
 * text in a language without a model nothing can be said. */
static bool visit_changes(const stm_tree__family *f, uint32_t u, uint32_t v,
                          bool (*visit)(void *user, double of_u, double of_v),
                          void *user)
{
    const stm_tree__node *n = f->node.items;
    const stm_text *t = f->in->witness[n[u].witness].text;
    const stm_text *s = f->in->witness[n[v].witness].text;
    changes c = {&n[u].row, &n[v].row, {0, 0}, {0, 0}};
    stm_span x, y;
    if (!has_model(t) || !has_model(s))
        return true;
    while (next_change(&c))
        if (tokens_of(t, c.a, c.in_a, &x) && tokens_of(s, c.b, c.in_b, &y) &&
            !visit(user, thrown_in(f, u, x), thrown_in(f, v, y)))
            return false;
    return true;
}

/* --- the share of them that was thrown in --------------------------------- */

typedef STM_VEC(double) doubles;

static bool keep_odds(void *user, double of_u, double of_v)
{
    doubles *all = user;
    return stm_vec_push(all, of_u) && stm_vec_push(all, of_v);
}

static bool is_spun(const stm_tree__family *f, uint32_t u, uint32_t v)
{
    const stm_relation *r = stm_tree__nodes_pair(f, u, v).relation;
    return r && r->kind == STM_SPUN;
}

static bool list_odds(const stm_tree__family *f, doubles *all)
{
    const stm_tree__node *n = f->node.items;
    for (uint32_t u = 0; u < f->captures; u++)
        for (size_t k = 0; k < n[u].near.count; k++) {
            uint32_t v = n[u].near.items[k];
            if (u < v && !is_spun(f, u, v) &&
                !visit_changes(f, u, v, keep_odds, all))
                return false;
        }
    return true;
}

/* The likeliest share, in steps, when either side may be the new one. */
static double likeliest(const doubles *all)
{
    double best = 0, most = 0;
    for (unsigned step = 1; step < STM_TREE_MISFIT_STEPS; step++) {
        double share = (double)step / STM_TREE_MISFIT_STEPS;
        double sum = STM_TREE_MISFIT_DOUBT * log(1 - share);
        for (size_t i = 0; i + 1 < all->count; i += 2)
            sum += log((chance(share, all->items[i]) +
                        chance(share, all->items[i + 1])) /
                       2);
        if (sum > most)
            most = sum, best = share;
    }
    return best;
}

static bool open_sorts(stm_tree__family *f)
{
    f->misfit.sort = STM_ARENA_NEW(&f->mem, uint8_t *, f->captures);
    for (uint32_t u = 0; f->misfit.sort && u < f->captures; u++) {
        const stm_text *t = f->in->witness[f->node.items[u].witness].text;
        f->misfit.sort[u] = STM_ARENA_NEW(&f->mem, uint8_t, t->count);
        if (!f->misfit.sort[u])
            return false;
    }
    return f->misfit.sort != NULL;
}

bool stm_tree__learn_misfits(stm_tree__family *f)
{
    doubles all = {0};
    if (f->manuscripts)
        return true;
    f->misfit.kept = STM_ARENA_NEW(&f->mem, uint64_t, 1 << KEPT_BITS);
    if (!f->misfit.kept)
        return false;
    if (!learn_odds(f))
        return true;
    bool ok = open_sorts(f) && list_odds(f, &all);
    if (ok)
        f->misfit.share = likeliest(&all);
    stm_vec_free(&all);
    return ok && (f->misfit.share <= 0 || stm_tree__count_words(f));
}

/* --- of two texts --------------------------------------------------------- */

typedef struct balance {
    double share, sum;
} balance;

static bool weigh(void *user, double of_u, double of_v)
{
    balance *b = user;
    double nats = log(chance(b->share, of_v) / chance(b->share, of_u));
    b->sum += fmax(-STM_TREE_MISFIT_ONE, fmin(STM_TREE_MISFIT_ONE, nats));
    return true;
}

double stm_tree__misfits(const stm_tree__family *f, uint32_t u, uint32_t v)
{
    balance b = {f->misfit.share, 0};
    if (b.share <= 0 || stm_tree__is_lost(f, u) || stm_tree__is_lost(f, v) ||
        is_spun(f, u, v))
        return 0;
    visit_changes(f, u, v, weigh, &b);
    return fmax(-STM_TREE_MISFIT_ALL, fmin(STM_TREE_MISFIT_ALL, b.sum));
}
