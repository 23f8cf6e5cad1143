/* Every allocation of the room fails once; nothing is half made, and the next
 * try succeeds. */
#include "said.h"

#include "failing_malloc.h"

enum { WORDS = 3000 };
static char *bytes;

static int set_up(void **state)
{
    (void)state;
    bytes = malloc(WORDS * 16);
    size_t used = 0;
    for (unsigned i = 0; i < WORDS; i++)
        used += (size_t)snprintf(bytes + used, 16, "mill%us ", i);
    return bytes ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    free(bytes);
    return 0;
}

static stm_str all(void) { return (stm_str){bytes, strlen(bytes)}; }

static void a_scan_that_fails_leaves_nothing(void **state)
{
    (void)state;
    stm_words *w = NULL;
    long n = 0;
    for (stm_status rc = STM_ENOMEM; rc; n++) {
        stm_error err;
        fail_after(n);
        rc = stm_words_scan(&w, all(), &err);
        bool failed = fail_never();
        assert_int_equal(rc, failed ? STM_ENOMEM : STM_OK);
        if (rc)
            assert_null(w);
    }
    assert_in_range(n, 4, 100);
    stm_words_free(w);
}

static void a_text_that_fails_leaves_nothing(void **state)
{
    (void)state;
    stm_words *w;
    stm_text *t = NULL;
    stm_range range = {0, (uint32_t)strlen(bytes)};
    assert_int_equal(stm_words_scan(&w, all(), NULL), STM_OK);
    long n = 0;
    for (stm_status rc = STM_ENOMEM; rc; n++) {
        stm_error err;
        fail_after(n);
        rc = stm_text_new(&t, w, &range, 1, "en", &err);
        bool failed = fail_never();
        assert_int_equal(rc, failed ? STM_ENOMEM : STM_OK);
        if (rc)
            assert_null(t);
    }
    assert_in_range(n, 8, 1000);
    assert_int_equal(t->count, WORDS);
    stm_text_free(t);
    stm_words_free(w);
}

static void a_lexicon_that_fails_counts_nothing(void **state)
{
    (void)state;
    stm_words *w;
    stm_text *t;
    stm_lexicon *lex = NULL;
    stm_range range = {0, (uint32_t)strlen(bytes)};
    assert_int_equal(stm_words_scan(&w, all(), NULL), STM_OK);
    assert_int_equal(stm_text_new(&t, w, &range, 1, "en", NULL), STM_OK);
    fail_after(0);
    stm_status made = stm_lexicon_new(&lex, NULL);
    assert_true(fail_never());
    assert_int_equal(made, STM_ENOMEM);
    assert_null(lex);
    assert_int_equal(stm_lexicon_new(&lex, NULL), STM_OK);
    long n = 0;
    for (stm_status rc = STM_ENOMEM; rc; n++) {
        fail_after(n);
        rc = stm_lexicon_add(lex, t, NULL);
        assert_int_equal(fail_never(), rc == STM_ENOMEM);
        assert_int_equal(stm_lexicon_texts(lex), rc ? 0 : 1);
    }
    assert_in_range(n, 4, 1000);
    for (uint32_t i = 0; i < t->count; i++) {
        assert_int_equal(stm_lexicon_df(lex, t->word[i]), 1);
        assert_int_equal(stm_lexicon_cf(lex, t->word[i]), 1);
    }
    stm_lexicon_free(lex);
    stm_text_free(t);
    stm_words_free(w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_scan_that_fails_leaves_nothing),
        cmocka_unit_test(a_text_that_fails_leaves_nothing),
        cmocka_unit_test(a_lexicon_that_fails_counts_nothing),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
