#include "dedup/cut_row.h"

#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static void add(stm_cut_row *r, const char *text, uint32_t least)
{
    stm_hashes words = {0};
    stm_str s = {text, strlen(text)};
    assert_int_equal(stm_hashes_scan_at(&words, s, NULL), STM_OK);
    assert_int_equal(stm_cut_row__add(r, s, &words, least, NULL), STM_OK);
    stm_hashes_free(&words);
}

static stm_cut_row row_of(const char *const *texts, uint32_t least)
{
    stm_cut_row r = {0};
    for (; *texts; texts++)
        add(&r, *texts, least);
    assert_int_equal(stm_cut_row__end(&r, NULL), STM_OK);
    return r;
}

static void words_have_one_number_where_their_bytes_are_one(void **state)
{
    (void)state;
    const char *const texts[] = {"sea, Sea sea, sea", "and sea, and", "", NULL};
    stm_cut_row r = row_of(texts, 1);
    const int32_t *n = r.number.items;
    assert_int_equal(r.number.count, 4 + 1 + 3 + 1 + 1);
    assert_int_equal(n[0], n[2]);
    assert_int_equal(n[0], n[6]);
    assert_int_not_equal(n[0], n[1]);
    assert_int_not_equal(n[0], n[3]); /* nothing behind it */
    assert_int_equal(r.single.items[n[0]], r.single.items[n[3]]);
    assert_int_not_equal(n[5], n[7]);
    assert_int_equal(n[4], 0);
    assert_int_equal(n[8], 0);
    assert_int_equal(n[9], 0);
    assert_int_equal(stm_cut_row__numbers(&r), 6);
    stm_cut_row__free(&r);
}

static void numbers_of_one_word_are_neighbours(void **state)
{
    (void)state;
    const char *const texts[] = {"a b a, b, a. c b. a; c, b", NULL};
    stm_cut_row r = row_of(texts, 1);
    uint32_t numbers = stm_cut_row__numbers(&r), changes = 0;
    assert_int_equal(r.single.items[0], 0);
    for (uint32_t i = 1; i < numbers; i++)
        changes += r.single.items[i] != r.single.items[i - 1];
    assert_int_equal(changes, 3);
    stm_cut_row__free(&r);
}

static void places_lead_to_documents_and_bytes(void **state)
{
    (void)state;
    const char *const texts[] = {"", "one, two", "", "three", NULL};
    stm_cut_row r = row_of(texts, 1);
    const uint32_t docs[] = {0, 1, 1, 1, 2, 3, 3};
    for (uint32_t i = 0; i < r.number.count; i++)
        assert_int_equal(stm_cut_row__doc(&r, i), docs[i]);
    assert_int_equal(r.start.items[2], 5);
    assert_int_equal(stm_cut_row__end_of(&r, 1), 3);
    assert_int_equal(stm_cut_row__end_of(&r, 2), 8);
    assert_int_equal(stm_cut_row__end_of(&r, 5), 5);
    stm_cut_row__free(&r);
}

static void the_shortest_passage_ends_where_it_has_its_bytes(void **state)
{
    (void)state;
    const char *const texts[] = {"ab cd ef", "abcdef gh", NULL};
    stm_cut_row r = row_of(texts, 5);
    const uint32_t last[] = {1, 2, 3, 3, 4, 6, 6};
    assert_int_equal(r.number.count, 7);
    for (uint32_t i = 0; i < 7; i++)
        assert_int_equal(r.last.items[i], last[i]);
    stm_cut_row__free(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_have_one_number_where_their_bytes_are_one),
        cmocka_unit_test(numbers_of_one_word_are_neighbours),
        cmocka_unit_test(places_lead_to_documents_and_bytes),
        cmocka_unit_test(the_shortest_passage_ends_where_it_has_its_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
