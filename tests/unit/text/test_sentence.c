#include "said.h"

static void end_marks_before_a_space_end_sentences(void **state)
{
    (void)state;
    assert_sentences("The mill closed. Why? Nobody knew! It stood empty… Then "
                     "rain came.",
                     "[The mill closed][Why][Nobody knew][It stood empty]"
                     "[Then rain came]");
    assert_sentences("“Stop!” he cried. (She had stopped.) “Go on.” He went.",
                     "[Stop!” he cried][She had stopped][Go on][He went]");
    assert_sentences("Oh no! not again... or so it seemed.",
                     "[Oh no! not again... or so it seemed]");
}

static void titles_and_initials_do_not_end_sentences(void **state)
{
    (void)state;
    assert_sentences("Mr. Brandt met Dr. K. L. Osei and Gen. Roy T. Vance "
                     "in St. Albans. They spoke.",
                     "[Mr. Brandt met Dr. K. L. Osei and Gen. Roy T. Vance "
                     "in St. Albans][They spoke]");
    assert_sentences("Sie sprach mit Prof. Dr. Anna B. Weiß über Herrn Nr. 7 "
                     "bzw. Frau Lang. Er schwieg.",
                     "[Sie sprach mit Prof. Dr. Anna B. Weiß über Herrn Nr. 7 "
                     "bzw. Frau Lang][Er schwieg]");
    assert_sentences("M. Petit et Mme. Roux sont partis hier avec les enfants. "
                     "Ils sont loin.",
                     "[M. Petit et Mme. Roux sont partis hier avec les enfants]"
                     "[Ils sont loin]");
    assert_sentences("El Sr. Vidal y la Sra. Campos viven en EE.UU. desde "
                     "enero. Son felices.",
                     "[El Sr. Vidal y la Sra. Campos viven en EE.UU. desde "
                     "enero][Son felices]");
}

static void abbreviations_end_sentences_before_function_words(void **state)
{
    (void)state;
    assert_sentences("They left the U.S. Army at 5 p.m. Monday and saw no one "
                     "in the U.S. The road was long and it was 6 a.m. Then it "
                     "rained on Acme Inc. and on Foo Ltd. He sold pens, etc. "
                     "We know.",
                     "[They left the U.S. Army at 5 p.m. Monday and saw no one "
                     "in the U.S][The road was long and it was 6 a.m]"
                     "[Then it rained on Acme Inc. and on Foo Ltd]"
                     "[He sold pens, etc][We know]");
}

static void numbers_keep_their_points_to_themselves(void **state)
{
    (void)state;
    assert_sentences("It rose 3.5 percent to 1,200.50 in No. 4 of vol. 2, see "
                     "p. 9. No. That was in 1998. They knew.",
                     "[It rose 3.5 percent to 1,200.50 in No. 4 of vol. 2, see "
                     "p. 9][No][That was in 1998][They knew]");
}

static void ordinals_are_known_where_they_are_written(void **state)
{
    (void)state;
    assert_sentences("Am 16. Mai wurde die 3. Brücke über den Fluss von "
                     "Karl IV. Wenzel eröffnet. Das war im Jahr 1958. Danach "
                     "kam nichts.",
                     "[Am 16. Mai wurde die 3. Brücke über den Fluss von "
                     "Karl IV. Wenzel eröffnet][Das war im Jahr 1958]"
                     "[Danach kam nichts]");
    assert_sentences("They finished in place 4. Brown was in front of them.",
                     "[They finished in place 4]"
                     "[Brown was in front of them]");
}

static void list_numbers_stay_with_their_items(void **state)
{
    (void)state;
    assert_sentences("What to bring\n1. Boots\n2. A warm coat\n10.2. Water\n"
                     "a) rope\n",
                     "[What to bring][1. Boots][2. A warm coat][10.2. Water]"
                     "[a) rope]");
}

static void bullets_start_sentences(void **state)
{
    (void)state;
    assert_sentences("bring\n• boots\n• rope and water\n- bread\n* salt",
                     "[bring][boots][rope and water][bread][salt]");
    assert_sentences("the harbour\n— an old one — was full",
                     "[the harbour\n— an old one — was full]");
}

static void blank_lines_and_rules_start_sentences(void **state)
{
    (void)state;
    assert_sentences("one line\n\nand another\n* * *\nand a third\r\n \r\n"
                     "and a fourth",
                     "[one line][and another][and a third][and a fourth]");
}

static void line_ends_part_headlines_but_not_wrapped_lines(void **state)
{
    (void)state;
    assert_sentences("Old mill to reopen\nThe mill at the ford, closed for "
                     "years\nand nearly forgotten, will open.\nMany are glad",
                     "[Old mill to reopen][The mill at the ford, closed for "
                     "years\nand nearly forgotten, will open][Many are glad]");
}

static void glued_sentences_are_parted(void **state)
{
    (void)state;
    assert_sentences("It was all they needed.He said so in 2019.The end!She "
                     "left.“Fine.”He slept.",
                     "[It was all they needed][He said so in 2019][The end]"
                     "[She left][Fine][He slept]");
    assert_sentences("Photo by the river.Credit...Jo Lund for this page",
                     "[Photo by the river][Credit][Jo Lund for this page]");
}

static void addresses_names_and_code_are_not_glued_sentences(void **state)
{
    (void)state;
    const char *whole[] = {"see www.example.org/docs/Page.Html for more",
                           "mail jo.Lund@example.org now",
                           "it was written in ASP.Net and Node.js",
                           "call list.Append(x) and list.Sort(y) then",
                           "seen by Mr.Brandt and Dr.Osei"};
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
        char want[128];
        snprintf(want, sizeof want, "[%s]", whole[i]);
        assert_sentences(whole[i], want);
    }
}

static void reference_marks_do_not_hide_the_end(void **state)
{
    (void)state;
    assert_sentences("The ford is old.[3] It was paved.[4][12] Carts use it.",
                     "[The ford is old.[3][It was paved.[4][12]"
                     "[Carts use it]");
}

static void sentences_of_other_scripts_are_found(void **state)
{
    (void)state;
    assert_sentences("河边有一座老磨坊。它已经关了！为什么？没人知道。",
                     "[河边有一座老磨坊][它已经关了][为什么][没人知道]");
    assert_sentences("水車は止まった。「なぜ？」と彼は聞いた。誰も知らない。",
                     "[水車は止まった][なぜ？」と彼は聞いた][誰も知らない]");
    assert_sentences("मिल बंद है। कोई नहीं जानता।", "[मिल बंद है][कोई नहीं जानता]");
    assert_sentences("هل أغلقت الطاحونة؟ لا أحد يعرف. ربما غدا.",
                     "[هل أغلقت الطاحونة][لا أحد يعرف][ربما غدا]");
    assert_sentences("Мельница закрыта с 1998 г. Никто не знает, т.е. молчат "
                     "и др. Это было давно. А. С. Ветров уехал.",
                     "[Мельница закрыта с 1998 г][Никто не знает, т.е. молчат "
                     "и др][Это было давно][А. С. Ветров уехал]");
    assert_sentences("Πού είναι ο μύλος; Δεν το ξέρει κανείς. Ήταν παλιός.",
                     "[Πού είναι ο μύλος][Δεν το ξέρει κανείς][Ήταν παλιός]");
    assert_sentences("방앗간은 닫혔다. 아무도 모른다! 정말?",
                     "[방앗간은 닫혔다][아무도 모른다][정말]");
    assert_sentences("โรงสีเก่าปิดแล้ว ไม่มีใครรู้", "[โรงสีเก่าปิดแล้ว][ไม่มีใครรู้]");
}

static void small_letters_throughout_hide_no_sentence(void **state)
{
    (void)state;
    assert_sentences("the mill at the ford was closed for years. mr. brandt "
                     "bought it in no. 5, e.g. for the wheel. why? nobody "
                     "knew, but the old house by the river was his.",
                     "[the mill at the ford was closed for years][mr. brandt "
                     "bought it in no. 5, e.g. for the wheel][why][nobody "
                     "knew, but the old house by the river was his]");
}

static void lines_and_paragraphs_are_marked(void **state)
{
    (void)state;
    stm_words *w = said_scan("a b\nc d\n\ne\r\nf\xe2\x80\xa9g");
    const uint8_t place = STM_WORD_LINE | STM_WORD_PARAGRAPH;
    const uint8_t want[] = {place,         0,    STM_WORD_LINE, 0, place,
                            STM_WORD_LINE, place};
    assert_int_equal(w->count, 7);
    for (uint32_t i = 0; i < w->count; i++)
        assert_int_equal(w->flags[i] & place, want[i]);
    stm_words_free(w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(end_marks_before_a_space_end_sentences),
        cmocka_unit_test(titles_and_initials_do_not_end_sentences),
        cmocka_unit_test(abbreviations_end_sentences_before_function_words),
        cmocka_unit_test(numbers_keep_their_points_to_themselves),
        cmocka_unit_test(ordinals_are_known_where_they_are_written),
        cmocka_unit_test(list_numbers_stay_with_their_items),
        cmocka_unit_test(bullets_start_sentences),
        cmocka_unit_test(blank_lines_and_rules_start_sentences),
        cmocka_unit_test(line_ends_part_headlines_but_not_wrapped_lines),
        cmocka_unit_test(glued_sentences_are_parted),
        cmocka_unit_test(addresses_names_and_code_are_not_glued_sentences),
        cmocka_unit_test(reference_marks_do_not_hide_the_end),
        cmocka_unit_test(sentences_of_other_scripts_are_found),
        cmocka_unit_test(small_letters_throughout_hide_no_sentence),
        cmocka_unit_test(lines_and_paragraphs_are_marked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
