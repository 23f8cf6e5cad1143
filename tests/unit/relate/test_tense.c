#include "pair.h"
#include "relate/evidence.h"

static void look(pair *p, const char *a, const char *b)
{
    pair_open(p, a, b);
    pair_share(p, a, b);
    stm_relate__tense(pair_case(p, STM_REVISION), 1.5);
}

static void what_will_be_comes_before_what_was(void **state)
{
    (void)state;
    pair p;
    look(&p, "The two mayors will sign the treaty in the old mill",
         "The two mayors signed the treaty in the old mill");
    assert_says(&p.c, STM_A_TO_B, "'will sign' became 'signed'");
    pair_close(&p);
}

static void what_is_comes_before_what_was_less_surely(void **state)
{
    (void)state;
    pair p;
    look(&p, "The mayor was traveling with six aides and a cook",
         "The mayor is traveling with six aides and a cook");
    assert_says(&p.c, STM_B_TO_A, "'is' became 'was'");
    assert_true(pair_said(&p.c)->weight < 1);
    pair_close(&p);
}

static void other_changes_say_nothing(void **state)
{
    (void)state;
    pair p;
    look(&p, "The mayor bought the mill", "The mayor sold the mill");
    assert_silent(&p.c);
    pair_close(&p);
}

static void replaced_wording_says_nothing(void **state)
{
    (void)state;
    pair p;
    look(&p, "The talks are to begin. " PAIR_REPORT,
         "The talks were to begin. " PAIR_SPUN);
    assert_silent(&p.c);
    pair_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_will_be_comes_before_what_was),
        cmocka_unit_test(what_is_comes_before_what_was_less_surely),
        cmocka_unit_test(other_changes_say_nothing),
        cmocka_unit_test(replaced_wording_says_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
