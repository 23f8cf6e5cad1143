#include "said.h"

#include "page/facts_address.h"

static void assert_day(const char *uri, const char *want)
{
    stm_date d;
    char buf[32] = "";
    if (stm_page__address_date(&d, stm_str_of(uri)))
        stm_date_format(&d, buf, sizeof buf);
    assert_string_equal(buf, want);
}

static void days_in_paths_are_found(void **state)
{
    (void)state;
    assert_day("https://a.example/2024/05/16/bridge", "2024-05-16");
    assert_day("https://a.example/news/2024/5/6/", "2024-05-06");
    assert_day("https://a.example/2024-05-16-bridge.html", "2024-05-16");
    assert_day("https://a.example/2024/may/16/bridge", "2024-05-16");
    assert_day("https://a.example/20240516/bridge", "2024-05-16");
    assert_day("https://a.example/2024/0516/bridge", "");
    assert_day("/2024/05/16/", "2024-05-16");
}

static void a_month_alone_is_half_a_date(void **state)
{
    (void)state;
    assert_day("https://a.example/2024/05/bridge", "2024-05");
    assert_day("https://a.example/best-of-2024-10-inns", "");
}

static void other_numbers_are_no_days(void **state)
{
    (void)state;
    assert_day("https://a.example/12345678/", "");
    assert_day("https://a.example/?d=/2024/05/16/", "");
    assert_day("https://2024.05.16.example/x", "");
    assert_day("https://a.example/1789/07/14/", "");
    assert_day("https://a.example/2024/13/16/", "");
    assert_day("", "");
}

static void hosts_and_paths_are_cut_out(void **state)
{
    (void)state;
    assert_str(stm_page__address_host(STM_LIT("https://www.a.example:80/x?y")),
               "a.example");
    assert_str(stm_page__address_path(STM_LIT("https://a.example/x/y?z#w")),
               "/x/y");
    assert_int_equal(stm_page__address_path(STM_LIT("https://a.example")).len,
                     0);
}

static void assert_resolved(const char *uri, const char *base, const char *want)
{
    stm_arena mem = {0};
    stm_str out;
    assert_true(stm_page__address_resolve(&out, &mem, stm_str_of(uri),
                                          stm_str_of(base)));
    assert_str(out, want);
    stm_arena_free(&mem);
}

static void addresses_are_resolved(void **state)
{
    (void)state;
    static const char base[] = "https://a.example/x/y?q=1#f";
    assert_resolved("https://b.example/", "", "https://b.example/");
    assert_resolved("/z", base, "https://a.example/z");
    assert_resolved("z", base, "https://a.example/x/z");
    assert_resolved("//b.example/z", base, "https://b.example/z");
    assert_resolved("?r=2", base, "https://a.example/x/y?r=2");
    assert_resolved("z", "https://a.example", "https://a.example/z");
    assert_resolved("z", "", NULL);
    assert_resolved("", base, NULL);
    assert_resolved("#top", base, NULL);
    assert_resolved("javascript:alert(1)", base, NULL);
    assert_resolved("/z", "file:///home/x", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_in_paths_are_found),
        cmocka_unit_test(a_month_alone_is_half_a_date),
        cmocka_unit_test(other_numbers_are_no_days),
        cmocka_unit_test(hosts_and_paths_are_cut_out),
        cmocka_unit_test(addresses_are_resolved),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
