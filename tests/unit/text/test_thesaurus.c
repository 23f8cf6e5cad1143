#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include <stemma/text.h>

#include "base/str.h"
#include "folder.h"

#define PLAIN                                       \
    "UTF-8\n"                                       \
    "crate|2\n"                                     \
    "(noun)|box|case (generic term)|packing case\n" \
    "(verb)|encase|uncrate (antonym)\n"             \
    "harbour|1\n"                                   \
    "(noun)|haven|port|docks\n"

static const char *const words[] = {"crate",   "box",    "case",
                                    "encas",   "uncrat", "haven",
                                    "harbour", "port",   "packing case"};

/* May `b` stand for `a`, by the stems of the words listed? */
static bool stands(const stm_thesaurus *t, const char *a, const char *b)
{
    size_t n, hits = 0;
    const uint32_t *other =
        stm_thesaurus_find(t, stm_thesaurus_key(stm_str_of(a)), &n);
    for (size_t i = 0; i < n; i++)
        hits += other[i] == stm_thesaurus_key(stm_str_of(b));
    return hits == 1;
}

static stm_thesaurus *open_text(const char *text, const char *language)
{
    stm_thesaurus *t;
    stm_error err = {0};
    folder_text("th_xx.dat", text);
    assert_int_equal(stm_thesaurus_open(&t, "th_xx.dat", language, &err),
                     STM_OK);
    return t;
}

static void synonyms_stand_for_one_another(void **state)
{
    (void)state;
    stm_thesaurus *t = open_text(PLAIN, "en");
    assert_true(stands(t, "crate", "box"));
    assert_true(stands(t, "box", "crate"));
    assert_true(stands(t, "crate", "case"));
    assert_true(stands(t, "crate", "encas"));
    assert_true(stands(t, "harbour", "port"));
    assert_true(stands(t, "harbour", "dock"));
    assert_false(stands(t, "box", "case"));
    assert_false(stands(t, "port", "crate"));
    assert_int_equal(stm_thesaurus_size(t), 12);
    stm_thesaurus_free(t);
}

static void antonyms_and_phrases_are_left_out(void **state)
{
    (void)state;
    stm_thesaurus *t = open_text(PLAIN, "en");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        assert_false(stands(t, words[i], "uncrat"));
        assert_false(stands(t, words[i], "packing case"));
    }
    stm_thesaurus_free(t);
}

static void an_older_encoding_is_read(void **state)
{
    (void)state;
    stm_thesaurus *t =
        open_text("ISO8859-1\nK\xe4hne|1\n-|B\xf6te|Schiffe\n", "");
    assert_true(stands(t, "kähne", "böte"));
    assert_true(stands(t, "schiffe", "kähne"));
    stm_thesaurus_free(t);
}

static void what_is_broken_is_passed_over(void **state)
{
    (void)state;
    stm_thesaurus *t = open_text("UTF-8\r\n|\r\n|99999999999999999999\n"
                                 "(x)|a\xff|b\n\nno bar\nrow|3\n-|line",
                                 "");
    assert_true(stm_thesaurus_size(t) <= 4);
    stm_thesaurus_free(t);
    t = open_text("UTF-8\n", "");
    assert_int_equal(stm_thesaurus_size(t), 0);
    stm_thesaurus_free(t);
}

static void other_files_are_refused(void **state)
{
    (void)state;
    stm_thesaurus *t;
    stm_error err = {0};
    assert_int_equal(stm_thesaurus_open(&t, "nowhere.dat", "en", &err),
                     STM_EIO);
    assert_null(t);
    folder_text("letter.txt", "Dear friend,\n");
    assert_int_equal(stm_thesaurus_open(&t, "letter.txt", "en", &err),
                     STM_EFORMAT);
    assert_null(t);
    folder_text("empty.txt", "");
    assert_int_equal(stm_thesaurus_open(&t, "empty.txt", "en", &err),
                     STM_EFORMAT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(synonyms_stand_for_one_another),
        cmocka_unit_test(antonyms_and_phrases_are_left_out),
        cmocka_unit_test(an_older_encoding_is_read),
        cmocka_unit_test(what_is_broken_is_passed_over),
        cmocka_unit_test(other_files_are_refused),
    };
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
