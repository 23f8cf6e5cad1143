#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "steps.h"

#define A                                               \
    "Heavy rain closed the mountain road above Lenz. "  \
    "Two lorries slid into the ditch before midnight. " \
    "The mayor promised new drains by the spring."
#define SWAPPED                                         \
    "Two lorries slid into the ditch before midnight. " \
    "The mayor promised new drains by the spring. "     \
    "Heavy rain closed the mountain road above Lenz."

static void chain(steps *s, const char *a, const char *b)
{
    steps_begin(s, a, b);
    assert_true(stm_align__units(&s->p) && stm_align__runs(&s->p) &&
                stm_align__cells(&s->p) && stm_align__chain(&s->p));
}

static void the_like_of_a_unit_is_its_best_candidate(void **state)
{
    (void)state;
    steps s;
    chain(&s, A, SWAPPED);
    for (size_t k = 0; k < s.p.cells.count; k++) {
        stm_cell c = s.p.cells.items[k];
        bool same = c.b == (c.a + 2) % 3;
        assert_true(same == (c.sim > .9f));
    }
    steps_end(&s);
}

static void a_moved_unit_makes_a_block_of_its_own(void **state)
{
    (void)state;
    steps s;
    chain(&s, A, SWAPPED);
    assert_int_equal(s.p.links.count, 3);
    steps_end(&s);
}

static void each_unit_is_taken_once(void **state)
{
    (void)state;
    steps s;
    chain(&s, A " " A, A);
    assert_int_equal(s.p.links.count, 3);
    steps_end(&s);
}

static void similarity_of_two_units_counts_both(void **state)
{
    (void)state;
    steps s;
    chain(&s, A, A);
    assert_true(stm_align__similarity(&s.p, 0, 2, 0, 2) > .999f);
    assert_true(stm_align__similarity(&s.p, 0, 2, 0, 1) < .8f);
    steps_end(&s);
}

static void a_learned_word_raises_similarity(void **state)
{
    (void)state;
    steps s;
    chain(&s,
          "The war began at dawn in Lenz. The war ended at noon in Tarn. "
          "Old people fear war and hunger alike.",
          "The conflict began at dawn in Lenz. The conflict ended at noon in "
          "Tarn. Old folks dread conflict plus starvation alike.");
    float before = 0, after = 0;
    for (size_t k = 0; k < s.p.cells.count; k++)
        if (s.p.cells.items[k].a == 2 && s.p.cells.items[k].b == 2)
            before = s.p.cells.items[k].sim;
    assert_true(stm_align__learn(&s.p));
    for (size_t k = 0; k < s.p.cells.count; k++)
        if (s.p.cells.items[k].a == 2 && s.p.cells.items[k].b == 2)
            after = s.p.cells.items[k].sim;
    assert_true(after > before);
    steps_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_like_of_a_unit_is_its_best_candidate),
        cmocka_unit_test(a_moved_unit_makes_a_block_of_its_own),
        cmocka_unit_test(each_unit_is_taken_once),
        cmocka_unit_test(similarity_of_two_units_counts_both),
        cmocka_unit_test(a_learned_word_raises_similarity),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
