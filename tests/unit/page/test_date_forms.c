#include "read.h"

#include "page/date_forms.h"
#include "page/months.h"

/* What the form at the very start of `text` reads as. */
static void assert_form(const char *text, const char *want)
{
    stm_cursor c = {text, text + strlen(text)};
    stm_token t = stm_page__token(&c);
    unsigned named =
        t.kind == STM_TOKEN_WORD ? stm_page__month_or_weekday(t.text) : 0;
    stm_found_date f = {0};
    assert_int_equal(stm_page__date_at(&c, t, named, STM_MONTH_FIRST, &f),
                     *want != 0);
    if (*want)
        assert_date(&f.date, want);
}

static void a_form_is_read_from_its_first_token(void **state)
{
    (void)state;
    assert_form("16 May 2024 and on", "2024-05-16");
    assert_form("May 16, 2024", "2024-05-16");
    assert_form("2024-05-16T13:20", "2024-05-16");
    assert_form("5/16/2024", "2024-05-16");
    assert_form("16.05.202418:56", "2024-05-16");
    assert_form("on May 16, 2024", "");
    assert_form("Monday", "");
    assert_form("", "");
}

static void a_clock_has_two_digits_twice(void **state)
{
    (void)state;
    static const char *const texts[] = {"18:52", "8:52", "18.52", "18:5", ""};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        stm_cursor c = {texts[i], texts[i] + strlen(texts[i])};
        assert_int_equal(stm_page__is_clock(c), i == 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_form_is_read_from_its_first_token),
        cmocka_unit_test(a_clock_has_two_digits_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
