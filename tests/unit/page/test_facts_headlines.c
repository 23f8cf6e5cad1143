#include "said.h"

#include "page/facts_headlines.h"

#define BIT(sign) (UINT64_C(1) << (sign))

static uint64_t signs_of(const stm_headlines *h, const char *text)
{
    for (unsigned i = 0; i < h->count; i++)
        if (stm_str_eq(h->items[i].text, stm_str_of(text)))
            return h->items[i].signs;
    return 0;
}

typedef struct heads {
    said said;
    stm_arena mem;
    stm_headlines *all;
} heads;

static heads collect(const char *markup)
{
    heads h = {.said = read_markup(markup)};
    stm_page_work w = {.mem = &h.mem, .title = STM_NO_SEGMENT};
    w.text = h.said.capture->text;
    h.all = calloc(1, sizeof *h.all);
    assert_non_null(h.all);
    assert_true(stm_page__headlines(h.all, &w, h.said.capture, h.said.html));
    return h;
}

static void drop(heads *h)
{
    free(h->all);
    stm_arena_free(&h->mem);
    drop_said(&h->said);
}

static void titles_give_their_parts(void **state)
{
    (void)state;
    heads h = collect("<title>A bridge reopens - News | Valley Post</title>"
                      "<meta property=og:site_name content='Valley Post'>");
    assert_true(signs_of(h.all, "A bridge reopens - News | Valley Post") &
                BIT(STM_HEADLINE_HOLDS_SITE));
    uint64_t news = signs_of(h.all, "A bridge reopens - News");
    assert_true(news & BIT(STM_HEADLINE_WITHOUT_SITE));
    assert_true(signs_of(h.all, "A bridge reopens") &
                BIT(STM_HEADLINE_PART_FIRST));
    assert_true(signs_of(h.all, "Valley Post") & BIT(STM_HEADLINE_IS_SITE));
    drop(&h);
}

static void the_same_words_are_one_candidate(void **state)
{
    (void)state;
    heads h = collect("<title>A BRIDGE REOPENS!</title>"
                      "<meta property=og:title content='A bridge reopens'>"
                      "<h1>A bridge  reopens</h1>");
    assert_int_equal(h.all->count, 1);
    const uint64_t all =
        BIT(STM_HEADLINE_TITLE) | BIT(STM_HEADLINE_OG) | BIT(STM_HEADLINE_H1);
    assert_int_equal(h.all->items[0].signs & all, all);
    drop(&h);
}

static void hyphens_inside_of_words_separate_nothing(void **state)
{
    (void)state;
    heads h = collect("<title>A well-known bridge: 24/7 open</title>");
    assert_true(signs_of(h.all, "A well-known bridge") != 0);
    assert_int_equal(signs_of(h.all, "A well"), 0);
    assert_int_equal(signs_of(h.all, "24"), 0);
    drop(&h);
}

static void many_separators_are_bounded(void **state)
{
    (void)state;
    heads h = collect("<title>a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|s|t</title>"
                      "<meta property=og:title content='1|2|3|4|5|6|7|8|9'>");
    assert_true(h.all->count <= STM_HEADLINES_MAX);
    drop(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles_give_their_parts),
        cmocka_unit_test(the_same_words_are_one_candidate),
        cmocka_unit_test(hyphens_inside_of_words_separate_nothing),
        cmocka_unit_test(many_separators_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
