/* Copyists miswrite and leave out. What is miswritten is often no word, or one
 * that stands nowhere else; what is left out is more than is put in, the longer
 * the surer; and where the eye went on at the second of two places that look
 * alike, what was between them is missing (the saut du meme au meme:
 * M. L. West, Textual Criticism and Editorial Technique, 1973). */
#include "tree/copyist.h"

#include <math.h>

#include "tree/weights.h"

/* A stretch between two places that both texts have: [i, a_to) of the one and
 * [k, b_to) of the other. */
typedef struct stretch {
    uint32_t i, a_to, k, b_to;
} stretch;

static bool next_stretch(const stm_tree__row *a, const stm_tree__row *b,
                         stretch *s)
{
    uint32_t i = s->a_to, k = s->b_to;
    while (i < a->count && k < b->count && a->place[i] == b->place[k])
        i++, k++;
    s->i = i, s->k = k;
    while (i < a->count && k < b->count && a->place[i] != b->place[k])
        a->place[i] < b->place[k] ? i++ : k++;
    if (i == a->count || k == b->count)
        i = a->count, k = b->count;
    s->a_to = i, s->b_to = k;
    return s->i < i || s->k < k;
}

/* By how much place `theirs` looks more like a slip than `mine`. Nothing is
 * said of the spelling of words that were not judged. */
static double slipped(const stm_tree__family *f, uint32_t mine, uint32_t theirs)
{
    double a = f->odd[mine], b = f->odd[theirs];
    double rare = (double)f->rare[theirs] - (double)f->rare[mine];
    double odd = a > 0 && b > 0
                     ? fmax(-STM_TREE_ODD_MOST, fmin(STM_TREE_ODD_MOST, b - a))
                     : 0;
    return STM_TREE_RARE * rare + STM_TREE_ODD * odd;
}

static bool same_word(const stm_tree__family *f, uint32_t u, uint32_t i,
                      uint32_t k)
{
    const stm_tree__node *n = &f->node.items[u];
    uint32_t x = n->row.token[i], y = n->row.token[k];
    if (x == STM_NO_TOKEN || y == STM_NO_TOKEN)
        return false;
    const stm_text *t = f->in->witness[n->witness].text;
    return t->word[x] == t->word[y];
}

/* What a copyist leaves out of [from, to) of `u`. */
static double left_out(const stm_tree__family *f, uint32_t u, uint32_t from,
                       uint32_t to)
{
    uint32_t words = to - from;
    if (words == 1)
        return STM_TREE_GAP_WORD;
    double nats =
        words < STM_TREE_GAP_LONG ? STM_TREE_GAP_FEW : STM_TREE_GAP_MANY;
    bool skipped =
        (to < f->node.items[u].row.count && same_word(f, u, from, to)) ||
        (from && same_word(f, u, from - 1, to - 1));
    return nats + (skipped ? STM_TREE_GAP_SKIP : 0);
}

double stm_tree__copyist(const stm_tree__family *f, uint32_t u, uint32_t v)
{
    const stm_tree__row *a = &f->node.items[u].row, *b = &f->node.items[v].row;
    stretch s = {0};
    double nats = 0;
    while (next_stretch(a, b, &s)) {
        uint32_t mine = s.a_to - s.i, theirs = s.b_to - s.k;
        if (mine == 1 && theirs == 1)
            nats += slipped(f, a->place[s.i], b->place[s.k]);
        else if (!theirs)
            nats += left_out(f, u, s.i, s.a_to);
        else if (!mine)
            nats -= left_out(f, v, s.k, s.b_to);
    }
    return nats;
}
