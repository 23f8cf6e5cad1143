#include "learning.h"

#include "edition/undo.h"

/* A spinner of whom these words of his are known beside their sources. */
typedef struct spinner {
    family f;
    stm_edition__lessons own;
    stm_edition__school school;
    stm_edition__undoer u;
    char room[STM_EDITION_LONGEST];
} spinner;

static void hear(spinner *s, const char *spun, const char *source)
{
    learn(&s->f, &s->own, spun, source);
    s->u = (stm_edition__undoer){.lex = s->f.lex,
                                 .own = &s->own,
                                 .school = &s->school,
                                 .language = "en",
                                 .regular = 1};
    stm_edition__synonyms_in(&s->u.book, "en");
    assert_true(
        stm_edition__survey(&s->u.habit, &s->own, s->f.lex, &s->u.book));
}

static void leave(spinner *s)
{
    stm_edition__habit_free(&s->u.habit);
    stm_edition__lessons_free(&s->own);
    stm_edition__school_free(&s->school);
    close_family(&s->f);
}

/* What token `i` of a passage of his is taken for. */
static stm_edition__guess undo(spinner *s, const char *passage, uint32_t i)
{
    const stm_text *t = s->f.words[text(&s->f, passage)];
    stm_str before = i ? stm_lexicon_word(s->f.lex, t->word[i - 1]) : STM_NONE;
    return stm_edition__undo(&s->u, t, i, 1, before, s->room);
}

static const char by_book[] = "the physicians mentioned that the conflict and "
                              "the assault were terrible",
                  plain[] = "the doctors said that the war and "
                            "the attack were terrible",
                  by_lot[] = "the oysters bottled that the window and "
                             "the violin were terrible";

static void what_was_seen_is_undone(void **state)
{
    (void)state;
    spinner s = {0};
    hear(&s, by_lot, plain);
    stm_edition__guess g = undo(&s, "of the window", 2);
    assert_non_null(g.swap);
    assert_true(stm_str_eq(stm_edition__source_word(s.f.lex, g.swap, 0),
                           STM_LIT("war")));
    leave(&s);
}

static void who_goes_by_the_book_is_read_by_it(void **state)
{
    (void)state;
    spinner s = {0};
    hear(&s, by_book, plain);
    stm_edition__guess g = undo(&s, "he would purchase a house", 2);
    assert_null(g.swap);
    assert_true(stm_str_eq(g.form, STM_LIT("buy")));
    assert_true(g.sure > 0 && g.sure < 1);
    leave(&s);
}

static void who_draws_by_lot_is_not(void **state)
{
    (void)state;
    spinner s = {0};
    hear(&s, by_lot, plain);
    stm_edition__guess g = undo(&s, "he would purchase a house", 2);
    assert_int_equal(g.form.len, 0);
    assert_null(g.swap);
    assert_true(g.sure > 0 && g.sure < 1);
    leave(&s);
}

static void a_word_that_he_was_met_with_is_not_looked_up(void **state)
{
    (void)state;
    spinner s = {0};
    hear(&s,
         "the physicians mentioned that the conflict was terrible and buy buy "
         "buy buy buy buy",
         "the doctors said that the war was terrible and buy buy "
         "buy buy buy buy");
    stm_edition__guess g = undo(&s, "he would purchase a house", 2);
    assert_false(stm_str_eq(g.form, STM_LIT("buy")));
    leave(&s);
}

static void words_that_nothing_tells_of_are_left(void **state)
{
    (void)state;
    spinner s = {0};
    hear(&s, by_book, plain);
    stm_edition__guess g = undo(&s, "the qwertz", 1);
    assert_null(g.swap);
    assert_int_equal(g.form.len, 0);
    assert_true(g.sure > 0 && g.sure < 1);
    leave(&s);
}

static void of_common_words_most_are_the_authors(void **state)
{
    (void)state;
    spinner s = {0};
    hear(&s, "of oysters the violin bottled", "two doctors heard it rejoice");
    assert_non_null(undo(&s, "of violin", 1).swap);
    assert_null(undo(&s, "of the", 1).swap);
    leave(&s);
}

static void who_spares_first_words_did_not_replace_this_one(void **state)
{
    (void)state;
    spinner s = {0};
    hear(&s, by_lot, plain);
    assert_non_null(undo(&s, "Violin players came", 0).swap);
    s.own.kind[STM_EDITION_FIRST][0] = s.own.kept = 20;
    assert_null(undo(&s, "Violin players came", 0).swap);
    leave(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_seen_is_undone),
        cmocka_unit_test(who_goes_by_the_book_is_read_by_it),
        cmocka_unit_test(who_draws_by_lot_is_not),
        cmocka_unit_test(a_word_that_he_was_met_with_is_not_looked_up),
        cmocka_unit_test(words_that_nothing_tells_of_are_left),
        cmocka_unit_test(of_common_words_most_are_the_authors),
        cmocka_unit_test(who_spares_first_words_did_not_replace_this_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
