#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"
#include "edition/inflect.h"

static void expect(const char *seen, const char *source, const char *met,
                   const char *wanted)
{
    char room[STM_EDITION_LONGEST];
    stm_str got = stm_edition__inflect("en", stm_str_of(seen), stm_str_of(met),
                                       stm_str_of(source), room);
    if (!stm_str_eq(got, stm_str_of(wanted)))
        fail_msg("%s for %s: %.*s", met, wanted, (int)got.len, got.ptr);
}

static void another_ending_is_carried_over(void **state)
{
    (void)state;
    expect("conflict", "war", "conflicts", "wars");
    expect("conflicts", "wars", "conflict", "war");
    expect("obtain", "receive", "obtained", "received");
    expect("obtained", "received", "obtaining", "receiving");
    expect("depart", "leave", "departing", "leaving");
}

static void endings_are_joined_as_they_are_spelt(void **state)
{
    (void)state;
    expect("metropolis", "city", "metropoliss", "cities");
    expect("hopes", "tries", "hope", "try");
}

static void irregular_forms_are_left_alone(void **state)
{
    (void)state;
    expect("mentioned", "said", "mention", "");
}

static void words_that_only_begin_alike_are_not_forms(void **state)
{
    (void)state;
    expect("conflict", "war", "confectionery", "");
    expect("at", "in", "ate", "");
    expect("a", "", "as", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(another_ending_is_carried_over),
        cmocka_unit_test(endings_are_joined_as_they_are_spelt),
        cmocka_unit_test(irregular_forms_are_left_alone),
        cmocka_unit_test(words_that_only_begin_alike_are_not_forms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
