#include "said.h"
#include "work.h"

#include <stdio.h>

#include "page/facts_days.h"

#define BIT(sign) (UINT64_C(1) << (sign))

static const stm_day *day_of(const stm_days *d, int year, int month, int day)
{
    stm_date date = {(int16_t)year, (uint8_t)month, (uint8_t)day, -1, -1, -1,
                     STM_NO_ZONE};
    for (unsigned i = 0; i < d->count; i++)
        if (d->days[i].number == stm_date_days(&date))
            return &d->days[i];
    return NULL;
}

static void votes_for_one_day_are_joined(void **state)
{
    (void)state;
    stm_days *d = calloc(1, sizeof *d);
    assert_non_null(d);
    said s = read_markup("<meta property=article:published_time "
                         "content=2024-05-16T23:00:00Z>"
                         "<meta name=date content=2024-05-16>");
    stm_page_work w = {.language = "en", .title = STM_NO_SEGMENT};
    stm_page__days(d, &w, s.capture, s.html);
    assert_int_equal(d->count, 1);
    assert_int_equal(d->vote_count, 2);
    const stm_day *day = day_of(d, 2024, 5, 16);
    assert_non_null(day);
    assert_true(day->signs & BIT(STM_DAY_OG_PUBLISHED));
    assert_true(day->signs & BIT(STM_DAY_META_DATE));
    assert_true(day->signs & BIT(STM_DAY_MACHINE));
    assert_true(day->signs & BIT(STM_DAY_ONLY));
    drop_said(&s);
    free(d);
}

static void a_date_that_reads_both_ways_votes_twice(void **state)
{
    (void)state;
    stm_days *d = calloc(1, sizeof *d);
    assert_non_null(d);
    said s = read_markup("<meta name=date content=5/6/2024>");
    stm_page_work w = {.language = "en", .title = STM_NO_SEGMENT};
    stm_page__days(d, &w, s.capture, s.html);
    assert_int_equal(d->count, 2);
    assert_false(day_of(d, 2024, 5, 6)->signs & BIT(STM_DAY_SWAPPED));
    assert_true(day_of(d, 2024, 6, 5)->signs & BIT(STM_DAY_SWAPPED));
    drop_said(&s);
    free(d);
}

static void lines_of_the_text_vote_with_their_labels(void **state)
{
    (void)state;
    stm_days *d = calloc(1, sizeof *d);
    assert_non_null(d);
    steps t;
    take_steps(&t, "Title of it\nPublished May 16, 2024\nUpdated May 20, "
                   "2024\nJoined 4 July 2012\n");
    stm_capture c = {.text = t.work.text};
    stm_page__days(d, &t.work, &c, NULL);
    assert_true(day_of(d, 2024, 5, 16)->signs & BIT(STM_DAY_TEXT_PUBLISHED));
    assert_true(day_of(d, 2024, 5, 20)->signs & BIT(STM_DAY_TEXT_UPDATED));
    assert_null(day_of(d, 2012, 7, 4));
    drop_steps(&t);
    free(d);
}

static void a_clear_date_tells_how_the_others_read(void **state)
{
    (void)state;
    stm_days *d = calloc(1, sizeof *d);
    assert_non_null(d);
    said s = read_markup("<meta name=date content=5/6/2024>"
                         "<meta name=dc.date content=16/6/2024>");
    stm_page_work w = {.language = "en", .title = STM_NO_SEGMENT};
    stm_page__days(d, &w, s.capture, s.html);
    assert_int_equal(d->count, 3);
    assert_true(day_of(d, 2024, 5, 6)->signs & BIT(STM_DAY_SWAPPED));
    assert_false(day_of(d, 2024, 6, 5)->signs & BIT(STM_DAY_SWAPPED));
    drop_said(&s);
    free(d);
}

static void a_date_may_open_a_long_line_of_the_text(void **state)
{
    (void)state;
    stm_days *d = calloc(1, sizeof *d);
    assert_non_null(d);
    const char *text =
        "A headline of some words\nMay 16, 2024 -- The council has met in the "
        "old town hall and has agreed upon a new bridge that will cross the "
        "river where the ferry went for two hundred years. Its members heard "
        "three engineers, a boatman, and the owner of the mill, who asked for "
        "the money that he would lose; none of them got an answer. The work "
        "begins in autumn, when the water is low, and shall be done before "
        "the next but one harvest, unless the stone that was ordered from "
        "the quarry in the north comes late again.";
    steps t;
    take_steps(&t, text);
    t.work.body = (stm_span){1, t.work.segments.count};
    stm_capture c = {.text = t.work.text};
    stm_page__days(d, &t.work, &c, NULL);
    assert_non_null(day_of(d, 2024, 5, 16));
    drop_steps(&t);
    free(d);
}

static void many_days_are_bounded(void **state)
{
    (void)state;
    stm_days *d = calloc(1, sizeof *d);
    char text[20000] = "";
    assert_non_null(d);
    for (int i = 0; i < 600; i++) {
        size_t n = strlen(text);
        snprintf(text + n, sizeof text - n, "%d May %d\n", i % 28 + 1,
                 1995 + i / 28);
    }
    steps t;
    take_steps(&t, text);
    stm_capture c = {.text = t.work.text};
    stm_page__days(d, &t.work, &c, NULL);
    assert_true(d->count > 0 && d->count <= STM_DAYS_MAX);
    assert_true(d->vote_count <= STM_DAY_VOTES_MAX);
    drop_steps(&t);
    free(d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(votes_for_one_day_are_joined),
        cmocka_unit_test(a_date_that_reads_both_ways_votes_twice),
        cmocka_unit_test(lines_of_the_text_vote_with_their_labels),
        cmocka_unit_test(a_clear_date_tells_how_the_others_read),
        cmocka_unit_test(a_date_may_open_a_long_line_of_the_text),
        cmocka_unit_test(many_days_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
