#include "collect.h"

static void a_page_is_given_with_its_markup(void **state)
{
    (void)state;
    expect_log(STM_LIT("<!doctype html><p>Caf\xc3\xa9"),
               "- - - - - <<!doctype html><p>Café>\n");
    expect_log(STM_LIT("\xef\xbb\xbf<!doctype html><p>tide"),
               "- - - - - <<!doctype html><p>tide>\n");
}

static void its_character_set_is_what_it_says(void **state)
{
    (void)state;
    expect_log(STM_LIT("<html><head><meta charset=koi8-r></head>\xed\xcf\xd3"),
               "- - - - KOI8-R <<html><head><meta charset=koi8-r></head>"
               "Мос>\n");
}

static void a_page_in_a_wide_set_is_a_page(void **state)
{
    (void)state;
    static const char page[] = "<!doctype html><p>low tide at nine";
    char wide[2 * sizeof page + 2] = "\xff\xfe";
    for (size_t i = 0; i + 1 < sizeof page; i++)
        wide[2 + 2 * i] = page[i];
    expect_log((stm_str){wide, 2 * sizeof page},
               "- - - - UTF-16LE <<!doctype html><p>low tide at nine>\n");
}

static void a_page_over_the_limit_is_named(void **state)
{
    (void)state;
    stm_capture_opts o = STM_CAPTURE_OPTS_INIT;
    o.max_bytes = 20;
    collected c = collect_with(STM_LIT("<!doctype html><p>tide"), &o);
    assert_string_equal(c.log, "!-@ larger than 20 bytes, the limit for one "
                               "text; split it into parts first\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_is_given_with_its_markup),
        cmocka_unit_test(its_character_set_is_what_it_says),
        cmocka_unit_test(a_page_in_a_wide_set_is_a_page),
        cmocka_unit_test(a_page_over_the_limit_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
