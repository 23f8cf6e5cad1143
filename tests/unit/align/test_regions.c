#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "align/regions.h"
#include "steps.h"
#include "stories.h"

static void find(steps *s, const char *a, const char *b)
{
    steps_begin(s, a, b);
    assert_true(stm_align__runs(&s->p));
    assert_true(stm_align__regions(&s->p));
}

static void shuffled_words_are_found_and_nothing_around_them(void **state)
{
    (void)state;
    steps s;
    find(&s, STORY_BEFORE STORY_SHUFFLED STORY_BEHIND,
         STORY_OTHER STORY_SOURCE);
    assert_int_equal(s.p.regions.count, 1);
    const stm_region *r = &s.p.regions.items[0];
    test_texts t = {0};
    uint32_t before = test_text_add(&t, STORY_BEFORE)->count;
    uint32_t inside = test_text_add(&t, STORY_SHUFFLED)->count;
    uint32_t other = test_text_add(&t, STORY_OTHER)->count;
    assert_int_equal(r->a.from, before);
    assert_int_equal(r->a.to, before + inside);
    assert_int_equal(r->b.from, other);
    assert_int_equal(r->b.to, s.p.b.text->count);
    test_texts_free(&t);
    steps_end(&s);
}

static void texts_without_a_common_source_have_none(void **state)
{
    (void)state;
    steps s;
    find(&s, STORY_BEFORE STORY_BEHIND, STORY_OTHER STORY_SOURCE);
    assert_int_equal(s.p.regions.count, 0);
    steps_end(&s);
}

static void regions_share_no_word(void **state)
{
    (void)state;
    steps s;
    find(&s, STORY_SOURCE STORY_BEFORE STORY_OTHER STORY_BEHIND,
         STORY_BEHIND STORY_SOURCE);
    for (size_t k = 0; k < s.p.regions.count; k++)
        for (size_t m = 0; m < k; m++) {
            stm_region x = s.p.regions.items[k], y = s.p.regions.items[m];
            assert_true(x.a.to <= y.a.from || y.a.to <= x.a.from);
            assert_true(x.b.to <= y.b.from || y.b.to <= x.b.from);
        }
    assert_int_equal(s.p.regions.count, 2);
    steps_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shuffled_words_are_found_and_nothing_around_them),
        cmocka_unit_test(texts_without_a_common_source_have_none),
        cmocka_unit_test(regions_share_no_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
