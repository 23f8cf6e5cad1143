#include "read.h"

#include "page/chars.h"

static void characters_are_stepped_over_and_back(void **state)
{
    (void)state;
    static const char text[] = "aß€😀";
    static const uint32_t points[] = {'a', 0xdf, 0x20ac, 0x1f600};
    const char *end = text + sizeof text - 1, *p = text;
    for (int i = 0; i < 4; i++) {
        assert_int_equal(stm_page__char(p, end), points[i]);
        p += stm_page__step(p);
    }
    assert_ptr_equal(p, end);
    assert_int_equal(stm_page__char(p, end), 0);
    for (int i = 3; i >= 0; i--) {
        p = stm_page__back(text, p);
        assert_int_equal(stm_page__char(p, end), points[i]);
    }
}

static void marks_of_many_scripts_have_their_classes(void **state)
{
    (void)state;
    assert_true(stm_page__is_end_mark('!'));
    assert_true(stm_page__is_end_mark(0x3002));
    assert_false(stm_page__is_end_mark(','));
    assert_true(stm_page__is_closing(0x201d));
    assert_true(stm_page__is_opening(0x201e));
    assert_true(stm_page__is_opening(0x300c));
    assert_false(stm_page__is_opening('a'));
    assert_true(stm_page__is_bullet(0x2022));
    assert_true(stm_page__is_bar('|'));
    assert_false(stm_page__is_bar('/'));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(characters_are_stepped_over_and_back),
        cmocka_unit_test(marks_of_many_scripts_have_their_classes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
