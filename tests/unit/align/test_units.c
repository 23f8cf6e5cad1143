#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "align/weights.h"
#include "steps.h"

static void units_cover_every_token_once(const stm_side *s)
{
    uint32_t at = 0;
    for (uint32_t k = 0; k < s->unit_count; k++) {
        assert_int_equal(s->unit[k].at.from, at);
        assert_true(s->unit[k].at.to > at);
        assert_true(s->unit[k].at.to - at <= 4 * STM_ALIGN_LONG_UNIT);
        at = s->unit[k].at.to;
    }
    assert_int_equal(at, s->text->count);
}

static void a_list_is_cut_at_its_semicolons(void **state)
{
    (void)state;
    steps s;
    steps_begin(&s,
                "On the raft were a miller and his wife; two goats from the "
                "upper farm; and a clock that nobody claimed. It sank.",
                "Nothing.");
    assert_true(stm_align__units(&s.p));
    assert_int_equal(s.p.a.unit_count, 4);
    units_cover_every_token_once(&s.p.a);
    steps_end(&s);
}

static void a_text_without_marks_is_cut_alike_behind_an_insertion(void **state)
{
    (void)state;
    enum { WORDS = 2000 };
    steps s;
    char *a = test_many("word%u ", WORDS), *b = malloc(strlen(a) + 32);
    assert_non_null(b);
    memcpy(b, "three more words ", 17);
    memcpy(b + 17, a, strlen(a) + 1);
    steps_begin(&s, a, b);
    assert_true(stm_align__units(&s.p));
    units_cover_every_token_once(&s.p.a);
    units_cover_every_token_once(&s.p.b);
    uint32_t last_a = s.p.a.unit[s.p.a.unit_count - 1].at.from;
    uint32_t last_b = s.p.b.unit[s.p.b.unit_count - 1].at.from;
    assert_int_equal(last_a + 3, last_b);
    steps_end(&s);
    free(a), free(b);
}

static void rare_stems_weigh_more_than_common_ones(void **state)
{
    (void)state;
    steps s;
    steps_begin(&s, "The heron stood. The mill stood. The bridge stood.",
                "The road went. The cart went.");
    assert_true(stm_align__units(&s.p));
    assert_true(s.p.weight[s.p.a.stem[1]] > s.p.weight[s.p.a.stem[0]]);
    steps_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_is_cut_at_its_semicolons),
        cmocka_unit_test(a_text_without_marks_is_cut_alike_behind_an_insertion),
        cmocka_unit_test(rare_stems_weigh_more_than_common_ones),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
