#include "relate/result.h"

#include <string.h>

#include "relate/stretch.h"
#include "relate/weights.h"

/* An empty span lies behind the word before it. */
static stm_range bytes_of(const stm_text *t, stm_span s)
{
    if (s.from < s.to)
        return (stm_range){t->at[s.from].start, t->at[s.to - 1].end};
    uint32_t at = s.from     ? t->at[s.from - 1].end
                  : t->count ? t->at[0].start
                             : 0;
    return (stm_range){at, at};
}

static bool put_passages(stm_relation *r, const stm_case *c)
{
    size_t n = c->x->shared_count;
    stm_shared *to = STM_ARENA_NEW(c->mem, stm_shared, n);
    if (!to)
        return false;
    for (size_t i = 0; i < n; i++) {
        const stm_passage *p = &c->x->shared[i];
        to[i] = (stm_shared){bytes_of(c->f.side[0].t, p->a),
                             bytes_of(c->f.side[1].t, p->b), p->kind,
                             p->similarity};
    }
    r->passages = to;
    r->passage_count = n;
    return true;
}

static bool put_differences(stm_relation *r, const stm_case *c)
{
    size_t n = c->x->change_count;
    stm_difference *to = STM_ARENA_NEW(c->mem, stm_difference, n);
    if (!to)
        return false;
    for (size_t i = 0; i < n; i++) {
        const stm_change *h = &c->x->changes[i];
        to[i] =
            (stm_difference){bytes_of(c->f.side[0].t, h->a),
                             bytes_of(c->f.side[1].t, h->b), h->substitution};
    }
    r->differences = to;
    r->difference_count = n;
    return true;
}

/* The folded words of a span with spaces between; `ptr` NULL: no memory. */
static stm_str wording(const stm_case *c, int side, stm_span s)
{
    const stm_text *t = c->f.side[side].t;
    size_t len = 0, n = 0;
    for (uint32_t i = s.from; i < s.to; i++)
        len += stm_lexicon_word(c->lex, t->word[i]).len + 1;
    char *p = STM_ARENA_NEW(c->mem, char, len + 1);
    if (!p)
        return STM_NONE;
    for (uint32_t i = s.from; i < s.to; i++) {
        stm_str w = stm_lexicon_word(c->lex, t->word[i]);
        if (n)
            p[n++] = ' ';
        memcpy(p + n, w.ptr, w.len);
        n += w.len;
    }
    return (stm_str){p, n};
}

static bool put_substitutions(stm_relation *r, const stm_case *c)
{
    size_t n = c->x->substitution_count;
    if (n > STM_RELATE_MOST_SUBSTITUTIONS)
        n = STM_RELATE_MOST_SUBSTITUTIONS;
    stm_replaced *to = STM_ARENA_NEW(c->mem, stm_replaced, n);
    if (!to)
        return false;
    for (size_t i = 0; i < n; i++) {
        const stm_substitution *s = &c->x->substitutions[i];
        to[i] =
            (stm_replaced){wording(c, 0, s->a), wording(c, 1, s->b), s->count};
        if (!to[i].a.ptr || !to[i].b.ptr)
            return false;
    }
    r->substitutions = to;
    r->substitution_count = n;
    return true;
}

bool stm_relate__result(stm_relation *r, const stm_case *c)
{
    return put_passages(r, c) && put_differences(r, c) &&
           put_substitutions(r, c);
}
