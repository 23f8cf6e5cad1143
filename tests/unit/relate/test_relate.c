#include <stemma/relate.h>

#include <math.h>

#include "pair.h"

static stm_relation *relate(const pair *p)
{
    stm_relation *r;
    assert_int_equal(
        stm_relate(&r, &p->w[0], &p->w[1], &p->x, p->texts.lex, NULL), STM_OK);
    return r;
}

static void a_spun_copy_is_told_with_its_reasons(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, PAIR_REPORT, PAIR_SPUN);
    pair_share(&p, PAIR_REPORT, PAIR_SPUN);
    stm_relation *r = relate(&p);
    assert_int_equal(r->kind, STM_SPUN);
    assert_int_equal(r->a, 0);
    assert_int_equal(r->b, 1);
    assert_int_equal(r->direction, STM_A_TO_B);
    assert_true(r->spun_b);
    assert_false(r->spun_a);
    assert_true(r->coverage_a > .99);
    assert_true(r->confidence > .5 && r->confidence <= 1);
    assert_true(r->evidence_count >= 2);
    for (size_t i = 1; i < r->evidence_count; i++)
        assert_true(r->evidence[i - 1].weight >= r->evidence[i].weight);
    stm_relation_free(r);
    pair_close(&p);
}

static void turned_round_everything_is_turned_round(void **state)
{
    (void)state;
    pair p, q;
    pair_open(&p, PAIR_REPORT, PAIR_SPUN);
    pair_share(&p, PAIR_REPORT, PAIR_SPUN);
    pair_open(&q, PAIR_SPUN, PAIR_REPORT);
    pair_share(&q, PAIR_SPUN, PAIR_REPORT);
    stm_relation *r = relate(&p), *s = relate(&q);
    assert_int_equal(r->kind, s->kind);
    assert_int_equal(s->direction, STM_B_TO_A);
    assert_true(s->spun_a);
    assert_true(fabs(r->log_odds[0] - s->log_odds[1]) < 1e-9);
    assert_true(fabs(r->distance - s->distance) < 1e-9);
    assert_true(fabs(r->confidence - s->confidence) < 1e-9);
    stm_relation_free(r);
    stm_relation_free(s);
    pair_close(&p);
    pair_close(&q);
}

static void unrelated_texts_have_no_direction(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "A violin was sold.", "The sluice is shut.");
    stm_relation *r = relate(&p);
    assert_int_equal(r->kind, STM_UNRELATED);
    assert_int_equal(r->direction, STM_UNKNOWN);
    assert_int_equal(r->passage_count, 0);
    stm_relation_free(r);
    pair_close(&p);
}

static void a_judge_judges_as_if_each_pair_were_its_first(void **state)
{
    (void)state;
    stm_judge *j;
    assert_int_equal(stm_judge_new(&j, NULL), STM_OK);
    for (int turn = 0; turn < 3; turn++) {
        pair p;
        stm_relation *alone, *again;
        pair_open(&p, "The ferry left. Nobody saw it go.",
                  "The ferry left. Somebody saw it go.");
        pair_share(&p, "The ferry left", "The ferry left");
        assert_int_equal(
            stm_relate(&alone, &p.w[0], &p.w[1], &p.x, p.texts.lex, NULL),
            STM_OK);
        assert_int_equal(
            stm_judge_run(&again, j, &p.w[0], &p.w[1], &p.x, p.texts.lex, NULL),
            STM_OK);
        assert_int_equal(alone->kind, again->kind);
        assert_int_equal(alone->evidence_count, again->evidence_count);
        assert_true(alone->confidence == again->confidence);
        stm_relation_free(alone);
        stm_relation_free(again);
        pair_close(&p);
    }
    stm_judge_free(j);
}

static void freeing_nothing_is_fine(void **state)
{
    (void)state;
    stm_relation_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_spun_copy_is_told_with_its_reasons),
        cmocka_unit_test(turned_round_everything_is_turned_round),
        cmocka_unit_test(unrelated_texts_have_no_direction),
        cmocka_unit_test(a_judge_judges_as_if_each_pair_were_its_first),
        cmocka_unit_test(freeing_nothing_is_fine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
