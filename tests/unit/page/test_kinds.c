#include "read.h"

#include "pages.h"

static void phrases_and_headings_name_the_kinds(void **state)
{
    (void)state;
    reading r = read_page(german_page);
    assert_int_equal(kind_of(&r, "Startseite"), STM_FURNITURE_NAV);
    assert_int_equal(kind_of(&r, "Anzeige"), STM_FURNITURE_ADVERT);
    assert_int_equal(kind_of(&r, "Artikel anhören"), STM_FURNITURE_WIDGET);
    assert_int_equal(kind_of(&r, "Teilen"), STM_FURNITURE_SHARE);
    assert_int_equal(kind_of(&r, "Brücke am Hafen"), STM_FURNITURE_RELATED);
    assert_int_equal(kind_of(&r, "Kommentar schreiben"),
                     STM_FURNITURE_COMMENTS);
    assert_int_equal(kind_of(&r, "Newsletter"), STM_FURNITURE_PROMO);
    assert_int_equal(kind_of(&r, "Datenschutz"), STM_FURNITURE_OTHER);
    release(&r);
    r = read_page(french_page);
    assert_int_equal(kind_of(&r, "Il vous reste"), STM_FURNITURE_PAYWALL);
    release(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phrases_and_headings_name_the_kinds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
