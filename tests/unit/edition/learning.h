/* What a spinner was seen to do, for tests of what is learnt from it. */
#ifndef STM_TEST_LEARNING_H
#define STM_TEST_LEARNING_H

#include "family.h"

#include "edition/lessons.h"

/* Words of `spun` against those of `source`, one by one. */
static inline void learn(family *f, stm_edition__lessons *l, const char *spun,
                         const char *source)
{
    const stm_text *a = f->words[text(f, spun)];
    const stm_text *b = f->words[text(f, source)];
    assert_int_equal(a->count, b->count);
    for (uint32_t i = 0; i < a->count; i++) {
        stm_edition__swap s = {.spun = stm_edition__phrase_hash(a, i, 1),
                               .source = stm_edition__phrase_hash(b, i, 1),
                               .text = b,
                               .token = i,
                               .length = 1,
                               .words = 1,
                               .count = 1,
                               .word = a->word[i],
                               .stem = a->stem[i],
                               .turn = i};
        *(s.spun == s.source ? &l->kept : &l->swapped) += 1;
        assert_true(stm_vec_push(&l->swap, s));
    }
    assert_true(stm_edition__settle(l));
}

#endif
