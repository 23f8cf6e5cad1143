#include "said.h"

#include "page/facts_language.h"

static void assert_says(const char *head, const char *want)
{
    char page[300];
    snprintf(page, sizeof page, "%s<p>x", head);
    said s = read_markup(page);
    stm_page_work w = {.language = ""};
    stm_page__read_language(&w, s.html);
    assert_string_equal(w.facts.language, want);
    drop_said(&s);
}

static void codes_are_cut_to_two_letters(void **state)
{
    (void)state;
    assert_says("<html lang=en-GB>", "en");
    assert_says("<html lang=pt_BR>", "pt");
    assert_says("<html lang=nb>", "no");
    assert_says("<html lang=english>", "");
    assert_says("<html lang=x>", "");
    assert_says("<meta property=og:locale content=de_AT>", "de");
    assert_says("<html lang=fr><meta property=og:locale content=de_AT>", "fr");
}

static void a_long_text_knows_better_than_its_markup(void **state)
{
    (void)state;
    stm_page_work w = {.language = "de", .facts = {.language = "en"}};
    assert_string_equal(stm_page__language(&w, "de", 500), "de");
    assert_string_equal(stm_page__language(&w, "de", 5), "en");
    assert_string_equal(stm_page__language(&w, "", 500), "en");
    w.facts.language[0] = '\0';
    assert_string_equal(stm_page__language(&w, "de", 5), "de");
}

static void countries_tell_the_order_of_dates(void **state)
{
    (void)state;
    stm_page_work w = {.language = "en"};
    stm_capture c = {.uri = STM_LIT("https://valley.co.uk/x")};
    assert_true(stm_page__is_day_first(&w, &c, NULL));
    c.uri = STM_LIT("https://valley.example/x");
    assert_false(stm_page__is_day_first(&w, &c, NULL));
    w.language = "fr";
    assert_true(stm_page__is_day_first(&w, &c, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_are_cut_to_two_letters),
        cmocka_unit_test(a_long_text_knows_better_than_its_markup),
        cmocka_unit_test(countries_tell_the_order_of_dates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
