#include "read.h"

#include "pages.h"
#include "plain_texts.h"

static const char page[] =
    "Home | Weather | Ferries\nOld bridge to stay closed\n\n"
    "The old harbour bridge will stay closed until spring, the town council "
    "said on Tuesday, and the ferry will run twice an hour instead.\n\n"
    "Engineers found cracks in two of the four piers after the flood of "
    "January, and nobody is to cross it.\n\nShare this\nRead more\n";

/* The words of `part`. */
static stm_span words_of(const reading *r, const char *part)
{
    size_t at = stm_str_find(r->capture.text, stm_str_of(part), 0);
    stm_span s = {0, 0};
    assert_int_not_equal(at, SIZE_MAX);
    while (r->words->at[s.from].start < at)
        s.from++;
    for (s.to = s.from;
         s.to < r->words->count && r->words->at[s.to].end <= at + strlen(part);)
        s.to++;
    return s;
}

static void recast(reading *r, const char *part, uint8_t kind)
{
    stm_recast c = {words_of(r, part), kind};
    assert_int_equal(stm_page_recast(r->page, r->words, &c, 1, NULL), STM_OK);
}

static void nothing_changes_without_changes(void **state)
{
    (void)state;
    static const char *const texts[] = {german_page,    blog_page,
                                        flattened_page, page_that_stands_twice,
                                        poem,           page};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        reading a = read_page(texts[i]), b = read_page(texts[i]);
        assert_int_equal(stm_page_recast(a.page, a.words, NULL, 0, NULL),
                         STM_OK);
        assert_int_equal(a.page->content_count, b.page->content_count);
        assert_int_equal(a.page->furniture_count, b.page->furniture_count);
        for (size_t k = 0; k < a.page->content_count; k++)
            assert_memory_equal(&a.page->content[k], &b.page->content[k],
                                sizeof(stm_range));
        for (size_t k = 0; k < a.page->furniture_count; k++) {
            assert_memory_equal(&a.page->furniture[k].at,
                                &b.page->furniture[k].at, sizeof(stm_range));
            assert_int_equal(a.page->furniture[k].kind,
                             b.page->furniture[k].kind);
        }
        release(&a);
        release(&b);
    }
}

static void a_line_of_furniture_becomes_content(void **state)
{
    (void)state;
    reading r = read_page(german_page);
    assert_true(is_gone(&r, "Wirtschaft"));
    recast(&r, "Wirtschaft", STM_PAGE_CONTENT);
    assert_true(is_kept(&r, "Wirtschaft"));
    assert_true(is_gone(&r, "Politik"));
    assert_true(is_gone(&r, "Kultur"));
    release(&r);
}

static void a_line_of_content_becomes_furniture(void **state)
{
    (void)state;
    reading r = read_page(page);
    assert_true(is_kept(&r, "Engineers found cracks"));
    recast(&r,
           "Engineers found cracks in two of the four piers after the flood of "
           "January, and nobody is to cross it.",
           STM_FURNITURE_OTHER);
    assert_int_equal(kind_of(&r, "nobody is to cross it."),
                     STM_FURNITURE_OTHER);
    assert_true(is_kept(&r, "ferry will run twice an hour instead."));
    release(&r);
}

static void there_and_back_is_as_before(void **state)
{
    (void)state;
    reading a = read_page(german_page), b = read_page(german_page);
    stm_furniture_kind kind = kind_of(&a, "Wirtschaft");
    recast(&a, "Wirtschaft", STM_PAGE_CONTENT);
    recast(&a, "Wirtschaft", (uint8_t)kind);
    assert_int_equal(a.page->content_count, b.page->content_count);
    for (size_t k = 0; k < a.page->content_count; k++)
        assert_memory_equal(&a.page->content[k], &b.page->content[k],
                            sizeof(stm_range));
    release(&a);
    release(&b);
}

static void words_know_their_kinds(void **state)
{
    (void)state;
    reading r = read_page(page);
    uint8_t kind[256];
    assert_true(r.words->count <= sizeof kind);
    stm_page_kinds(r.page, r.words, kind);
    assert_int_equal(kind[words_of(&r, "harbour").from], STM_PAGE_CONTENT);
    assert_int_equal(kind[words_of(&r, "Weather").from],
                     kind_of(&r, "Weather"));
    release(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_changes_without_changes),
        cmocka_unit_test(a_line_of_furniture_becomes_content),
        cmocka_unit_test(a_line_of_content_becomes_furniture),
        cmocka_unit_test(there_and_back_is_as_before),
        cmocka_unit_test(words_know_their_kinds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
