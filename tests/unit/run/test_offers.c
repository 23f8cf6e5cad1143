#include "run/offers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

enum { BUTTON = 7, TEXT = 8, FOOT = 9, MOST = 4 };

/* Captures of a line of text and one behind it, which may be an offer. */
typedef struct shelf {
    stm_job job;
    stm_witness witness[MOST];
    stm_page page[MOST];
    stm_lines lines[MOST];
    stm_line line[MOST][2];
} shelf;

static void put(shelf *s, uint64_t behind, bool cut)
{
    size_t i = s->job.captures.count++;
    s->page[i].truncated = cut;
    s->witness[i].page = &s->page[i];
    s->line[i][0] = (stm_line){.whole = TEXT, .kind = STM_PAGE_CONTENT};
    s->line[i][1] =
        (stm_line){.whole = behind, .kind = STM_FURNITURE_NAV, .offer = cut};
    s->lines[i] = (stm_lines){s->line[i], 2};
}

static bool is_cut(shelf *s, size_t i)
{
    s->job.witnesses = s->witness;
    assert_int_equal(stm_offers__doubt(&s->job, s->lines, NULL), STM_OK);
    return s->page[i].truncated;
}

static void an_offer_of_its_own_cuts_a_text(void **state)
{
    (void)state;
    shelf s = {0};
    put(&s, BUTTON, true);
    put(&s, FOOT, false);
    assert_true(is_cut(&s, 0));
}

static void a_button_below_whole_texts_does_not(void **state)
{
    (void)state;
    shelf s = {0};
    put(&s, BUTTON, true);
    put(&s, BUTTON, false);
    assert_false(is_cut(&s, 0));
}

static void more_cut_texts_than_whole_ones_are_cut(void **state)
{
    (void)state;
    shelf s = {0};
    put(&s, BUTTON, true);
    put(&s, BUTTON, true);
    put(&s, BUTTON, false);
    assert_true(is_cut(&s, 0));
    assert_true(s.page[1].truncated);
    put(&s, BUTTON, false);
    assert_false(is_cut(&s, 0));
    assert_false(s.page[1].truncated);
}

static void what_stands_in_a_text_says_nothing(void **state)
{
    (void)state;
    shelf s = {0};
    put(&s, BUTTON, true);
    put(&s, BUTTON, false);
    s.line[1][0].whole = BUTTON;
    s.line[1][1].whole = FOOT;
    assert_true(is_cut(&s, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_offer_of_its_own_cuts_a_text),
        cmocka_unit_test(a_button_below_whole_texts_does_not),
        cmocka_unit_test(more_cut_texts_than_whole_ones_are_cut),
        cmocka_unit_test(what_stands_in_a_text_says_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
