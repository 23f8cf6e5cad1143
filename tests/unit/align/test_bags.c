#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "align/bags.h"
#include "steps.h"
#include "stories.h"

static void a_stretch_ends_with_the_last_word_of_its_source(void **state)
{
    (void)state;
    steps s;
    stm_bags g;
    steps_begin(&s, STORY_SOURCE, STORY_BEFORE STORY_SOURCE STORY_BEHIND);
    uint32_t whole = s.p.a.text->count;
    assert_true(stm_bags__new(&g, &s.p));
    stm_bags__set(&g, 0, (stm_span){0, whole});
    stm_span core = {s.p.b.text->count / 2, s.p.b.text->count / 2 + 5};
    assert_true(stm_bags__stretch(&g, 1, .9f, &core) > 100);
    assert_int_equal(core.to - core.from, whole);
    for (uint32_t i = 0; i < whole; i++)
        assert_int_equal(s.p.a.stem[i], s.p.b.stem[core.from + i]);
    steps_end(&s);
}

static void a_bag_holds_what_lies_in_its_span(void **state)
{
    (void)state;
    steps s;
    stm_bags g;
    steps_begin(&s, "plum pear plum apple plum", "apple");
    assert_true(stm_bags__new(&g, &s.p));
    static const stm_span spans[] = {{0, 5}, {1, 3}, {4, 5}, {0, 1}, {2, 2}};
    static const uint32_t plums[] = {3, 1, 1, 1, 0};
    for (size_t k = 0; k < 5; k++) {
        stm_bags__set(&g, 0, spans[k]);
        assert_int_equal(g.count[s.p.a.stem[0]].in[0], plums[k]);
    }
    steps_end(&s);
}

static void faithful_copies_keep_more_than_shuffled_ones(void **state)
{
    (void)state;
    steps s;
    stm_bags g;
    float kept[2];
    for (int k = 0; k < 2; k++) {
        steps_begin(&s, STORY_SOURCE, k ? STORY_SHUFFLED : STORY_SOURCE);
        assert_true(stm_bags__new(&g, &s.p));
        stm_span a = {0, s.p.a.text->count}, b = {0, s.p.b.text->count};
        stm_bags__set(&g, 0, a);
        stm_bags__set(&g, 1, b);
        kept[k] = stm_bags__kept(&g, 0, .6f, a);
        steps_end(&s);
    }
    assert_true(kept[0] > .9f);
    assert_true(kept[1] < kept[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_stretch_ends_with_the_last_word_of_its_source),
        cmocka_unit_test(a_bag_holds_what_lies_in_its_span),
        cmocka_unit_test(faithful_copies_keep_more_than_shuffled_ones),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
