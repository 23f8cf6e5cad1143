#include "read.h"

#include "page/phrases.h"

static const stm_phrase *find(const stm_words *w, unsigned mark)
{
    stm_phrases found = stm_page__phrases_at(w->hash[0]);
    const stm_phrase *p = stm_page__phrase(found.at);
    for (unsigned count = found.count; count; count--, p++) {
        assert_true(found.marks & STM_MARK_BIT(p->mark));
        bool same = p->length == w->count && p->mark == mark;
        for (unsigned k = 1; same && k < p->length; k++)
            same = stm_page__phrase_rest(p)[k - 1] == w->hash[k];
        if (same)
            return p;
    }
    return NULL;
}

/* The tokeniser must find in each phrase the words that the table has. */
static void check_list(unsigned mark, unsigned use, const char *language,
                       const char *list)
{
    while (*list) {
        size_t len = strcspn(list, "|");
        stm_words *w;
        assert_true(len > 0);
        assert_int_equal(stm_words_scan(&w, (stm_str){list, len}, NULL),
                         STM_OK);
        const stm_phrase *p = w->count ? find(w, mark) : NULL;
        if (!p)
            print_error("%s: %.*s\n", language, (int)len, list);
        assert_non_null(p);
        assert_true(p->use >= use);
        stm_words_free(w);
        list += len + (list[len] == '|');
    }
}

static void every_phrase_is_found_as_the_tokeniser_reads_it(void **state)
{
    (void)state;
#define PHRASES(mark, use, language, list) \
    check_list(mark, use, language, list);
#include "page/phrases_all.inc"
#undef PHRASES
}

static void phrases_of_a_word_come_longest_first(void **state)
{
    (void)state;
    stm_phrases found = stm_page__phrases_at(stm_word_hash(STM_LIT("share")));
    const stm_phrase *p = stm_page__phrase(found.at);
    assert_true(found.count > 3);
    for (unsigned i = 1; i < found.count; i++)
        assert_true(p[i].length <= p[i - 1].length);
}

static void an_unknown_word_starts_no_phrase(void **state)
{
    (void)state;
    stm_phrases none = stm_page__phrases_at(stm_word_hash(STM_LIT("quixotic")));
    assert_int_equal(none.count, 0);
    assert_int_equal(none.marks, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_phrase_is_found_as_the_tokeniser_reads_it),
        cmocka_unit_test(phrases_of_a_word_come_longest_first),
        cmocka_unit_test(an_unknown_word_starts_no_phrase),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
