#include "relate/gist.h"

#include "relate/topic.h"

#include "pair.h"

#define BLOCKADE                                                          \
    "Fishermen in Norbury blocked the harbour, and Mayor Ingrid Solberg " \
    "asked the harbour police to clear the boats."
#define TALKS                                                       \
    "The blockade of the harbour in Norbury went on. Mayor Ingrid " \
    "Solberg met fishermen whose boats lie in the harbour."
#define CONCERT                                                          \
    "The orchestra opened its season with a symphony that the composer " \
    "had left unfinished."

/* The same topic, with and without a gist a text. */
static void agrees(const char *a, const char *b)
{
    pair p;
    stm_gist *g[2];
    pair_open(&p, a, b);
    pair_case(&p, STM_RELATED);
    assert_true(stm_relate__topic(&p.c));
    stm_topic plain = p.c.f.topic;
    for (int i = 0; i < 2; i++) {
        assert_int_equal(stm_gist_new(&g[i], p.w[i].text, p.texts.lex, NULL),
                         STM_OK);
        p.w[i].gist = g[i];
    }
    p.c.f.topic = (stm_topic){0};
    assert_true(stm_relate__topic(&p.c));
    assert_true(p.c.f.topic.cosine == plain.cosine);
    assert_true(p.c.f.topic.odds == plain.odds);
    assert_int_equal(p.c.f.topic.names, plain.names);
    assert_int_equal(stm_gist_alike(g[0], g[1]), plain.odds > 0);
    stm_gist_free(g[0]);
    stm_gist_free(g[1]);
    pair_close(&p);
}

static void gists_say_what_the_texts_say(void **state)
{
    (void)state;
    agrees(BLOCKADE, TALKS);
    agrees(BLOCKADE, CONCERT);
    agrees(BLOCKADE, BLOCKADE);
}

static void pairs_of_characters_count(void **state)
{
    (void)state;
    agrees("港口的渔民今天封锁了港口", "渔民封锁港口的消息");
}

static void empty_texts_have_no_topic(void **state)
{
    (void)state;
    agrees("", "");
    agrees("", BLOCKADE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gists_say_what_the_texts_say),
        cmocka_unit_test(pairs_of_characters_count),
        cmocka_unit_test(empty_texts_have_no_topic),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
