#include "pair.h"
#include "relate/evidence.h"

static void insertions_make_the_later_state(void **state)
{
    (void)state;
    pair p;
    const char a[] = "the tide came in and the men stood on the dyke";
    const char b[] =
        "the spring tide came in early and the men stood on the dyke";
    pair_open(&p, a, b);
    pair_share(&p, a, b);
    stm_relate__inserts(pair_case(&p, STM_REVISION), 1);
    assert_says(&p.c, STM_A_TO_B, "b has words of its own at 2 places, a at 0");
    pair_close(&p);
}

static void as_many_deletions_say_nothing(void **state)
{
    (void)state;
    pair p;
    const char a[] = "the tide came in early and the men stood on the dyke";
    const char b[] = "the spring tide came in and the men stood on the dyke";
    pair_open(&p, a, b);
    pair_share(&p, a, b);
    stm_relate__inserts(pair_case(&p, STM_REVISION), 1);
    assert_silent(&p.c);
    pair_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(insertions_make_the_later_state),
        cmocka_unit_test(as_many_deletions_say_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
