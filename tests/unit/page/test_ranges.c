#include "read.h"

#include "pages.h"
#include "plain_texts.h"

static void check_ranges(const reading *r)
{
    const stm_page *p = r->page;
    size_t c = 0, f = 0, w = 0;
    uint32_t last = 0;
    while (c < p->content_count || f < p->furniture_count) {
        bool content = c < p->content_count &&
                       (f == p->furniture_count ||
                        p->content[c].start < p->furniture[f].at.start);
        stm_range at = content ? p->content[c++] : p->furniture[f++].at;
        assert_true(at.start >= last && at.end > at.start);
        last = at.end;
        while (w < r->words->count && r->words->at[w].end <= at.end)
            assert_true(r->words->at[w++].start >= at.start);
    }
    assert_int_equal(w, r->words->count);
}

static void every_word_lies_in_one_range(void **state)
{
    (void)state;
    static const char *const texts[] = {
        german_page,  french_page, spanish_page,   russian_page,
        chinese_page, blog_page,   flattened_page, page_that_stands_twice,
        poem,         dialogue,    code,           "x"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        reading r = read_page(texts[i]);
        check_ranges(&r);
        release(&r);
    }
}

static void neighbours_of_one_kind_are_one_range(void **state)
{
    (void)state;
    reading r = read_page(poem);
    assert_int_equal(r.page->content_count, 1);
    assert_int_equal(r.page->content[0].start, 0);
    assert_int_equal(r.page->content[0].end, strlen(poem) - 1);
    release(&r);
}

static void a_title_has_no_list_marks(void **state)
{
    (void)state;
    reading r = read_page("## “Row!”, or the ferry\n\nThere was a ferry on "
                          "the river, and it did not cross on Sundays.\n");
    if (r.page->title.ptr)
        assert_int_not_equal(r.page->title.ptr[0], ' ');
    release(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_lies_in_one_range),
        cmocka_unit_test(neighbours_of_one_kind_are_one_range),
        cmocka_unit_test(a_title_has_no_list_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
