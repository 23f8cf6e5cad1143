/* A pair taken through the first steps of its alignment, for tests. */
#ifndef STM_TEST_ALIGN_STEPS_H
#define STM_TEST_ALIGN_STEPS_H

#include "align/pair.h"
#include "texts.h"

typedef struct steps {
    test_texts t;
    stm_pair p;
} steps;

static inline void steps_begin(steps *s, const char *a, const char *b)
{
    *s = (steps){0};
    s->p.opts = (stm_align_opts)STM_ALIGN_OPTS_INIT;
    s->p.prefix = stm_align__prefix();
    s->p.a.text = test_text_add(&s->t, a);
    s->p.b.text = test_text_add(&s->t, b);
    s->p.lex = s->t.lex;
    uint32_t na = s->p.a.text->count, nb = s->p.b.text->count;
    s->p.a_to_b = STM_ARENA_NEW(&s->p.mem, uint32_t, (size_t)na + 1);
    s->p.b_to_a = STM_ARENA_NEW(&s->p.mem, uint32_t, (size_t)nb + 1);
    for (uint32_t i = 0; i < na; i++)
        s->p.a_to_b[i] = STM_NO_TOKEN;
    for (uint32_t i = 0; i < nb; i++)
        s->p.b_to_a[i] = STM_NO_TOKEN;
    assert_true(stm_align__stems(&s->p));
}

static inline void steps_end(steps *s)
{
    stm_vec_free(&s->p.runs);
    stm_vec_free(&s->p.cells);
    stm_vec_free(&s->p.links);
    stm_vec_free(&s->p.regions);
    stm_lcs__free(&s->p.words);
    stm_arena_free(&s->p.mem);
    test_texts_free(&s->t);
}

#endif
