#include "tradition.h"

#define HERE "Harbour\nTides\nNets\n"
#define THERE "Kitchen\nGarden\n"

/* A capture of a site: its menu before its text. */
static uint32_t page(tradition *t, stm_furniture *f, const char *bytes,
                     size_t menu)
{
    uint32_t id = text(t, bytes);
    *f = (stm_furniture){.at = {0, (uint32_t)menu}};
    t->page[id].furniture = f;
    t->page[id].furniture_count = 1;
    return id;
}

static void date(tradition *t, uint32_t id, uint8_t day)
{
    t->page[id].published.year = 2031;
    t->page[id].published.month = 4;
    t->page[id].published.day = day;
}

/* Two identical captures of two sites and a longer one of the second. */
static void two_sites(tradition *t, stm_furniture *f)
{
    page(t, &f[0], HERE OPENING, sizeof HERE - 1);
    page(t, &f[1], THERE OPENING, sizeof THERE - 1);
    page(t, &f[2], THERE OPENING " " CLOSING, sizeof THERE - 1);
    relate(t, 0, 1, STM_IDENTICAL);
    say(relate(t, 0, 2, STM_REVISION), .9, .05, .05);
    say(relate(t, 1, 2, STM_REVISION), .9, .05, .05);
}

static void a_copy_comes_from_the_one_of_its_site(void **state)
{
    (void)state;
    tradition t = {0};
    stm_furniture f[3];
    two_sites(&t, f);
    stm_tree *tree = build(&t);
    assert_string_equal(source_of(tree, "c2"), "c1");
    stm_tree_free(tree);
    close_tradition(&t);
}

static void the_earlier_of_two_dates_came_first(void **state)
{
    (void)state;
    for (uint32_t first = 0; first < 2; first++) {
        tradition t = {0};
        stm_furniture f[3];
        two_sites(&t, f);
        date(&t, first, 2);
        date(&t, 1 - first, 3);
        stm_tree *tree = build(&t);
        assert_string_equal(source_of(tree, first ? "c0" : "c1"),
                            first ? "c1" : "c0");
        assert_int_equal(tree->families[0].root, first);
        stm_tree_free(tree);
        close_tradition(&t);
    }
}

static void one_date_alone_says_nothing(void **state)
{
    (void)state;
    for (uint32_t dated = 0; dated < 2; dated++) {
        tradition t = {0};
        stm_furniture f[3];
        two_sites(&t, f);
        date(&t, dated, 2);
        stm_tree *tree = build(&t);
        assert_string_equal(source_of(tree, "c0"), "c1"); /* more of one site */
        stm_tree_free(tree);
        close_tradition(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_copy_comes_from_the_one_of_its_site),
        cmocka_unit_test(the_earlier_of_two_dates_came_first),
        cmocka_unit_test(one_date_alone_says_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
