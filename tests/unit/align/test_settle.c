#include "aligned.h"

#include "stories.h"

static void shuffled_words_are_one_passage(void **state)
{
    (void)state;
    pair p;
    align(&p, STORY_BEFORE STORY_SHUFFLED STORY_BEHIND,
          STORY_OTHER STORY_SOURCE);
    assert_int_equal(p.x->shared_count, 1);
    assert_int_equal(p.x->shared[0].kind, STM_PASSAGE_EDITED);
    assert_true(p.x->shared[0].similarity < .7f);
    done(&p);
}

static void moved_passages_are_shown_one_by_one(void **state)
{
    (void)state;
    pair p;
    align(&p, STORY_SOURCE STORY_BEHIND, STORY_BEHIND STORY_SOURCE);
    assert_int_equal(p.x->shared_count, 2);
    for (size_t k = 0; k < 2; k++)
        assert_int_equal(p.x->shared[k].kind, STM_PASSAGE_VERBATIM);
    done(&p);
}

static void what_is_shown_is_disjoint_and_in_order(void **state)
{
    (void)state;
    pair p;
    align(&p, STORY_SOURCE STORY_BEFORE STORY_BEHIND STORY_OTHER,
          STORY_BEHIND STORY_SHUFFLED STORY_OTHER);
    for (size_t k = 1; k < p.x->shared_count; k++)
        assert_true(p.x->shared[k - 1].a.to <= p.x->shared[k].a.from);
    assert_true(p.x->shared_count >= 1);
    done(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shuffled_words_are_one_passage),
        cmocka_unit_test(moved_passages_are_shown_one_by_one),
        cmocka_unit_test(what_is_shown_is_disjoint_and_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
