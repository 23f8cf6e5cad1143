#include "said.h"

#include "page/facts_date.h"

static void markup_for_machines_is_believed(void **state)
{
    (void)state;
    said s = read_markup(
        "<meta property=article:published_time content='2024-05-16T10:00:00"
        "+02:00'><meta property=article:modified_time content='2024-05-18T"
        "09:00:00+02:00'><h1>A bridge reopens</h1>" SAID_TEXT);
    assert_published(&s, "2024-05-16T10:00:00+02:00");
    assert_date(&s.page->updated, "2024-05-18T09:00:00+02:00");
    drop_said(&s);
}

static void the_first_publication_is_taken(void **state)
{
    (void)state;
    said s = read_markup("<h1>A bridge reopens</h1><p>Published 16 May 2024, "
                         "updated 20 May 2024</p>" SAID_TEXT);
    assert_published(&s, "2024-05-16");
    assert_date(&s.page->updated, "2024-05-20");
    drop_said(&s);
}

static void a_page_that_tells_only_of_changes_has_that_day(void **state)
{
    (void)state;
    said s = read_markup("<h1>A bridge reopens</h1>" SAID_TEXT
                         "<p>Last updated: 20 May 2024</p>");
    assert_published(&s, "2024-05-20");
    drop_said(&s);
}

static void no_day_behind_the_capture_is_believed(void **state)
{
    (void)state;
    static const char page[] =
        "<meta name=date content=2031-01-01><h1>A bridge reopens</h1>"
        "<div class=post-date>16 May 2024</div>" SAID_TEXT;
    said s = read_about(page, (stm_capture__about){
                                  .captured = STM_LIT("2024-06-01T00:00:00Z")});
    assert_published(&s, "2024-05-16");
    drop_said(&s);
}

static void impossible_days_are_none(void **state)
{
    (void)state;
    said s = read_markup("<meta name=date content=2024-02-31>"
                         "<meta property=article:published_time content=0001-"
                         "01-01T00:00:00Z><h1>A bridge</h1>" SAID_TEXT);
    assert_published(&s, "");
    drop_said(&s);
}

static void the_address_and_the_container_know_a_day(void **state)
{
    (void)state;
    static const char page[] = "<h1>A bridge reopens</h1>" SAID_TEXT;
    said s = read_about(
        page, (stm_capture__about){
                  .uri = STM_LIT("https://valley.example/2024/05/16/bridge")});
    assert_published(&s, "2024-05-16");
    drop_said(&s);
    s = read_about(page, (stm_capture__about){.dated = STM_LIT("20240516")});
    assert_published(&s, "2024-05-16");
    drop_said(&s);
}

static void a_plain_text_asks_its_container_last(void **state)
{
    (void)state;
    stm_capture c = {.text = STM_LIT("A line without a day."),
                     .dated = STM_LIT("2024-05-16")};
    stm_words *w;
    stm_page *p;
    assert_int_equal(stm_words_scan(&w, c.text, NULL), STM_OK);
    assert_int_equal(stm_page_read(&p, &c, NULL, w, NULL, NULL), STM_OK);
    assert_date(&p->published, "2024-05-16");
    stm_page_free(p);
    stm_words_free(w);
}

static void what_was_not_believed_is_shown(void **state)
{
    (void)state;
    said s = read_markup(
        "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":"
        "\"A bridge reopens\",\"datePublished\":\"2024-05-16\"}</script>"
        "<meta property=article:published_time content=2024-05-16>"
        "<h1>A bridge reopens</h1><p>2 June 2024</p>" SAID_TEXT);
    assert_published(&s, "2024-05-16");
    assert_true(is_doubted(&s, STM_FACT_PUBLISHED, "2024-06-02"));
    assert_false(is_doubted(&s, STM_FACT_PUBLISHED, "2024-05-16"));
    drop_said(&s);
}

static void a_date_that_reads_both_ways_follows_the_country(void **state)
{
    (void)state;
    said s = read_markup("<html lang=en-GB><h1>A bridge reopens</h1>"
                         "<div class=date>05/06/2024</div>" SAID_TEXT);
    assert_published(&s, "2024-06-05");
    drop_said(&s);
    s = read_markup("<html lang=en-US><h1>A bridge reopens</h1>"
                    "<div class=date>05/06/2024</div>" SAID_TEXT);
    assert_published(&s, "2024-05-06");
    drop_said(&s);
}

static void what_reads_both_ways_is_read_as_said_elsewhere(void **state)
{
    (void)state;
    said s = read_markup("<html lang=en-US><h1>A bridge reopens</h1>"
                         "<time datetime=2024-06-05>05/06/2024 7:38 PM</time>"
                         "<p>05/06/2024 7:38 PM</p>" SAID_TEXT);
    assert_published(&s, "2024-06-05T19:38:00");
    drop_said(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(markup_for_machines_is_believed),
        cmocka_unit_test(the_first_publication_is_taken),
        cmocka_unit_test(a_page_that_tells_only_of_changes_has_that_day),
        cmocka_unit_test(no_day_behind_the_capture_is_believed),
        cmocka_unit_test(impossible_days_are_none),
        cmocka_unit_test(the_address_and_the_container_know_a_day),
        cmocka_unit_test(a_plain_text_asks_its_container_last),
        cmocka_unit_test(what_was_not_believed_is_shown),
        cmocka_unit_test(a_date_that_reads_both_ways_follows_the_country),
        cmocka_unit_test(what_reads_both_ways_is_read_as_said_elsewhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
