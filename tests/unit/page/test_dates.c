#include "read.h"

#include "page/dates.h"

/* The dates of `text`, "|" between them. */
static void assert_dates_in(const char *text, const char *want,
                            stm_date_order order)
{
    char have[512] = "";
    stm_str s = stm_str_of(text);
    stm_found_date f;
    size_t from = 0, n = 0;
    while (stm_page__find_date(&f, s, from, s.len, order)) {
        assert_true(f.at.start >= from && f.at.end > f.at.start);
        if (n)
            have[n++] = '|';
        n += stm_date_format(&f.date, have + n, sizeof have - n);
        from = f.at.end;
    }
    have[n] = '\0';
    assert_string_equal(have, want);
}

static void assert_dates(const char *text, const char *want)
{
    assert_dates_in(text, want, STM_MONTH_FIRST);
}

static void english_dates_are_read_in_both_orders(void **state)
{
    (void)state;
    assert_dates("May 16, 2024", "2024-05-16");
    assert_dates("on the 3rd of March 2021", "2021-03-03");
    assert_dates("Sept. 5th, 2023", "2023-09-05");
    assert_dates("16 May 2024 and June 1 2024", "2024-05-16|2024-06-01");
    assert_dates("16-May-2024", "2024-05-16");
    assert_dates("16 May ’24", "2024-05-16");
}

static void months_have_names_in_many_languages(void **state)
{
    (void)state;
    assert_dates("16. Mai 2024", "2024-05-16");
    assert_dates("1er août 2024", "2024-08-01");
    assert_dates("16 de mayo de 2024", "2024-05-16");
    assert_dates("16 maggio 2024", "2024-05-16");
    assert_dates("16 de março de 2024", "2024-03-16");
    assert_dates("16 mei 2024", "2024-05-16");
    assert_dates("16 мая 2024 г.", "2024-05-16");
    assert_dates("2024年5月16日", "2024-05-16");
    assert_dates("2024년 5월 16일", "2024-05-16");
    assert_dates("16 października 2024", "2024-10-16");
    assert_dates("16. května 2024", "2024-05-16");
    assert_dates("2024. május 16.", "2024-05-16");
    assert_dates("16 Mayıs 2024", "2024-05-16");
    assert_dates("16. toukokuuta 2024", "2024-05-16");
    assert_dates("16. maj 2024", "2024-05-16");
    assert_dates("16 Μαΐου 2024", "2024-05-16");
    assert_dates("6 Γενάρη 2024", "2024-01-06");
    assert_dates("16. svibnja 2024.", "2024-05-16");
    assert_dates("16. maja 2024, 16. мај 2024", "2024-05-16|2024-05-16");
    assert_dates("16 أيار 2024", "2024-05-16");
    assert_dates("16 травня 2024", "2024-05-16");
    assert_dates("16 Agustus 2024", "2024-08-16");
    assert_dates("16 de maig de 2024", "2024-05-16");
    assert_dates("16 مايو 2024", "2024-05-16");
    assert_dates("16 במאי 2024", "2024-05-16");
    assert_dates("16 tháng 5 năm 2024", "2024-05-16");
    assert_dates("2024 May 16|2024-May-16", "2024-05-16|2024-05-16");
    assert_dates("2024, May 16 - 12:54", "2024-05-16T12:54:00");
}

static void years_of_an_era_are_counted_on(void **state)
{
    (void)state;
    assert_dates("令和6年5月16日", "2024-05-16");
    assert_dates("平成元年5月16日", "1989-05-16");
    assert_dates("昭和64年1月7日", "1989-01-07");
    assert_dates("令和6月, 和6年5月16日", "");
}

static void a_time_may_stand_before_the_year(void **state)
{
    (void)state;
    assert_dates("Thu May 16 13:20:00 EDT 2024", "2024-05-16T13:20:00-04:00");
    assert_dates("May 16, 2024 @08:00PM", "2024-05-16T20:00:00");
}

static void numbers_are_read_by_their_signs(void **state)
{
    (void)state;
    assert_dates("2024-05-16", "2024-05-16");
    assert_dates("2024/05/16", "2024-05-16");
    assert_dates("16.05.2024", "2024-05-16");
    assert_dates("05/16/2024", "2024-05-16");
    assert_dates("16/05/2024", "2024-05-16");
    assert_dates("16.05.24", "2024-05-16");
    assert_dates("05.16.2024", "2024-05-16");
    assert_dates_in("5/6/2024", "2024-05-06", STM_MONTH_FIRST);
    assert_dates_in("5/6/2024", "2024-06-05", STM_DAY_FIRST);
}

static void a_date_that_reads_both_ways_says_so(void **state)
{
    (void)state;
    stm_found_date f;
    stm_str s = STM_LIT("5/6/2024 5/5/2024 5/16/2024");
    assert_true(stm_page__find_date(&f, s, 0, s.len, STM_DAY_FIRST));
    assert_true(f.unclear);
    for (int i = 0; i < 2; i++) {
        assert_true(stm_page__find_date(&f, s, f.at.end, s.len, STM_DAY_FIRST));
        assert_false(f.unclear);
    }
}

static void impossible_dates_are_refused(void **state)
{
    (void)state;
    assert_dates("31 June 2024, 30 February 2024, 29.02.2023", "");
    assert_dates("29 February 2024", "2024-02-29");
    assert_dates("29 February 1900, 29 February 2000", "2000-02-29");
    assert_dates("0 May 2024, 13/13/2024, 2024-13-01, 2024-00-10", "");
    assert_dates("May 16, 9024", "");
}

static void parts_of_other_numbers_are_no_dates(void **state)
{
    (void)state;
    assert_dates("192.168.10.2024 and 3.16.05.2024", "");
    assert_dates("version 1.2.24, score 3/4", "");
    assert_dates("May 2024, 16 May, Thursday", "");
    assert_dates("12-05-2024-07", "");
}

static void times_and_zones_belong_to_their_date(void **state)
{
    (void)state;
    assert_dates("May 17, 2024, 4:04 a.m. ET", "2024-05-17T04:04:00-04:00");
    assert_dates("16 mai 2024 à 13h20", "2024-05-16T13:20:00");
    assert_dates("16. Mai 2024, 13.20 Uhr", "2024-05-16T13:20:00");
    assert_dates("2024-05-16T13:20:05.123+02:00", "2024-05-16T13:20:05+02:00");
    assert_dates("1:20 PM EDT, Thu May 16, 2024", "2024-05-16T13:20:00-04:00");
    assert_dates("16 мая 2024 г., 13:20 МСК", "2024-05-16T13:20:00+03:00");
    assert_dates("2024年5月16日 下午3:20", "2024-05-16T15:20:00");
    assert_dates("May 16, 2024, 5.20 million", "2024-05-16");
}

static void glued_words_and_numbers_are_no_part_of_a_date(void **state)
{
    (void)state;
    assert_dates("PublishedMay 16, 2024Updated May 17, 2024By Ann",
                 "2024-05-16|2024-05-17");
    assert_dates("October 17, 20236:01 PM ET", "2023-10-17T18:01:00-04:00");
    assert_dates("January 14, 202620 min read", "2026-01-14");
}

static void a_time_may_be_glued_to_a_day(void **state)
{
    (void)state;
    assert_dates("2024年05月16日14:27 社", "2024-05-16T14:27:00");
    assert_dates("2024年05月16日14:2721", "2024-05-16");
    assert_dates("16.05.202418:56", "2024-05-16T18:56:00");
    assert_dates("16/05/24-18:52", "2024-05-16T18:52:00");
    assert_dates("16.05.202418", "");
}

static void two_digits_are_a_year_before_a_time_or_nothing(void **state)
{
    (void)state;
    assert_dates("16 maj 24 06:15", "2024-05-16T06:15:00");
    assert_dates("16 gru 21, 11:08", "2021-12-16T11:08:00");
    assert_dates("16 мая 24 (14:41)", "2024-05-16T14:41:00");
    assert_dates("16 May 24", "2024-05-16");
    assert_dates("16 May 10:30, 16 May 24 people, 16 May 55", "");
}

static void a_weekday_decides_between_two_readings(void **state)
{
    (void)state;
    assert_dates_in("Thu, 01/12/2012", "2012-01-12", STM_DAY_FIRST);
    assert_dates_in("Thu, 01/12/2012", "2012-01-12", STM_MONTH_FIRST);
    assert_dates_in("Sat 01/12/2012", "2012-12-01", STM_MONTH_FIRST);
    assert_dates_in("Fri 01/12/2012", "2012-12-01", STM_DAY_FIRST);
}

static void a_date_in_numbers_shows_its_order(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        stm_date_shows shows;
    } cases[] = {{"5/16/2024", STM_SHOWS_MONTH_FIRST},
                 {"16/5/2024", STM_SHOWS_DAY_FIRST},
                 {"5/6/2024", STM_SHOWS_NO_ORDER},
                 {"16 May 2024", STM_SHOWS_NO_ORDER}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        stm_str s = stm_str_of(cases[i].text);
        stm_found_date f;
        assert_true(stm_page__find_date(&f, s, 0, s.len, STM_DAY_FIRST));
        assert_int_equal(f.shows, cases[i].shows);
    }
}

static void weekdays_are_noticed_on_both_sides(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "Wednesday, June 12, 2024", "12 June 2024 (Wednesday)",
        "Mittwoch, 12. Juni 2024", "2024年6月12日 星期三"};
    stm_found_date f;
    for (size_t i = 0; i < 4; i++) {
        stm_str s = stm_str_of(texts[i]);
        assert_true(stm_page__find_date(&f, s, 0, s.len, STM_MONTH_FIRST));
        assert_true(f.weekday);
    }
    stm_str s = STM_LIT("12 June 2024");
    assert_true(stm_page__find_date(&f, s, 0, s.len, STM_MONTH_FIRST));
    assert_false(f.weekday);
}

static void nothing_outside_of_the_range_is_read(void **state)
{
    (void)state;
    stm_str s = STM_LIT("xx May 16, 2024 10:30");
    stm_found_date f;
    assert_false(stm_page__find_date(&f, s, 0, 12, STM_MONTH_FIRST));
    assert_true(stm_page__find_date(&f, s, 0, 15, STM_MONTH_FIRST));
    assert_date(&f.date, "2024-05-16");
    assert_false(stm_page__find_date(&f, s, 6, s.len, STM_MONTH_FIRST));
}

static void a_time_alone_takes_the_day_that_is_given(void **state)
{
    (void)state;
    stm_str s = STM_LIT("Updated 1:20 p.m. ET");
    stm_date d = {2024, 1, 16, -1, -1, -1, STM_NO_ZONE};
    stm_range at;
    assert_true(stm_page__find_time(&d, &at, s, 0, s.len));
    assert_date(&d, "2024-01-16T13:20:00-05:00");
    assert_int_equal(at.start, 8);
    assert_int_equal(at.end, s.len);
    assert_false(stm_page__find_time(&d, &at, STM_LIT("no time"), 0, 7));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english_dates_are_read_in_both_orders),
        cmocka_unit_test(months_have_names_in_many_languages),
        cmocka_unit_test(years_of_an_era_are_counted_on),
        cmocka_unit_test(a_time_may_stand_before_the_year),
        cmocka_unit_test(numbers_are_read_by_their_signs),
        cmocka_unit_test(a_date_that_reads_both_ways_says_so),
        cmocka_unit_test(impossible_dates_are_refused),
        cmocka_unit_test(parts_of_other_numbers_are_no_dates),
        cmocka_unit_test(times_and_zones_belong_to_their_date),
        cmocka_unit_test(glued_words_and_numbers_are_no_part_of_a_date),
        cmocka_unit_test(a_time_may_be_glued_to_a_day),
        cmocka_unit_test(two_digits_are_a_year_before_a_time_or_nothing),
        cmocka_unit_test(a_weekday_decides_between_two_readings),
        cmocka_unit_test(a_date_in_numbers_shows_its_order),
        cmocka_unit_test(weekdays_are_noticed_on_both_sides),
        cmocka_unit_test(nothing_outside_of_the_range_is_read),
        cmocka_unit_test(a_time_alone_takes_the_day_that_is_given),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
