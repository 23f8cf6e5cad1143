#include <math.h>

#include "pair.h"
#include "relate/evidence.h"
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

static void signs_of(const char *a, const char *b,
                     float out[STM_STATE_SIGNS_ALL])
{
    pair p;
    stm_states s;
    pair_open(&p, a, b);
    pair_share(&p, a, b);
    stm_range all[2] = {{0, (uint32_t)strlen(a)}, {0, (uint32_t)strlen(b)}};
    for (int i = 0; i < 2; i++) {
        p.page[i].content = &all[i];
        p.page[i].content_count = 1;
    }
    assert_true(stm_relate__state_amounts(&s, pair_case(&p, STM_REVISION)));
    stm_relate__state_signs(out, &s);
    pair_close(&p);
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

static void to_swap_the_sides_turns_every_sign(void **state)
{
    (void)state;
    float one[STM_STATE_SIGNS_ALL], other[STM_STATE_SIGNS_ALL];
    const char *old =
                   "Cortes came in 1519 ,  and the sluice was shut. The tide "
                   "came in early that year.",
               *new =
                   "Cortés came in 1521, and the sluice was shut.\n\nThe tide "
                   "came in early (as it does) that year. The women brought "
                   "bread.";
    signs_of(old, new, one);
    signs_of(new, old, other);
    double all = 0;
    for (int i = 0; i < STM_STATE_SIGNS_ALL; i++) {
        assert_true(one[i] == -other[i]);
        all += fabs(one[i]);
    }
    assert_true(all > 0);
}

static void a_bounded_sign_is_odd_and_below_one(void **state)
{
    (void)state;
    assert_true(stm_relate__state_bound(0) == 0);
    assert_true(stm_relate__state_bound(1e6) <= 1);
    assert_true(stm_relate__state_bound(2) > stm_relate__state_bound(1));
    assert_true(stm_relate__state_bound(-2) == -stm_relate__state_bound(2));
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
        cmocka_unit_test(to_swap_the_sides_turns_every_sign),
        cmocka_unit_test(a_bounded_sign_is_odd_and_below_one),
        cmocka_unit_test(years_have_four_digits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
