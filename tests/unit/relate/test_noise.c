#include "pair.h"
#include "relate/evidence.h"

#define PRINT                                                            \
    "The modern town government met the farmers of the northern valley " \
    "before "                                                            \
    "the farmers and the government met the modern northern board."
#define SCAN                                                                 \
    "The modem town govemment met the farmers of the northem valley before " \
    "the farmers ancl the government met the modern northern board."

/* The pair with what align says of the places that differ. */
static void look(pair *p, const char *a, const char *b, stm_noise noise)
{
    pair_open(p, a, b);
    pair_share(p, a, b);
    for (size_t k = 0; k < p->x.change_count; k++)
        p->change[k].noise = noise;
    stm_relate__noise(pair_case(p, STM_REPRINT), .7);
}

static void the_text_with_misread_words_is_rather_the_copy(void **state)
{
    (void)state;
    pair p;
    look(&p, PRINT, SCAN, STM_NOISE_MISREAD);
    assert_says(&p.c, STM_A_TO_B,
                "b has the words of a as a scanner or a hasty hand has them: "
                "at 4 places letters are misread ('modem' for 'modern'), at 0 "
                "spaces are lost or put in, at 0 a word is cut by a hyphen");
    pair_close(&p);
    look(&p, SCAN, PRINT, STM_NOISE_MISREAD);
    assert_says(&p.c, STM_B_TO_A, "a has the words of b");
    pair_close(&p);
}

static void lost_spaces_tell_no_direction(void **state)
{
    (void)state;
    pair p;
    look(&p, PRINT, SCAN, STM_NOISE_SPACE);
    assert_says(&p.c, STM_UNKNOWN, "at 4 spaces are lost or put in");
    pair_close(&p);
}

static void hyphens_alone_are_not_worth_a_sentence(void **state)
{
    (void)state;
    pair p;
    look(&p, PRINT, SCAN, STM_NOISE_HYPHEN);
    assert_silent(&p.c);
    pair_close(&p);
}

static void words_that_are_noise_are_not_replaced(void **state)
{
    (void)state;
    pair p;
    look(&p, PAIR_REPORT, PAIR_SPUN, STM_NOISE_MISREAD);
    assert_int_equal(p.c.f.replacements, 0);
    assert_int_equal(p.c.f.changes, 0);
    assert_int_equal(p.c.f.noisy, p.x.change_count);
    assert_true(p.c.f.replaced_odds < 0);
    pair_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_text_with_misread_words_is_rather_the_copy),
        cmocka_unit_test(lost_spaces_tell_no_direction),
        cmocka_unit_test(hyphens_alone_are_not_worth_a_sentence),
        cmocka_unit_test(words_that_are_noise_are_not_replaced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
