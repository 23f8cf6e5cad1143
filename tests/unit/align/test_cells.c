#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "align/weights.h"
#include "steps.h"

#define A                                               \
    "Heavy rain closed the mountain road above Lenz. "  \
    "Two lorries slid into the ditch before midnight. " \
    "The mayor promised new drains by the spring."
#define B                                           \
    "The mayor promised new drains by the spring. " \
    "Nobody spoke of the lorries in the ditch. "    \
    "Heavy rain closed the mountain road above Lenz."

static void find_cells(steps *s, const char *a, const char *b)
{
    steps_begin(s, a, b);
    assert_true(stm_align__units(&s->p) && stm_align__runs(&s->p) &&
                stm_align__cells(&s->p));
}

static void cells_come_by_place_and_each_once(void **state)
{
    (void)state;
    steps s;
    find_cells(&s, A " " A, B " " B);
    const stm_cell *c = s.p.cells.items;
    assert_true(s.p.cells.count > 0);
    for (size_t k = 1; k < s.p.cells.count; k++)
        assert_true(c[k - 1].a < c[k].a ||
                    (c[k - 1].a == c[k].a && c[k - 1].b < c[k].b));
    steps_end(&s);
}

static void rows_begin_and_end_with_their_unit(void **state)
{
    (void)state;
    steps s;
    find_cells(&s, A, B);
    const uint32_t *row = s.p.cell_row;
    assert_int_equal(row[0], 0);
    assert_int_equal(row[s.p.a.unit_count], s.p.cells.count);
    for (uint32_t a = 0; a < s.p.a.unit_count; a++)
        for (uint32_t k = row[a]; k < row[a + 1]; k++)
            assert_int_equal(s.p.cells.items[k].a, a);
    steps_end(&s);
}

/* Candidates are scored in another way than single pairs. */
static void a_cell_is_as_alike_as_its_units(void **state)
{
    (void)state;
    steps s;
    find_cells(&s, A, B);
    for (size_t k = 0; k < s.p.cells.count; k++) {
        stm_cell c = s.p.cells.items[k];
        assert_true(c.sim == stm_align__similarity(&s.p, c.a, 1, c.b, 1));
        assert_true(c.sim >= STM_ALIGN_FAINT);
    }
    steps_end(&s);
}

static void a_cell_put_in_twice_stays_once(void **state)
{
    (void)state;
    steps s;
    find_cells(&s, A, B);
    size_t count = s.p.cells.count;
    stm_cell first = s.p.cells.items[0];
    assert_true(stm_vec_push(&s.p.cells, first));
    assert_true(stm_align__sort_cells(&s.p));
    assert_int_equal(s.p.cells.count, count);
    assert_int_equal(s.p.cells.items[0].b, first.b);
    steps_end(&s);
}

static void texts_without_a_word_in_common_have_no_cells(void **state)
{
    (void)state;
    steps s;
    find_cells(&s, "Heavy rain fell.", "Nobody came home");
    assert_int_equal(s.p.cells.count, 0);
    assert_int_equal(s.p.cell_row[s.p.a.unit_count], 0);
    steps_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_come_by_place_and_each_once),
        cmocka_unit_test(rows_begin_and_end_with_their_unit),
        cmocka_unit_test(a_cell_is_as_alike_as_its_units),
        cmocka_unit_test(a_cell_put_in_twice_stays_once),
        cmocka_unit_test(texts_without_a_word_in_common_have_no_cells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
