#include "said.h"

#include "text/alike.h"
#include "text/fold.h"

static void assert_folds(const char *word, const char *to)
{
    char out[STM_TEXT_FOLD_MAX];
    stm_text__fold((stm_str){word, strlen(word)}, out);
    assert_string_equal(out, to);
    stm_text__fold_slow((stm_str){word, strlen(word)}, out);
    assert_string_equal(out, to);
}

static void cyrillic_letters_in_a_latin_word_become_latin(void **state)
{
    (void)state;
    assert_folds("p\u0430yment", "payment");
    assert_folds("\u0420ayment", "payment");
    assert_folds("b\u043erd\u0435r", "border");
    assert_folds("\u0455\u0441hool", "school");
}

static void greek_letters_in_a_latin_word_become_latin(void **state)
{
    (void)state;
    assert_folds("b\u03bfrder", "border");
    assert_folds("\u0391nchor", "anchor");
}

static void latin_letters_in_a_cyrillic_word_become_cyrillic(void **state)
{
    (void)state;
    assert_folds("\u0433opo\u0434", "\u0433\u043e\u0440\u043e\u0434");
    assert_folds("\u0434o\u043c", "\u0434\u043e\u043c");
}

/* "Q" has no like among the capitals, "q" has one; nor has a sharp s, a
 * ligature or a wide letter, but what they fold to has. */
static void what_is_folded_folds_to_itself(void **state)
{
    (void)state;
    static const char *const words[] = {"\u0412\u0435\u0442Q\u0440\u043e\u0432",
                                        "H\u0435tz",
                                        "\u0434\u043eWn",
                                        "\u0440Qs\u0442",
                                        "\u04b1ei\u00df",
                                        "\u0430\ufb03x",
                                        "\uff50\u0430yment",
                                        "\uff50\u0430\u0443",
                                        "\u03bf\uff50e",
                                        "a\u2126",
                                        "\u0435\u0308\uff45",
                                        "o\u0345\u03c1",
                                        "\u33cd\u0430",
                                        "\u0433\u00b5",
                                        "\u0441\u03c2"};
    char once[STM_TEXT_FOLD_MAX], twice[STM_TEXT_FOLD_MAX];
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        stm_text__fold((stm_str){words[i], strlen(words[i])}, once);
        stm_text__fold((stm_str){once, strlen(once)}, twice);
        assert_string_equal(once, twice);
        stm_text__fold_slow((stm_str){words[i], strlen(words[i])}, twice);
        assert_string_equal(once, twice);
    }
}

static void words_of_one_script_stay(void **state)
{
    (void)state;
    assert_folds("\u0441\u043e\u0440", "\u0441\u043e\u0440");
    assert_folds("cop", "cop");
    assert_folds("\u03bf\u03c1\u03bf\u03c2", "\u03bf\u03c1\u03bf\u03c3");
}

static void words_that_need_two_scripts_stay(void **state)
{
    (void)state;
    assert_folds("web\u0441\u0442\u0440\u0430\u043d\u0438\u0446\u0430",
                 "web\u0441\u0442\u0440\u0430\u043d\u0438\u0446\u0430");
    assert_folds("\u0394t", "\u03b4t");
    /* three scripts */
    uint32_t letters[] = {'a', 0x0430, 0x03b1};
    assert_false(stm_text__unmask(letters, 3));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cyrillic_letters_in_a_latin_word_become_latin),
        cmocka_unit_test(greek_letters_in_a_latin_word_become_latin),
        cmocka_unit_test(latin_letters_in_a_cyrillic_word_become_cyrillic),
        cmocka_unit_test(what_is_folded_folds_to_itself),
        cmocka_unit_test(words_of_one_script_stay),
        cmocka_unit_test(words_that_need_two_scripts_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
