#include "read.h"

#include "pages.h"
#include "plain_texts.h"

static bool is_cut(const char *end)
{
    static const char start[] =
        "Skip to content\nBridge to stay closed\nBy Ada Quill\nMay 5, 2024\n"
        "The old harbour bridge will stay closed until spring, the council "
        "said on Tuesday, after engineers had found cracks in two piers.\n"
        "It was built in 1911, and nobody has looked at it since the end of "
        "the war, as the minutes of the harbour board show";
    char text[2000];
    memcpy(text, start, sizeof start - 1);
    memcpy(text + sizeof start - 1, end, strlen(end) + 1);
    reading r = read_page(text);
    bool cut = r.page->truncated;
    release(&r);
    return cut;
}

static void an_offer_right_behind_the_text_cuts_it(void **state)
{
    (void)state;
    assert_true(is_cut(".\nSubscribe to The Valley Post to read as many "
                       "articles as you like.\nAda Quill is a reporter.\n"));
    assert_true(is_cut(".\nShare\nAlready a subscriber? Log in\n"));
    assert_true(is_cut(".\nThis article is for subscribers only.\n"));
    assert_true(is_cut(".\nCreate a free account to continue reading\n"));
    assert_true(is_cut(".\nContinue reading\n"));
    assert_true(is_cut("...\nRead more\n"));
}

static void other_languages_offer_the_same(void **state)
{
    (void)state;
    assert_true(is_cut(".\nJetzt abonnieren und weiterlesen\n"));
    assert_true(is_cut(".\nPour lire la suite, abonnez-vous\n"));
    assert_true(is_cut(".\nSuscríbete para seguir leyendo\n"));
    assert_true(is_cut(".\nЧтобы читать дальше, оформите подписку\n"));
}

static void footers_of_complete_articles_do_not(void **state)
{
    (void)state;
    assert_false(is_cut(".\n"));
    assert_false(is_cut(".\nSign up for our newsletter\nGet it in your "
                        "inbox every morning.\n"));
    assert_false(is_cut(".\nRelated articles\nRead more\nSubscribe to read "
                        "more about it\n"));
    assert_false(is_cut(".\nRead more\n"));
    assert_false(is_cut(".\nLeave a comment\nLog in to continue\n"));
    assert_false(is_cut(".\nPlease enter your comment!\nLatest article\n"));
}

static void the_offer_is_told(void **state)
{
    (void)state;
    static const char text[] =
        "Skip to content\nThe old harbour bridge will stay closed until "
        "spring, the council said on Tuesday, after engineers had found "
        "cracks in two piers.\nShare\nAlready a subscriber? Log in\n";
    reading r = read_page(text);
    assert_true(r.page->truncated);
    assert_true(stm_str_starts(stm_str_cut(r.capture.text, r.page->offer),
                               stm_str_of("Already")));
    release(&r);
}

static void whole_pages_are_not_cut(void **state)
{
    (void)state;
    static const char *const texts[] = {german_page, spanish_page, blog_page,
                                        chinese_page, bare_page};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        reading r = read_page(texts[i]);
        assert_false(r.page->truncated);
        release(&r);
    }
    reading r = read_page(french_page);
    assert_true(r.page->truncated);
    release(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_offer_right_behind_the_text_cuts_it),
        cmocka_unit_test(other_languages_offer_the_same),
        cmocka_unit_test(footers_of_complete_articles_do_not),
        cmocka_unit_test(the_offer_is_told),
        cmocka_unit_test(whole_pages_are_not_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
