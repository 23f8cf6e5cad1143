#include "tradition.h"

#include "tree/copyist.h"

/* What the second text looks like beside the first. */
static double copied(const char *a, const char *b)
{
    tradition t = {0};
    stm_tree__family f;
    text(&t, a);
    text(&t, b);
    relate(&t, 0, 1, STM_REVISION);
    open_collated(&t, &f);
    f.manuscripts = true;
    assert_true(stm_tree__find_odd(&f));
    double nats = stm_tree__copyist(&f, 0, 1);
    assert_float_equal(stm_tree__copyist(&f, 1, 0), -nats, 1e-9);
    stm_tree__family_free(&f);
    close_tradition(&t);
    return nats;
}

static void what_is_no_word_was_miswritten(void **state)
{
    (void)state;
    const char *right = "the boat went out to the sea and the boat came home";
    assert_true(copied(right, "the boat went out to the sea and the baot came "
                              "home") > 1);
    assert_true(copied(right, right) == 0);
}

static void more_is_left_out_than_put_in(void **state)
{
    (void)state;
    const char *whole = "a b c d e f g h i j k l m n o p";
    double one = copied(whole, "a b c d f g h i j k l m n o p");
    double few = copied(whole, "a b c d g h i j k l m n o p");
    double many = copied(whole, "a b c d l m n o p");
    assert_true(0 < one && one < few && few < many);
}

static void the_eye_goes_on_where_a_word_stands_again(void **state)
{
    (void)state;
    double cut = copied("a b c d e f g h i j k l", "a b c i j k l");
    double at_end = copied("a b c d e f g c i j k l", "a b c i j k l");
    double at_start = copied("a b d e f g c d i j k l", "a b d i j k l");
    assert_true(at_end > cut && at_start > cut);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_no_word_was_miswritten),
        cmocka_unit_test(more_is_left_out_than_put_in),
        cmocka_unit_test(the_eye_goes_on_where_a_word_stands_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
