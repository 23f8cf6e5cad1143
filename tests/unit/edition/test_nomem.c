/* A family edited with the n-th allocation failing: a clean error, no leak. */
#include "family.h"

#include "failing_malloc.h"

static void open_all(family *f)
{
    text(f, "The ferry stops on the third of November, said the office. All "
            "is well in the harbour tonight, thank God.");
    text(f, "The ferry stops on the fifth of November, said the office.");
    text(f, "The ferry halts on the third of November, declared the office. "
            "Everything is well in the haven tonight, thank God. Nobody in the "
            "haven believed that the ferry would halt for so long a time.");
    f->second = f->count;
    text(f, "The harbour office said that the ferry stops in November.");
    text(f, "The haven office declared that the ferry halts in November. "
            "Nobody in the haven believed it.");
    uint32_t x = lost(f);
    edge(f, 3, 4, STM_SPUN);
    dated(f, 0, 10);
    edge(f, x, 0, STM_REVISION);
    edge(f, x, 1, STM_EXCERPT);
    edge(f, x, 2, STM_SPUN);
}

static void each_allocation_may_fail(void **state)
{
    (void)state;
    for (size_t n = 0;; n++) {
        family f = {0};
        stm_error err = {0};
        open_all(&f);
        fail_after(n);
        stm_status rc = try_edit(&f, &err);
        bool failed = fail_never();
        close_family(&f);
        if (!failed) {
            assert_int_equal(rc, STM_OK);
            return;
        }
        assert_int_equal(rc, STM_ENOMEM);
        assert_int_equal(err.code, STM_ENOMEM);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_allocation_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
