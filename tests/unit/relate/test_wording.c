#include "relate/wording.h"

#include "pair.h"

/* Is the one difference of these two sentences a word put for another? */
static bool replaces(const char *a, const char *b)
{
    pair p;
    pair_open(&p, a, b);
    pair_share(&p, a, b);
    assert_int_equal(p.x.change_count, 1);
    pair_case(&p, STM_REVISION);
    bool yes = stm_relate__replaces(&p.c, &p.change[0]);
    pair_close(&p);
    return yes;
}

static void a_synonym_is_a_replacement(void **state)
{
    (void)state;
    assert_true(replaces("He bought a boat", "He purchased a boat"));
    assert_true(
        replaces("a long term of office", "a long time period of office"));
}

static void a_spelling_is_not(void **state)
{
    (void)state;
    assert_false(replaces("the labour of love", "the labor of love"));
    assert_false(replaces("she walks home", "she walked home"));
    assert_false(replaces("he sayde no more", "he saide no more"));
}

static void added_and_dropped_words_are_not(void **state)
{
    (void)state;
    assert_false(replaces("a boat at sea", "a small boat at sea"));
    assert_false(replaces("he went", "he went on one two three four five six"));
}

static void names_and_numbers_are_not_synonyms(void **state)
{
    (void)state;
    assert_false(replaces("they saw Anna there", "they saw Berta there"));
    assert_false(replaces("it cost 12 crowns", "it cost 15 crowns"));
}

static void counts_words_on_either_side(void **state)
{
    (void)state;
    pair p;
    const char a[] = "the big red dog ran home to bed";
    const char b[] = "the dog sprinted home to a soft bed";
    pair_open(&p, a, b);
    pair_share(&p, a, b);
    stm_features *f = &pair_case(&p, STM_REVISION)->f;
    assert_int_equal(f->changes, 3);
    assert_int_equal(f->replacements, 1);
    assert_int_equal(f->replaced, 1);
    assert_int_equal(f->side[0].added, 2);
    assert_int_equal(f->side[0].additions, 1);
    assert_int_equal(f->side[1].added, 2);
    assert_int_equal(f->side[1].additions, 1);
    pair_close(&p);
}

static double scribal(const char *a, const char *b)
{
    pair p;
    pair_open(&p, a, b);
    pair_share(&p, a, b);
    double share = pair_case(&p, STM_REVISION)->f.scribal;
    pair_close(&p);
    return share;
}

static void one_word_at_a_time_is_a_copyists_work(void **state)
{
    (void)state;
    assert_true(scribal(PAIR_LETTER, PAIR_COPY) > .9);
    assert_true(scribal("the big red dog ran home to bed",
                        "the dog sprinted home to a soft bed") < .01);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_synonym_is_a_replacement),
        cmocka_unit_test(a_spelling_is_not),
        cmocka_unit_test(added_and_dropped_words_are_not),
        cmocka_unit_test(names_and_numbers_are_not_synonyms),
        cmocka_unit_test(one_word_at_a_time_is_a_copyists_work),
        cmocka_unit_test(counts_words_on_either_side),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
