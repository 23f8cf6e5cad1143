#include "run/lines.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>

#include "base/str.h"

typedef struct listing {
    stm_words *words;
    stm_lines lines;
} listing;

/* Lines of `text`, of which bytes [from, to) are furniture. */
static listing list(const char *text, uint32_t from, uint32_t to)
{
    listing l = {0};
    stm_str s = stm_str_of(text);
    stm_range content[] = {{0, from}, {to, (uint32_t)s.len}};
    stm_furniture furniture = {{from, to}, STM_FURNITURE_NAV};
    stm_page page = {.content = content,
                     .content_count = 2,
                     .furniture = &furniture,
                     .furniture_count = 1};
    assert_int_equal(stm_words_scan(&l.words, s, NULL), STM_OK);
    assert_true(stm_lines__list(&l.lines, &page, l.words));
    return l;
}

static void release(listing *l)
{
    stm_words_free(l->words);
    free(l->lines.line);
}

static void each_line_has_its_words_and_its_kind(void **state)
{
    (void)state;
    listing l = list("one two\n\nthree four five\n\nsix\n", 9, 24);
    assert_int_equal(l.lines.count, 3);
    assert_int_equal(l.lines.line[0].kind, STM_PAGE_CONTENT);
    assert_int_equal(l.lines.line[1].kind, STM_FURNITURE_NAV);
    assert_int_equal(l.lines.line[1].at.from, 2);
    assert_int_equal(l.lines.line[1].at.to, 5);
    assert_int_equal(l.lines.line[2].at.from, 5);
    release(&l);
}

static void a_line_of_two_kinds_is_left_out(void **state)
{
    (void)state;
    listing l = list("one two\n\nthree four five\n\nsix\n", 9, 19);
    assert_int_equal(l.lines.count, 2);
    assert_int_equal(l.lines.line[1].at.from, 5);
    release(&l);
}

static void versions_of_a_line_start_or_end_alike(void **state)
{
    (void)state;
    listing l = list("Old bridge to stay closed\n\nold bridge to open again\n\n"
                     "why it has to stay closed\n\nOLD BRIDGE TO STAY CLOSED\n",
                     0, 0);
    const stm_line *x = l.lines.line;
    assert_int_equal(l.lines.count, 4);
    assert_true(x[0].start == x[1].start && x[0].end != x[1].end);
    assert_true(x[0].start != x[2].start && x[0].end == x[2].end);
    assert_true(x[0].whole == x[3].whole && x[0].whole != x[1].whole);
    release(&l);
}

static void short_lines_are_known_whole_or_not_at_all(void **state)
{
    (void)state;
    listing l = list("one two three\n\none two three four\n", 0, 0);
    assert_int_equal(l.lines.line[0].start, 0);
    assert_int_equal(l.lines.line[0].end, 0);
    assert_int_not_equal(l.lines.line[1].start, 0);
    release(&l);
}

static void an_offer_is_marked(void **state)
{
    (void)state;
    stm_str s = stm_str_of("one two\n\nthree four\n\nread more\n");
    stm_range content[] = {{0, 7}};
    stm_furniture furniture[] = {{{9, 30}, STM_FURNITURE_NAV}};
    stm_page page = {.content = content,
                     .content_count = 1,
                     .furniture = furniture,
                     .furniture_count = 1,
                     .truncated = true,
                     .offer = {21, 30}};
    listing l = {0};
    assert_int_equal(stm_words_scan(&l.words, s, NULL), STM_OK);
    assert_true(stm_lines__list(&l.lines, &page, l.words));
    assert_int_equal(l.lines.count, 3);
    assert_false(l.lines.line[0].offer);
    assert_true(!l.lines.line[1].offer);
    assert_true(l.lines.line[2].offer);
    release(&l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_line_has_its_words_and_its_kind),
        cmocka_unit_test(a_line_of_two_kinds_is_left_out),
        cmocka_unit_test(versions_of_a_line_start_or_end_alike),
        cmocka_unit_test(an_offer_is_marked),
        cmocka_unit_test(short_lines_are_known_whole_or_not_at_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
