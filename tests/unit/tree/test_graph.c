#include "tradition.h"

static void row_of(tradition *t, stm_tree__family *f, uint32_t node,
                   const uint32_t *place, uint32_t count)
{
    uint32_t *own = STM_ARENA_NEW(&t->mem, uint32_t, count);
    assert_non_null(own);
    memcpy(own, place, count * sizeof *own);
    f->node.items[node].row = (stm_tree__row){own, NULL, count};
}

static void the_majority_of_three_is_what_two_read(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    for (int i = 0; i < 3; i++)
        text(&t, "a");
    open_bench(&t, &f);
    f.places = 10;
    f.votes = STM_ARENA_NEW(&t.mem, uint32_t, 10);
    row_of(&t, &f, 0, (uint32_t[]){1, 2, 5}, 3);
    row_of(&t, &f, 1, (uint32_t[]){1, 5, 7}, 3);
    row_of(&t, &f, 2, (uint32_t[]){1, 2, 9}, 3);
    stm_tree__row row;
    assert_true(stm_tree__majority(&f, (uint32_t[]){2, 0, 1}, 3, &row));
    assert_int_equal(row.count, 3);
    assert_int_equal(row.place[0], 1);
    assert_int_equal(row.place[1], 2);
    assert_int_equal(row.place[2], 5);
    for (int i = 0; i < 10; i++)
        assert_int_equal(f.votes[i], 0);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void of_two_texts_the_majority_is_what_both_read(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, "a");
    text(&t, "a");
    open_bench(&t, &f);
    f.votes = STM_ARENA_NEW(&t.mem, uint32_t, 10);
    row_of(&t, &f, 0, (uint32_t[]){1, 2}, 2);
    row_of(&t, &f, 1, (uint32_t[]){2, 3}, 2);
    stm_tree__row row;
    assert_true(stm_tree__majority(&f, (uint32_t[]){0, 1}, 2, &row));
    assert_int_equal(row.count, 1);
    assert_int_equal(row.place[0], 2);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void a_moved_node_leaves_its_old_neighbour(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    for (int i = 0; i < 3; i++)
        text(&t, "a");
    open_bench(&t, &f);
    assert_true(stm_tree__join(&f, 0, 1));
    assert_true(stm_tree__move(&f, 1, 0, 2));
    assert_false(are_joined(&f, 0, 1));
    assert_false(are_joined(&f, 1, 0));
    assert_true(are_joined(&f, 1, 2));
    assert_true(are_joined(&f, 2, 1));
    stm_tree__family_free(&f);
    close_tradition(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_majority_of_three_is_what_two_read),
        cmocka_unit_test(of_two_texts_the_majority_is_what_both_read),
        cmocka_unit_test(a_moved_node_leaves_its_old_neighbour),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
