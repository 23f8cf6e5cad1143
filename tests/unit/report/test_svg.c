#include "fixture.h"
#include "sink.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static fixture f;

static char *draw(void)
{
    taken_bytes taken = {0};
    stm_sink sink = {take_bytes, &taken};
    stm_error err = {0};
    stm_status rc = stm_report_svg(&f.result, NULL, &sink, &err);
    if (rc == STM_EARG) /* built without Graphviz */
        skip();
    assert_int_equal(rc, STM_OK);
    return taken.bytes;
}

static void the_picture_has_a_card_for_each_text(void **state)
{
    (void)state;
    fixture_make(&f, true);
    char *s = draw();
    size_t cards = 0;
    for (const char *p = s; (p = strstr(p, "<g class=\"card")); p++)
        cards++;
    assert_int_equal(cards, 7);
    assert_int_equal(strncmp(s, "<svg ", 5), 0);
    assert_string_equal(s + strlen(s) - 7, "</svg>\n");
    free(s);
}

static void the_picture_is_the_same_every_time(void **state)
{
    (void)state;
    fixture_make(&f, true);
    char *one = draw(), *two = draw();
    assert_string_equal(one, two);
    free(one);
    free(two);
}

static void captured_text_does_not_become_markup(void **state)
{
    (void)state;
    fixture_make(&f, true);
    f.texts[1].page.title = STM_LIT("</text><script>x\x1b</script>");
    char *s = draw();
    assert_null(strstr(s, "<script"));
    assert_null(strchr(s, '\x1b'));
    free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_picture_has_a_card_for_each_text),
        cmocka_unit_test(the_picture_is_the_same_every_time),
        cmocka_unit_test(captured_text_does_not_become_markup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
