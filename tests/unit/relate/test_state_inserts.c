#include "pair.h"
#include "relate/states.h"

#define FIRST "The tide came in early that year."
#define SECOND "Nobody had mended the sluice."
#define NEW "Bread was dear."

static void inserts(const char *a, const char *b, int side, double *amount)
{
    pair p;
    pair_open(&p, a, b);
    pair_share(&p, a, b);
    stm_relate__state_inserts(pair_case(&p, STM_REVISION), side, amount);
    pair_close(&p);
}

static void whole_sentences_are_told_from_phrases(void **state)
{
    (void)state;
    double n[STM_STATE_SIGNS_ALL] = {0};
    inserts(FIRST " " SECOND, FIRST " " NEW " " SECOND, 1, n);
    assert_int_equal(n[STM_STATE_PLACES], 1);
    assert_int_equal(n[STM_STATE_SENTENCES], 1);
    assert_int_equal(n[STM_STATE_PHRASES], 1);
    double m[STM_STATE_SIGNS_ALL] = {0};
    inserts(FIRST, "The spring tide came in very early that year.", 1, m);
    assert_int_equal(m[STM_STATE_PLACES], 2);
    assert_int_equal(m[STM_STATE_SENTENCES], 0);
}

static void the_side_without_the_words_has_none(void **state)
{
    (void)state;
    double n[STM_STATE_SIGNS_ALL] = {0};
    inserts(FIRST " " SECOND, FIRST " " NEW " " SECOND, 0, n);
    assert_int_equal(n[STM_STATE_PLACES], 0);
    assert_int_equal(n[STM_STATE_SENTENCES], 0);
}

static void lines_paragraphs_and_their_ends_are_told_apart(void **state)
{
    (void)state;
    double n[3][STM_STATE_SIGNS_ALL] = {{0}};
    inserts(FIRST "\n\n" SECOND, FIRST "\n\n" NEW "\n\n" SECOND, 1, n[0]);
    inserts(FIRST "\n" SECOND, FIRST "\n" NEW "\n" SECOND, 1, n[1]);
    inserts(FIRST "\n\n" SECOND, FIRST " " NEW "\n\n" SECOND, 1, n[2]);
    assert_int_equal(n[0][STM_STATE_BETWEEN], 1);
    assert_int_equal(n[1][STM_STATE_ROWS], 1);
    assert_int_equal(n[2][STM_STATE_LAST], 1);
    assert_int_equal(n[0][STM_STATE_ROWS] + n[0][STM_STATE_LAST], 0);
}

static void what_stands_at_the_ends_of_the_text_is_told(void **state)
{
    (void)state;
    double n[2][STM_STATE_SIGNS_ALL] = {{0}};
    inserts(FIRST, NEW " " FIRST, 1, n[0]);
    inserts(FIRST, FIRST " " NEW, 1, n[1]);
    assert_int_equal(n[0][STM_STATE_BEGUN], 1);
    assert_int_equal(n[0][STM_STATE_ENDED], 0);
    assert_int_equal(n[1][STM_STATE_BEGUN], 0);
    assert_int_equal(n[1][STM_STATE_ENDED], 1);
}

static void an_aside_in_brackets_counts(void **state)
{
    (void)state;
    double n[STM_STATE_SIGNS_ALL] = {0};
    inserts("the tide came early", "the tide (of spring) came early", 1, n);
    assert_int_equal(n[STM_STATE_BRACKETED], 1);
}

static void small_words_alone_are_told(void **state)
{
    (void)state;
    double n[STM_STATE_SIGNS_ALL] = {0};
    inserts("the tide came early", "the tide of the came early", 1, n);
    assert_int_equal(n[STM_STATE_SMALL], 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_sentences_are_told_from_phrases),
        cmocka_unit_test(the_side_without_the_words_has_none),
        cmocka_unit_test(lines_paragraphs_and_their_ends_are_told_apart),
        cmocka_unit_test(what_stands_at_the_ends_of_the_text_is_told),
        cmocka_unit_test(an_aside_in_brackets_counts),
        cmocka_unit_test(small_words_alone_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
