#include "collect.h"

#define TEI(header, text) \
    "<TEI><teiHeader>" header "</teiHeader><text>" text "</text></TEI>"
#define LIST(witnesses) \
    "<sourceDesc><listWit>" witnesses "</listWit></sourceDesc>"
#define WIT(id) "<witness xml:id=\"" id "\"/>"
#define BODY(text) "<body><p>" text "</p></body>"

static void expect(const char *document, const char *log)
{
    expect_log(stm_str_of(document), log);
}

static void one_text_is_one_capture(void **state)
{
    (void)state;
    expect(
        TEI("<title>The Mill</title>",
            "<body><head>The Mill</head>\n<p>It stood\n  by the water.</p>"
            "<lg><l>Round</l><l>it went</l></lg></body>"),
        "- - - - - [The Mill\n\nIt stood by the water.\n\nRound\nit went]\n");
}

static void a_reading_goes_to_the_witnesses_it_names(void **state)
{
    (void)state;
    expect(TEI(LIST(WIT("A") WIT("B") WIT("C")),
               BODY("The <app><lem wit=\"#A #C\">grey</lem>"
                    "<rdg wit=\"#B\">green</rdg></app> mill"
                    "<app><rdg wit=\"#C\">stones</rdg></app>.")),
           "A - - - - [The grey mill.]\n"
           "B - - - - [The green mill.]\n"
           "C - - - - [The grey millstones.]\n");
}

static void a_lemma_without_names_is_of_all_who_are_not_named(void **state)
{
    (void)state;
    expect(TEI(LIST(WIT("A") WIT("B") WIT("C")),
               BODY("It <app><lem>stood</lem><rdgGrp><rdg wit=\"#B\">fell</rdg>"
                    "</rdgGrp></app>.")),
           "A - - - - [It stood.]\n"
           "B - - - - [It fell.]\n"
           "C - - - - [It stood.]\n");
}

static void an_apparatus_may_stand_in_a_reading(void **state)
{
    (void)state;
    expect(TEI(LIST(WIT("A") WIT("B") WIT("C")),
               BODY("<app><lem wit=\"#A #B\">a <app><lem>high</lem>"
                    "<rdg wit=\"#B #C\">low</rdg></app> mill</lem>"
                    "<rdg wit=\"#C\">nothing</rdg></app>")),
           "A - - - - [a high mill]\n"
           "B - - - - [a low mill]\n"
           "C - - - - [nothing]\n");
}

static void of_two_readings_of_a_witness_the_first_counts(void **state)
{
    (void)state;
    expect(TEI(LIST(WIT("A") WIT("B")),
               BODY("<app><rdg wit=\"#A\">was</rdg><rdg wit=\"#A\">is</rdg>"
                    "<rdg wit=\"#B\">were</rdg></app>")),
           "A - - - - [was]\nB - - - - [were]\n");
}

static void the_id_of_a_list_stands_for_all_in_it(void **state)
{
    (void)state;
    expect(TEI("<listWit xml:id=\"beta\">" WIT("A")
                   WIT("B") "</listWit>"
                            "<listWit>" WIT("C") "</listWit>",
               BODY("<app><rdg wit=\"#beta\">two</rdg>"
                    "<rdg wit=\"#C\">one</rdg></app>")),
           "A - - - - [two]\nB - - - - [two]\nC - - - - [one]\n");
}

static void sigla_need_no_list(void **state)
{
    (void)state;
    expect(TEI("", BODY("<app><rdg wit=\"P V\">mill</rdg>"
                        "<rdg wit=\"C\">tower</rdg></app> by the sea")),
           "C - - - - [tower by the sea]\n"
           "P - - - - [mill by the sea]\n"
           "V - - - - [mill by the sea]\n");
}

static void what_an_editor_inferred_is_no_witness(void **state)
{
    (void)state;
    expect(TEI(LIST(WIT("A") "<witness xml:id=\"x\" rend=\"lost\"/>"),
               BODY("<app><rdg wit=\"#A #x\">mill</rdg></app>")),
           "A - - - - [mill]\n");
}

static void a_lacuna_has_no_common_text(void **state)
{
    (void)state;
    expect(TEI(LIST(WIT("A") WIT("B")),
               BODY("One <app><rdg wit=\"#B\">two<lacunaStart/></rdg>"
                    "<rdg wit=\"#A\">zwei</rdg></app> three "
                    "<lacunaEnd wit=\"#B\"/>four <witEnd wit=\"#A\"/>five")),
           "A - - - - [One zwei three four]\n"
           "B - - - - [One two\nfour five]\n");
}

static void a_witness_begins_where_it_is_said_to(void **state)
{
    (void)state;
    expect(TEI(LIST(WIT("A") WIT("B")),
               BODY("One <witStart wit=\"#B\"/>two "
                    "<app><rdg wit=\"#A\">three</rdg></app>")),
           "A - - - - [One two three]\nB - - - - [two]\n");
}

static void notes_and_what_editors_put_beside_are_no_text(void **state)
{
    (void)state;
    expect(TEI("", BODY("<choice><corr>the</corr><sic>teh</sic></choice> mill"
                        "<note>a note</note> of <corr>stone</corr>"
                        "<fw>12</fw><del>s</del>")),
           "- - - - - [teh mill of stone]\n");
}

static void breaks_part_words_unless_they_say_that_they_do_not(void **state)
{
    (void)state;
    expect(TEI("", BODY("the<lb/>wa<lb break=\"no\"/>ter<pb n=\"2\"/>and"
                        "<w>the</w><w>sea</w>")),
           "- - - - - [the water andthe sea]\n");
}

static void texts_of_a_group_are_captures_of_their_own(void **state)
{
    (void)state;
    expect(TEI("", "<group><text xml:id=\"a\">" BODY(
                       "One.") "</text>"
                               "<text n=\"b\">" BODY(
                                   "Two.") "</text>"
                                           "<text>" BODY(
                                               "Three.") "</text></group>"),
           "a - - - - [One.]\nb - - - - [Two.]\n3 - - - - [Three.]\n");
}

static void a_text_may_declare_its_source(void **state)
{
    (void)state;
    expect("<TEI><teiHeader><sourceDesc xml:id=\"s0\"><listWit>" WIT("A") WIT(
               "B") "</listWit></sourceDesc><sourceDesc xml:id=\"s1\">"
                    "<listWit>" WIT("C") WIT(
                        "D") "</listWit></sourceDesc></teiHeader><text><group>"
                             "<text decls=\"#s0\">" BODY(
                                 "Alike.") "</text>"
                                           "<text decls=\"#s1\">" BODY(
                                               "<app><rdg "
                                               "wit=\"#C\">Not</rdg></app> "
                                               "alike.") "</text></group></"
                                                         "text></TEI>",
           "A - - - - [Alike.]\nB - - - - [Alike.]\n"
           "C - - - - [Not alike.]\nD - - - - [alike.]\n");
}

static void documents_of_a_corpus_are_captures(void **state)
{
    (void)state;
    expect("<?xml version='1.0'?><!-- a corpus --><teiCorpus>"
           "<t:TEI xmlns:t=\"urn:t\" xml:id=\"a\"><t:text>One.</t:text></t:TEI>"
           "<TEI><text>Two.</text></TEI></teiCorpus>",
           "a - - - - [One.]\n2 - - - - [Two.]\n");
}

static void the_date_of_a_witness_is_kept(void **state)
{
    (void)state;
    expect(TEI(LIST("<witness xml:id=\"A\">of <origDate when=\"1412\"/>"
                    "</witness>" WIT("B")),
               BODY("Mill<app><rdg wit=\"#B\">s</rdg></app>")),
           "A - - 1412 - [Mill]\nB - - - - [Mills]\n");
}

static void a_witness_that_has_nothing_is_named(void **state)
{
    (void)state;
    expect(TEI(LIST(WIT("A") WIT("B")),
               BODY("<app><rdg wit=\"#A\">Mill</rdg><rdg wit=\"#B\"/></app>")),
           "A - - - - [Mill]\n!B@ empty\n");
}

static void damage_is_named_with_its_place(void **state)
{
    (void)state;
    expect("<TEI><text><p>One</text></TEI>",
           "!-@19 damaged or not supported XML: mismatched tag\n");
    expect("<TEI><text><p>One",
           "!-@17 damaged or not supported XML: no element found\n");
}

static void entities_are_not_read(void **state)
{
    (void)state;
    collected c = collect(
        STM_LIT("<!DOCTYPE TEI [<!ENTITY a SYSTEM \"file:///etc/hosts\">]>"
                "<TEI><text><p>&a;</p></text></TEI>"));
    assert_int_equal(c.captures, 0);
    assert_non_null(strstr(c.log, "it declares entities, which are not read"));
    /* those of a document type that is not looked at are marked as unknown */
    expect(
        "<!DOCTYPE TEI SYSTEM \"tei.dtd\"><TEI><text>caf&eacute;</text></TEI>",
        "- - - - - [caf\xef\xbf\xbd]\n");
}

static void elements_nested_too_deep_are_refused(void **state)
{
    static char text[300 * 3 + 32] = "<TEI>";
    size_t used = 5;
    (void)state;
    for (int i = 0; i < 300; i++, used += 3)
        memcpy(text + used, "<p>", 4);
    collected c = collect(stm_str_of(text));
    assert_non_null(strstr(c.log, "nested deeper than 256"));
}

static void another_kind_of_apparatus_is_refused(void **state)
{
    (void)state;
    expect(
        TEI("<variantEncoding method=\"location-referenced\"/>", BODY("Mill")),
        "!-@ its apparatus is not by parallel segmentation; convert it "
        "first\n");
}

static void many_witnesses_of_a_long_text_are_a_limit(void **state)
{
    (void)state;
    stm_capture_opts o = STM_CAPTURE_OPTS_INIT;
    o.max_bytes = 400;
    collected c = collect_with(
        STM_LIT(TEI(LIST(WIT("A") WIT("B") WIT("C") WIT("D") WIT("E") WIT("F")),
                    BODY("A mill of grey stone that stood by the water, and "
                         "a miller <app><rdg wit=\"#B\">in it</rdg></app>"))),
        &o);
    assert_string_equal(c.log, "!-@ larger than 400 bytes, the limit for one "
                               "text; split it into parts first\n");
}

static void other_xml_and_prose_are_not_taken_for_it(void **state)
{
    (void)state;
    assert_false(stm_capture__is_tei(STM_LIT("<TEIlike><text>One")));
    assert_false(stm_capture__is_tei(STM_LIT("TEI is a way to write texts")));
    assert_false(stm_capture__is_tei(STM_LIT("<html><TEI></html>")));
    assert_false(stm_capture__is_tei(STM_LIT("<TEI")));
    assert_true(stm_capture__is_tei(STM_LIT("<TEI.2>")));
}

static void a_wide_character_set_does_not_matter(void **state)
{
    (void)state;
    char wide[2 * 64] = "\xff\xfe";
    const char *text = "<TEI><text><p>A mill.</p></text></TEI>";
    size_t n = 2;
    for (size_t i = 0; text[i]; i++, n += 2)
        wide[n] = text[i];
    expect_log((stm_str){wide, n}, "- - - - UTF-16LE [A mill.]\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_text_is_one_capture),
        cmocka_unit_test(a_reading_goes_to_the_witnesses_it_names),
        cmocka_unit_test(a_lemma_without_names_is_of_all_who_are_not_named),
        cmocka_unit_test(an_apparatus_may_stand_in_a_reading),
        cmocka_unit_test(of_two_readings_of_a_witness_the_first_counts),
        cmocka_unit_test(the_id_of_a_list_stands_for_all_in_it),
        cmocka_unit_test(sigla_need_no_list),
        cmocka_unit_test(what_an_editor_inferred_is_no_witness),
        cmocka_unit_test(a_lacuna_has_no_common_text),
        cmocka_unit_test(a_witness_begins_where_it_is_said_to),
        cmocka_unit_test(notes_and_what_editors_put_beside_are_no_text),
        cmocka_unit_test(breaks_part_words_unless_they_say_that_they_do_not),
        cmocka_unit_test(texts_of_a_group_are_captures_of_their_own),
        cmocka_unit_test(a_text_may_declare_its_source),
        cmocka_unit_test(documents_of_a_corpus_are_captures),
        cmocka_unit_test(the_date_of_a_witness_is_kept),
        cmocka_unit_test(a_witness_that_has_nothing_is_named),
        cmocka_unit_test(damage_is_named_with_its_place),
        cmocka_unit_test(entities_are_not_read),
        cmocka_unit_test(elements_nested_too_deep_are_refused),
        cmocka_unit_test(another_kind_of_apparatus_is_refused),
        cmocka_unit_test(many_witnesses_of_a_long_text_are_a_limit),
        cmocka_unit_test(other_xml_and_prose_are_not_taken_for_it),
        cmocka_unit_test(a_wide_character_set_does_not_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
