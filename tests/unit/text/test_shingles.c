#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "texts.h"

#define PHRASE                                                          \
    "This line stands below every page that the parish of Lindow puts " \
    "into the world and nobody has read it yet. "

static const char *const texts[] = {
    "Nine swans came down the canal. " PHRASE "The lock keeper fed them.",
    PHRASE "Plums are cheap this week and quinces are not.",
    "The mill was sold to a dentist. " PHRASE,
    "A dentist bought the mill for less than a plum orchard costs today.",
};
enum { TEXTS = sizeof texts / sizeof *texts };

typedef struct job {
    test_texts t;
    const stm_text *text[TEXTS];
} job;

static void begin(job *j)
{
    memset(j, 0, sizeof *j);
    for (int i = 0; i < TEXTS; i++) {
        j->text[i] = test_text_add(&j->t, texts[i]);
        assert_int_equal(stm_lexicon_count_runs(j->t.lex, j->text[i], NULL),
                         STM_OK);
    }
}

/* Runs of the text that so many texts have. */
static uint32_t runs_of(const job *j, int text, uint32_t texts_that_have_it)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < j->text[text]->count; i++)
        n += stm_lexicon_run_texts(j->t.lex, j->text[text], i) ==
             texts_that_have_it;
    return n;
}

static void runs_of_a_phrase_are_found_in_all_texts_that_have_it(void **state)
{
    (void)state;
    job j;
    begin(&j);
    for (int i = 0; i < 3; i++) {
        assert_true(runs_of(&j, i, 3) >= 4);
        assert_true(runs_of(&j, i, 3) <= 20);
        assert_int_equal(runs_of(&j, i, 2), 0);
    }
    assert_int_equal(runs_of(&j, 0, 3), runs_of(&j, 1, 3));
    test_texts_free(&j.t);
}

static void a_text_of_its_own_has_its_runs_alone(void **state)
{
    (void)state;
    job j;
    begin(&j);
    assert_true(runs_of(&j, 3, 1) > 0);
    assert_int_equal(runs_of(&j, 3, 2) + runs_of(&j, 3, 3), 0);
    test_texts_free(&j.t);
}

static void without_counting_nothing_is_known(void **state)
{
    (void)state;
    test_texts t = {0};
    const stm_text *x = test_text_add(&t, texts[0]);
    for (uint32_t i = 0; i < x->count; i++)
        assert_int_equal(stm_lexicon_run_texts(t.lex, x, i), 0);
    test_texts_free(&t);
}

static void a_run_twice_in_one_text_is_one_text(void **state)
{
    (void)state;
    test_texts t = {0};
    const stm_text *x = test_text_add(&t, PHRASE PHRASE PHRASE);
    assert_int_equal(stm_lexicon_count_runs(t.lex, x, NULL), STM_OK);
    for (uint32_t i = 0; i < x->count; i++)
        assert_true(stm_lexicon_run_texts(t.lex, x, i) <= 1);
    test_texts_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs_of_a_phrase_are_found_in_all_texts_that_have_it),
        cmocka_unit_test(a_text_of_its_own_has_its_runs_alone),
        cmocka_unit_test(without_counting_nothing_is_known),
        cmocka_unit_test(a_run_twice_in_one_text_is_one_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
