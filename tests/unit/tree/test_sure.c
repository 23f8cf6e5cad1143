#include "tradition.h"

/* 1 in the middle of 0 and 2, whatever is nearest. */
static double sure(const char *a, const char *b, const char *c)
{
    tradition t = {0};
    stm_tree__family f;
    text(&t, a);
    text(&t, b);
    text(&t, c);
    relate_all(&t);
    open_collated(&t, &f);
    for (uint32_t u = 0; u < 3; u++)
        f.node.items[u].near.count = 0;
    assert_true(stm_tree__join(&f, 0, 1) && stm_tree__join(&f, 1, 2));
    double p = stm_tree__attachment(&f, 1, 0);
    stm_tree__family_free(&f);
    close_tradition(&t);
    return p;
}

static void readings_of_the_sources_own_make_an_edge_unsure(void **state)
{
    (void)state;
    double plain = sure("x1 " LOST, LOST, LOST " y1 y2");
    double apart = sure("x1 " LOST,
                        "a b z1 z2 c d e f g z3 h i j k l m n o "
                        "p q r s t u v w x y z",
                        LOST " y1 y2");
    assert_true(plain > apart);
    assert_true(plain > .7);
    assert_true(apart < .5);
}

static void another_one_nearly_as_near_makes_an_edge_unsure(void **state)
{
    (void)state;
    double far = sure("x1 " LOST, LOST, LOST " y1 y2 y3 y4 y5 y6");
    double near = sure("x1 " LOST, LOST, LOST " y1");
    assert_true(far > near);
}

static void two_captures_alone_are_as_sure_as_can_be(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, LOST);
    text(&t, LOST " x1");
    relate_all(&t);
    open_collated(&t, &f);
    double p = stm_tree__attachment(&f, 0, 1);
    assert_true(p > .9 && p < 1);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(readings_of_the_sources_own_make_an_edge_unsure),
        cmocka_unit_test(another_one_nearly_as_near_makes_an_edge_unsure),
        cmocka_unit_test(two_captures_alone_are_as_sure_as_can_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
