#include "work.h"

#include "pages.h"
#include "plain_texts.h"

/* Reads a page with `head` above its text. */
static void assert_page_dates(const char *head, const char *published,
                              const char *updated)
{
    static const char rest[] =
        "\nThe old harbour bridge will stay closed until spring, the council "
        "said on 5 March 1999, after engineers had found cracks.\n"
        "It was built on 2 May 1911, and nobody has looked at it since the "
        "end of the war, as the minutes of the harbour board show.\n"
        "Related articles\nPrivacy policy\nAll rights reserved\n";
    char text[2000];
    memcpy(text, head, strlen(head));
    memcpy(text + strlen(head), rest, sizeof rest);
    reading r = read_page(text);
    assert_date(&r.page->published, published);
    assert_date(&r.page->updated, updated);
    release(&r);
}

static void labels_say_what_a_date_is(void **state)
{
    (void)state;
    assert_page_dates("Bridge closed\nPublished May 15, 2024\nUpdated May 16, "
                      "2024, 12:51 a.m. ET",
                      "2024-05-15", "2024-05-16T00:51:00-04:00");
    assert_page_dates("Bridge closed\nPublished\nMay 15, 2024\nLast updated\n"
                      "May 16, 2024",
                      "2024-05-15", "2024-05-16");
    assert_page_dates("Brücke gesperrt\nVeröffentlicht am 15.05.2024, "
                      "aktualisiert am 16.05.2024 um 13:20 Uhr",
                      "2024-05-15", "2024-05-16T13:20:00");
    assert_page_dates("Pont fermé\nPublié le 15 mai 2024, mis à jour le 16 "
                      "mai 2024",
                      "2024-05-15", "2024-05-16");
}

static void a_time_of_change_takes_the_day_before_it(void **state)
{
    (void)state;
    assert_page_dates("Skip to content\nBridge closed\nBy Ada Quill\nMay 16, "
                      "2024Updated 1:20 p.m. ET",
                      "2024-05-16", "2024-05-16T13:20:00-04:00");
}

static void a_bare_date_at_the_very_head_is_the_day_of_the_visit(void **state)
{
    (void)state;
    assert_page_dates("Wednesday, June 12, 2024\nBridge to stay closed until "
                      "the spring",
                      "", "");
    assert_page_dates("June 12, 2024\nBridge to stay closed until the spring",
                      "", "");
    assert_page_dates("Wednesday, June 12, 2024\nBridge to stay closed until "
                      "the spring\nBy Ada Quill\nMay 5, 2024",
                      "2024-05-05", "");
}

static void dates_inside_the_text_are_not_its_date(void **state)
{
    (void)state;
    assert_page_dates("Skip to content\nBridge to stay closed", "", "");
    reading r = read_page(chronicle);
    assert_date(&r.page->published, "");
    release(&r);
    r = read_page(letter);
    assert_date(&r.page->published, "");
    release(&r);
}

static void two_bare_dates_are_first_and_last(void **state)
{
    (void)state;
    assert_page_dates("Skip to content\nBridge to stay closed until spring\n"
                      "May 21, 2025April 24, 2025",
                      "2025-04-24", "2025-05-21");
}

static void the_day_of_change_alone_serves_for_both(void **state)
{
    (void)state;
    assert_page_dates("Skip to content\nBridge to stay closed until spring\n"
                      "Last updated: 16 May 2024",
                      "2024-05-16", "2024-05-16");
}

static void numeric_dates_follow_the_language(void **state)
{
    (void)state;
    assert_page_dates("Skip to content\nBridge to stay closed until spring\n"
                      "By Ada Quill\n5/6/2024",
                      "2024-05-06", "");
    reading r = read_page(
        "Accueil\nLe pont reste fermé jusqu'au printemps\nPar Claire Dumont\n"
        "5/6/2024\nLe vieux pont du port restera fermé jusqu'au printemps, a "
        "dit le conseil mardi, après la découverte de fissures.\nMentions "
        "légales\nGérer les cookies\n");
    assert_date(&r.page->published, "2024-06-05");
    release(&r);
}

static void a_sentence_with_a_date_is_no_date_line(void **state)
{
    (void)state;
    steps t;
    stm_date_line line;
    take_steps(&t, "It was on 5 May 2024 that the pier gave way.\n"
                   "May 5, 2024 · 4 min read\n12 comments\n"
                   "Ada Quill | May 5, 2024 | Bridges, Boats");
    assert_false(stm_page__date_line(&line, &t.work, 0));
    assert_true(stm_page__date_line(&line, &t.work, 1));
    assert_int_equal(line.count, 1);
    assert_false(stm_page__date_line(&line, &t.work, 2));
    assert_true(stm_page__date_line(&line, &t.work, 3));
    drop_steps(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_say_what_a_date_is),
        cmocka_unit_test(a_time_of_change_takes_the_day_before_it),
        cmocka_unit_test(a_bare_date_at_the_very_head_is_the_day_of_the_visit),
        cmocka_unit_test(dates_inside_the_text_are_not_its_date),
        cmocka_unit_test(two_bare_dates_are_first_and_last),
        cmocka_unit_test(the_day_of_change_alone_serves_for_both),
        cmocka_unit_test(numeric_dates_follow_the_language),
        cmocka_unit_test(a_sentence_with_a_date_is_no_date_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
