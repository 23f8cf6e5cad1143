#include "aligned.h"

#include <stdlib.h>
#include <string.h>

#define MORNING                                                             \
    "The ferry left Port Ansel before sunrise with forty crates of plums. " \
    "Its captain, Ruth Oakley, had not slept since the storm on Sunday. "   \
    "Nobody on the quay expected the old engine to last the crossing. "

#define EVENING                                                       \
    "By evening the whole harbour knew that the plums were gone. "    \
    "A clerk from the customs house counted the empty crates twice. " \
    "He wrote down forty and signed the sheet without a word. "

static void a_text_against_itself_is_one_verbatim_passage(void **state)
{
    (void)state;
    pair p;
    align(&p, MORNING EVENING, MORNING EVENING);
    assert_int_equal(p.x->passage_count, 1);
    assert_int_equal(p.x->passages[0].kind, STM_PASSAGE_VERBATIM);
    assert_int_equal(p.x->covered_a, p.a->count);
    assert_int_equal(p.x->change_count, 0);
    done(&p);
}

static void passages_that_changed_places_are_both_found(void **state)
{
    (void)state;
    pair p;
    align(&p, MORNING EVENING, EVENING MORNING);
    assert_int_equal(p.x->passage_count, 2);
    assert_int_equal(p.x->covered_a, p.a->count);
    assert_int_equal(p.x->covered_b, p.b->count);
    assert_true(p.x->passages[0].b.from > p.x->passages[1].b.from);
    done(&p);
}

static void texts_without_common_thought_share_nothing(void **state)
{
    (void)state;
    pair p;
    align(&p, MORNING,
          "A choir of nine sang under the railway bridge. "
          "The police let them finish and then took names.");
    assert_int_equal(p.x->passage_count, 0);
    assert_int_equal(p.x->covered_a, 0);
    done(&p);
}

static void a_copy_that_stops_in_mid_sentence_ends_at_the_word(void **state)
{
    (void)state;
    pair p;
    align(&p, MORNING EVENING,
          MORNING "By evening the whole harbour knew that");
    assert_int_equal(p.x->passage_count, 1);
    stm_str end = test_text_of(p.a, p.x->passages[0].a);
    assert_memory_equal(end.ptr + end.len - 9, "knew that", 9);
    done(&p);
}

static void a_changed_word_is_one_change(void **state)
{
    (void)state;
    pair p;
    align(&p, MORNING EVENING,
          "The ferry left Port Ansel before sunset with forty crates of plums. "
          "Its captain, Ruth Oakley, had not slept since the storm on Sunday. "
          "Nobody on the quay expected the old engine to last the "
          "crossing. " EVENING);
    assert_int_equal(p.x->passage_count, 1);
    assert_int_equal(p.x->passages[0].kind, STM_PASSAGE_EDITED);
    assert_int_equal(p.x->change_count, 1);
    assert_false(p.x->changes[0].substitution);
    stm_str was = test_text_of(p.a, p.x->changes[0].a);
    assert_memory_equal(was.ptr, "sunrise", 7);
    assert_int_equal(p.x->substitution_count, 1);
    assert_int_equal(p.x->a_to_b[p.x->changes[0].a.from], STM_NO_TOKEN);
    done(&p);
}

static void a_text_with_its_words_replaced_is_spun(void **state)
{
    (void)state;
    pair p;
    align(
        &p, MORNING EVENING,
        "The ship departed Port Ansel earlier than dawn with forty boxes of "
        "plums. Its skipper, Ruth Oakley, had not rested since the tempest on "
        "Sunday. No one on the pier anticipated the aged engine to endure the "
        "crossing. By night the entire harbour knew that the plums had been "
        "gone. A clerk from the customs home counted the empty boxes twice. "
        "He wrote down forty and signed the paper without a phrase.");
    assert_true(p.x->passage_count >= 1);
    assert_int_equal(p.x->passages[0].kind, STM_PASSAGE_SPUN);
    assert_true(p.x->covered_a > p.a->count * 9 / 10);
    assert_int_equal(p.x->substitutions[0].count, 2);
    stm_str most = test_text_of(p.a, p.x->substitutions[0].a);
    assert_memory_equal(most.ptr, "crates", 6);
    done(&p);
}

static void one_sentence_made_of_two_takes_both(void **state)
{
    (void)state;
    pair p;
    align(&p,
          MORNING "The plums were sold at noon. The crates were burnt at the "
                  "pier by two boys. " EVENING,
          MORNING
          "The plums were sold at noon and the crates were burnt at the "
          "pier by two boys. " EVENING);
    assert_int_equal(p.x->passage_count, 1);
    assert_int_equal(p.x->covered_a, p.a->count);
    done(&p);
}

static void a_word_on_the_other_side_of_a_sentence_end_is_kept(void **state)
{
    (void)state;
    pair p;
    align(&p,
          MORNING "The men carried every plum to the harbour. Later they "
                  "slept in the barn until noon. " EVENING,
          MORNING "The men carried every plum to the. Harbour later they "
                  "slept in the barn until noon. " EVENING);
    assert_int_equal(p.x->covered_a, p.a->count);
    assert_int_equal(p.x->change_count, 0);
    done(&p);
}

static void the_other_order_gives_the_mirror_image(void **state)
{
    (void)state;
    pair p, q;
    const char *a = MORNING EVENING;
    const char *b = EVENING "Somebody laughed. " MORNING;
    align(&p, a, b);
    align(&q, b, a);
    assert_int_equal(p.x->passage_count, q.x->passage_count);
    assert_int_equal(p.x->covered_a, q.x->covered_b);
    for (uint32_t i = 0; i < p.a->count; i++)
        assert_int_equal(p.x->a_to_b[i], q.x->b_to_a[i]);
    done(&p);
    done(&q);
}

static void a_run_cut_by_a_gap_in_the_content_is_two_passages(void **state)
{
    (void)state;
    test_texts t = {0};
    const char *text = MORNING "ADVERT " EVENING;
    const stm_text *b = test_text_add(&t, MORNING EVENING);
    stm_words *w = NULL;
    stm_text *a = NULL;
    stm_alignment *x = NULL;
    uint32_t hole = (uint32_t)strlen(MORNING);
    stm_range parts[] = {{0, hole}, {hole + 7, (uint32_t)strlen(text)}};
    assert_int_equal(stm_words_scan(&w, (stm_str){text, strlen(text)}, NULL),
                     0);
    assert_int_equal(stm_text_new(&a, w, parts, 2, "en", NULL), STM_OK);
    assert_int_equal(stm_lexicon_add(t.lex, a, NULL), STM_OK);
    assert_int_equal(stm_align(&x, a, b, t.lex, NULL, NULL), STM_OK);
    assert_int_equal(x->passage_count, 2);
    assert_int_equal(x->covered_a, a->count);
    stm_alignment_free(x);
    stm_text_free(a);
    stm_words_free(w);
    test_texts_free(&t);
}

static void repetition_costs_no_quadratic_time(void **state)
{
    (void)state;
    pair p;
    char *a = test_many("the ", 200000), *b = test_many("the ", 199990);
    align(&p, a, b);
    assert_true(p.x->covered_b > 190000);
    done(&p);
    free(a);
    free(b);
    a = test_many("The bell rang %u times in the empty tower. ", 1);
    char *s = test_many("The bell rang often in the empty tower. ", 20000);
    align(&p, s, s);
    assert_int_equal(p.x->covered_a, p.a->count);
    done(&p);
    free(a);
    free(s);
}

static void empty_texts_align_to_nothing(void **state)
{
    (void)state;
    pair p;
    align(&p, "", MORNING);
    assert_int_equal(p.x->passage_count, 0);
    done(&p);
    align(&p, "", "");
    assert_int_equal(p.x->passage_count, 0);
    done(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_against_itself_is_one_verbatim_passage),
        cmocka_unit_test(passages_that_changed_places_are_both_found),
        cmocka_unit_test(texts_without_common_thought_share_nothing),
        cmocka_unit_test(a_copy_that_stops_in_mid_sentence_ends_at_the_word),
        cmocka_unit_test(a_changed_word_is_one_change),
        cmocka_unit_test(a_text_with_its_words_replaced_is_spun),
        cmocka_unit_test(one_sentence_made_of_two_takes_both),
        cmocka_unit_test(a_word_on_the_other_side_of_a_sentence_end_is_kept),
        cmocka_unit_test(the_other_order_gives_the_mirror_image),
        cmocka_unit_test(a_run_cut_by_a_gap_in_the_content_is_two_passages),
        cmocka_unit_test(repetition_costs_no_quadratic_time),
        cmocka_unit_test(empty_texts_align_to_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
