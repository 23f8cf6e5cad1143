#include "report/say.h"

#include <stdio.h>
#include <string.h>

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

/* The evidence with [a] and [b] where captures are named. */
static void assert_evidence(const char *text, const char *expected)
{
    char is[256] = "";
    stm_say_evidence e = {stm_str_of(text), 0};
    stm_said part;
    while (stm_say__next_evidence(&e, &part)) {
        size_t n = strlen(is);
        if (part.is_capture)
            snprintf(is + n, sizeof is - n, "[%c]", part.is_b ? 'b' : 'a');
        else
            snprintf(is + n, sizeof is - n, "%.*s", (int)part.text.len,
                     part.text.ptr);
    }
    assert_string_equal(is, expected);
}

static void captures_are_told_from_articles(void **state)
{
    (void)state;
    assert_evidence("a is dated 2 May; b was cut at a comma",
                    "[a] is dated 2 May; [b] was cut at a comma");
    assert_evidence("a reading of a that b lacks", "[a] reading of [a] that "
                                                   "[b] lacks");
    assert_evidence("b has 3 words that a lacks, a has 2; most of a was cut",
                    "[b] has 3 words that [a] lacks, [a] has 2; most of [a] "
                    "was cut");
    assert_evidence("it was spun from a third text",
                    "it was spun from a third text");
    assert_evidence("b is of May, before a (June)",
                    "[b] is of May, before [a] (June)");
    assert_evidence("it stands in a 3 times", "it stands in [a] 3 times");
    assert_evidence("b is older than a", "[b] is older than [a]");
    assert_evidence("b, before a", "[b], before [a]");
}

static void quotations_are_left_alone(void **state)
{
    (void)state;
    assert_evidence("b has 'a is b', a has \"b\"",
                    "[b] has 'a is b', [a] has \"b\"");
    assert_evidence("a's text and b's 'the miller's a fool' differ",
                    "[a]'s text and [b]'s 'the miller's a fool' differ");
}

static void hours_are_not_captures(void **state)
{
    (void)state;
    assert_evidence("b says 4:04 a.m. ET", "[b] says 4:04 a.m. ET");
}

static void every_relation_has_a_sentence(void **state)
{
    (void)state;
    for (int kind = 0; kind < STM_RELATION_KINDS; kind++)
        for (int d = 0; d < STM_DIRECTIONS; d++)
            for (int side = 0; side < 4; side++) {
                stm_relation r = {.kind = (stm_relation_kind)kind,
                                  .direction = (stm_direction)d,
                                  .spun_a = side & 1,
                                  .spun_b = side & 2,
                                  .cut_a = side & 1,
                                  .cut_b = side & 2};
                const char *s = stm_say__relation(&r);
                assert_non_null(s);
                assert_non_null(strstr(s, "%a"));
                assert_non_null(strstr(s, "%b"));
            }
}

static void the_copy_is_named_as_the_copy(void **state)
{
    (void)state;
    stm_relation r = {.kind = STM_REPRINT, .direction = STM_A_TO_B};
    assert_string_equal(stm_say__relation(&r), "%b is a reprint of %a");
    r.direction = STM_B_TO_A;
    assert_string_equal(stm_say__relation(&r), "%a is a reprint of %b");
    r = (stm_relation){.kind = STM_EXCERPT,
                       .direction = STM_B_TO_A,
                       .coverage_a = .9,
                       .coverage_b = .3};
    assert_string_equal(stm_say__relation(&r), "%a is an excerpt of %b");
}

static void percents_do_not_round_to_all_or_nothing(void **state)
{
    (void)state;
    assert_int_equal(stm_say__percent(0), 0);
    assert_int_equal(stm_say__percent(.001), 1);
    assert_int_equal(stm_say__percent(.55), 55);
    assert_int_equal(stm_say__percent(.998), 99);
    assert_int_equal(stm_say__percent(1), 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(captures_are_told_from_articles),
        cmocka_unit_test(quotations_are_left_alone),
        cmocka_unit_test(hours_are_not_captures),
        cmocka_unit_test(every_relation_has_a_sentence),
        cmocka_unit_test(the_copy_is_named_as_the_copy),
        cmocka_unit_test(percents_do_not_round_to_all_or_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
