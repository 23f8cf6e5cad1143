#include "said.h"

#include "page/facts_bylines.h"

#define BIT(sign) (UINT64_C(1) << (sign))

typedef struct bys {
    said said;
    stm_arena mem;
    stm_bylines *all;
} bys;

static bys collect(const char *markup)
{
    bys b = {.said = read_markup(markup)};
    stm_page_work w = {.mem = &b.mem, .title = STM_NO_SEGMENT};
    w.text = b.said.capture->text;
    b.all = calloc(1, sizeof *b.all);
    assert_non_null(b.all);
    assert_true(stm_page__bylines(b.all, &w, b.said.capture, b.said.html));
    return b;
}

static void drop(bys *b)
{
    free(b->all);
    stm_arena_free(&b->mem);
    drop_said(&b->said);
}

static uint64_t signs_of(const bys *b, const char *key)
{
    for (unsigned i = 0; i < b->all->count; i++)
        if (stm_str_eq(b->all->items[i].key, stm_str_of(key)))
            return b->all->items[i].signs;
    return 0;
}

static void the_same_names_are_one_candidate(void **state)
{
    (void)state;
    bys b = collect("<meta name=author content='Bo Lind, Ann Reed'>"
                    "<p class=byline>By ANN REED and Bo Lind</p>");
    uint64_t signs = signs_of(&b, "ann reed|bo lind|");
    assert_true(signs & BIT(STM_BYLINE_META));
    assert_true(signs & BIT(STM_BYLINE_CLASS_BYLINE));
    assert_int_equal(b.all->count, 1);
    drop(&b);
}

static void statements_of_one_kind_give_their_sum(void **state)
{
    (void)state;
    bys b = collect("<meta name=author content='Ann Reed'>"
                    "<meta name=author content='Bo Lind'>");
    assert_true(signs_of(&b, "ann reed|bo lind|") & BIT(STM_BYLINE_SEVERAL));
    assert_true(signs_of(&b, "ann reed|bo lind|") & BIT(STM_BYLINE_MORE));
    assert_true(signs_of(&b, "ann reed|") & BIT(STM_BYLINE_LESS));
    drop(&b);
}

static void sites_and_nobodies_are_marked(void **state)
{
    (void)state;
    bys b = collect("<meta property=og:site_name content='Valley Post'>"
                    "<meta name=author content='Valley Post'>"
                    "<meta name=byl content='By admin'>");
    assert_true(signs_of(&b, "valley post|") & BIT(STM_BYLINE_SITE));
    assert_true(signs_of(&b, "admin|") & BIT(STM_BYLINE_NOBODY));
    drop(&b);
}

static void a_page_may_name_nobody(void **state)
{
    (void)state;
    bys b = collect("<p>Nothing.</p>");
    assert_int_equal(b.all->count, 0);
    drop(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_names_are_one_candidate),
        cmocka_unit_test(statements_of_one_kind_give_their_sum),
        cmocka_unit_test(sites_and_nobodies_are_marked),
        cmocka_unit_test(a_page_may_name_nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
