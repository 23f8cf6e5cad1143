#include "relate/topic.h"

#include "pair.h"

static stm_topic compare(const char *a, const char *b)
{
    pair p;
    pair_open(&p, a, b);
    pair_case(&p, STM_RELATED);
    assert_true(stm_relate__topic(&p.c));
    stm_topic t = p.c.f.topic;
    pair_close(&p);
    return t;
}

static void one_event_is_one_topic(void **state)
{
    (void)state;
    stm_topic t = compare(
        "Fishermen in Norbury blocked the harbour, and Mayor Ingrid Solberg "
        "asked the harbour police to clear the boats.",
        "The blockade of the harbour in Norbury went on. In the town hall "
        "Mayor "
        "Ingrid Solberg met fishermen whose boats lie in the harbour.");
    assert_true(t.odds > 0);
    assert_true(t.names >= 2);
}

static void function_words_make_no_topic(void **state)
{
    (void)state;
    stm_topic t = compare("It was as if they had all been there with us.",
                          "It was all that they had, and there they were.");
    assert_true(t.odds < 0);
    assert_true(t.cosine < .2);
}

static void two_events_are_two_topics(void **state)
{
    (void)state;
    stm_topic t = compare(
        "Fishermen in Norbury blocked the harbour, and Mayor Ingrid Solberg "
        "asked the police to clear the boats.",
        "The orchestra opened its season with a symphony that the composer "
        "had left unfinished; the audience clapped between the movements.");
    assert_true(t.odds < 0);
    assert_int_equal(t.names, 0);
}

static void single_characters_make_no_topic(void **state)
{
    (void)state;
    stm_topic same = compare("港口的渔民今天封锁了港口", "渔民封锁港口的消息");
    stm_topic other = compare("港口的渔民今天封锁了港口", "口渔今了的天民港锁");
    assert_true(same.cosine > other.cosine);
}

static void empty_texts_have_no_topic(void **state)
{
    (void)state;
    assert_true(compare("", "").odds < 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_event_is_one_topic),
        cmocka_unit_test(function_words_make_no_topic),
        cmocka_unit_test(two_events_are_two_topics),
        cmocka_unit_test(single_characters_make_no_topic),
        cmocka_unit_test(empty_texts_have_no_topic),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
