/* The order of a lost text's passages. */
#include "family.h"

#define FERRY "The ferry to Port Hallow stops for the winter on the third. "
#define SLIP "Repairs to the slipway begin the same week with a new crane. "
#define FARES "Season tickets will be paid back for all the weeks lost. "

static void a_lost_text_is_read_in_the_order_of_its_next_of_kin(void **state)
{
    (void)state;
    family f = {0};
    char buf[1024];
    text(&f, FERRY SLIP FARES); /* collated first, but far away */
    text(&f, FERRY FARES SLIP);
    uint32_t x = lost(&f);
    uint32_t y = lost(&f);
    edge(&f, x, 0, STM_SPUN);
    edge(&f, x, y, STM_REVISION);
    edge(&f, y, 1, STM_REVISION);
    const stm_collation *c = edit(&f);
    const char *said = wording(&c->lost[1], buf, sizeof buf);
    assert_true(strstr(said, "Season") < strstr(said, "Repairs"));
    close_family(&f);
}

static void what_the_kin_lacks_follows_what_it_followed(void **state)
{
    (void)state;
    family f = {0};
    char buf[1024];
    text(&f, FERRY FARES);
    text(&f, FERRY SLIP FARES);
    text(&f, FERRY SLIP FARES "The mayor is sorry.");
    uint32_t x = lost(&f);
    for (uint32_t i = 0; i < 3; i++)
        edge(&f, x, i, STM_REVISION);
    const stm_collation *c = edit(&f);
    const char *said = wording(&c->lost[0], buf, sizeof buf);
    assert_true(strstr(said, "ferry") < strstr(said, "Repairs"));
    assert_true(strstr(said, "Repairs") < strstr(said, "Season"));
    close_family(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_lost_text_is_read_in_the_order_of_its_next_of_kin),
        cmocka_unit_test(what_the_kin_lacks_follows_what_it_followed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
