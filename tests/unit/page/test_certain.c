#include "read.h"

#include "pages.h"

static const char page[] =
    "Skip to content\nHome\nAbout us\n"
    "Bridge to stay closed\n"
    "Two of the four piers are cracked, and spring is far.\n"
    "By Ada Quill\nMay 5, 2024\n"
    "The old harbour bridge will stay closed until spring, the council said "
    "on Tuesday, after engineers had found cracks in two piers.\n"
    "ImageThe bridge in winter, seen from the south bank.Credit...Ida Roe\n"
    "It was built in 1911, and nobody has looked at it since the end of the "
    "war, as the minutes of the harbour board show.\n"
    "Ada Quill covers harbours and the people who live on them. More about "
    "Ada Quill\n"
    "Jon Marsh is a staff writer based in Oberau.\n"
    "See more on: Bridges, Piers, Harbour Board\n"
    "Bridge to stay closed\n"
    "Privacy policy\n";

static void headline_and_standfirst_stay(void **state)
{
    (void)state;
    reading r = read_page(page);
    assert_true(is_kept(&r, "Bridge to stay closed"));
    assert_true(is_kept(&r, "Two of the four piers"));
    release(&r);
}

static void bylines_dates_and_captions_have_their_kinds(void **state)
{
    (void)state;
    reading r = read_page(page);
    assert_int_equal(kind_of(&r, "By Ada Quill"), STM_FURNITURE_BYLINE);
    assert_int_equal(kind_of(&r, "May 5, 2024"), STM_FURNITURE_DATE);
    assert_int_equal(kind_of(&r, "The bridge in winter"),
                     STM_FURNITURE_CAPTION);
    assert_int_equal(kind_of(&r, "Credit...Ida Roe"), STM_FURNITURE_CAPTION);
    release(&r);
}

static void biographies_end_a_page(void **state)
{
    (void)state;
    reading r = read_page(page);
    assert_int_equal(kind_of(&r, "Ada Quill covers"), STM_FURNITURE_BIOGRAPHY);
    assert_int_equal(kind_of(&r, "Jon Marsh is"), STM_FURNITURE_BIOGRAPHY);
    assert_int_equal(kind_of(&r, "Bridges, Piers"), STM_FURNITURE_RELATED);
    release(&r);
}

static void the_headline_of_a_comment_box_is_furniture(void **state)
{
    (void)state;
    reading r = read_page(page);
    size_t first = stm_str_find(r.capture.text, STM_LIT("Bridge to stay"), 0);
    size_t again =
        stm_str_find(r.capture.text, STM_LIT("Bridge to stay"), first + 1);
    bool gone = false;
    for (size_t i = 0; i < r.page->furniture_count; i++)
        gone = gone || (r.page->furniture[i].at.start <= again &&
                        again < r.page->furniture[i].at.end);
    assert_true(gone);
    assert_int_equal(r.page->repeat_count, 0);
    release(&r);
}

static void a_person_of_the_text_is_no_biography(void **state)
{
    (void)state;
    reading r = read_page(
        "Skip to content\nHome\nAbout us\nThe keeper of the light\n"
        "Jon Marsh is a writer of letters. He lives in the tower and has "
        "worked for the harbour board since he was fourteen years old.\n"
        "His letters are long and nobody answers them, which he says is the "
        "way it ought to be with letters about the weather.\n"
        "Privacy policy\nAll rights reserved\n");
    assert_true(is_kept(&r, "Jon Marsh is a writer"));
    assert_true(is_kept(&r, "His letters are long"));
    release(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headline_and_standfirst_stay),
        cmocka_unit_test(bylines_dates_and_captions_have_their_kinds),
        cmocka_unit_test(biographies_end_a_page),
        cmocka_unit_test(the_headline_of_a_comment_box_is_furniture),
        cmocka_unit_test(a_person_of_the_text_is_no_biography),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
