#include "said.h"

static const char town[] = "Menu Home. The ford was old. Carts crossed it in "
                           "Mr. Osei's time.\nAdvert Buy now!\nThen the "
                           "bridges were built. Share this";

static stm_text *make(const char *bytes, const stm_range *content, size_t count,
                      const char *language)
{
    stm_words *w = said_scan(bytes);
    stm_text *t;
    assert_int_equal(stm_text_new(&t, w, content, count, language, NULL),
                     STM_OK);
    stm_words_free(w);
    return t;
}

static void two_ranges(stm_range content[2])
{
    const char *second = strstr(town, "Then");
    content[0].start = (uint32_t)(strstr(town, "The ford") - town);
    content[0].end = (uint32_t)(strstr(town, "\nAdvert") - town);
    content[1].start = (uint32_t)(second - town);
    content[1].end = (uint32_t)(strstr(second, " Share") - town);
}

static void words_outside_the_content_are_left_out(void **state)
{
    (void)state;
    stm_range content[2];
    two_ranges(content);
    stm_text *t = make(town, content, 2, "en");
    const char *want[] = {
        "The", "ford",   "was",  "old",  "Carts", "crossed", "it",   "in",
        "Mr",  "Osei's", "time", "Then", "the",   "bridges", "were", "built"};
    assert_int_equal(t->count, 16);
    for (uint32_t i = 0; i < t->count; i++) {
        size_t len = t->at[i].end - t->at[i].start;
        assert_int_equal(len, strlen(want[i]));
        assert_memory_equal(t->bytes.ptr + t->at[i].start, want[i], len);
        assert_int_equal(t->gap[i], i >= 11);
    }
    stm_text_free(t);
}

static void sentences_hold_all_tokens_and_end_at_gaps(void **state)
{
    (void)state;
    stm_range content[2];
    two_ranges(content);
    stm_text *t = make(town, content, 2, "en");
    const stm_span want[] = {{0, 4}, {4, 11}, {11, 16}};
    assert_int_equal(t->sentence_count, 3);
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(t->sentence[i].from, want[i].from);
        assert_int_equal(t->sentence[i].to, want[i].to);
        assert_true(t->flags[want[i].from] & STM_WORD_SENTENCE);
    }
    assert_true(t->flags[0] & STM_WORD_PARAGRAPH);
    assert_true(t->flags[11] & STM_WORD_LINE);
    stm_text_free(t);
}

static void a_gap_inside_a_sentence_starts_one(void **state)
{
    (void)state;
    const char *text = "the mill buy now at the ford";
    stm_range content[] = {{0, 8}, {17, 28}};
    stm_text *t = make(text, content, 2, "");
    assert_int_equal(t->count, 5);
    assert_int_equal(t->sentence_count, 2);
    assert_int_equal(t->sentence[1].from, 2);
    assert_true(t->flags[2] & STM_WORD_LINE);
    stm_text_free(t);
}

static void a_word_cut_by_a_range_is_not_in_it(void **state)
{
    (void)state;
    stm_range content[] = {{1, 10}, {10, 10}, {11, 400}};
    stm_text *t = make("one two three four", content, 3, "en");
    assert_int_equal(t->count, 2);
    assert_int_equal(t->at[0].start, 4);
    assert_int_equal(t->at[1].start, 14);
    stm_text_free(t);
}

static void no_content_is_an_empty_text(void **state)
{
    (void)state;
    stm_text *t = make("one two", NULL, 0, "en");
    assert_int_equal(t->count, 0);
    assert_int_equal(t->sentence_count, 0);
    stm_text_free(t);
    t = make("", &(stm_range){0, 0}, 1, "xx");
    assert_int_equal(t->count, 0);
    assert_string_equal(t->language, "xx");
    stm_text_free(t);
    stm_text_free(NULL);
}

static void content_out_of_order_is_refused(void **state)
{
    (void)state;
    const stm_range bad[][2] = {
        {{4, 7}, {0, 3}}, {{0, 5}, {4, 7}}, {{3, 0}, {4, 7}}};
    stm_words *w = said_scan("one two");
    for (size_t i = 0; i < 3; i++) {
        stm_text *t;
        stm_error err;
        assert_int_equal(stm_text_new(&t, w, bad[i], 2, "en", &err), STM_EARG);
        assert_null(t);
    }
    stm_words_free(w);
}

static void the_words_may_go_before_the_text(void **state)
{
    (void)state;
    char *bytes = strdup("mills and mill");
    stm_text *t = make(bytes, &(stm_range){0, 14}, 1, "en");
    stm_lexicon *lex;
    assert_int_equal(stm_lexicon_new(&lex, NULL), STM_OK);
    assert_int_equal(stm_lexicon_add(lex, t, NULL), STM_OK);
    assert_int_equal(t->stem[0], t->stem[2]);
    stm_lexicon_free(lex);
    stm_text_free(t);
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_outside_the_content_are_left_out),
        cmocka_unit_test(sentences_hold_all_tokens_and_end_at_gaps),
        cmocka_unit_test(a_gap_inside_a_sentence_starts_one),
        cmocka_unit_test(a_word_cut_by_a_range_is_not_in_it),
        cmocka_unit_test(no_content_is_an_empty_text),
        cmocka_unit_test(content_out_of_order_is_refused),
        cmocka_unit_test(the_words_may_go_before_the_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
