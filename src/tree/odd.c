/* How odd a word looks among the words of its family. What a scribe miswrites
 * is often no word at all, and has letters side by side that no other word has.
 * Costs are those of a model of three letters, made of all the family's words,
 * with the model of two letters where three were not seen (Witten-Bell in
 * spirit: each row of the one counts as much as so many sightings of the
 * other; S. Chen, J. Goodman, An Empirical Study of Smoothing Techniques,
 * 1996); each word is judged by the others. */
#include <math.h>
#include <stdlib.h>

#include "base/str.h"
#include "tree/family.h"

enum { LETTERS = 256, TRIPLES = 1 << 16, SHORTEST = 3 };
/* Counted in before anything is seen; pairs of letters that could follow; and
 * sightings of two letters that the pair is worth as a row for the third. */
#define UNSEEN 0.1
#define FOLLOWERS 30
#define PAIR_WORTH 8

typedef struct letters {
    uint32_t pair[LETTERS][LETTERS];
    uint32_t first[LETTERS];
    uint32_t triple[TRIPLES]; /* by hash: letters that meet are few */
} letters;

static stm_str word_at(const stm_tree__family *f, uint32_t u, uint32_t cell)
{
    const stm_tree__node *n = &f->node.items[u];
    uint32_t token = n->row.token[cell];
    if (token == STM_NO_TOKEN)
        return STM_NONE;
    const stm_text *t = f->in->witness[n->witness].text;
    return stm_str_cut(t->bytes, t->at[token]);
}

/* Letter `i` of a word that begins and ends with a letter of its own. */
static unsigned char letter(stm_str w, size_t i)
{
    return i && i <= w.len ? (unsigned char)stm_ascii_lower(w.ptr[i - 1]) : 0;
}

/* Where the letters around letter `i` are counted. */
static uint32_t triple(stm_str w, size_t i)
{
    uint32_t a = i ? letter(w, i - 1) : 0;
    return (a * 31 * 31 + letter(w, i) * 31u + letter(w, i + 1)) % TRIPLES;
}

static void count(letters *l, stm_str w)
{
    for (size_t i = 0; i <= w.len; i++) {
        l->pair[letter(w, i)][letter(w, i + 1)]++;
        l->first[letter(w, i)]++;
        l->triple[triple(w, i)]++;
    }
}

/* Cost of its letters in nats, by the words but this. */
static float cost(const letters *l, stm_str w)
{
    double sum = 0;
    for (size_t i = 0; i <= w.len; i++) {
        unsigned char a = letter(w, i), b = letter(w, i + 1);
        double two = (l->pair[a][b] - 1 + UNSEEN) /
                     (l->first[a] - 1 + UNSEEN * FOLLOWERS);
        uint32_t before = i ? l->pair[letter(w, i - 1)][a] : l->first[0];
        sum -= log((l->triple[triple(w, i)] - 1 + PAIR_WORTH * two) /
                   (before - 1 + PAIR_WORTH));
    }
    return (float)sum;
}

/* The first word found at each place is counted `into` the letters, or judged
 * by `l`. What is not judged stays at 0 or below: too short, or without a word.
 */
static void visit_all(stm_tree__family *f, const letters *l, letters *into)
{
    for (uint32_t p = 0; p < f->places; p++)
        f->odd[p] = l ? -f->odd[p] : 0;
    for (uint32_t u = 0; u < f->captures; u++) {
        const stm_tree__row *r = &f->node.items[u].row;
        for (uint32_t i = 0; i < r->count; i++) {
            float *odd = &f->odd[r->place[i]];
            stm_str w = word_at(f, u, i);
            if (!w.len || (l ? *odd >= 0 : *odd > 0))
                continue;
            if (into)
                count(into, w);
            if (!l)
                *odd = 1;
            else if (w.len >= SHORTEST)
                *odd = cost(l, w);
        }
    }
}

bool stm_tree__find_odd(stm_tree__family *f)
{
    f->odd = STM_ARENA_NEW(&f->mem, float, f->places);
    letters *l = calloc(1, sizeof *l);
    if (f->odd && l) {
        visit_all(f, NULL, l);
        visit_all(f, l, NULL);
    }
    free(l);
    return f->odd && l;
}
