#include "pair.h"
#include "relate/evidence.h"
#include "relate/forest.h"
#include "relate/states.h"
#include "relate/year.h"

#define CORE \
    "The tide came in early that year, and nobody had mended the sluice."
#define NEW "The women brought bread and hot ale along the dyke that night."

static double lead_of_b(const stm_case *c)
{
    double sum = 0;
    for (size_t i = 0; i < c->said.count; i++) {
        const stm_evidence *e = &c->said.items[i];
        assert_true(stm_relate__is_of_states(e->kind));
        sum += e->says == STM_A_TO_B ? e->weight : -e->weight;
    }
    return sum;
}

static double judge(const char *a, const char *b)
{
    pair p;
    pair_open(&p, a, b);
    pair_share(&p, CORE, CORE);
    stm_relate__states(pair_case(&p, STM_REVISION), 1);
    double lead = lead_of_b(&p.c);
    pair_close(&p);
    return lead;
}

static void the_state_that_grew_is_the_later(void **state)
{
    (void)state;
    assert_true(judge(CORE, CORE " " NEW) > 0);
}

static void sides_swapped_turn_the_verdict(void **state)
{
    (void)state;
    double one = judge(CORE, CORE " " NEW), other = judge(CORE " " NEW, CORE);
    assert_true(one + other < .25 && one + other > -.25); /* faint parts */
}

static void equal_states_are_not_ordered(void **state)
{
    (void)state;
    assert_true(judge(CORE, CORE) == 0);
}

static void a_tree_is_walked_by_its_bounds(void **state)
{
    (void)state;
    const stm_states_node nodes[] = {{1, 0}, {5, 1}, {5, 1}};
    const float leaves[] = {1, 2, 4, 8};
    const stm_states_forest f = {nodes, leaves, 1};
    const float low[] = {1, 6}, high[] = {2, 5};
    assert_true(stm_relate__forest(&f, low) == 2);
    assert_true(stm_relate__forest(&f, high) == 4);
}

static void years_have_four_digits(void **state)
{
    (void)state;
    assert_int_equal(stm_relate__year(STM_LIT("1999")), 1999);
    assert_int_equal(stm_relate__year(STM_LIT("2100")), 0);
    assert_int_equal(stm_relate__year(STM_LIT("199a")), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_state_that_grew_is_the_later),
        cmocka_unit_test(sides_swapped_turn_the_verdict),
        cmocka_unit_test(equal_states_are_not_ordered),
        cmocka_unit_test(a_tree_is_walked_by_its_bounds),
        cmocka_unit_test(years_have_four_digits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
