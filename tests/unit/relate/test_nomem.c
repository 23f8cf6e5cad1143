/* A relation with the n-th allocation failing: a clean error, no leak. */
#include <stemma/relate.h>

#include "failing_malloc.h"
#include "pair.h"

static void fill(pair *p, const char *a, const char *b)
{
    pair_open(p, a, b);
    p->page[0].title = STM_LIT("The bridge");
    p->page[0].published = (stm_date){2031, 3, 6, 13, 20, -1, -300};
    p->page[0].truncated = true;
}

static void each_allocation_may_fail(pair *p)
{
    for (size_t n = 0;; n++) {
        stm_relation *r;
        stm_error err = {0};
        fail_after(n);
        stm_status rc =
            stm_relate(&r, &p->w[0], &p->w[1], &p->x, p->texts.lex, &err);
        if (!fail_never()) {
            assert_int_equal(rc, STM_OK);
            stm_relation_free(r);
            break;
        }
        assert_int_equal(rc, STM_ENOMEM);
        assert_int_equal(err.code, STM_ENOMEM);
        assert_null(r);
    }
    pair_close(p);
}

static void of_a_spun_pair(void **state)
{
    (void)state;
    pair p;
    fill(&p, PAIR_REPORT, PAIR_SPUN " They met late Friday, he mentioned.");
    pair_share(&p, PAIR_REPORT, PAIR_SPUN);
    each_allocation_may_fail(&p);
}

static void of_a_revision(void **state)
{
    (void)state;
    pair p;
    fill(&p, "They will meet on Friday. " PAIR_REPORT,
         "They met on Friday. " PAIR_REPORT " First published in The Ledger.");
    pair_share(&p, "They will meet on Friday", "They met on Friday");
    pair_share(&p, PAIR_REPORT, PAIR_REPORT);
    each_allocation_may_fail(&p);
}

static void of_unrelated_texts(void **state)
{
    (void)state;
    pair p;
    fill(&p, PAIR_REPORT, "A violin was sold.");
    each_allocation_may_fail(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_a_spun_pair),
        cmocka_unit_test(of_a_revision),
        cmocka_unit_test(of_unrelated_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
