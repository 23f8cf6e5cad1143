#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"
#include "edition/inflect.h"
#include "edition/synonyms.h"

static stm_edition__synonyms list_of(const char *language)
{
    stm_edition__synonyms l;
    stm_edition__synonyms_in(&l, language);
    return l;
}

static bool has(const char *word, const char *source)
{
    stm_edition__synonyms l = list_of("en");
    stm_range r = stm_edition__synonyms_of(&l, stm_str_of(word));
    for (uint32_t i = r.start; i < r.end; i++)
        if (stm_str_eq(stm_edition__synonym_at(&l, i).source,
                       stm_str_of(source)))
            return true;
    return false;
}

static void a_word_has_what_may_have_been_replaced_by_it(void **state)
{
    (void)state;
    assert_true(has("conflict", "war"));
    assert_true(has("physician", "doctor"));
    assert_false(has("physician", "physician"));
    assert_false(has("physician", "river"));
}

static void forms_stand_for_forms(void **state)
{
    (void)state;
    assert_true(has("physicians", "doctors"));
    assert_false(has("physicians", "doctor"));
    assert_true(has("mentioned", "said"));
    assert_true(has("departing", "leaving"));
}

static void spellings_are_no_synonyms(void **state)
{
    (void)state;
    assert_false(has("realised", "realized"));
    assert_false(has("colour", "color"));
}

static void words_that_no_list_has_stand_for_nothing(void **state)
{
    (void)state;
    stm_edition__synonyms l = list_of("en");
    stm_range r = stm_edition__synonyms_of(&l, STM_LIT("qwertzuiop"));
    assert_int_equal(r.start, r.end);
    r = stm_edition__synonyms_of(&l, STM_NONE);
    assert_int_equal(r.start, r.end);
}

static void a_language_without_a_list_has_no_words(void **state)
{
    (void)state;
    stm_edition__synonyms l = list_of("de");
    stm_range r = stm_edition__synonyms_of(&l, STM_LIT("conflict"));
    assert_int_equal(r.start, r.end);
}

static uint32_t number(const unsigned char *p, size_t i)
{
    p += 4 * i;
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
           (uint32_t)p[3] << 24;
}

/* What reading it relies on. */
static void the_list_is_whole(void **state)
{
    (void)state;
    stm_edition__synonyms l = list_of("en");
    assert_int_equal(number(l.first, 0), 0);
    assert_int_equal(number(l.first, l.words), l.entries);
    for (uint32_t i = 0; i < l.words; i++) {
        assert_true(number(l.first, i) < number(l.first, i + 1));
        assert_true(!i || number(l.hash, i - 1) < number(l.hash, i));
    }
    assert_ptr_equal(l.text + number(l.start, l.sources), l.hash);
    for (uint32_t i = 0; i < l.sources; i++)
        assert_in_range(number(l.start, i + 1) - number(l.start, i), 1,
                        STM_EDITION_LONGEST);
    for (uint32_t i = 0; i < l.entries; i++)
        assert_true((l.source[2 * i] | l.source[2 * i + 1] << 8) <
                    (int)l.sources);
}

static void the_likeliest_come_first(void **state)
{
    (void)state;
    stm_edition__synonyms l = list_of("en");
    for (uint32_t w = 0; w < l.words; w++)
        for (uint32_t i = number(l.first, w) + 1; i < number(l.first, w + 1);
             i++)
            assert_true(l.cost[i - 1] <= l.cost[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_has_what_may_have_been_replaced_by_it),
        cmocka_unit_test(forms_stand_for_forms),
        cmocka_unit_test(spellings_are_no_synonyms),
        cmocka_unit_test(words_that_no_list_has_stand_for_nothing),
        cmocka_unit_test(a_language_without_a_list_has_no_words),
        cmocka_unit_test(the_list_is_whole),
        cmocka_unit_test(the_likeliest_come_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
