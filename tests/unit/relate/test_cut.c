#include "pair.h"
#include "relate/evidence.h"

#define LEAD                                                                   \
    "The tide came in early that year, and nobody had mended the sluice. The " \
    "men stood on the dyke with lanterns and waited for the bell"
#define REST                                                                   \
    "to ring. When it rang they carried the sacks to the breach and laid "     \
    "them "                                                                    \
    "one upon another until the morning, and the women brought bread and hot " \
    "ale along the dyke, and still the water came over the lowest stones and " \
    "into the orchard."

static double weight_of(pair *p)
{
    double w = pair_said(&p->c)->weight;
    pair_close(p);
    return w;
}

static void a_break_inside_a_sentence_marks_the_copy(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, LEAD, LEAD " " REST);
    pair_share(&p, LEAD, LEAD);
    p.page[1].title = STM_LIT("High water");
    stm_relate__cut(pair_case(&p, STM_EXCERPT), 3);
    assert_says(&p.c, STM_B_TO_A, "a ends where b goes on for 45 words");
    assert_true(weight_of(&p) > 2.9);
}

/* The shared passage of the other may run on to the end of its sentence. */
static void a_passage_may_end_behind_the_break(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, LEAD, LEAD " " REST);
    pair_share(&p, LEAD, LEAD " to ring");
    p.page[1].title = STM_LIT("High water");
    stm_relate__cut(pair_case(&p, STM_EXCERPT), 3);
    assert_says(&p.c, STM_B_TO_A, "a ends where b goes on");
    assert_true(weight_of(&p) > 2.9);
}

static void a_small_letter_in_the_next_line_goes_on(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, LEAD, LEAD "\n\n" REST);
    pair_share(&p, LEAD, LEAD);
    p.page[1].title = STM_LIT("High water");
    stm_relate__cut(pair_case(&p, STM_EXCERPT), 3);
    assert_true(weight_of(&p) > 2.9);
}

static void the_end_of_a_paragraph_is_less_sure(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, LEAD ".\n\nSo " REST, LEAD ".");
    pair_share(&p, LEAD, LEAD);
    p.page[1].title = STM_LIT("High water");
    stm_relate__cut(pair_case(&p, STM_EXCERPT), 3);
    assert_says(&p.c, STM_A_TO_B, "b ends where a goes on");
    assert_true(weight_of(&p) < 2);
}

static void bare_texts_may_have_grown_at_the_end(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, LEAD ".\n\nSo " REST, LEAD ".");
    pair_share(&p, LEAD, LEAD);
    stm_relate__cut(pair_case(&p, STM_EXCERPT), 3);
    assert_silent(&p.c);
    pair_close(&p);
    pair_open(&p, LEAD, LEAD " " REST);
    pair_share(&p, LEAD, LEAD);
    stm_relate__cut(pair_case(&p, STM_EXCERPT), 3);
    assert_says(&p.c, STM_B_TO_A, "a ends where b goes on");
    assert_true(weight_of(&p) < 2);
}

static void a_paywall_cuts_its_own_page_only(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, LEAD, LEAD " " REST);
    pair_share(&p, LEAD, LEAD);
    p.page[0].truncated = true;
    p.page[0].title = STM_LIT("High water");
    p.page[1].title = STM_LIT("High water");
    stm_relate__cut(pair_case(&p, STM_EXCERPT), 3);
    assert_says(&p.c, STM_B_TO_A, "a ends at its paywall");
    pair_close(&p);

    pair_open(&p, LEAD, LEAD " " REST);
    pair_share(&p, LEAD, LEAD);
    p.page[0].truncated = true;
    p.page[0].title = STM_LIT("High water");
    p.page[1].title = STM_LIT("The night of the flood");
    stm_relate__cut(pair_case(&p, STM_EXCERPT), 3);
    assert_silent(&p.c);
    pair_close(&p);
}

static void a_text_with_news_of_its_own_was_not_just_cut(void **state)
{
    (void)state;
    pair p;
    pair_open(
        &p,
        "Old Marten slept through it all, and when he woke he asked who "
        "had left the window open, and why the cat was on the wardrobe. " LEAD,
        LEAD " " REST);
    pair_share(&p, LEAD, LEAD);
    stm_relate__cut(pair_case(&p, STM_REVISION), 3);
    assert_silent(&p.c);
    pair_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_break_inside_a_sentence_marks_the_copy),
        cmocka_unit_test(a_passage_may_end_behind_the_break),
        cmocka_unit_test(a_small_letter_in_the_next_line_goes_on),
        cmocka_unit_test(the_end_of_a_paragraph_is_less_sure),
        cmocka_unit_test(bare_texts_may_have_grown_at_the_end),
        cmocka_unit_test(a_paywall_cuts_its_own_page_only),
        cmocka_unit_test(a_text_with_news_of_its_own_was_not_just_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
