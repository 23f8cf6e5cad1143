#include "relate/quote.h"

#include "pair.h"

static void a_short_span_is_quoted_whole(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "The  ferry\nleft at noon.", "x");
    stm_str s = stm_relate__quote(&p.mem, p.w[0].text, (stm_span){0, 5}, 12);
    assert_string_equal(s.ptr, "The ferry left at noon");
    assert_int_equal(s.len, strlen(s.ptr));
    pair_close(&p);
}

static void a_long_span_is_shortened_by_words(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "one two three four five", "x");
    stm_str s = stm_relate__quote(&p.mem, p.w[0].text, (stm_span){1, 5}, 2);
    assert_string_equal(s.ptr, "two three ...");
    pair_close(&p);
}

static void an_endless_word_is_cut_between_code_points(void **state)
{
    (void)state;
    pair p;
    char text[602];
    for (int i = 0; i < 300; i++)
        memcpy(text + 2 * i + 1, "é", 2);
    text[0] = 'a';
    text[601] = 0;
    pair_open(&p, text, "x");
    stm_str s = stm_relate__quote(&p.mem, p.w[0].text, (stm_span){0, 1}, 12);
    assert_true(s.len < 130);
    assert_true(s.len > 100);
    assert_int_equal((unsigned char)s.ptr[s.len - 5], 0xA9);
    assert_string_equal(s.ptr + s.len - 4, " ...");
    pair_close(&p);
}

static void an_empty_span_is_an_empty_quote(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "word", "x");
    stm_str s = stm_relate__quote(&p.mem, p.w[0].text, (stm_span){1, 1}, 12);
    assert_non_null(s.ptr);
    assert_int_equal(s.len, 0);
    pair_close(&p);
}

static void bytes_are_quoted_to_the_end_of_the_line(void **state)
{
    (void)state;
    stm_arena m = {0};
    stm_str s =
        stm_relate__quote_bytes(&m, STM_LIT("via The Ledger \nnext"), 80);
    assert_string_equal(s.ptr, "via The Ledger");
    s = stm_relate__quote_bytes(&m, STM_LIT("0123456789"), 4);
    assert_string_equal(s.ptr, "0123 ...");
    s = stm_relate__quote_bytes(&m, STM_LIT("a\0b"), 4);
    assert_string_equal(s.ptr, "a b");
    stm_arena_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_short_span_is_quoted_whole),
        cmocka_unit_test(a_long_span_is_shortened_by_words),
        cmocka_unit_test(an_endless_word_is_cut_between_code_points),
        cmocka_unit_test(an_empty_span_is_an_empty_quote),
        cmocka_unit_test(bytes_are_quoted_to_the_end_of_the_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
