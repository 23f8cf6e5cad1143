#include "said.h"

#include "text/chars.h"

static void ascii_is_letters_digits_and_joiners(void **state)
{
    (void)state;
    for (uint32_t c = 0; c < 128; c++) {
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        bool digit = c >= '0' && c <= '9';
        assert_true((stm_text__char(c) == STM_CHAR_LETTER) == letter);
        assert_true((stm_text__char(c) == STM_CHAR_DIGIT) == digit);
        assert_true(stm_text__is_ascii_word((char)c) == (letter || digit));
        assert_true(stm_text__is_upper(c) == (c >= 'A' && c <= 'Z'));
        assert_true(stm_text__is_lower(c) == (c >= 'a' && c <= 'z'));
    }
    assert_int_equal(stm_text__char('\''), STM_CHAR_APOSTROPHE);
    assert_int_equal(stm_text__char('.'), STM_CHAR_POINT);
    assert_int_equal(stm_text__char(','), STM_CHAR_COMMA);
    assert_int_equal(stm_text__char('_'), STM_CHAR_OTHER);
    for (unsigned byte = 128; byte < 256; byte++)
        assert_int_equal(stm_text__byte[byte], STM_CHAR_UNREAD);
}

static void other_characters_follow_their_category(void **state)
{
    (void)state;
    assert_int_equal(stm_text__char(0x00e9), STM_CHAR_LETTER);
    assert_int_equal(stm_text__char(0x0416), STM_CHAR_LETTER);
    assert_int_equal(stm_text__char(0xac00), STM_CHAR_LETTER);
    assert_int_equal(stm_text__char(0x00b2), STM_CHAR_LETTER);
    assert_int_equal(stm_text__char(0x0967), STM_CHAR_DIGIT);
    assert_int_equal(stm_text__char(0x0301), STM_CHAR_MARK);
    assert_int_equal(stm_text__char(0x00ad), STM_CHAR_MARK);
    assert_int_equal(stm_text__char(0x200b), STM_CHAR_MARK);
    assert_int_equal(stm_text__char(0x2019), STM_CHAR_APOSTROPHE);
    assert_int_equal(stm_text__char(0x2013), STM_CHAR_OTHER);
    assert_int_equal(stm_text__char(0x1f600), STM_CHAR_OTHER);
    assert_int_equal(stm_text__char(0xfffd), STM_CHAR_OTHER);
}

static void the_table_classes_every_character_as_its_category_does(void **state)
{
    (void)state;
    for (uint32_t cp = 128; cp < 0x110000; cp++)
        if (stm_text__char(cp) != stm_text__char_slow(cp))
            fail_msg("U+%04X", (unsigned)cp);
}

static void scripts_without_spaces_are_ideographs(void **state)
{
    (void)state;
    const uint32_t some[] = {0x3042,  0x30a2, 0x30fc, 0x3005, 0x4e00, 0x9fff,
                             0x20000, 0xff71, 0x0e01, 0x0e81, 0x1000, 0x1780};
    for (size_t i = 0; i < sizeof some / sizeof *some; i++)
        assert_int_equal(stm_text__char(some[i]), STM_CHAR_IDEOGRAPH);
    assert_true(stm_text__is_phrase_script(0x0e01));
    assert_false(stm_text__is_phrase_script(0x4e00));
    assert_int_equal(stm_text__char(0x0e49), STM_CHAR_MARK);
    assert_int_equal(stm_text__char(0x0e51), STM_CHAR_DIGIT);
}

static void
the_ideographs_read_without_the_table_fold_to_themselves(void **state)
{
    (void)state;
    for (uint32_t cp = 0x4e00; cp <= 0x9fff; cp++)
        assert_int_equal(stm_text__entry(cp) >> STM_CHAR_KNOWN_SHIFT,
                         STM_CHAR_IDEOGRAPH << 2 | STM_CHAR_ITSELF);
}

static void spaces_and_line_ends_are_known_beyond_ascii(void **state)
{
    (void)state;
    assert_true(stm_text__is_space(0x00a0));
    assert_true(stm_text__is_space(0x3000));
    assert_true(stm_text__is_space(0x2028));
    assert_false(stm_text__is_space(0x200b));
    assert_true(stm_text__is_line_end(0x2028));
    assert_true(stm_text__is_line_end(0x85));
    assert_false(stm_text__is_line_end(' '));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ascii_is_letters_digits_and_joiners),
        cmocka_unit_test(other_characters_follow_their_category),
        cmocka_unit_test(
            the_table_classes_every_character_as_its_category_does),
        cmocka_unit_test(scripts_without_spaces_are_ideographs),
        cmocka_unit_test(
            the_ideographs_read_without_the_table_fold_to_themselves),
        cmocka_unit_test(spaces_and_line_ends_are_known_beyond_ascii),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
