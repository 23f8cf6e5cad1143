#include "work.h"

#include "page/names.h"

static void assert_names(const char *text, unsigned count, const char *last)
{
    steps t;
    stm_span names[8];
    uint32_t end;
    take_steps(&t, text);
    const stm_atoms *a = &t.work.atoms;
    assert_int_equal(stm_page__names(names, 8, &end, a, 0, a->count), count);
    if (count) {
        stm_span s = names[count - 1];
        assert_true(stm_str_eq(
            stm_str_cut(a->text, (stm_range){a->items[s.from].start,
                                             a->items[s.to - 1].end}),
            stm_str_of(last)));
        assert_int_equal(end, s.to);
    }
    drop_steps(&t);
}

static void lists_of_names_are_read(void **state)
{
    (void)state;
    assert_names("Ada Quill", 1, "Ada Quill");
    assert_names("Ada Quill, Jon Marsh & Ben van der Meer", 3,
                 "Ben van der Meer");
    assert_names("J. R. R. Vane and T.S. Oak", 2, "T.S. Oak");
    assert_names("Ana Ruiz y Pedro Gil", 2, "Pedro Gil");
    assert_names("Mary McAllister-Smith", 1, "Mary McAllister-Smith");
}

static void lists_end_where_other_things_begin(void **state)
{
    (void)state;
    assert_names("Ada Quill, Staff Writer", 1, "Ada Quill");
    assert_names("Ada Quill, Berlin", 1, "Ada Quill");
    assert_names("Ada Quill - May 5", 1, "Ada Quill");
    assert_names("Ada Quill May 5, 2024", 1, "Ada Quill");
    assert_names("Ada Quill. Jon Marsh", 1, "Ada Quill");
    assert_names("ada quill", 0, "");
    assert_names("Monday Ada", 0, "");
}

static bool is_name(const char *text)
{
    steps t;
    take_steps(&t, text);
    bool name = stm_page__is_name(&t.work.atoms, 0, t.work.atoms.count);
    drop_steps(&t);
    return name;
}

static void a_name_alone_has_two_to_four_parts(void **state)
{
    (void)state;
    assert_true(is_name("Ada Quill"));
    assert_true(is_name("Ludwig van der Meer"));
    assert_true(is_name("Will May"));
    assert_false(is_name("Ada"));
    assert_false(is_name("Ada Quill of Oberau"));
    assert_false(is_name("The Mill"));
    assert_false(is_name("Privacy Policy"));
    assert_false(is_name("Senior Editor"));
    assert_false(is_name("May 5"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_of_names_are_read),
        cmocka_unit_test(lists_end_where_other_things_begin),
        cmocka_unit_test(a_name_alone_has_two_to_four_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
