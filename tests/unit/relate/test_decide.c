#include "relate/decide.h"

#include <math.h>

#include "pair.h"
#include "relate/evidence.h"

static stm_relation decide(stm_relation_kind kind, const stm_evidence *e,
                           size_t n)
{
    stm_case c = {.kind = kind, .probability = .9, .asked = "test"};
    stm_relation r = {0};
    for (size_t i = 0; i < n; i++)
        stm_relate__say(&c, e[i].says, e[i].weight, STM_LIT("because"));
    stm_relate__decide(&r, &c);
    double sum = exp(r.log_odds[0]) + exp(r.log_odds[1]) + exp(r.log_odds[2]);
    assert_true(sum > .999 && sum < 1.001);
    stm_vec_free(&c.said);
    return r;
}

static void without_evidence_the_direction_is_unknown(void **state)
{
    (void)state;
    stm_relation r = decide(STM_REVISION, NULL, 0);
    assert_int_equal(r.direction, STM_UNKNOWN);
    assert_true(r.confidence > .89 && r.confidence < .91);
}

static void evidence_decides_and_makes_the_confidence(void **state)
{
    (void)state;
    stm_evidence e = {STM_B_TO_A, 3, "", STM_NONE};
    stm_relation r = decide(STM_REVISION, &e, 1);
    assert_int_equal(r.direction, STM_B_TO_A);
    assert_true(r.confidence > .7 && r.confidence < .9);
}

static void evidence_about_the_relation_gives_no_direction(void **state)
{
    (void)state;
    stm_evidence e = {STM_UNKNOWN, 9, "", STM_NONE};
    assert_int_equal(decide(STM_REVISION, &e, 1).direction, STM_UNKNOWN);
}

static void each_ruled_out_as_the_source_leaves_siblings(void **state)
{
    (void)state;
    stm_evidence e[] = {{STM_A_TO_B, 4, "", STM_NONE},
                        {STM_B_TO_A, 4, "", STM_NONE}};
    assert_int_equal(decide(STM_SPUN, e, 2).direction, STM_SIBLING);
}

static void what_is_not_copied_has_no_source(void **state)
{
    (void)state;
    stm_evidence e = {STM_A_TO_B, 9, "", STM_NONE};
    assert_int_equal(decide(STM_RELATED, &e, 1).direction, STM_UNKNOWN);
}

/* The direction of two bare states by evidence of so many nats. */
static stm_direction of_states(double nats)
{
    stm_case c = {.kind = STM_REVISION, .probability = .9, .asked = "test"};
    stm_relation r = {0};
    c.f.bare = true;
    stm_relate__say(&c, STM_A_TO_B, nats, STM_LIT("because"));
    stm_relate__decide(&r, &c);
    stm_vec_free(&c.said);
    return r.direction;
}

static void
two_states_are_ordered_when_one_order_is_twice_as_likely(void **state)
{
    (void)state;
    assert_int_equal(of_states(log(2) - .1), STM_UNKNOWN);
    assert_int_equal(of_states(log(2) + .1), STM_A_TO_B);
}

static void mirrored_evidence_mirrors_the_odds(void **state)
{
    (void)state;
    stm_evidence e = {STM_A_TO_B, 1.7, "", STM_NONE};
    stm_relation x = decide(STM_QUOTES, &e, 1);
    e.says = STM_B_TO_A;
    stm_relation y = decide(STM_QUOTES, &e, 1);
    assert_true(x.log_odds[0] == y.log_odds[1]);
    assert_true(x.log_odds[1] == y.log_odds[0]);
    assert_true(x.log_odds[2] == y.log_odds[2]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_evidence_the_direction_is_unknown),
        cmocka_unit_test(evidence_decides_and_makes_the_confidence),
        cmocka_unit_test(evidence_about_the_relation_gives_no_direction),
        cmocka_unit_test(each_ruled_out_as_the_source_leaves_siblings),
        cmocka_unit_test(what_is_not_copied_has_no_source),
        cmocka_unit_test(
            two_states_are_ordered_when_one_order_is_twice_as_likely),
        cmocka_unit_test(mirrored_evidence_mirrors_the_odds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
