#include "read.h"

#include "pages.h"
#include "plain_texts.h"

static void assert_title_of(const char *text, const char *title)
{
    reading r = read_page(text);
    assert_title(&r, title);
    release(&r);
}

static void the_headline_stands_above_byline_and_text(void **state)
{
    (void)state;
    assert_title_of(german_page, "Die Fähre fährt wieder");
    assert_title_of(french_page, "Le vieux moulin tourne à nouveau");
    assert_title_of(russian_page, "В старом депо открыли музей трамвая");
    assert_title_of(chinese_page, "老码头上的最后一班船");
    assert_title_of(blog_page, "Mending a cracked teapot");
    assert_title_of(bare_page, "Lighthouse keeper's diary found in wall");
}

static void a_text_that_begins_with_a_sentence_has_none(void **state)
{
    (void)state;
    assert_title_of(spun, NULL);
    assert_title_of(wrapped, NULL);
    assert_title_of(dialogue, NULL);
    assert_title_of(letter, NULL);
    assert_title_of(haiku, NULL);
}

static void a_plain_text_may_have_a_line_above_it(void **state)
{
    (void)state;
    assert_title_of(poem, "The Ferryman");
    assert_title_of(legal, "LEASE OF A MILL");
    assert_title_of(chinese, "渡口");
    assert_title_of("# A mill on the moor\n\nThere was a mill on the moor, "
                    "and the wind blew through it all the year round.\n",
                    "A mill on the moor");
    assert_title_of("“Row!” he cried\n\nThere was a mill on the moor, and "
                    "the wind blew through it all the year round.\n",
                    NULL);
}

static void menus_dates_and_captions_are_no_headlines(void **state)
{
    (void)state;
    assert_title_of(
        "Saved Pages\n\nWhat the tide took from the lower village\n\n"
        "  • The Latest\n  • Photos\n  • Maps of the Coast\n"
        "  • A Crack in the Wall\n\n"
        "For forty years the sea wall held. Last winter it did not.\n\n"
        "Listen to this article · 4:10 min Learn more\n\n"
        "The wall in January.Credit…Ida Roe/Coast Pictures\n\n"
        "Ida Roe\nPublished May 15, 2024\n\n"
        "When the water came over the wall on the night of the ninth, most "
        "of the lower village was asleep, and the bell was being mended.\n\n"
        "Nobody drowned. The cows of two farms did, and the harmonium of the "
        "chapel was found on the golf course a week later.\n",
        "What the tide took from the lower village");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_headline_stands_above_byline_and_text),
        cmocka_unit_test(a_text_that_begins_with_a_sentence_has_none),
        cmocka_unit_test(a_plain_text_may_have_a_line_above_it),
        cmocka_unit_test(menus_dates_and_captions_are_no_headlines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
