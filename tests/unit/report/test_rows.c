#include "report/rows.h"

#include <string.h>

#include "base/str.h"
#include "texts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static stm_arena mem;

/* Texts of which only the length counts. */
static stm_rows make(const stm_shared *passages, size_t count, size_t a_len,
                     size_t b_len)
{
    static const stm_text no_words;
    static const char spaces[] = "                                        ";
    assert_true(a_len < sizeof spaces && b_len < sizeof spaces);
    stm_relation r = {.passages = passages, .passage_count = count};
    stm_capture ca = {.text = {spaces, a_len}}, cb = {.text = {spaces, b_len}};
    stm_witness a = {.capture = &ca, .text = &no_words};
    stm_witness b = {.capture = &cb, .text = &no_words};
    stm_rows rows;
    assert_int_equal(stm_rows__make(&rows, &mem, &r, &a, &b, NULL), STM_OK);
    return rows;
}

static void assert_row(const stm_row *row, stm_range a, stm_range b,
                       bool passage)
{
    assert_int_equal(row->a.start, a.start);
    assert_int_equal(row->a.end, a.end);
    assert_int_equal(row->b.start, b.start);
    assert_int_equal(row->b.end, b.end);
    assert_int_equal(row->passage != NULL, passage);
}

static void rows_hold_every_byte_of_both(void **state)
{
    (void)state;
    const stm_shared p[] = {{{5, 10}, {0, 5}, STM_PASSAGE_VERBATIM, 1},
                            {{20, 30}, {9, 19}, STM_PASSAGE_EDITED, .9f}};
    stm_rows rows = make(p, 2, 40, 19);
    assert_int_equal(rows.count, 5);
    assert_row(&rows.items[0], (stm_range){0, 5}, (stm_range){0, 0}, false);
    assert_row(&rows.items[1], (stm_range){5, 10}, (stm_range){0, 5}, true);
    assert_row(&rows.items[2], (stm_range){10, 20}, (stm_range){5, 9}, false);
    assert_row(&rows.items[3], (stm_range){20, 30}, (stm_range){9, 19}, true);
    assert_row(&rows.items[4], (stm_range){30, 40}, (stm_range){19, 19}, false);
}

static void texts_without_passages_stand_side_by_side(void **state)
{
    (void)state;
    stm_rows rows = make(NULL, 0, 7, 9);
    assert_int_equal(rows.count, 1);
    assert_row(&rows.items[0], (stm_range){0, 7}, (stm_range){0, 9}, false);
}

static void only_the_block_that_moved_is_called_moved(void **state)
{
    (void)state;
    const stm_shared p[] = {{{0, 10}, {30, 40}, STM_PASSAGE_VERBATIM, 1},
                            {{10, 20}, {0, 10}, STM_PASSAGE_VERBATIM, 1},
                            {{20, 30}, {10, 20}, STM_PASSAGE_VERBATIM, 1},
                            {{30, 40}, {20, 30}, STM_PASSAGE_VERBATIM, 1}};
    stm_rows rows = make(p, 4, 40, 40);
    assert_int_equal(rows.count, 4);
    assert_true(rows.items[0].moved);
    for (size_t i = 1; i < 4; i++)
        assert_false(rows.items[i].moved);
}

/* The whole of two texts as one passage with one difference. */
static size_t count_parts(const char *one, const char *two, stm_difference d)
{
    test_texts texts = {0};
    const stm_text *a = test_text_add(&texts, one);
    const stm_text *b = test_text_add(&texts, two);
    const stm_shared p = {{0, (uint32_t)strlen(one)},
                          {0, (uint32_t)strlen(two)},
                          STM_PASSAGE_EDITED,
                          .9f};
    stm_relation r = {.passages = &p,
                      .passage_count = 1,
                      .differences = &d,
                      .difference_count = 1};
    stm_capture ca = {.text = a->bytes}, cb = {.text = b->bytes};
    stm_witness wa = {.capture = &ca, .text = a};
    stm_witness wb = {.capture = &cb, .text = b};
    stm_rows rows;
    assert_int_equal(stm_rows__make(&rows, &mem, &r, &wa, &wb, NULL), STM_OK);
    for (size_t i = 0; i < rows.count; i++) {
        const stm_row *row = &rows.items[i];
        assert_int_equal(row->goes_on, i > 0);
        assert_int_equal(row->a.start, i ? row[-1].a.end : 0);
        assert_int_equal(row->b.start, i ? row[-1].b.end : 0);
    }
    test_texts_free(&texts);
    return rows.count;
}

static void a_passage_is_split_at_paragraphs_of_both(void **state)
{
    (void)state;
    const char *a = "The mill burned down.\n\nNobody was hurt.\n\nRain fell.";
    const char *b = "The old mill burned down.\n\nNobody was hurt. Rain fell.";
    const stm_difference d = {{4, 4}, {4, 8}, false};
    assert_int_equal(count_parts(a, b, d), 2);
}

static void marks_go_with_the_words_they_hang_on(void **state)
{
    (void)state;
    const char *bytes = "He said \xe2\x80\x9cyes.\xe2\x80\x9d Then";
    const stm_range at[] = {{0, 2}, {3, 7}, {11, 14}, {19, 23}};
    const uint8_t flags[4] = {0};
    uint32_t words[4] = {0};
    stm_text t = {.at = at, .flags = flags, .word = words, .count = 4};
    stm_capture c = {.text = stm_str_of(bytes)};
    stm_witness w = {.capture = &c, .text = &t};
    const stm_shared p = {{11, 14}, {11, 14}, STM_PASSAGE_VERBATIM, 1};
    stm_relation r = {.passages = &p, .passage_count = 1};
    stm_rows rows;
    assert_int_equal(stm_rows__make(&rows, &mem, &r, &w, &w, NULL), STM_OK);
    assert_int_equal(rows.count, 3);
    assert_row(&rows.items[1], (stm_range){8, 18}, (stm_range){8, 18}, true);
}

static void wrapped_lines_are_no_paragraphs(void **state)
{
    (void)state;
    const char *a = "The mill burned\ndown on Friday\nand nobody knows.";
    const char *b = "The mill burned\ndown on Friday\nand nobody cares.";
    const stm_difference d = {{42, 47}, {42, 47}, false};
    assert_int_equal(count_parts(a, b, d), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_hold_every_byte_of_both),
        cmocka_unit_test(texts_without_passages_stand_side_by_side),
        cmocka_unit_test(only_the_block_that_moved_is_called_moved),
        cmocka_unit_test(a_passage_is_split_at_paragraphs_of_both),
        cmocka_unit_test(marks_go_with_the_words_they_hang_on),
        cmocka_unit_test(wrapped_lines_are_no_paragraphs),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    stm_arena_free(&mem);
    return failed;
}
