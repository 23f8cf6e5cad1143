/* Lessons are told by numbers: source 1 stands for one word, and so on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "edition/school.h"

/* `count` times `spun` was put for `source`. */
static void put(stm_edition__lessons *l, uint64_t spun, uint64_t source,
                uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        stm_edition__swap s = {.spun = spun,
                               .source = source,
                               .words = 1,
                               .length = 1,
                               .count = 1,
                               .word = STM_NO_TOKEN,
                               .stem = STM_NO_TOKEN,
                               .turn = (uint32_t)l->swap.count};
        assert_true(stm_vec_push(&l->swap, s));
    }
}

static stm_edition__swap swap(uint64_t spun, uint64_t source)
{
    return (stm_edition__swap){.spun = spun, .source = source};
}

enum { SPINNERS = 6, SOURCES = 5 };

/* Six spinners put 100 + n for n, or each his own words for it. */
static void open_school(stm_edition__school *s, bool by_lot)
{
    for (uint64_t i = 0; i < SPINNERS; i++) {
        stm_edition__lessons l = {0};
        for (uint64_t n = 1; n <= SOURCES; n++)
            put(&l, by_lot ? 1000 * (i + 1) + n : 100 + n, n, 2);
        assert_true(stm_edition__settle(&l));
        assert_true(stm_edition__enrol(s, &l));
        stm_edition__lessons_free(&l);
    }
    assert_true(stm_edition__open_school(s));
}

static void one_is_believed_to_do_what_those_do_who_agree(void **state)
{
    (void)state;
    stm_edition__school s = {0};
    stm_edition__lessons own = {0};
    stm_edition__swap x = swap(101, 1);
    open_school(&s, false);
    put(&own, 7, 7, 1);
    assert_true(stm_edition__settle(&own));
    assert_true(stm_edition__of_others(&s, &own, &x) > 0);
    assert_true(stm_edition__spared(&s, 1) < .5);
    stm_edition__lessons_free(&own);
    stm_edition__school_free(&s);
}

static void spinners_who_draw_by_lot_teach_each_other_nothing(void **state)
{
    (void)state;
    stm_edition__school s = {0};
    stm_edition__lessons own = {0};
    stm_edition__swap x = swap(1001, 1);
    open_school(&s, true);
    assert_true(stm_edition__settle(&own));
    assert_true(stm_edition__of_others(&s, &own, &x) == 0);
    assert_true(stm_edition__spared(&s, 1) > .9);
    stm_edition__lessons_free(&own);
    stm_edition__school_free(&s);
}

static void who_did_something_else_is_believed_less(void **state)
{
    (void)state;
    stm_edition__school s = {0};
    stm_edition__lessons naive = {0}, other = {0};
    stm_edition__swap x = swap(101, 1);
    open_school(&s, false);
    put(&other, 55, 1, 3);
    assert_true(stm_edition__settle(&naive));
    assert_true(stm_edition__settle(&other));
    double most = stm_edition__of_others(&s, &naive, &x);
    assert_true(stm_edition__of_others(&s, &other, &x) < most / 2);
    stm_edition__lessons_free(&naive);
    stm_edition__lessons_free(&other);
    stm_edition__school_free(&s);
}

static void words_that_others_mostly_kept_stand_for_less(void **state)
{
    (void)state;
    stm_edition__school s = {0}, t = {0};
    stm_edition__lessons own = {0}, keeper = {0};
    stm_edition__swap x = swap(101, 1);
    open_school(&s, false);
    put(&keeper, 101, 101, 40);
    assert_true(stm_edition__settle(&keeper));
    assert_true(stm_edition__enrol(&t, &keeper));
    open_school(&t, false);
    assert_true(stm_edition__settle(&own));
    assert_int_equal(stm_edition__kept_by_others(&t, &own, 101), 40);
    assert_true(stm_edition__of_others(&t, &own, &x) <
                stm_edition__of_others(&s, &own, &x) / 2);
    stm_edition__lessons_free(&own);
    stm_edition__lessons_free(&keeper);
    stm_edition__school_free(&s);
    stm_edition__school_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_is_believed_to_do_what_those_do_who_agree),
        cmocka_unit_test(spinners_who_draw_by_lot_teach_each_other_nothing),
        cmocka_unit_test(who_did_something_else_is_believed_less),
        cmocka_unit_test(words_that_others_mostly_kept_stand_for_less),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
