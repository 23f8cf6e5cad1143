/* Words kept in place between two spans: common beginnings and ends first, then
 * the greedy way where little differs and the bit-parallel one where much does.
 * Spans too long for either keep what stands at their ends: passages come here
 * in sentences, so these are texts of one endless sentence. */
#include "align/lcs.h"
#include "align/pair.h"

typedef struct place {
    stm_pair *p;
    stm_span a, b;
} place;

static void keep(stm_pair *p, uint32_t a, uint32_t b)
{
    p->a_to_b[a] = b;
    p->b_to_a[b] = a;
}

static void keep_at(uint32_t a, uint32_t b, uint32_t n, void *user)
{
    const place *x = user;
    for (uint32_t i = 0; i < n; i++)
        keep(x->p, x->a.from + a + i, x->b.from + b + i);
}

static bool subsequence(place *at, stm_prefix_fn *prefix)
{
    stm_pair *p = at->p;
    const stm_lcs x = {p->a.text->word + at->a.from,
                       p->b.text->word + at->b.from,
                       at->a.to - at->a.from,
                       at->b.to - at->b.from,
                       prefix,
                       &p->words,
                       keep_at,
                       at};
    if (!x.na || !x.nb)
        return true;
    stm_lcs_end end = stm_lcs__greedy(&x);
    if (end == STM_LCS_TOO_FAR)
        end = stm_lcs__bits(&x);
    return end != STM_LCS_NO_MEMORY;
}

bool stm_align__words(stm_pair *p, stm_span a, stm_span b)
{
    const uint32_t *wa = p->a.text->word, *wb = p->b.text->word;
    stm_prefix_fn *prefix = p->prefix;
    size_t na = a.to - a.from, nb = b.to - b.from;
    size_t same = prefix(wa + a.from, wb + b.from, na < nb ? na : nb);
    for (; same; same--, a.from++, b.from++)
        keep(p, a.from, b.from);
    for (; a.from < a.to && b.from < b.to && wa[a.to - 1] == wb[b.to - 1];
         a.to--, b.to--)
        keep(p, a.to - 1, b.to - 1);
    place at = {p, a, b};
    return subsequence(&at, prefix);
}
