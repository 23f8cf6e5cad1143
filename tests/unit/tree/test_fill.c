#include "tradition.h"

#include "tree/collate.h"

/* A book of one text, written, and another one without any place yet. */
static void open_book(tradition *t, stm_tree__family *f, stm_tree__book *b)
{
    static stm_tree__sheet sheet[2];
    open_bench(t, f);
    *b = (stm_tree__book){.f = f, .sheet = sheet};
    stm_tree__place start = {0, 0, STM_LOST};
    assert_true(stm_vec_push(&b->place, start));
    for (uint32_t y = 0; y < 2; y++) {
        sheet[y] =
            (stm_tree__sheet){.text = &t->text[y], .open = t->text[y].count};
        sheet[y].at = test_take(MOST_WORDS * sizeof *sheet[y].at);
        memset(sheet[y].at, 0xff, MOST_WORDS * sizeof *sheet[y].at);
        sheet[y].slips = calloc(MOST_WORDS, sizeof *sheet[y].slips);
        assert_non_null(sheet[y].slips);
    }
    assert_true(stm_tree__fill(b, 0));
}

static void close_book(stm_tree__family *f, stm_tree__book *b)
{
    for (uint32_t y = 0; y < 2; y++) {
        test_free(b->sheet[y].at);
        free(b->sheet[y].slips);
        stm_vec_free(&b->sheet[y].cell);
    }
    stm_vec_free(&b->place);
    stm_vec_free(&b->gap);
    stm_vec_free(&b->matches);
    stm_tree__family_free(f);
}

static void words_between_the_same_neighbours_share_places(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    stm_tree__book b;
    text(&t, "a b c d e");
    text(&t, "a x c d e");
    open_book(&t, &f, &b);
    assert_true(stm_tree__take(&b, 1, b.sheet[0].at[0], 0));
    assert_true(stm_tree__take(&b, 1, b.sheet[0].at[4], 4));
    assert_true(stm_tree__fill(&b, 1));
    assert_int_equal(b.sheet[1].at[2], b.sheet[0].at[2]);
    assert_int_equal(b.sheet[1].at[3], b.sheet[0].at[3]);
    assert_int_not_equal(b.sheet[1].at[1], b.sheet[0].at[1]);
    assert_int_equal(b.sheet[1].open, 0);
    close_book(&f, &b);
    close_tradition(&t);
}

static void one_common_word_in_long_stretches_is_a_coincidence(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    stm_tree__book b;
    text(&t, "a l m n the o p q r e");
    text(&t, "a s t u the v w x y e");
    open_book(&t, &f, &b);
    assert_true(stm_tree__take(&b, 1, b.sheet[0].at[0], 0));
    assert_true(stm_tree__take(&b, 1, b.sheet[0].at[9], 9));
    assert_true(stm_tree__fill(&b, 1));
    assert_int_not_equal(b.sheet[1].at[4], b.sheet[0].at[4]);
    close_book(&f, &b);
    close_tradition(&t);
}

static void no_text_takes_a_place_twice(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    stm_tree__book b;
    text(&t, "a b");
    text(&t, "a a");
    open_book(&t, &f, &b);
    assert_true(stm_tree__take(&b, 1, b.sheet[0].at[0], 0));
    assert_true(stm_tree__take(&b, 1, b.sheet[0].at[0], 1));
    assert_int_equal(b.sheet[1].cell.count, 1);
    assert_int_equal(b.sheet[1].at[1], STM_TREE_NOWHERE);
    assert_true(stm_tree__fill(&b, 1));
    assert_int_not_equal(b.sheet[1].at[1], b.sheet[1].at[0]);
    close_book(&f, &b);
    close_tradition(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_between_the_same_neighbours_share_places),
        cmocka_unit_test(one_common_word_in_long_stretches_is_a_coincidence),
        cmocka_unit_test(no_text_takes_a_place_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
