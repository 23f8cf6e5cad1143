#include "pair.h"
#include "relate/evidence.h"

#define PLAIN "The payment was made by the school at the border of the town."
#define MASKED                                                                \
    "The p\u0430yment was m\u0430de by the school at the b\u043erder of the " \
    "town."
#define BROKEN                                                             \
    "The pay\u200bment was made by the sch\u200bool at the border of the " \
    "town."
#define SLIP \
    "The p\u0430yment was made by the school at the border of the town."

static void look(const char *a, const char *b, stm_direction says,
                 const char *text)
{
    pair p;
    pair_open(&p, a, b);
    pair_share(&p, a, b);
    stm_relate__hiding(pair_case(&p, STM_IDENTICAL), 2);
    if (text)
        assert_says(&p.c, says, text);
    else
        assert_silent(&p.c);
    pair_close(&p);
}

static void the_text_with_look_alike_letters_is_the_copy(void **state)
{
    (void)state;
    look(PLAIN, MASKED, STM_A_TO_B,
         "b hides shared words from programs: 3 have letters of another script "
         "that look alike, 0 characters without width; the first is "
         "'p\u0430yment'");
    look(MASKED, PLAIN, STM_B_TO_A, "a hides shared words");
}

static void the_text_with_characters_without_width_is_the_copy(void **state)
{
    (void)state;
    look(PLAIN, BROKEN, STM_A_TO_B, "2 characters without width");
}

static void a_single_word_or_both_say_nothing(void **state)
{
    (void)state;
    look(PLAIN, SLIP, STM_UNKNOWN, NULL);
    look(MASKED, BROKEN, STM_UNKNOWN, NULL);
    look(PLAIN, PLAIN, STM_UNKNOWN, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_text_with_look_alike_letters_is_the_copy),
        cmocka_unit_test(the_text_with_characters_without_width_is_the_copy),
        cmocka_unit_test(a_single_word_or_both_say_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
