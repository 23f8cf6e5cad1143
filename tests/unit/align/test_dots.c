#include <stdlib.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "align/regions.h"
#include "align/weights.h"
#include "steps.h"
#include "stories.h"

static stm_seeds seeds_of(steps *s, const char *a, const char *b)
{
    stm_bags g;
    stm_seeds seeds = {0};
    steps_begin(s, a, b);
    assert_true(stm_bags__new(&g, &s->p));
    assert_true(stm_align__dots(&s->p, &g, &seeds));
    return seeds;
}

static void rare_stems_that_meet_are_a_seed_where_they_meet(void **state)
{
    (void)state;
    steps s;
    stm_seeds seeds =
        seeds_of(&s, STORY_SHUFFLED, STORY_BEFORE STORY_SOURCE STORY_BEHIND);
    assert_true(seeds.count > 0);
    test_texts before = {0}, source = {0};
    uint32_t from = test_text_add(&before, STORY_BEFORE)->count;
    uint32_t words = test_text_add(&source, STORY_SOURCE)->count;
    const stm_seed *best = &seeds.items[0];
    assert_false(best->exact);
    assert_true(best->b.to > from && best->b.from < from + words);
    test_texts_free(&before);
    test_texts_free(&source);
    stm_vec_free(&seeds);
    steps_end(&s);
}

static void the_heaviest_seed_comes_first(void **state)
{
    (void)state;
    steps s;
    stm_seeds seeds = seeds_of(&s, STORY_SOURCE STORY_BEHIND,
                               STORY_BEHIND STORY_OTHER STORY_SHUFFLED);
    assert_true(seeds.count > 1);
    for (size_t k = 1; k < seeds.count; k++)
        assert_true(seeds.items[k - 1].weight >= seeds.items[k].weight);
    for (size_t k = 0; k < seeds.count; k++) {
        assert_true(seeds.items[k].weight >= STM_REGION_SEED);
        assert_true(seeds.items[k].a.to <= s.p.a.text->count);
        assert_true(seeds.items[k].b.to <= s.p.b.text->count);
    }
    stm_vec_free(&seeds);
    steps_end(&s);
}

static void other_texts_have_no_seeds(void **state)
{
    (void)state;
    steps s;
    stm_seeds seeds = seeds_of(&s, STORY_SOURCE, STORY_OTHER);
    assert_int_equal(seeds.count, 0);
    stm_vec_free(&seeds);
    steps_end(&s);
}

static void one_word_over_and_over_is_no_seed(void **state)
{
    (void)state;
    steps s;
    char *many = test_many("harbour ", 5000);
    stm_seeds seeds = seeds_of(&s, many, many);
    assert_int_equal(seeds.count, 0);
    stm_vec_free(&seeds);
    steps_end(&s);
    free(many);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rare_stems_that_meet_are_a_seed_where_they_meet),
        cmocka_unit_test(the_heaviest_seed_comes_first),
        cmocka_unit_test(other_texts_have_no_seeds),
        cmocka_unit_test(one_word_over_and_over_is_no_seed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
