/* A tree with the n-th allocation failing: a clean error, no leak. */
#include "tradition.h"

#include "failing_malloc.h"

static void each_allocation_may_fail(tradition *t)
{
    stm_tree__input *in = input_of(t);
    in->samples = 2;
    for (size_t n = 0;; n++) {
        stm_tree *tree;
        stm_error err = {0};
        fail_after(n);
        stm_status rc = stm_tree__build(&tree, in, &err);
        if (!fail_never()) {
            assert_int_equal(rc, STM_OK);
            stm_tree_free(tree);
            break;
        }
        assert_int_equal(rc, STM_ENOMEM);
        assert_int_equal(err.code, STM_ENOMEM);
        assert_null(tree);
    }
    close_tradition(t);
}

static void of_a_family_with_a_lost_text(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, FIRST);
    text(&t, SECOND);
    text(&t, THIRD);
    text(&t, "other words with b c d e f");
    relate(&t, 0, 1, STM_REVISION);
    relate(&t, 0, 2, STM_REVISION);
    relate(&t, 1, 2, STM_REVISION);
    relate(&t, 1, 3, STM_QUOTES);
    each_allocation_may_fail(&t);
}

static void of_siblings_around_a_cut_text_and_a_spun_one(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, "on the first day after winter");
    text(&t, OPENING " " CLOSING " y1 y2 y3 y4 y5");
    text(&t, "s1 s2 s3 s4 s5 s6 s7 s8 s9 " OPENING
             " u1 u2 u3 u4 u5 u6 u7 u8 u9 " CLOSING);
    text(&t, OPENING " " CLOSING " y1 y2 y3 y4 y5");
    relate_all(&t);
    relation_of(&t, 1, 3)->kind = STM_IDENTICAL;
    for (uint32_t a = 0; a < 2; a++) {
        relation_of(&t, a, 2)->kind = STM_SPUN;
        relation_of(&t, a, 2)->spun_b = true;
    }
    say(relation_of(&t, 1, 2), .05, .05, .9);
    relation_of(&t, 0, 1)->cut_a = relation_of(&t, 0, 2)->cut_a = true;
    t.page[0].truncated = true;
    t.page[1].published = (stm_date){2031, 3, 5, -1, -1, -1, STM_NO_ZONE};
    each_allocation_may_fail(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_a_family_with_a_lost_text),
        cmocka_unit_test(of_siblings_around_a_cut_text_and_a_spun_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
