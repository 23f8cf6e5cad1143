#include "family.h"

static const stm_stage *stage_of(const stm_collation *c, uint32_t node)
{
    for (size_t i = 0; i < c->version_count; i++)
        if (c->versions[i].node == node)
            return &c->versions[i];
    return NULL;
}

static void open_dated(family *f)
{
    text(f, "The red boat came home late on Friday, said the master.");
    text(f, "The blue boat came home late on Friday, said the master.");
    text(f, "The blue boat came home early on Friday, said the master.");
    dated(f, 0, 10);
    dated(f, 2, 14);
    edge(f, 0, 1, STM_REVISION);
    edge(f, 1, 2, STM_REVISION);
}

static void a_version_lies_between_its_source_and_its_copy(void **state)
{
    (void)state;
    family f = {0};
    open_dated(&f);
    const stm_stage *s = stage_of(edit(&f), 1);
    assert_int_equal(s->dated.year, 0);
    assert_int_equal(s->earliest.date.day, 10);
    assert_int_equal(s->earliest.node, 0);
    assert_int_equal(s->latest.date.day, 14);
    assert_int_equal(s->latest.node, 2);
    assert_false(s->conflict);
    assert_int_equal(s->before, 0);
    close_family(&f);
}

static void a_capture_is_not_younger_than_the_day_it_was_fetched(void **state)
{
    (void)state;
    family f = {0};
    open_dated(&f);
    f.capture[1].captured = STM_LIT("2024-05-12T08:30:00Z");
    const stm_stage *s = stage_of(edit(&f), 1);
    assert_int_equal(s->latest.date.day, 12);
    assert_int_equal(s->latest.node, 1);
    close_family(&f);
}

static void the_oldest_comes_first_and_sources_before_copies(void **state)
{
    (void)state;
    family f = {0};
    open_dated(&f);
    dated(&f, 1, 5); /* older than its source: told, not followed */
    const stm_collation *c = edit(&f);
    for (uint32_t i = 0; i < 3; i++)
        assert_int_equal(c->versions[i].node, i);
    assert_true(stage_of(c, 1)->conflict);
    assert_false(stage_of(c, 2)->conflict);
    close_family(&f);
}

static void the_root_was_made_from_nothing(void **state)
{
    (void)state;
    family f = {0};
    open_dated(&f);
    const stm_stage *s = stage_of(edit(&f), 0);
    assert_int_equal(s->before, STM_LOST);
    assert_int_equal(s->alteration_count, 0);
    close_family(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_version_lies_between_its_source_and_its_copy),
        cmocka_unit_test(a_capture_is_not_younger_than_the_day_it_was_fetched),
        cmocka_unit_test(the_oldest_comes_first_and_sources_before_copies),
        cmocka_unit_test(the_root_was_made_from_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
