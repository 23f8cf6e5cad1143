#include "said.h"

#include "text/fold.h"

static void letters_digits_and_marks_hold_together(void **state)
{
    (void)state;
    assert_words("Three B2B deals, 2nd day; m² of floor",
                 "three b2b deals 2nd day m2 of floor");
    assert_words("cafe\xcc\x81 na\xc3\xafve", "caf\xc3\xa9 na\xc3\xafve");
    assert_words("snake_case and *stars*", "snake case and stars");
}

static void apostrophes_join_letters_and_read_alike(void **state)
{
    (void)state;
    assert_words("don't don’t donʼt don＇t don`t",
                 "don't don't don't don't don't");
    assert_words("'tis the dogs' l’été d'or", "tis the dogs l'été d'or");
    assert_words("1'000 zł", "1'000 zł");
}

static void numbers_keep_their_points_and_commas(void **state)
{
    (void)state;
    assert_words("1,200.50 or 3.5, 7. Then 1,a", "1,200.50 or 3.5 7 then 1 a");
    assert_words("16.05.2024 at 12:30", "16.05.2024 at 12 30");
    assert_words("١٬٢٣٤٫٥ و ४२", "١٬٢٣٤٫٥ و ४२");
}

static void acronyms_lose_their_points(void **state)
{
    (void)state;
    assert_words("The U.S. and the US; z.B., a.m., т.е. nun",
                 "the us and the us zb am те nun");
    assert_int_equal(stm_word_hash(STM_LIT("U.S")),
                     stm_word_hash(STM_LIT("us")));
    assert_words("needed.He e.Foo example.com", "needed he e foo example com");
}

static void hyphens_of_all_styles_separate_but_soft_ones_vanish(void **state)
{
    (void)state;
    assert_words("well-known well‐known well‑known well–known",
                 "well known well known well known well known");
    assert_words("hy\xc2\xadphen zero\xe2\x80\x8bwidth", "hyphen zerowidth");
    assert_words("\xc2\xad\xe2\x80\x8b \xe2\x80\x8d", "");
}

static void scripts_without_spaces_give_a_word_a_character(void **state)
{
    (void)state;
    assert_words("新しい町へ。", "新 し い 町 へ");
    assert_words("山路 abc山2路", "山 路 abc 山 2 路");
    assert_words("น้ำใจ", "น้ \xe0\xb9\x8d\xe0\xb8\xb2 ใ จ");
    assert_words("ｶﾞｽ ガス", "ガ ス ガ ス");
}

static void other_scripts_go_by_words(void **state)
{
    (void)state;
    assert_words("새로운 도시는 크다.", "새로운 도시는 크다");
    assert_words("Новый Город, ЁЛКА", "новый город ёлка");
    assert_words("Η Νέα Πόλη ΤΟΥΣ", "η νέα πόλη τουσ");
    assert_words("مدينة جديدة، كبيرة", "مدينة جديدة كبيرة");
    assert_words("नया शहर बड़ा है।", "नया शहर बड\xe0\xa4\xbcा है");
    assert_words("עיר חדשה צה\"ל צה״ל ג׳ורג׳", "עיר חדשה צה\"ל צה\"ל ג'ורג");
    assert_words("l'any col·lecció", "l'any col·lecció");
    assert_words("İstanbul’un IŞIĞI", "istanbul'un işiği");
    assert_words("Straße STRASSE ﬁnal Ｆｕｌｌ", "strasse strasse final full");
}

static void flags_tell_how_a_word_starts(void **state)
{
    (void)state;
    stm_words *w = said_scan("Big 3rd small Éa 九");
    const uint8_t form =
        STM_WORD_NUMBER | STM_WORD_CAPITAL | STM_WORD_IDEOGRAPH;
    const uint8_t want[] = {STM_WORD_CAPITAL, STM_WORD_NUMBER, 0,
                            STM_WORD_CAPITAL, STM_WORD_IDEOGRAPH};
    assert_int_equal(w->count, 5);
    for (uint32_t i = 0; i < w->count; i++)
        assert_int_equal(w->flags[i] & form, want[i]);
    stm_words_free(w);
}

static void ranges_lead_back_to_the_captured_bytes(void **state)
{
    (void)state;
    const char *text = "«Où est\xc2\xa0l’U.S. Army\xe2\x80\x8b?»";
    const char *want[] = {"Où", "est", "l’U.S", "Army\xe2\x80\x8b"};
    stm_words *w = said_scan(text);
    assert_int_equal(w->count, 4);
    for (uint32_t i = 0; i < w->count; i++) {
        size_t len = w->at[i].end - w->at[i].start;
        assert_int_equal(len, strlen(want[i]));
        assert_memory_equal(text + w->at[i].start, want[i], len);
    }
    stm_words_free(w);
}

static void hashes_are_those_of_single_words_wherever_they_stand(void **state)
{
    (void)state;
    /* every length and distance from the end of the text */
    char text[200];
    for (size_t len = 1; len < 40; len++) {
        memset(text, 'x', len);
        text[len / 2] = 'Q';
        stm_str word = {text, len};
        for (size_t behind = 0; behind < 12; behind++) {
            memset(text + len, ' ', behind);
            stm_words *w;
            stm_str s = {text, len + behind};
            assert_int_equal(stm_words_scan(&w, s, NULL), STM_OK);
            assert_int_equal(w->count, 1);
            assert_true(w->hash[0] == stm_word_hash(word));
            stm_words_free(w);
        }
    }
}

static void every_ascii_byte_reads_alike_on_both_paths(void **state)
{
    (void)state;
    /* a letter beyond ASCII at the end of the word turns the short cut off */
    for (int c = 1; c < 128; c++) {
        char plain[] = {'a', 'B', (char)c, 'd', 'e', ' ', 'z', 0};
        char wide[] = {'a', 'B', (char)c, 'd', 'e', '\xc3', '\xa9', 0};
        char a[64], b[64];
        said_words(plain, a, sizeof a);
        said_words(wide, b, sizeof b);
        a[strlen(a) - 2] = '\0';
        assert_true(!strncmp(b, a, strlen(a)));
        assert_string_equal(b + strlen(a), "é");
    }
}

static void a_word_too_long_is_cut_and_loses_nothing(void **state)
{
    (void)state;
    enum { LETTERS = 1000 };
    char text[LETTERS * 2 + 1] = {0};
    for (int i = 0; i < LETTERS; i++)
        memcpy(text + 2 * i, "\xd0\xb6", 2);
    stm_words *w = said_scan(text);
    uint32_t reached = 0;
    for (uint32_t i = 0; i < w->count; i++) {
        assert_int_equal(w->at[i].start, reached);
        reached = w->at[i].end;
        assert_true(w->at[i].end - w->at[i].start <= STM_TEXT_WORD_MAX);
    }
    assert_int_equal(reached, 2 * LETTERS);
    stm_words_free(w);
}

static void a_million_marks_take_no_time(void **state)
{
    (void)state;
    enum { MARKS = 1000000 };
    char *text = malloc(MARKS * 2 + 2);
    assert_non_null(text);
    text[0] = 'e';
    for (int i = 0; i < MARKS; i++)
        memcpy(text + 1 + 2 * i, i % 2 ? "\xcc\xa3" : "\xcc\x81", 2);
    text[MARKS * 2 + 1] = '\0';
    stm_words *w = said_scan(text);
    assert_in_range(w->count, MARKS / 64, MARKS / 60);
    stm_words_free(w);
    free(text);
}

static void damaged_text_is_refused_with_its_place(void **state)
{
    (void)state;
    const char *damaged[] = {"ab\xff",     "ab\xc3",
                             "ab\xc0\x80", "ab \xed\xa0\x80",
                             "ab\xe2\x82", "ab\xf4\x90\x80\x80",
                             "ab\x80"};
    for (size_t i = 0; i < sizeof damaged / sizeof *damaged; i++) {
        stm_words *w;
        stm_error err;
        stm_str s = {damaged[i], strlen(damaged[i])};
        assert_int_equal(stm_words_scan(&w, s, &err), STM_EARG);
        assert_null(w);
        assert_in_range(err.offset, 2, 3);
    }
}

static void more_than_four_gib_is_a_limit_error(void **state)
{
    (void)state;
    stm_words *w;
    stm_error err;
    stm_str s = {"", (size_t)UINT32_MAX + 1};
    assert_int_equal(stm_words_scan(&w, s, &err), STM_ELIMIT);
    assert_null(w);
}

static void no_words_are_no_fault(void **state)
{
    (void)state;
    assert_words("", "");
    assert_words(" \n\t - … ", "");
    stm_words *w;
    assert_int_equal(stm_words_scan(&w, STM_NONE, NULL), STM_OK);
    assert_int_equal(w->count, 0);
    stm_words_free(w);
    stm_words_free(NULL);
}

static void a_folded_word_is_cut_to_fit_at_a_character(void **state)
{
    (void)state;
    char buf[8];
    stm_words *w = said_scan("ÀÉÎõü");
    assert_int_equal(stm_words_folded(w, 0, buf, 6), 4);
    assert_string_equal(buf, "àé");
    assert_int_equal(stm_words_folded(w, 0, buf, 1), 0);
    assert_string_equal(buf, "");
    assert_int_equal(stm_words_folded(w, 0, NULL, 0), 0);
    stm_words_free(w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_digits_and_marks_hold_together),
        cmocka_unit_test(apostrophes_join_letters_and_read_alike),
        cmocka_unit_test(numbers_keep_their_points_and_commas),
        cmocka_unit_test(acronyms_lose_their_points),
        cmocka_unit_test(hyphens_of_all_styles_separate_but_soft_ones_vanish),
        cmocka_unit_test(scripts_without_spaces_give_a_word_a_character),
        cmocka_unit_test(other_scripts_go_by_words),
        cmocka_unit_test(flags_tell_how_a_word_starts),
        cmocka_unit_test(ranges_lead_back_to_the_captured_bytes),
        cmocka_unit_test(hashes_are_those_of_single_words_wherever_they_stand),
        cmocka_unit_test(every_ascii_byte_reads_alike_on_both_paths),
        cmocka_unit_test(a_word_too_long_is_cut_and_loses_nothing),
        cmocka_unit_test(a_million_marks_take_no_time),
        cmocka_unit_test(damaged_text_is_refused_with_its_place),
        cmocka_unit_test(more_than_four_gib_is_a_limit_error),
        cmocka_unit_test(no_words_are_no_fault),
        cmocka_unit_test(a_folded_word_is_cut_to_fit_at_a_character),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
