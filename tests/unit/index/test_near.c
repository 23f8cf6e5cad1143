#include "index/near.h"

#include <stdio.h>
#include <stdlib.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "texts.h"

enum { OTHERS = TEST_TEXTS - 2 };

/* Texts of other words, so that it is known which words are rare. */
static void add_others(test_texts *t, char **heap)
{
    for (unsigned i = 0; i < OTHERS; i++) {
        char part[160];
        snprintf(part, sizeof part,
                 "The council met Agnes Miller and spoke of the road %%u, of "
                 "w%ux and v%uy, and of the bridge that x%uz wants. ",
                 i, i, i);
        heap[i] = test_many(part, 12);
        test_text_add(t, heap[i]);
    }
}

#define SOURCE                                                              \
    "On Tuesday Agnes Miller sold forty sheep to a drover from Oxley, who " \
    "paid in silver because the bank had closed its counters after the flood."

static bool may_share(const char *a, const char *b)
{
    test_texts t = {0};
    stm_near n;
    stm_sketch *s[2];
    char *heap[OTHERS];
    const stm_text *all[OTHERS + 2];
    test_text_add(&t, a);
    test_text_add(&t, b);
    add_others(&t, heap);
    for (unsigned i = 0; i < t.count; i++)
        all[i] = t.text[i];
    assert_int_equal(stm_near__new(&n, all, t.count, t.lex, NULL), STM_OK);
    for (int i = 0; i < 2; i++)
        assert_int_equal(stm_sketch__make(&s[i], all[i], t.lex, NULL), STM_OK);
    bool yes = stm_near__may_share(&n, (stm_near_side){all[0], s[0]},
                                   (stm_near_side){all[1], s[1]});
    stm_sketch__free(s[0]);
    stm_sketch__free(s[1]);
    stm_near__free(&n);
    test_texts_free(&t);
    for (unsigned i = 0; i < OTHERS; i++)
        free(heap[i]);
    return yes;
}

static void copies_may_share_a_passage(void **state)
{
    (void)state;
    assert_true(may_share(SOURCE, "Last week in short. " SOURCE));
}

static void reworded_copies_may_too(void **state)
{
    (void)state;
    assert_true(may_share(
        SOURCE, "It was Tuesday when Agnes Miller got rid of forty sheep; the "
                "drover from Oxley gave silver, since the flood had closed "
                "every counter of the bank."));
}

static void a_name_in_common_is_not_enough(void **state)
{
    (void)state;
    assert_false(may_share(
        SOURCE " The council met Agnes Miller and spoke of the road.",
        "A choir rehearsed in the tannery. The council met Agnes Miller and "
        "spoke of the road. Sopranos brought pencils and last year's "
        "programmes, while tenors lent chairs to the fire brigade."));
}

/* `around` words that no other text has before and behind eleven that the two
 * have in common, not side by side. */
static void some_in_common(char *to, size_t size, char side, unsigned around)
{
    static const char *const common[] = {
        "Agnes Miller", "drover",  "silver", "counter", "flood",
        "tannery",      "chimney", "ferry",  "orchard", "saddle"};
    size_t n = 0, k = 0;
    for (unsigned i = 0; i < 2 * around + 20; i++) {
        bool inside = i >= around && i < around + 20;
        n += (size_t)snprintf(to + n, size - n, "%c%c%col ", side,
                              (char)('a' + i / 20), (char)('a' + i % 20));
        if (inside && i % 2 == 0)
            n += (size_t)snprintf(to + n, size - n, "%s ", common[k++]);
    }
}

static void some_words_are_enough_for_short_texts_only(void **state)
{
    (void)state;
    char a[2048], b[2048];
    some_in_common(a, sizeof a, 'p', 0);
    some_in_common(b, sizeof b, 'q', 40);
    assert_true(may_share(a, b));
    some_in_common(a, sizeof a, 'p', 40);
    assert_false(may_share(a, b));
}

static void texts_without_a_common_key_share_nothing(void **state)
{
    (void)state;
    assert_false(may_share("plum", "pear"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(copies_may_share_a_passage),
        cmocka_unit_test(reworded_copies_may_too),
        cmocka_unit_test(a_name_in_common_is_not_enough),
        cmocka_unit_test(some_words_are_enough_for_short_texts_only),
        cmocka_unit_test(texts_without_a_common_key_share_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
