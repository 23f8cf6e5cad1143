#include "work.h"

static void lines_with_the_same_words_are_marked(void **state)
{
    (void)state;
    steps t;
    take_steps(&t, "Mills\nTides\nMILLS!\nBoats\nmills");
    const stm_segment *s = t.work.segments.items;
    assert_true(s[0].flags & STM_SEGMENT_TWICE);
    assert_false(s[0].flags & STM_SEGMENT_AGAIN);
    assert_false(s[1].flags & STM_SEGMENT_TWICE);
    assert_true(s[2].flags & STM_SEGMENT_AGAIN);
    assert_false(s[3].flags & STM_SEGMENT_TWICE);
    assert_true(s[4].flags & STM_SEGMENT_AGAIN);
    drop_steps(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_with_the_same_words_are_marked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
