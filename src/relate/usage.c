#include "relate/usage.h"

#include <string.h>

#include "base/sort.h"
#include "relate/stretch.h"
#include "relate/wording.h"

/* Makes room for `most` words. */
static bool list_new(stm_word_list *l, stm_case *c, uint32_t most)
{
    l->word = STM_ARENA_NEW(&c->scratch, uint32_t, most);
    return l->word != NULL;
}

static bool sort(stm_word_list *l, stm_case *c)
{
    uint32_t *room = STM_ARENA_NEW(&c->scratch, uint32_t, l->count);
    if (room)
        stm_sort_u32(l->word, room, l->count);
    return room != NULL;
}

static bool list_all(stm_word_list *l, stm_case *c, const stm_text *t)
{
    if (!list_new(l, c, t->count))
        return false;
    l->count = t->count;
    if (t->count)
        memcpy(l->word, t->word, t->count * sizeof *t->word);
    return sort(l, c);
}

static bool list_replaced(stm_word_list *l, stm_case *c, int side)
{
    const stm_text *t = c->f.side[side].t;
    if (!list_new(l, c, t->count))
        return false;
    for (size_t i = 0; i < c->x->change_count; i++) {
        const stm_change *h = &c->x->changes[i];
        stm_span at = side ? h->b : h->a;
        if (!stm_relate__replaces(c, h))
            continue;
        for (uint32_t k = at.from; k < at.to; k++)
            l->word[l->count++] = t->word[k];
    }
    return sort(l, c);
}

static bool fill(stm_usage *u, stm_case *c)
{
    for (int s = 0; s < 2; s++)
        if (!list_all(&u->all[s], c, c->f.side[s].t) ||
            !list_replaced(&u->replaced[s], c, s))
            return false;
    return true;
}

const stm_usage *stm_relate__usage(stm_case *c)
{
    if (c->usage)
        return c->usage;
    stm_usage *u = STM_ARENA_NEW(&c->scratch, stm_usage, 1);
    if (!u || !fill(u, c)) {
        c->out_of_memory = true;
        return NULL;
    }
    c->usage = u;
    return u;
}

/* The number of ids below `word`. */
static size_t below(const stm_word_list *l, uint64_t word)
{
    size_t from = 0, to = l->count;
    while (from < to) {
        size_t mid = (from + to) / 2;
        if (l->word[mid] < word)
            from = mid + 1;
        else
            to = mid;
    }
    return from;
}

uint32_t stm_relate__count(const stm_word_list *l, uint32_t word)
{
    return (uint32_t)(below(l, (uint64_t)word + 1) - below(l, word));
}

uint32_t stm_relate__kept(const stm_usage *u, int side, uint32_t word)
{
    return stm_relate__count(&u->all[side], word) -
           stm_relate__count(&u->replaced[side], word);
}

uint64_t stm_relate__elsewhere(const stm_usage *u, const stm_lexicon *lex,
                               uint32_t word)
{
    uint64_t here = (uint64_t)stm_relate__count(&u->all[0], word) +
                    stm_relate__count(&u->all[1], word);
    uint64_t all = stm_lexicon_cf(lex, word);
    return all > here ? all - here : 0;
}

/* The words of a side but for those beyond the other's cut. */
static bool list_within(stm_word_list *l, stm_case *c, int side)
{
    const stm_party *s = &c->f.side[side];
    bool cut = stm_relate__was_cut(c, !side);
    uint32_t at = 0;
    if (!list_new(l, c, s->words))
        return false;
    for (size_t i = 0; i <= s->stretch_count; i++) {
        bool last = i == s->stretch_count;
        if (!last && (!cut || !s->stretch[i].beyond))
            continue;
        uint32_t to = last ? s->words : s->stretch[i].at.from;
        for (; at < to; at++)
            l->word[l->count++] = s->t->word[at];
        at = last ? to : s->stretch[i].at.to;
    }
    return sort(l, c);
}

uint32_t stm_relate__new_words(stm_case *c, int side, bool alone)
{
    const stm_usage *u = stm_relate__usage(c);
    stm_word_list l = {0};
    uint32_t n = 0;
    if (!u || !list_within(&l, c, side)) {
        c->out_of_memory = true;
        return 0;
    }
    for (size_t i = 0; i < l.count; i++) {
        uint32_t word = l.word[i];
        if (i && l.word[i - 1] == word)
            continue;
        n += !stm_relate__count(&u->all[!side], word) &&
             (!alone || !stm_relate__elsewhere(u, c->lex, word));
    }
    return n;
}

double stm_relate__company(stm_case *c)
{
    const stm_usage *u = stm_relate__usage(c);
    uint32_t both = 0, others = 0;
    for (size_t i = 0; u && i < u->all[0].count; i++) {
        uint32_t word = u->all[0].word[i];
        if ((i && u->all[0].word[i - 1] == word) ||
            stm_lexicon_is_function(c->lex, word) ||
            !stm_relate__count(&u->all[1], word))
            continue;
        both++;
        others += stm_relate__elsewhere(u, c->lex, word) > 0;
    }
    return both ? (double)others / both : 0;
}
