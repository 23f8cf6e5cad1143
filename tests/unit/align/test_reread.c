#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "align/reread.h"
#include "steps.h"

static void begin(steps *s, const char *a, const char *b)
{
    steps_begin(s, a, b);
    s->p.a_to_b = STM_ARENA_NEW(&s->p.mem, uint32_t, s->p.a.text->count + 1);
    s->p.b_to_a = STM_ARENA_NEW(&s->p.mem, uint32_t, s->p.b.text->count + 1);
    assert_true(stm_align__reread(&s->p));
}

static void a_misread_word_is_read_as_the_word_it_is(void **state)
{
    (void)state;
    steps s;
    begin(&s, "The govemment fell in Novernber.",
          "The government fell in November.");
    for (uint32_t i = 0; i < s.p.a.text->count; i++)
        assert_int_equal(s.p.a.text->word[i], s.p.b.text->word[i]);
    steps_end(&s);
}

static void a_word_that_both_have_stays(void **state)
{
    (void)state;
    steps s;
    begin(&s, "The modem was modern.", "A modem is modern or not.");
    assert_int_equal(s.p.a.text->word[1], s.p.own_a->word[1]);
    assert_int_equal(s.p.a.text->word[3], s.p.own_a->word[3]);
    steps_end(&s);
}

static void the_own_words_come_back(void **state)
{
    (void)state;
    steps s;
    begin(&s, "The govemment fell.", "The government fell.");
    const stm_text *a = s.p.own_a, *b = s.p.own_b;
    stm_passage all = {.a = {0, 3}, .b = {0, 3}, .same = 3, .similarity = 1};
    for (uint32_t i = 0; i < 3; i++)
        s.p.a_to_b[i] = s.p.b_to_a[i] = i;
    stm_align__unread(&s.p, &all, 1);
    assert_ptr_equal(s.p.a.text, a);
    assert_ptr_equal(s.p.b.text, b);
    assert_int_equal(all.same, 2);
    assert_int_equal(s.p.a_to_b[1], STM_NO_TOKEN);
    assert_int_equal(s.p.a_to_b[2], 2);
    steps_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_misread_word_is_read_as_the_word_it_is),
        cmocka_unit_test(a_word_that_both_have_stays),
        cmocka_unit_test(the_own_words_come_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
