#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"
#include "html/hints.h"
#include "html/hints_letters.h"

static int make(void **state)
{
    stm_hint_words *h = malloc(sizeof *h);
    stm_html__hints_init(h);
    *state = h;
    return 0;
}

static int drop(void **state)
{
    free(*state);
    return 0;
}

static uint32_t hints(void **state, const char *name)
{
    uint64_t hash;
    return stm_html__hints(*state, stm_str_of(name), &hash);
}

static void names_fall_into_words_at_marks_and_capitals(void **state)
{
    uint32_t want =
        STM_HINT_BIT(STM_HINT_BODY) | STM_HINT_BIT(STM_HINT_ARTICLE);
    assert_int_equal(hints(state, "post-body"), want);
    assert_int_equal(hints(state, "post_body2"), want);
    assert_int_equal(hints(state, "postBody"), want);
    assert_int_equal(hints(state, "POST BODY"), want);
}

/* Names of up to 64 bytes are taken apart by bits, longer ones by bytes. */
static void words_are_the_same_in_names_of_any_length(void **state)
{
    static const char *const names[] = {
        "postBody",      "post_BODY-x2comments", "a1CommentShare",    "navMENU",
        "\xc3\xa9Share", "Share{comment}@nav",   "[post`body~AUTHOR", "x"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        uint32_t want = hints(state, names[i]);
        for (size_t n = 1; n < 90; n++) {
            char room[200];
            size_t m = strlen(names[i]);
            memset(room, '-', n);
            memcpy(room + n, names[i], m);
            room[n + m] = room[n + m + 1] = '\0';
            assert_int_equal(hints(state, room), want);
            room[n + m] = '-';
            assert_int_equal(hints(state, room), want);
        }
    }
}

static void letters_are_the_same_all_ways(void **state)
{
    (void)state;
    char room[STM_LETTERS];
    for (unsigned c = 0; c < 256; c++)
        for (size_t n = 0; n <= STM_LETTERS; n++) {
            for (size_t i = 0; i < STM_LETTERS; i++)
                room[i] = (char)(c + i * 37);
            stm_letters a = stm_html__letters_scalar(room, n);
            stm_letters b = stm_html__letters(room, n);
            assert_true(a.all == b.all && a.small == b.small);
        }
}

static void words_of_a_long_name_are_all_found(void **state)
{
    uint32_t want = hints(state, "comments") | hints(state, "sidebar");
    for (size_t n = 0; n < 150; n++)
        for (size_t m = 40; m < 90; m += 7) {
            char room[400];
            memset(room, ' ', sizeof room);
            memset(room, 'q', n);
            memcpy(room + n + 1, "comments", 8);
            memset(room + n + 10, 'q', m);
            memcpy(room + n + m + 11, "sidebar", 8);
            assert_int_equal(hints(state, room), want);
        }
}

static void a_part_of_a_word_is_no_hint(void **state)
{
    assert_int_equal(hints(state, "shadow"), 0);
    assert_int_equal(hints(state, "x-bodywork"), 0);
}

static void a_plural_is_its_word(void **state)
{
    assert_int_equal(hints(state, "comments"), hints(state, "comment"));
    assert_int_not_equal(hints(state, "comments"), 0);
}

static void a_name_met_again_says_the_same(void **state)
{
    uint32_t first = hints(state, "sidebar widget");
    for (int i = 0; i < 26 * 26; i++)
        hints(state, (char[]){(char)('a' + i / 26), (char)('a' + i % 26), 0});
    assert_int_equal(hints(state, "sidebar widget"), first);
}

static void a_name_without_end_is_read_for_a_while(void **state)
{
    enum { LONG = 1 << 20 };
    char *name = malloc(LONG + 1);
    memset(name, 'x', LONG);
    name[LONG] = '\0';
    assert_int_equal(hints(state, name), 0);
    free(name);
    assert_int_equal(hints(state, ""), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_fall_into_words_at_marks_and_capitals),
        cmocka_unit_test(words_are_the_same_in_names_of_any_length),
        cmocka_unit_test(letters_are_the_same_all_ways),
        cmocka_unit_test(words_of_a_long_name_are_all_found),
        cmocka_unit_test(a_part_of_a_word_is_no_hint),
        cmocka_unit_test(a_plural_is_its_word),
        cmocka_unit_test(a_name_met_again_says_the_same),
        cmocka_unit_test(a_name_without_end_is_read_for_a_while),
    };
    return cmocka_run_group_tests(tests, make, drop);
}
