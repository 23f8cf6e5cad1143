#include "tradition.h"

#include "tree/root.h"

static void edges_run_from_the_root(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    for (int i = 0; i < 4; i++)
        text(&t, OPENING);
    relate_all(&t);
    open_bench(&t, &f);
    assert_true(stm_tree__join(&f, 0, 1) && stm_tree__join(&f, 1, 2) &&
                stm_tree__join(&f, 1, 3));
    f.root = 2;
    assert_true(stm_tree__direct(&f));
    assert_int_equal(f.node.items[2].parent, STM_LOST);
    assert_int_equal(f.node.items[1].parent, 2);
    assert_int_equal(f.node.items[0].parent, 1);
    assert_int_equal(f.node.items[3].parent, 1);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

/* 0 above 1 above 2. */
static void open_line(tradition *t, stm_tree__family *f)
{
    relate_all(t);
    open_collated(t, f);
    for (uint32_t u = 0; u < 3; u++)
        f->node.items[u].near.count = 0;
    assert_true(stm_tree__join(f, 0, 1) && stm_tree__join(f, 1, 2));
    f->root = 0;
    assert_true(stm_tree__direct(f));
}

static void who_knows_nothing_of_his_source_is_hung_a_step_higher(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, "first line " OPENING);
    text(&t, "second heading " OPENING);
    text(&t, "third title " OPENING " and so on");
    open_line(&t, &f);
    assert_true(stm_tree__lift(&f));
    assert_int_equal(f.node.items[2].parent, 0);
    assert_true(are_joined(&f, 0, 2) && !are_joined(&f, 1, 2));
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void who_shares_a_reading_with_his_source_stays(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, "first line " OPENING);
    text(&t, "second line " OPENING " of all");
    text(&t, "third title " OPENING " of all");
    open_line(&t, &f);
    assert_true(stm_tree__lift(&f));
    assert_int_equal(f.node.items[2].parent, 1);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

/* 0 above 1 above 2, and 1 is rather a sibling of 2. */
static void a_sibling_leaves_its_place_to_a_lost_text(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, OPENING);
    text(&t, OPENING " x y z");
    text(&t, OPENING " x v w");
    relate_all(&t);
    say(relation_of(&t, 1, 2), .0005, .0005, .999);
    open_collated(&t, &f);
    for (uint32_t u = 0; u < 3; u++)
        f.node.items[u].near.count = 0;
    assert_true(stm_tree__join(&f, 0, 1) && stm_tree__join(&f, 1, 2));
    f.root = 0;
    assert_true(stm_tree__direct(&f));
    assert_true(stm_tree__displace(&f));
    assert_int_equal(f.node.count, 4);
    assert_int_equal(f.node.items[3].parent, 0);
    assert_int_equal(f.node.items[1].parent, 3);
    assert_int_equal(f.node.items[2].parent, 3);
    assert_int_equal(f.node.items[3].row.count,
                     f.node.items[0].row.count + 1); /* with x */
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void a_lost_text_below_takes_the_place_itself(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    for (int i = 0; i < 3; i++)
        text(&t, OPENING);
    relate_all(&t);
    for (uint32_t i = 0; i < t.pairs; i++)
        say(&t.relation[i], .0005, .0005, .999);
    open_collated(&t, &f);
    for (uint32_t u = 0; u < 3; u++)
        f.node.items[u].near.count = 0;
    uint32_t lost = stm_tree__node_add(&f, STM_LOST);
    for (uint32_t u = 0; u < 3; u++)
        assert_true(stm_tree__join(&f, lost, u));
    f.root = 0;
    assert_true(stm_tree__direct(&f));
    assert_true(stm_tree__displace(&f));
    assert_int_equal(f.node.count, 4);
    assert_int_equal(f.root, lost);
    assert_int_equal(f.node.items[0].parent, lost);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

#define SOURCE "a b c d e f g h i j k l m n o p q r s t u v w x y z"

/* A star around a lost root of which one is spun and two agree against it. */
static void the_spun_text_splits_off_first(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, SOURCE " c1 c2 c3");
    text(&t, "a b c d e f new words here g h i j k l m n o p other words too "
             "q r s t u v w x y z");
    text(&t, SOURCE " e1 e2 e3");
    relate(&t, 0, 1, STM_SPUN)->spun_b = true;
    relate(&t, 0, 2, STM_REVISION);
    relate(&t, 1, 2, STM_SPUN)->spun_a = true;
    open_collated(&t, &f);
    for (uint32_t u = 0; u < 3; u++)
        f.node.items[u].near.count = 0;
    uint32_t lost = stm_tree__node_add(&f, STM_LOST);
    for (uint32_t u = 0; u < 3; u++)
        assert_true(stm_tree__join(&f, lost, u));
    f.root = lost;
    assert_true(stm_tree__direct(&f));
    assert_true(stm_tree__spun_first(&f));
    assert_int_equal(f.node.count, 5);
    assert_int_equal(f.root, 4);
    assert_int_equal(f.node.items[1].parent, 4);
    assert_int_equal(f.node.items[lost].parent, 4);
    assert_int_equal(f.node.items[0].parent, lost);
    assert_int_equal(f.node.items[2].parent, lost);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void a_spun_text_without_readings_of_its_own_does_not(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, SOURCE " c1 c2 c3");
    text(&t, SOURCE);
    text(&t, SOURCE " e1 e2 e3");
    relate(&t, 0, 1, STM_SPUN)->spun_b = true;
    relate(&t, 0, 2, STM_REVISION);
    relate(&t, 1, 2, STM_SPUN)->spun_a = true;
    open_collated(&t, &f);
    for (uint32_t u = 0; u < 3; u++)
        f.node.items[u].near.count = 0;
    uint32_t lost = stm_tree__node_add(&f, STM_LOST);
    for (uint32_t u = 0; u < 3; u++)
        assert_true(stm_tree__join(&f, lost, u));
    f.root = lost;
    assert_true(stm_tree__direct(&f));
    assert_true(stm_tree__spun_first(&f));
    assert_int_equal(f.node.count, 4);
    assert_int_equal(f.root, lost);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edges_run_from_the_root),
        cmocka_unit_test(who_knows_nothing_of_his_source_is_hung_a_step_higher),
        cmocka_unit_test(who_shares_a_reading_with_his_source_stays),
        cmocka_unit_test(a_sibling_leaves_its_place_to_a_lost_text),
        cmocka_unit_test(a_lost_text_below_takes_the_place_itself),
        cmocka_unit_test(the_spun_text_splits_off_first),
        cmocka_unit_test(a_spun_text_without_readings_of_its_own_does_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
