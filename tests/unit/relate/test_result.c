#include "relate/result.h"

#include "pair.h"

static stm_str cut(const pair *p, int side, stm_range r)
{
    return stm_str_cut(p->capture[side].text, r);
}

static void tokens_become_bytes(void **state)
{
    (void)state;
    pair p;
    const char a[] = "Çiğdem bought a boat";
    const char b[] = "Çiğdem bought a very small boat";
    pair_open(&p, a, b);
    pair_share(&p, a, b);
    stm_relation r = {0};
    assert_true(stm_relate__result(&r, pair_case(&p, STM_REVISION)));
    assert_int_equal(r.passage_count, 1);
    assert_true(stm_str_eq(cut(&p, 1, r.passages[0].b), stm_str_of(b)));
    assert_int_equal(r.difference_count, 1);
    assert_true(
        stm_str_eq(cut(&p, 1, r.differences[0].b), STM_LIT("very small")));
    assert_int_equal(r.differences[0].a.start, r.differences[0].a.end);
    assert_int_equal(r.differences[0].a.start, strlen("Çiğdem bought a"));
    pair_close(&p);
}

static void substitutions_are_folded_words(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "His Dear\nFriend came", "His pricey buddy came");
    pair_share(&p, "His Dear\nFriend came", "His pricey buddy came");
    stm_relation r = {0};
    assert_true(stm_relate__result(&r, pair_case(&p, STM_SPUN)));
    assert_int_equal(r.substitution_count, 1);
    assert_true(stm_str_eq(r.substitutions[0].a, STM_LIT("dear friend")));
    assert_true(stm_str_eq(r.substitutions[0].b, STM_LIT("pricey buddy")));
    assert_int_equal(r.substitutions[0].count, 1);
    pair_close(&p);
}

static void an_empty_place_at_the_start_has_a_place(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "  boats came", "red boats came");
    pair_share(&p, "boats came", "red boats came");
    stm_relation r = {0};
    assert_true(stm_relate__result(&r, pair_case(&p, STM_REVISION)));
    assert_int_equal(r.differences[0].a.start, 2);
    assert_int_equal(r.differences[0].a.end, 2);
    pair_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tokens_become_bytes),
        cmocka_unit_test(substitutions_are_folded_words),
        cmocka_unit_test(an_empty_place_at_the_start_has_a_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
