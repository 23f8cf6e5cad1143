#include "said.h"

#include "page/facts_site.h"

static void a_site_is_named_by_its_markup(void **state)
{
    (void)state;
    said s = read_markup("<meta name=application-name content='Post App'>"
                         "<meta property=og:site_name content='Valley Post'>"
                         "<h1>A bridge reopens</h1>" SAID_TEXT);
    assert_str(s.page->site, "Valley Post");
    drop_said(&s);
    s = read_markup(
        "<script type=application/ld+json>{\"@type\":\"Article\",\"publisher\":"
        "{\"name\":\"Valley Post\"}}</script><h1>A bridge</h1>" SAID_TEXT);
    assert_str(s.page->site, "Valley Post");
    drop_said(&s);
}

static void or_by_its_copyright_line(void **state)
{
    (void)state;
    said s = read_markup("<h1>A bridge reopens</h1>" SAID_TEXT
                         "<p>\u00a9 2019\u20132024 Valley Post. All rights "
                         "reserved.</p>");
    assert_str(s.page->site, "Valley Post");
    drop_said(&s);
}

static void handles_and_addresses_are_no_names(void **state)
{
    (void)state;
    said s = read_markup("<meta property=og:site_name content='@valleypost'>"
                         "<meta name=publisher content='https://social.example"
                         "/valley'><h1>A bridge reopens</h1>" SAID_TEXT);
    assert_str(s.page->site, NULL);
    drop_said(&s);
}

static void the_canonical_address_is_absolute(void **state)
{
    (void)state;
    static const char page[] = "<link rel=canonical href=/bridge>"
                               "<h1>A bridge reopens</h1>" SAID_TEXT;
    said s = read_about(
        page,
        (stm_capture__about){.uri = STM_LIT("https://valley.example/x?utm=1")});
    assert_str(s.page->canonical, "https://valley.example/bridge");
    drop_said(&s);
    s = read_markup(page);
    assert_str(s.page->canonical, NULL);
    drop_said(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_site_is_named_by_its_markup),
        cmocka_unit_test(or_by_its_copyright_line),
        cmocka_unit_test(handles_and_addresses_are_no_names),
        cmocka_unit_test(the_canonical_address_is_absolute),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
