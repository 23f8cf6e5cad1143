#include "tradition.h"

/* A lost text among `of`, with what most of them read. */
static uint32_t lost_among(stm_tree__family *f, const uint32_t *of, size_t n)
{
    uint32_t lost = stm_tree__node_add(f, STM_LOST);
    assert_int_not_equal(lost, STM_LOST);
    for (size_t i = 0; i < n; i++)
        assert_true(stm_tree__join(f, of[i], lost));
    assert_true(stm_tree__majority(f, of, n, &f->node.items[lost].row));
    return lost;
}

static void open_apart(tradition *t, stm_tree__family *f)
{
    relate_all(t);
    open_collated(t, f);
    for (uint32_t u = 0; u < f->captures; u++)
        f->node.items[u].near.count = 0;
}

static void a_lost_text_that_stands_against_all_its_copies_stays(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, FIRST);
    text(&t, SECOND);
    text(&t, THIRD);
    open_apart(&t, &f);
    uint32_t lost = lost_among(&f, (uint32_t[]){0, 1, 2}, 3);
    assert_true(stm_tree__prune(&f));
    assert_int_equal(f.node.count, 4);
    for (uint32_t u = 0; u < 3; u++)
        assert_true(are_joined(&f, u, lost));
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void a_lost_text_that_reads_like_a_copy_gives_way_to_it(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, FIRST);
    text(&t, LOST);
    text(&t, THIRD);
    open_apart(&t, &f);
    lost_among(&f, (uint32_t[]){0, 1, 2}, 3);
    assert_true(stm_tree__prune(&f));
    assert_int_equal(f.node.count, 3);
    assert_true(are_joined(&f, 0, 1) && are_joined(&f, 1, 2));
    assert_false(are_joined(&f, 0, 2));
    stm_tree__family_free(&f);
    close_tradition(&t);
}

/* Lost texts left among these three. */
static uint32_t left_among(const char *a, const char *b, const char *c)
{
    tradition t = {0};
    stm_tree__family f;
    text(&t, a);
    text(&t, b);
    text(&t, c);
    open_apart(&t, &f);
    lost_among(&f, (uint32_t[]){0, 1, 2}, 3);
    assert_true(stm_tree__prune(&f));
    uint32_t left = (uint32_t)f.node.count - f.captures;
    stm_tree__family_free(&f);
    close_tradition(&t);
    return left;
}

/* What one added the next may have dropped; what one changed stays changed. */
static void a_word_of_each_is_enough_when_it_stands_for_another(void **state)
{
    (void)state;
    const char *first = "a b X0 d e f g h i j",
               *second = "a b c d e f g X2 i j";
    assert_int_equal(left_among(first, second, "a b c d X1 f g h i j"), 1);
    assert_int_equal(left_among(first, second, "a b c d e X1 f g h i j"), 0);
}

static void lost_texts_that_nothing_parts_become_one(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, FIRST);
    text(&t, SECOND);
    text(&t, THIRD);
    text(&t, "a b c d E4 f g h i j K4 l m n o p q R4 s t U4 v w x y z");
    open_apart(&t, &f);
    uint32_t above = lost_among(&f, (uint32_t[]){0, 1}, 2);
    uint32_t below = lost_among(&f, (uint32_t[]){2, 3}, 2);
    assert_true(stm_tree__join(&f, above, below));
    assert_true(stm_tree__prune(&f));
    assert_int_equal(f.node.count, 5);
    for (uint32_t u = 0; u < 4; u++)
        assert_true(are_joined(&f, u, 4));
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void a_lost_text_between_two_others_makes_room(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, FIRST);
    text(&t, SECOND);
    open_apart(&t, &f);
    lost_among(&f, (uint32_t[]){0, 1}, 2);
    assert_true(stm_tree__prune(&f));
    assert_int_equal(f.node.count, 2);
    assert_true(are_joined(&f, 0, 1));
    stm_tree__family_free(&f);
    close_tradition(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_lost_text_that_stands_against_all_its_copies_stays),
        cmocka_unit_test(a_lost_text_that_reads_like_a_copy_gives_way_to_it),
        cmocka_unit_test(a_word_of_each_is_enough_when_it_stands_for_another),
        cmocka_unit_test(lost_texts_that_nothing_parts_become_one),
        cmocka_unit_test(a_lost_text_between_two_others_makes_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
