#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <stdlib.h>

#include "base/str.h"
#include "capture/decode.h"

static void expect(const char *page, const char *label)
{
    stm_str v = stm_charset__declared(stm_str_of(page));
    if (!label)
        assert_null(v.ptr);
    else
        assert_true(v.ptr && stm_str_eq(v, stm_str_of(label)));
}

static void a_meta_element_says_it(void **state)
{
    (void)state;
    expect("<html><head><meta charset=\"koi8-r\">", "koi8-r");
    expect("<META CHARSET=koi8-r>", "koi8-r");
    expect("<meta charset = 'koi8-r' />", "koi8-r");
    expect("<meta\ncharset=koi8-r/>", "koi8-r");
    expect("<meta http-equiv=Content-Type content=\"text/html; "
           "charset=koi8-r\">",
           "koi8-r");
    expect("<meta content='text/html;charset=koi8-r;x=y' http-equiv=x>",
           "koi8-r");
    expect("<meta name=a content=b><meta charset=koi8-r>", "koi8-r");
}

static void an_xml_declaration_says_it(void **state)
{
    (void)state;
    expect("<?xml version=\"1.0\" encoding=\"koi8-r\"?><html>", "koi8-r");
    expect("<?xml version='1.0' encoding='koi8-r'?><meta charset=sjis>",
           "sjis");
    expect("<p><?xml encoding='koi8-r'?>", NULL);
}

static void other_places_do_not(void **state)
{
    (void)state;
    expect("<!-- <meta charset=koi8-r> --><meta charset=sjis>", "sjis");
    expect("<!-- <meta charset=koi8-r>", NULL);
    expect("<metadata charset=koi8-r>", NULL);
    expect("<meta name=a>charset=koi8-r", NULL);
    expect("<meta charset=>", NULL);
    expect("<meta charset>", NULL);
    expect("<meta charset=", NULL);
    expect("<meta", NULL);
    expect("charset=koi8-r", NULL);
    expect("", NULL);
}

static void only_the_head_is_looked_at(void **state)
{
    (void)state;
    enum { FAR = 100000 };
    char *page = malloc(FAR + 100);
    assert_non_null(page);
    memset(page, '<', FAR);
    memcpy(page + FAR, "<meta charset=koi8-r>", 22);
    expect(page, NULL);
    free(page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_meta_element_says_it),
        cmocka_unit_test(an_xml_declaration_says_it),
        cmocka_unit_test(other_places_do_not),
        cmocka_unit_test(only_the_head_is_looked_at),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
