#include "relate/relation.h"

#include "pair.h"

#include <stdio.h>

#define OPENING                                                                \
    "The tide came in early that year, and nobody had mended the sluice. The " \
    "men stood on the dyke with lanterns and waited for the bell to ring."
#define MORE                                                                  \
    "When it rang they carried the sacks to the breach and laid them one "    \
    "upon "                                                                   \
    "another until the morning, and the women brought bread and hot ale "     \
    "along "                                                                  \
    "the dyke, and still the water came over the lowest stones and into the " \
    "orchard, where the trees had just begun to bloom."

/* The relation of two texts that share what `pair_share` was told. */
static stm_relation_kind decide(pair *p)
{
    pair_case(p, STM_UNRELATED);
    assert_true(stm_relate__relation(&p->c));
    assert_true(p->c.probability > 0);
    assert_true(p->c.probability <= 1);
    return p->c.kind;
}

static void the_same_words_are_identical(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, OPENING,
              "The tide came in early that year and nobody had "
              "mended the sluice; the men stood on the dyke with "
              "lanterns,\nand waited for the bell to ring");
    assert_int_equal(decide(&p), STM_IDENTICAL);
    pair_close(&p);
}

static void texts_without_words_are_not_identical(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "", "...");
    assert_int_equal(decide(&p), STM_UNRELATED);
    pair_close(&p);
}

static void another_title_is_a_reprint(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "Water at the gates\n\n" OPENING " " MORE,
              "A night on the dyke\n\n" OPENING " " MORE);
    pair_share(&p, OPENING " " MORE, OPENING " " MORE);
    assert_int_equal(decide(&p), STM_REPRINT);
    pair_close(&p);
}

static void two_dated_states_of_a_page_are_a_revision(void **state)
{
    (void)state;
    pair p;
    const char later[] = OPENING " By then two of them had gone home. " MORE;
    pair_open(&p, OPENING " " MORE, later);
    pair_share(&p, OPENING " " MORE, later);
    for (int i = 0; i < 2; i++) {
        p.page[i].title = STM_LIT("Water at the gates");
        p.page[i].updated =
            (stm_date){2031, 3, (uint8_t)(4 + i), -1, -1, -1, STM_NO_ZONE};
    }
    assert_int_equal(decide(&p), STM_REVISION);
    pair_close(&p);
}

static void a_cut_text_is_an_excerpt(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, OPENING, OPENING " " MORE);
    pair_share(&p, OPENING, OPENING);
    assert_int_equal(decide(&p), STM_EXCERPT);
    pair_close(&p);
    pair_open(&p, MORE " " OPENING, OPENING);
    pair_share(&p, OPENING, OPENING);
    assert_int_equal(decide(&p), STM_EXCERPT);
    pair_close(&p);
}

static void new_sentences_make_a_revision(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, OPENING " Old Marten slept through it all.",
              OPENING
              " The council will meet about the sluice on Friday at "
              "noon, and the dyke reeve has asked for forty oak piles.");
    pair_share(&p, OPENING, OPENING);
    assert_int_equal(decide(&p), STM_REVISION);
    pair_close(&p);
}

static void replaced_words_make_it_spun(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, PAIR_REPORT, PAIR_SPUN);
    pair_share(&p, PAIR_REPORT, PAIR_SPUN);
    assert_int_equal(decide(&p), STM_SPUN);
    assert_true(stm_relate__is_replaced(&p.c));
    pair_close(&p);
}

static void a_few_synonyms_do_not(void **state)
{
    (void)state;
    pair p;
    const char b[] =
        "The tide came in early that season, and nobody had mended "
        "the sluice. The men waited on the dyke with lamps and "
        "listened for the bell to ring.";
    pair_open(&p, OPENING, b);
    pair_share(&p, OPENING, b);
    assert_false(stm_relate__is_replaced((pair_case(&p, STM_REVISION), &p.c)));
    assert_int_equal(decide(&p), STM_REVISION);
    pair_close(&p);
}

static void one_shared_sentence_is_a_quotation(void **state)
{
    (void)state;
    pair p;
    const char quoted[] =
        "Nobody had mended the sluice, the dyke reeve told the "
        "court, because nobody had been paid for it";
    char a[900], b[900];
    snprintf(a, sizeof a, "%s. %s", quoted, MORE);
    snprintf(b, sizeof b,
             "The hearing lasted until the evening; a clerk read out the "
             "accounts of nine years, three witnesses were fined for laughing, "
             "and the judge put off his sentence until after the herring "
             "season, when the benches would not be needed for drying nets. "
             "%s.",
             quoted);
    pair_open(&p, a, b);
    pair_share(&p, quoted, quoted);
    assert_int_equal(decide(&p), STM_QUOTES);
    pair_close(&p);
}

static void nothing_shared_is_a_matter_of_topic(void **state)
{
    (void)state;
    pair p;
    pair_open(&p,
              "The dyke at Holm broke, and the men of Holm mended the dyke.",
              "A dyke reeve of Holm said that the dyke was old.");
    assert_int_equal(decide(&p), STM_RELATED);
    pair_close(&p);
    pair_open(&p,
              "The dyke at Holm broke, and the men of Holm mended the dyke.",
              "Two violinists shared the prize for chamber music.");
    assert_int_equal(decide(&p), STM_UNRELATED);
    pair_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_words_are_identical),
        cmocka_unit_test(texts_without_words_are_not_identical),
        cmocka_unit_test(another_title_is_a_reprint),
        cmocka_unit_test(two_dated_states_of_a_page_are_a_revision),
        cmocka_unit_test(a_cut_text_is_an_excerpt),
        cmocka_unit_test(new_sentences_make_a_revision),
        cmocka_unit_test(replaced_words_make_it_spun),
        cmocka_unit_test(a_few_synonyms_do_not),
        cmocka_unit_test(one_shared_sentence_is_a_quotation),
        cmocka_unit_test(nothing_shared_is_a_matter_of_topic),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
