#include "read.h"

#include "pages.h"
#include "plain_texts.h"

static const char rest[] =
    "\nThe old harbour bridge will stay closed until spring, the council "
    "said on Tuesday, after engineers had found cracks in two piers.\n"
    "It was built in 1911, and nobody has looked at it since the end of the "
    "war, as the minutes of the harbour board show.\n"
    "Related articles\nPrivacy policy\nAll rights reserved\n";

/* Reads the page with `line` above its text; `names` with "|" between. */
static void assert_authors(const char *line, const char *names)
{
    char text[2000] = "Skip to main content\nBridge to stay closed\n";
    char have[500] = "";
    size_t n = strlen(text), k = 0;
    memcpy(text + n, line, strlen(line) + 1);
    memcpy(text + n + strlen(line), rest, sizeof rest);
    reading r = read_page(text);
    for (size_t i = 0; i < r.page->author_count; i++) {
        stm_str a = r.page->authors[i];
        if (i)
            have[k++] = '|';
        memcpy(have + k, a.ptr, a.len);
        k += a.len;
    }
    have[k] = '\0';
    assert_string_equal(have, names);
    release(&r);
}

static void names_behind_by_are_authors(void **state)
{
    (void)state;
    assert_authors("By Ada Quill", "Ada Quill");
    assert_authors("By Ada Quill and Jon Marsh", "Ada Quill|Jon Marsh");
    assert_authors("By Ada Quill, Jon Marsh and Mary-Ann O'Dell",
                   "Ada Quill|Jon Marsh|Mary-Ann O'Dell");
    assert_authors("Written by: J. R. Vane", "J. R. Vane");
    assert_authors("by\nAda Quill", "Ada Quill");
}

static void other_languages_have_their_words_for_it(void **state)
{
    (void)state;
    assert_authors("Von Anna Brückner und Jens von der Tamm",
                   "Anna Brückner|Jens von der Tamm");
    assert_authors("Par Claire Dumont et Luc de Vries",
                   "Claire Dumont|Luc de Vries");
    assert_authors("Por Rita Valadares", "Rita Valadares");
    assert_authors("di Paolo Renzi", "Paolo Renzi");
    assert_authors("Door Maaike de Wit", "Maaike de Wit");
    assert_authors("Автор: Ирина Соколова", "Ирина Соколова");
}

static void what_hangs_on_the_names_is_left_out(void **state)
{
    (void)state;
    assert_authors("By Ada Quill, Senior Editor, Valley Post", "Ada Quill");
    assert_authors("By Ada Quill | May 5, 2024", "Ada Quill");
    assert_authors("By Ada QuillUpdated May 5, 2024", "Ada Quill");
    assert_authors("By Ada Quill May 5, 2024", "Ada Quill");
    assert_authors("By Ada Quill in Oberau", "Ada Quill");
}

static void names_beside_dates_are_authors(void **state)
{
    (void)state;
    assert_authors("Ada Quill\nMay 5, 2024", "Ada Quill");
    assert_authors("May 5, 2024 by Ada Quill", "Ada Quill");
    assert_authors("Ada Quill | May 5, 2024", "Ada Quill");
    assert_authors("May 5, 2024 by wren", "wren");
}

static void agencies_write_too(void **state)
{
    (void)state;
    assert_authors("By The Valley Press", "The Valley Press");
    assert_authors("By Pressbüro", "Pressbüro");
}

static void a_sentence_is_no_byline(void **state)
{
    (void)state;
    assert_authors("By Monday the river had risen over both of its banks.", "");
    assert_authors("By Ada Quill’s own account it had been raining for "
                   "eleven days when the first pier began to move.",
                   "");
    assert_authors("Coast Villages\nThe sea is near.", "");
    reading r = read_page(wrapped);
    assert_int_equal(r.page->author_count, 0);
    release(&r);
}

static void capital_words_that_the_text_uses_are_no_names(void **state)
{
    (void)state;
    assert_authors("Harbour Bridge\nMay 5, 2024", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_behind_by_are_authors),
        cmocka_unit_test(other_languages_have_their_words_for_it),
        cmocka_unit_test(what_hangs_on_the_names_is_left_out),
        cmocka_unit_test(names_beside_dates_are_authors),
        cmocka_unit_test(agencies_write_too),
        cmocka_unit_test(a_sentence_is_no_byline),
        cmocka_unit_test(capital_words_that_the_text_uses_are_no_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
