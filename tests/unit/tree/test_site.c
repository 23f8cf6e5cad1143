#include "tradition.h"

/* Text `bytes` of which all is furniture. */
static uint32_t page(tradition *t, stm_furniture *f, const char *bytes)
{
    uint32_t id = text(t, bytes);
    *f = (stm_furniture){.at = {0, (uint32_t)t->text[id].bytes.len}};
    t->page[id].furniture = f;
    t->page[id].furniture_count = 1;
    return id;
}

static double shared(const char *a, const char *b)
{
    tradition t = {0};
    stm_furniture f[2];
    page(&t, &f[0], a);
    page(&t, &f[1], b);
    stm_tree__site *s = stm_tree__sites(t.witness, t.count, &t.mem);
    assert_non_null(s);
    double same = stm_tree__same_site(&s[0], &s[1]);
    assert_true(same == stm_tree__same_site(&s[1], &s[0]));
    close_tradition(&t);
    return same;
}

static void the_same_lines_make_one_site(void **state)
{
    (void)state;
    assert_true(
        shared("Home | Tides\nWrite to us\n", "WRITE to us\nHome, Tides") == 1);
}

static void lines_count_by_the_share_that_both_have(void **state)
{
    (void)state;
    assert_true(shared("Harbour\nTides\n", "Tides\nNets\n") == 1.0 / 3);
    assert_true(shared("Harbour", "Nets") == 0);
}

static void a_line_that_stands_twice_counts_once(void **state)
{
    (void)state;
    assert_true(shared("Tides\nTides\n", "Tides\n") == 1);
}

static void lines_with_digits_and_bare_marks_say_nothing(void **state)
{
    (void)state;
    assert_true(shared("Seen 12 times\n* *\n", "Seen 12 times\n* *\n") == 0);
}

static void a_capture_without_furniture_is_of_no_site(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, "one two");
    text(&t, "one two");
    stm_tree__site *s = stm_tree__sites(t.witness, t.count, &t.mem);
    assert_non_null(s);
    assert_int_equal(s[0].count, 0);
    assert_true(stm_tree__same_site(&s[0], &s[1]) == 0);
    close_tradition(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_lines_make_one_site),
        cmocka_unit_test(lines_count_by_the_share_that_both_have),
        cmocka_unit_test(a_line_that_stands_twice_counts_once),
        cmocka_unit_test(lines_with_digits_and_bare_marks_say_nothing),
        cmocka_unit_test(a_capture_without_furniture_is_of_no_site),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
