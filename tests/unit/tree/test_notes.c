#include "tradition.h"

static void has(const stm_tree *t, uint32_t node, const char *words)
{
    if (stm_str_find(t->nodes[node].note, stm_str_of(words), 0) == SIZE_MAX)
        assert_string_equal(t->nodes[node].note.ptr, words); /* shows both */
}

static stm_tree *siblings(tradition *t, const char *a, const char *b)
{
    text(t, a);
    text(t, b);
    say(relate(t, 0, 1, STM_REVISION), .02, .02, .96);
    return build(t);
}

static void a_note_names_the_copies_and_quotes_what_only_they_have(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree *tree =
        siblings(&t, OPENING " green door", OPENING " red window " CLOSING);
    has(tree, 2, "lost source of c0 and c1");
    has(tree, 2, "did not have “green door” of c0");
    has(tree, 2,
        "did not have “red window war years inside lay forty letters "
        "tied with blue ribbon …” of c1");
    stm_tree_free(tree);
    close_tradition(&t);
}

static void a_note_says_how_many_readings_prove_the_text(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, FIRST);
    text(&t, SECOND);
    text(&t, THIRD);
    relate_all(&t);
    for (uint32_t i = 0; i < t.pairs; i++)
        say(&t.relation[i], .02, .02, .96);
    stm_tree *tree = build(&t);
    has(tree, 3, "lost source of c0, c1 and c2; proved by ");
    has(tree, 3, " readings; had “");
    has(tree, 3, " where c0 has “");
    stm_tree_free(tree);
    close_tradition(&t);
}

static void a_note_gives_the_earliest_date_below(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, OPENING " blue");
    text(&t, OPENING " red");
    say(relate(&t, 0, 1, STM_REVISION), .02, .02, .96);
    t.page[0].published = (stm_date){2031, 3, 6, -1, -1, -1, STM_NO_ZONE};
    t.page[1].published = (stm_date){2031, 3, 5, -1, -1, -1, STM_NO_ZONE};
    stm_tree *tree = build(&t);
    has(tree, 2, "not after 2031-03-05, the date of c1");
    stm_tree_free(tree);
    close_tradition(&t);
}

static void quotes_stand_on_one_line(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree *tree = siblings(&t, OPENING " green door",
                              OPENING " red\x1b[31m \n\t \x7f window");
    has(tree, 2, "did not have “red [31m");
    for (size_t i = 0; i < tree->nodes[2].note.len; i++)
        assert_true((unsigned char)tree->nodes[2].note.ptr[i] >= ' ');
    stm_tree_free(tree);
    close_tradition(&t);
}

static void captures_have_no_note(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree *tree = siblings(&t, OPENING " blue", OPENING " red");
    assert_null(tree->nodes[0].note.ptr);
    assert_null(tree->nodes[1].note.ptr);
    stm_tree_free(tree);
    close_tradition(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            a_note_names_the_copies_and_quotes_what_only_they_have),
        cmocka_unit_test(a_note_says_how_many_readings_prove_the_text),
        cmocka_unit_test(a_note_gives_the_earliest_date_below),
        cmocka_unit_test(quotes_stand_on_one_line),
        cmocka_unit_test(captures_have_no_note),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
