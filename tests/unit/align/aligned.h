/* Two literal texts and their alignment, for tests. */
#ifndef STM_TEST_ALIGNED_H
#define STM_TEST_ALIGNED_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "texts.h"

typedef struct pair {
    test_texts t;
    const stm_text *a, *b;
    stm_alignment *x;
} pair;

static inline void align(pair *p, const char *a, const char *b)
{
    memset(p, 0, sizeof *p);
    p->a = test_text_add(&p->t, a);
    p->b = test_text_add(&p->t, b);
    assert_int_equal(stm_align(&p->x, p->a, p->b, p->t.lex, NULL, NULL),
                     STM_OK);
}

static inline void done(pair *p)
{
    stm_alignment_free(p->x);
    test_texts_free(&p->t);
}

#endif
