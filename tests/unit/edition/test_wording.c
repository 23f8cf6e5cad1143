#include "family.h"

#include "edition/wording.h"

/* The words [from, to) of a text as they are put. */
static void expect(const char *captured, uint32_t from, uint32_t to,
                   const char *want)
{
    family f = {0};
    stm_edition__chars out = {0};
    stm_edition__cell cells[32];
    text(&f, captured);
    for (uint32_t i = 0; i < f.words[0]->count; i++)
        cells[i] = (stm_edition__cell){i, i};
    stm_edition__column c = {.text = f.words[0], .cell = cells};
    assert_true(stm_edition__put_cells(&out, &c, (stm_span){from, to}));
    assert_text((stm_str){out.items, out.count}, want);
    stm_vec_free(&out);
    close_family(&f);
}

static void marks_hang_on_their_words(void **state)
{
    (void)state;
    expect("He said: \xe2\x80\x9cGo home, now!\xe2\x80\x9d (And he went.)", 2,
           5, "\xe2\x80\x9cGo home, now!\xe2\x80\x9d");
    expect("He said: \xe2\x80\x9cGo home, now!\xe2\x80\x9d (And he went.)", 5,
           8, "(And he went.)");
}

static void a_dash_between_spaces_stays_with_the_word_before(void **state)
{
    (void)state;
    expect("one \xe2\x80\x93 two", 0, 1, "one \xe2\x80\x93");
    expect("one \xe2\x80\x93 two", 1, 2, "two");
}

static void white_space_is_one_space(void **state)
{
    (void)state;
    expect("one\n\n  two\tthree", 0, 3, "one two three");
}

static void parts_of_a_compound_are_joined(void **state)
{
    (void)state;
    family f = {0};
    text(&f, "a one-vote win");
    assert_false(stm_edition__is_joined(f.words[0], 0));
    assert_false(stm_edition__is_joined(f.words[0], 1));
    assert_true(stm_edition__is_joined(f.words[0], 2));
    close_family(&f);
    expect("a one-vote win", 1, 2, "one-");
    expect("a one-vote win", 1, 3, "one-vote");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_hang_on_their_words),
        cmocka_unit_test(a_dash_between_spaces_stays_with_the_word_before),
        cmocka_unit_test(white_space_is_one_space),
        cmocka_unit_test(parts_of_a_compound_are_joined),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
