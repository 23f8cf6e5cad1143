#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "align/synonyms.h"
#include "folder.h"
#include "steps.h"

typedef struct pairs {
    uint32_t a[8], b[8], count, stop;
} pairs;

static bool note(void *user, uint32_t a, uint32_t b)
{
    pairs *x = user;
    assert_true(x->count < 8);
    x->a[x->count] = a;
    x->b[x->count++] = b;
    return x->count != x->stop;
}

static stm_thesaurus *thesaurus(void)
{
    stm_thesaurus *t;
    folder_text("th_en.dat", "UTF-8\ncrate|1\n-|box|trunk|the\n"
                             "harbour|1\n-|haven|port\n");
    assert_int_equal(stm_thesaurus_open(&t, "th_en.dat", "en", NULL), STM_OK);
    return t;
}

static void synonyms_are_words_that_the_other_text_lacks(void **state)
{
    (void)state;
    steps s;
    pairs found = {0};
    stm_thesaurus *t = thesaurus();
    steps_begin(&s, "The crates left the harbour by the port gate.",
                "Boxes left a haven, and the port gate stood open.");
    s.p.opts.thesaurus = t;
    assert_true(stm_align__synonyms(&s.p, note, &found));
    assert_int_equal(found.count, 2);
    bool crate = found.a[0] == s.p.a.stem[1];
    assert_int_equal(found.a[!crate], s.p.a.stem[1]);
    assert_int_equal(found.b[!crate], s.p.b.stem[0]);
    assert_int_equal(found.a[crate], s.p.a.stem[4]);
    assert_int_equal(found.b[crate], s.p.b.stem[3]);
    steps_end(&s);
    stm_thesaurus_free(t);
}

static void whoever_takes_them_may_stop(void **state)
{
    (void)state;
    steps s;
    pairs found = {.stop = 1};
    stm_thesaurus *t = thesaurus();
    steps_begin(&s, "A crate and a harbour.", "A box and a haven.");
    s.p.opts.thesaurus = t;
    assert_false(stm_align__synonyms(&s.p, note, &found));
    assert_int_equal(found.count, 1);
    steps_end(&s);
    stm_thesaurus_free(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(synonyms_are_words_that_the_other_text_lacks),
        cmocka_unit_test(whoever_takes_them_may_stop),
    };
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
