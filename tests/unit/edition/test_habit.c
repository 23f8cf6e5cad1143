#include "learning.h"

#include "edition/habit.h"

static stm_edition__habit survey(family *f, const char *spun,
                                 const char *source)
{
    stm_edition__lessons l = {0};
    stm_edition__habit h = {0};
    stm_edition__synonyms book;
    stm_edition__synonyms_in(&book, "en");
    learn(f, &l, spun, source);
    assert_true(stm_edition__survey(&h, &l, f->lex, &book));
    stm_edition__lessons_free(&l);
    return h;
}

static void who_looks_words_up_goes_by_the_book(void **state)
{
    (void)state;
    family f = {0}, g = {0};
    stm_edition__habit book =
        survey(&f, "the physicians mentioned the conflict",
               "the doctors said the war");
    stm_edition__habit lot = survey(&g, "the oysters bottled the window",
                                    "the doctors said the war");
    assert_true(book.by_the_book > 2 * lot.by_the_book);
    assert_true(book.by_the_book < 1);
    assert_true(lot.by_the_book > 0);
    stm_edition__habit_free(&book);
    stm_edition__habit_free(&lot);
    close_family(&f);
    close_family(&g);
}

static void words_of_the_source_are_counted(void **state)
{
    (void)state;
    family f = {0};
    stm_edition__habit h =
        survey(&f, "the conflict after the fight", "the war after the war");
    assert_int_equal(stm_edition__how_often_met(&h, STM_LIT("war")), 2);
    assert_int_equal(stm_edition__how_often_met(&h, STM_LIT("after")), 1);
    assert_int_equal(stm_edition__how_often_met(&h, STM_LIT("conflict")), 0);
    stm_edition__habit_free(&h);
    close_family(&f);
}

static void of_whom_nothing_was_seen_little_is_expected(void **state)
{
    (void)state;
    stm_edition__lessons none = {0};
    stm_edition__synonyms book;
    stm_edition__habit h = {0};
    stm_edition__synonyms_in(&book, "en");
    assert_true(stm_edition__survey(&h, &none, NULL, &book));
    assert_true(h.by_the_book < .1);
    assert_int_equal(stm_edition__how_often_met(&h, STM_LIT("war")), 0);
    stm_edition__habit_free(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_looks_words_up_goes_by_the_book),
        cmocka_unit_test(words_of_the_source_are_counted),
        cmocka_unit_test(of_whom_nothing_was_seen_little_is_expected),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
