#include "markup.h"

static void a_segment_of_a_page_is_a_block(void **state)
{
    (void)state;
    marked m;
    take_markup(&m, "<!doctype html><ul><li>Home<li>***<li>News</ul>"
                    "<p>By Ann Orr<p>It left. Advertisement. At noon.");
    const stm_page_work *w = &m.steps.work;
    assert_int_equal(w->segments.count, 4); /* the stars have no words */
    for (uint32_t i = 0; i < w->segments.count; i++) {
        const stm_block *b = &m.html->blocks[w->block[i]];
        assert_true(b->at.start <= w->segments.items[i].start);
        assert_true(b->at.end >= w->segments.items[i].end);
    }
    assert_int_equal(w->block[1], 2);
    assert_true(w->segments.items[2].flags & STM_SEGMENT_BYLINE);
    drop_markup(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_segment_of_a_page_is_a_block),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
