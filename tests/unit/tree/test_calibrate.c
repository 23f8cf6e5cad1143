#include "tradition.h"

typedef struct setting {
    tradition t;
    stm_tree__family f;
    uint32_t lost;
} setting;

static void open_setting(setting *s)
{
    *s = (setting){0};
    text(&s->t, "one two");
    text(&s->t, "one three");
    relate(&s->t, 0, 1, STM_REVISION);
    open_bench(&s->t, &s->f);
    s->lost = stm_tree__node_add(&s->f, STM_LOST);
}

static void close_setting(setting *s)
{
    stm_tree__family_free(&s->f);
    close_tradition(&s->t);
}

static void surer_stays_surer(void **state)
{
    (void)state;
    setting s;
    open_setting(&s);
    double last = 0;
    for (int i = 0; i <= 10; i++) {
        double p = stm_tree__calibrated(&s.f, 0, i / 10.0);
        assert_true(p >= last && p < 1);
        last = p;
    }
    close_setting(&s);
}

static void pages_are_believed_less_than_clean_texts(void **state)
{
    (void)state;
    setting s;
    open_setting(&s);
    double clean = stm_tree__calibrated(&s.f, 0, .8);
    s.t.page[0].title = s.t.page[1].title = STM_LIT("High water");
    assert_true(stm_tree__calibrated(&s.f, 0, .8) < clean);
    close_setting(&s);
}

static void copyists_are_believed_more_where_nothing_was_lost(void **state)
{
    (void)state;
    setting s;
    open_setting(&s);
    double clean = stm_tree__calibrated(&s.f, 0, .8);
    s.f.manuscripts = true;
    double copied = stm_tree__calibrated(&s.f, 0, .8);
    assert_true(copied > clean);
    assert_true(stm_tree__calibrated(&s.f, s.lost, .8) < copied);
    close_setting(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(surer_stays_surer),
        cmocka_unit_test(pages_are_believed_less_than_clean_texts),
        cmocka_unit_test(copyists_are_believed_more_where_nothing_was_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
