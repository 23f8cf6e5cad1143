#include "family.h"

#define ONE "The red boat came home late on Friday."
#define TWO "Nobody on the quay had expected it so soon after the storm."
#define THREE "The crew slept until the bells of the town woke them."
#define FOUR "A cart took the herring to the smoke houses behind the church."

/* What a node has, unit by unit. */
static void assert_reads(const stm_collation *c, uint32_t node,
                         const char *want)
{
    char buf[2048];
    size_t n = 0;
    for (size_t i = 0; i < c->unit_count; i++) {
        const stm_reading *r = reads(&c->units[i], node);
        assert_non_null(r);
        if (r->text.len)
            n += (size_t)snprintf(buf + n, sizeof buf - n, "%s%.*s",
                                  n ? " " : "", (int)r->text.len, r->text.ptr);
    }
    assert_string_equal(buf, want);
}

static void a_moved_passage_stands_where_its_text_has_it(void **state)
{
    (void)state;
    family f = {0};
    text(&f, ONE " " TWO " " THREE " " FOUR);
    text(&f, ONE " " TWO " " THREE " " FOUR);
    text(&f, ONE " " THREE " " FOUR " " TWO);
    edge(&f, 0, 1, STM_REVISION);
    edge(&f, 0, 2, STM_REVISION);
    const stm_collation *c = edit(&f);
    assert_reads(c, 0, ONE " " TWO " " THREE " " FOUR);
    assert_reads(c, 1, ONE " " TWO " " THREE " " FOUR);
    assert_reads(c, 2, ONE " " THREE " " FOUR " " TWO);
    close_family(&f);
}

static void what_has_moved_is_one_reading_of_all_who_moved_it(void **state)
{
    (void)state;
    family f = {0};
    text(&f, ONE " " TWO " " THREE " " FOUR);
    text(&f, ONE " " THREE " " FOUR " " TWO);
    text(&f, ONE " " THREE " " FOUR " " TWO " That was all.");
    edge(&f, 0, 1, STM_REVISION);
    edge(&f, 1, 2, STM_REVISION);
    const stm_collation *c = edit(&f);
    size_t moved = 0;
    for (size_t i = 0; i < c->unit_count; i++)
        for (size_t k = 0; k < c->units[i].reading_count; k++) {
            const stm_reading *r = &c->units[i].readings[k];
            if (r->kind != STM_READING_MOVED)
                continue;
            moved++;
            assert_int_equal(r->by_count, 2);
        }
    assert_int_equal(moved, 1);
    assert_reads(c, 2, ONE " " THREE " " FOUR " " TWO " That was all.");
    close_family(&f);
}

static void two_words_that_changed_places_are_read_as_they_stand(void **state)
{
    (void)state;
    family f = {0};
    text(&f,
         "The field was rough and grey as far as a man could see that day.");
    text(&f,
         "The field was grey and rough as far as a man could see that day.");
    edge(&f, 0, 1, STM_REVISION);
    const stm_collation *c = edit(&f);
    assert_reads(
        c, 0,
        "The field was rough and grey as far as a man could see that day.");
    assert_reads(
        c, 1,
        "The field was grey and rough as far as a man could see that day.");
    close_family(&f);
}

static void texts_in_order_have_nothing_moved(void **state)
{
    (void)state;
    family f = {0};
    text(&f, ONE " " TWO " " THREE);
    text(&f, ONE " " THREE " " FOUR);
    edge(&f, 0, 1, STM_REVISION);
    const stm_collation *c = edit(&f);
    for (size_t i = 0; i < c->unit_count; i++)
        for (size_t k = 0; k < c->units[i].reading_count; k++)
            assert_true(c->units[i].readings[k].kind != STM_READING_MOVED);
    close_family(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_moved_passage_stands_where_its_text_has_it),
        cmocka_unit_test(what_has_moved_is_one_reading_of_all_who_moved_it),
        cmocka_unit_test(two_words_that_changed_places_are_read_as_they_stand),
        cmocka_unit_test(texts_in_order_have_nothing_moved),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
