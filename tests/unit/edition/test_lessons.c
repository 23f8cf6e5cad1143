#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "edition/lessons.h"

static void put(stm_edition__lessons *l, uint64_t spun, uint64_t source,
                uint32_t token)
{
    stm_edition__swap s = {.spun = spun,
                           .source = source,
                           .token = token,
                           .count = 1,
                           .word = (uint32_t)spun,
                           .stem = (uint32_t)spun / 10,
                           .turn = (uint32_t)l->swap.count};
    assert_true(stm_vec_push(&l->swap, s));
}

static void alike_swaps_are_one_and_the_first_stands_for_them(void **state)
{
    (void)state;
    stm_edition__lessons l = {0};
    put(&l, 21, 5, 70);
    put(&l, 20, 5, 80);
    put(&l, 21, 5, 90);
    assert_true(stm_edition__settle(&l));
    assert_int_equal(l.swap.count, 2);
    const stm_edition__swap *s = stm_edition__find_swap(&l, 21, 5);
    assert_non_null(s);
    assert_int_equal(s->count, 2);
    assert_int_equal(s->token, 70);
    assert_int_equal(s->spinners, 1);
    assert_null(stm_edition__find_swap(&l, 21, 6));
    stm_edition__lessons_free(&l);
}

static void a_source_knows_how_often_it_was_kept(void **state)
{
    (void)state;
    stm_edition__lessons l = {0};
    put(&l, 20, 20, 0);
    put(&l, 31, 20, 0);
    put(&l, 20, 20, 0);
    assert_true(stm_edition__settle(&l));
    const stm_edition__origin *o = stm_edition__find_origin(&l, 20);
    assert_non_null(o);
    assert_int_equal(o->count, 3);
    assert_int_equal(o->kept, 2);
    assert_int_equal(o->most, 1);
    assert_null(stm_edition__find_origin(&l, 31));
    stm_edition__lessons_free(&l);
}

static void forms_of_a_word_are_found_by_its_stem(void **state)
{
    (void)state;
    stm_edition__lessons l = {0};
    size_t count;
    put(&l, 21, 5, 0);
    put(&l, 22, 6, 0);
    put(&l, 31, 7, 0);
    assert_true(stm_edition__settle(&l));
    stm_edition__find_forms(&l, 2, &count);
    assert_int_equal(count, 2);
    stm_edition__find_swaps(&l, 31, &count);
    assert_int_equal(count, 1);
    stm_edition__find_swaps(&l, 33, &count);
    assert_int_equal(count, 0);
    stm_edition__lessons_free(&l);
}

static void spinners_are_counted_once_each(void **state)
{
    (void)state;
    stm_edition__lessons all = {0};
    for (int i = 0; i < 3; i++) {
        stm_edition__lessons l = {0};
        put(&l, i == 2 ? 40 : 21, 5, 0);
        put(&l, i == 2 ? 40 : 21, 5, 0);
        assert_true(stm_edition__settle(&l));
        assert_true(stm_edition__add_lessons(&all, &l));
        stm_edition__lessons_free(&l);
    }
    stm_edition__join_lessons(&all);
    assert_int_equal(stm_edition__find_swap(&all, 21, 5)->spinners, 2);
    assert_int_equal(stm_edition__find_swap(&all, 21, 5)->count, 4);
    assert_int_equal(stm_edition__find_origin(&all, 5)->spinners, 3);
    assert_int_equal(stm_edition__find_origin(&all, 5)->most, 2);
    stm_edition__lessons_free(&all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(alike_swaps_are_one_and_the_first_stands_for_them),
        cmocka_unit_test(a_source_knows_how_often_it_was_kept),
        cmocka_unit_test(forms_of_a_word_are_found_by_its_stem),
        cmocka_unit_test(spinners_are_counted_once_each),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
