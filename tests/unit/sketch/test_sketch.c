#include "sketch/sketch.h"

#include <stdlib.h>
#include <string.h>

#include "texts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static stm_sketch *sketch_of(const test_texts *t, unsigned i)
{
    stm_sketch *s;
    assert_int_equal(stm_sketch__make(&s, t->text[i], t->lex, NULL), STM_OK);
    for (size_t k = 1; k < s->count; k++)
        assert_true(s->keys[k - 1] < s->keys[k]);
    return s;
}

static size_t shared(const test_texts *t, unsigned a, unsigned b,
                     stm_key_kind kind)
{
    stm_sketch *x = sketch_of(t, a), *y = sketch_of(t, b);
    size_t n = 0;
    for (size_t i = 0, k = 0; i < x->count && k < y->count;) {
        n += x->keys[i] == y->keys[k] && stm_key__kind(x->keys[i]) == kind;
        if (x->keys[i] < y->keys[k])
            i++;
        else
            k++;
    }
    stm_sketch__free(x);
    stm_sketch__free(y);
    return n;
}

static void eight_words_in_a_row_are_found(void **state)
{
    (void)state;
    test_texts t = {0};
    test_text_add(&t, "Before noon the old water mill burned down to its "
                      "stones, said neighbours who came running");
    test_text_add(&t, "As we hear, the old water mill burned down to its "
                      "foundations on a windy day");
    test_text_add(&t, "the water mill will open its doors and stones again");
    assert_true(shared(&t, 0, 1, STM_KEY_RUN) >= 1);
    assert_int_equal(shared(&t, 0, 2, STM_KEY_RUN), 0);
    test_texts_free(&t);
}

static void names_in_order_outlive_all_other_words(void **state)
{
    (void)state;
    test_texts t = {0};
    test_text_add(&t, "Yesterday Agnes Miller sold 40 sheep to Bertram of "
                      "Oxley for a fair price.");
    test_text_add(&t, "On that day Agnes Miller handed 40 animals over to "
                      "Bertram from Oxley.");
    test_text_add(&t, "We met Bertram, then Miller, in Oxley; Agnes was 40.");
    assert_true(shared(&t, 0, 1, STM_KEY_NAMES) >= 3);
    assert_int_equal(shared(&t, 0, 2, STM_KEY_NAMES), 0);
    test_texts_free(&t);
}

static void lower_case_texts_share_rare_stems(void **state)
{
    (void)state;
    test_texts t = {0};
    test_text_add(&t, "the miller rebuilt wheels and granaries by harvest");
    test_text_add(&t, "granaries and wheels were what the miller rebuilt");
    assert_true(shared(&t, 0, 1, STM_KEY_STEM) >= 3);
    test_texts_free(&t);
}

static void a_text_of_one_word_has_a_key(void **state)
{
    (void)state;
    test_texts t = {0};
    test_text_add(&t, "Mill");
    test_text_add(&t, "mill");
    test_text_add(&t, "");
    assert_int_equal(shared(&t, 0, 1, STM_KEY_RUN), 1);
    stm_sketch *none = sketch_of(&t, 2);
    assert_int_equal(none->count, 0);
    stm_sketch__free(none);
    test_texts_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(eight_words_in_a_row_are_found),
        cmocka_unit_test(names_in_order_outlive_all_other_words),
        cmocka_unit_test(lower_case_texts_share_rare_stems),
        cmocka_unit_test(a_text_of_one_word_has_a_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
