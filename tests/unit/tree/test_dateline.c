#include "tradition.h"

/* Words `from` to `to` of a text are a line, those with digits numbers. */
static void set_line(tradition *t, uint32_t id, uint32_t from, uint32_t to)
{
    stm_text *x = &t->text[id];
    uint8_t *flags = (uint8_t *)x->flags;
    flags[0] |= STM_WORD_PARAGRAPH;
    flags[from] |= STM_WORD_LINE;
    if (to < x->count)
        flags[to] |= STM_WORD_LINE;
    for (uint32_t i = 0; i < x->count; i++)
        if (stm_ascii_digit(x->bytes.ptr[x->at[i].start]))
            flags[i] |= STM_WORD_NUMBER;
}

static void open_dated(tradition *t, stm_tree__family *f, const char *a,
                       const char *b, uint32_t line, uint32_t end)
{
    text(t, a);
    text(t, b);
    for (uint32_t i = 0; i < 2; i++) {
        set_line(t, i, line, end);
        t->page[i].published.year = 2024;
    }
    relate(t, 0, 1, STM_REVISION);
    open_collated(t, f);
}

static void the_line_that_dates_a_page_is_no_reading(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    open_dated(&t, &f, "high water published may 3 2024 the dyke held",
               "high water updated may 4 2024 the dyke held", 2, 6);
    assert_true(stm_tree__undate(&f));
    const stm_tree__row *a = &f.node.items[0].row, *b = &f.node.items[1].row;
    assert_int_equal(a->count, 5);
    assert_int_equal(stm_tree__compare(a, b).events, 0);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void a_sentence_with_a_date_is_one(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    open_dated(&t, &f,
               "the dyke that was built in the year 1953 held all of 9 "
               "days",
               "the dyke that was built in the year 1953 held all of 8 "
               "days",
               0, 20);
    assert_true(stm_tree__undate(&f));
    assert_int_equal(f.node.items[0].row.count, 14);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void pages_without_a_date_keep_their_lines(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    open_dated(&t, &f, "list 3 2024 end", "list 4 2024 end", 1, 3);
    t.page[0].published.year = t.page[1].published.year = 0;
    assert_true(stm_tree__undate(&f));
    assert_int_equal(f.node.items[0].row.count, 4);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_line_that_dates_a_page_is_no_reading),
        cmocka_unit_test(a_sentence_with_a_date_is_one),
        cmocka_unit_test(pages_without_a_date_keep_their_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
