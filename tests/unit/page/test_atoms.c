#include "work.h"

static bool atom_is(const stm_atoms *a, uint32_t i, const char *text)
{
    return i < a->count && stm_str_eq(stm_page__atom(a, i), stm_str_of(text));
}

static void words_without_seams_stay_whole(void **state)
{
    (void)state;
    steps t;
    take_steps(&t, "The harbour was quiet, and Ötzi's NATO slept.");
    const stm_atoms *a = &t.work.atoms;
    assert_int_equal(a->count, t.words->count);
    for (uint32_t i = 0; i < a->count; i++) {
        assert_int_equal(a->items[i].hash, t.words->hash[i]);
        assert_false(a->items[i].flags & STM_ATOM_GLUED);
    }
    drop_steps(&t);
}

static void glued_words_are_taken_apart(void **state)
{
    (void)state;
    steps t;
    take_steps(&t, "May 5, 2024Updated CommentsIn 2024Обновлено");
    const stm_atoms *a = &t.work.atoms;
    assert_int_equal(a->count, 8);
    assert_true(atom_is(a, 2, "2024") && atom_is(a, 3, "Updated"));
    assert_true(atom_is(a, 4, "Comments") && atom_is(a, 5, "In"));
    assert_true(atom_is(a, 7, "Обновлено"));
    assert_true(a->items[3].flags & STM_ATOM_GLUED);
    assert_true(a->items[3].flags & STM_WORD_CAPITAL);
    assert_false(a->items[3].flags & STM_WORD_NUMBER);
    assert_int_equal(a->items[5].hash, stm_word_hash(STM_LIT("in")));
    drop_steps(&t);
}

/* No byte behind the text is read: it lies in memory of its own length. */
static void words_at_the_end_of_the_text_are_as_others(void **state)
{
    static const char text[] =
        "aMillByTheSea quiet harbours a Bc I 2024up, and "
        "small waves behind the long breakwaters";
    (void)state;
    for (size_t n = 1; n < sizeof text; n++) {
        stm_arena mem = {0};
        stm_words *w;
        stm_atoms whole, cut;
        char *copy = malloc(n);
        memcpy(copy, text, n);
        stm_str both[] = {{text, n}, {copy, n}};
        assert_int_equal(stm_words_scan(&w, both[0], NULL), STM_OK);
        assert_true(stm_page__atoms(&whole, w, &mem));
        stm_words moved = *w;
        moved.bytes = both[1];
        assert_true(stm_page__atoms(&cut, &moved, &mem));
        assert_int_equal(whole.count, cut.count);
        assert_memory_equal(whole.items, cut.items,
                            whole.count * sizeof *whole.items);
        stm_words_free(w);
        stm_arena_free(&mem);
        free(copy);
    }
}

static void words_in_capitals_are_noticed(void **state)
{
    (void)state;
    steps t;
    take_steps(&t, "SKIP THIS A Bit ÄÖ");
    const stm_atom *a = t.work.atoms.items;
    assert_true(a[0].flags & STM_ATOM_UPPER);
    assert_false(a[2].flags & STM_ATOM_UPPER); /* one letter */
    assert_false(a[3].flags & STM_ATOM_UPPER);
    assert_true(a[4].flags & STM_ATOM_UPPER);
    drop_steps(&t);
}

static void the_longest_phrase_of_the_marks_asked_for_matches(void **state)
{
    (void)state;
    steps t;
    take_steps(&t, "Share full article now, by all means");
    const stm_atoms *a = &t.work.atoms;
    const stm_phrase *p = stm_page__match(a, 0, a->count, STM_MARK_FURNITURE);
    assert_non_null(p);
    assert_int_equal(p->length, 3);
    assert_int_equal(p->mark, STM_FURNITURE_SHARE);
    p = stm_page__match(a, 0, 2, STM_MARK_FURNITURE);
    assert_non_null(p);
    assert_int_equal(p->length, 1);
    assert_null(stm_page__match(a, 0, a->count, STM_MARK_BIT(STM_MARK_BY)));
    assert_non_null(stm_page__match(a, 4, a->count, STM_MARK_BIT(STM_MARK_BY)));
    drop_steps(&t);
}

static void gaps_lie_between_atoms(void **state)
{
    (void)state;
    steps t;
    take_steps(&t, "“One, two.");
    const stm_atoms *a = &t.work.atoms;
    assert_true(stm_str_eq(stm_page__gap(a, 0), STM_LIT("“")));
    assert_true(stm_str_eq(stm_page__gap(a, 1), STM_LIT(", ")));
    assert_true(stm_str_eq(stm_page__gap(a, 2), STM_LIT(".")));
    drop_steps(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_without_seams_stay_whole),
        cmocka_unit_test(glued_words_are_taken_apart),
        cmocka_unit_test(words_at_the_end_of_the_text_are_as_others),
        cmocka_unit_test(words_in_capitals_are_noticed),
        cmocka_unit_test(the_longest_phrase_of_the_marks_asked_for_matches),
        cmocka_unit_test(gaps_lie_between_atoms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
