#include "family.h"

static void agreement_and_variants_become_units(void **state)
{
    (void)state;
    family f = {0};
    text(&f, "The red boat came home late on Friday, said the harbour master.");
    text(&f,
         "The blue boat came home late on Friday, said the harbour master.");
    edge(&f, 0, 1, STM_REVISION);
    const stm_collation *c = edit(&f);
    assert_int_equal(c->unit_count, 3);
    assert_int_equal(c->units[0].reading_count, 1);
    assert_int_equal(c->units[1].reading_count, 2);
    assert_text(reads(&c->units[1], 0)->text, "red");
    assert_text(reads(&c->units[1], 1)->text, "blue");
    assert_text(c->units[2].readings[0].text,
                "boat came home late on Friday, said the harbour master.");
    close_family(&f);
}

static void the_readings_of_the_root_come_first(void **state)
{
    (void)state;
    family f = {0};
    text(&f, "The red boat came home late on Friday, said the harbour master.");
    text(&f,
         "The blue boat came home late on Friday, said the harbour master.");
    edge(&f, 1, 0, STM_REVISION);
    const stm_collation *c = edit(&f);
    assert_text(c->units[1].readings[0].text, "blue");
    close_family(&f);
}

static void words_left_out_are_omitted_and_passages_absent(void **state)
{
    (void)state;
    family f = {0};
    text(&f, "The red boat came home late. Nobody on the quay had expected it "
             "so soon after the storm. The crew slept.");
    text(&f, "The boat came home late. The crew slept.");
    edge(&f, 0, 1, STM_REVISION);
    const stm_collation *c = edit(&f);
    assert_int_equal(reads(unit_with(c, "red"), 1)->kind, STM_READING_OMITTED);
    assert_int_equal(reads(unit_with(c, "Nobody"), 1)->kind,
                     STM_READING_ABSENT);
    close_family(&f);
}

static void a_short_sentence_left_out_is_a_unit_of_its_own(void **state)
{
    (void)state;
    family f = {0};
    text(&f, "The red boat came home late. Nobody slept. The crew ate.");
    text(&f, "The red boat came home soon. The crew ate.");
    edge(&f, 0, 1, STM_REVISION);
    const stm_collation *c = edit(&f);
    assert_text(reads(unit_with(c, "late"), 0)->text, "late.");
    assert_text(reads(unit_with(c, "Nobody"), 0)->text, "Nobody slept.");
    assert_int_equal(reads(unit_with(c, "Nobody"), 1)->kind,
                     STM_READING_OMITTED);
    close_family(&f);
}

static void a_twin_reads_as_the_capture_it_is_identical_to(void **state)
{
    (void)state;
    family f = {0};
    text(&f, "The red boat came home late on Friday.");
    text(&f, "The red boat came home late on Friday.");
    text(&f, "The blue boat came home late on Friday.");
    edge(&f, 0, 1, STM_IDENTICAL);
    edge(&f, 0, 2, STM_REVISION);
    const stm_collation *c = edit(&f);
    assert_int_equal(c->node_count, 3);
    assert_ptr_equal(reads(unit_with(c, "red"), 0),
                     reads(unit_with(c, "red"), 1));
    close_family(&f);
}

static void two_equal_texts_alone_have_nothing_but_agreement(void **state)
{
    (void)state;
    family f = {0};
    text(&f, "The red boat came home late on Friday.");
    text(&f, "The red boat came home late on Friday.");
    edge(&f, 0, 1, STM_IDENTICAL);
    const stm_collation *c = edit(&f);
    assert_int_equal(c->unit_count, 1);
    assert_int_equal(c->units[0].reading_count, 1);
    assert_int_equal(c->units[0].readings[0].by_count, 2);
    close_family(&f);
}

static void a_text_without_words_lacks_everything(void **state)
{
    (void)state;
    family f = {0};
    text(&f, "The red boat came home late on Friday, said the harbour master.");
    text(&f, "--");
    edge(&f, 0, 1, STM_EXCERPT);
    const stm_collation *c = edit(&f);
    for (size_t i = 0; i < c->unit_count; i++)
        assert_int_equal(reads(&c->units[i], 1)->kind, STM_READING_ABSENT);
    close_family(&f);
}

static void one_text_alone_is_no_family(void **state)
{
    (void)state;
    family f = {0};
    text(&f, "The red boat came home late on Friday.");
    assert_null(edit(&f));
    close_family(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agreement_and_variants_become_units),
        cmocka_unit_test(the_readings_of_the_root_come_first),
        cmocka_unit_test(words_left_out_are_omitted_and_passages_absent),
        cmocka_unit_test(a_short_sentence_left_out_is_a_unit_of_its_own),
        cmocka_unit_test(a_twin_reads_as_the_capture_it_is_identical_to),
        cmocka_unit_test(two_equal_texts_alone_have_nothing_but_agreement),
        cmocka_unit_test(a_text_without_words_lacks_everything),
        cmocka_unit_test(one_text_alone_is_no_family),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
