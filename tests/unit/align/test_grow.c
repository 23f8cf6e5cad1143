#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "align/regions.h"
#include "align/weights.h"
#include "steps.h"
#include "stories.h"

static uint32_t words_of(const char *text)
{
    test_texts t = {0};
    uint32_t words = test_text_add(&t, text)->count;
    test_texts_free(&t);
    return words;
}

static stm_region grow(steps *s, const char *a, stm_span in_a, const char *b,
                       stm_span in_b)
{
    stm_bags g;
    steps_begin(s, a, b);
    assert_true(stm_bags__new(&g, &s->p));
    return stm_align__grow(&g, in_a, in_b, STM_REGION_KEPT);
}

static void a_few_words_grow_to_the_whole_copy(void **state)
{
    (void)state;
    steps s;
    uint32_t before = words_of(STORY_BEFORE), whole = words_of(STORY_SOURCE);
    stm_span seed = {whole / 2, whole / 2 + 8};
    stm_span there = {before + seed.from, before + seed.to};
    stm_region r = grow(&s, STORY_SOURCE, seed,
                        STORY_BEFORE STORY_SOURCE STORY_BEHIND, there);
    assert_int_equal(r.a.from, 0);
    assert_int_equal(r.a.to, whole);
    assert_int_equal(r.b.from, before);
    assert_int_equal(r.b.to, before + whole);
    assert_true(r.gain_a > STM_REGION_LOUD && r.gain_b > STM_REGION_LOUD);
    assert_true(r.kept_a > STM_REGION_FAITHFUL);
    steps_end(&s);
}

static void shuffled_words_grow_too_and_count_as_kept_in_part(void **state)
{
    (void)state;
    steps s;
    uint32_t before = words_of(STORY_BEFORE), whole = words_of(STORY_SOURCE);
    stm_region r = grow(&s, STORY_SOURCE, (stm_span){20, 40},
                        STORY_BEFORE STORY_SHUFFLED STORY_BEHIND,
                        (stm_span){before + 4, before + 24});
    assert_true(2 * (r.a.to - r.a.from) > whole);
    assert_true(r.b.from + 3 >= before);
    assert_true(r.kept_a < .97f);
    assert_true(r.gain_a > STM_REGION_GAIN && r.gain_b > STM_REGION_GAIN);
    steps_end(&s);
}

static void what_has_nothing_in_common_gains_nothing(void **state)
{
    (void)state;
    steps s;
    stm_region r = grow(&s, STORY_SOURCE, (stm_span){10, 30}, STORY_OTHER,
                        (stm_span){10, 30});
    assert_true(r.gain_a < STM_REGION_HOPE || r.gain_b < STM_REGION_HOPE);
    steps_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_few_words_grow_to_the_whole_copy),
        cmocka_unit_test(shuffled_words_grow_too_and_count_as_kept_in_part),
        cmocka_unit_test(what_has_nothing_in_common_gains_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
