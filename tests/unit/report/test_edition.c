/* What the reports make of an edition, and that no captured text breaks out of
 * the form it is shown in. */
#include "fixture_edition.h"
#include "sink.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static fixture_edition f;
static taken_bytes taken;

static const char *report(stm_report_fn *fn, const stm_result *r)
{
    stm_report_opts opts = STM_REPORT_OPTS_INIT;
    stm_sink sink = {take_bytes, &taken};
    opts.timeline = opts.lost = true;
    free(taken.bytes);
    taken = (taken_bytes){0};
    assert_int_equal(fn(r, &opts, &sink, NULL), STM_OK);
    return taken.bytes;
}

static void assert_has(const char *text, const char *part)
{
    if (!text || !strstr(text, part))
        fail_msg("no '%s' in '%s'", part, text ? text : "nothing");
}

static void assert_no_controls(const char *text)
{
    for (const char *p = text; *p; p++)
        assert_true((unsigned char)*p >= ' ' || *p == '\n' || *p == '\r');
    assert_null(strstr(text, "\xe2\x80\xae")); /* turns the direction */
    assert_null(strstr(text, "\xef\xbf\xbe")); /* not in XML */
}

static void tei_has_lemma_readings_and_witnesses(void **state)
{
    (void)state;
    const char *s = report(stm_report_tei, edition_make(&f));
    assert_has(s, "<witness xml:id=\"x1\" rend=\"lost\">");
    assert_has(s, "<p>Dear uncle,<app><lem wit=\"#c0\">=1+1 &lt;b&gt;&amp;");
    assert_has(s, "<rdg wit=\"#c1 #c2 #x1\" type=\"omitted\" "
                  "cert=\"medium\"/></app></p>\n<p><app><lem wit=\"#c0 #c1\" "
                  "type=\"absent\"/>");
    assert_has(s, "<rdg wit=\"#x1\" type=\"restored\" cert=\"medium\">the mill "
                  "burned</rdg>");
    assert_null(strstr(s, "<b>"));
    assert_no_controls(s);
}

static void csv_has_a_row_a_place_and_no_formulas(void **state)
{
    (void)state;
    const char *s = report(stm_report_csv, edition_make(&f));
    assert_has(s, "family,place,\"a\",\"b\",\"c\",\"x1\"\r\n");
    assert_has(s, "1,1,\"Dear uncle,\",\"Dear uncle,\"");
    assert_has(s, "1,2,\"'=1+1 <b>&\"\"x\"\"");
    assert_has(s, "1,3,,,\"the mill blazed\",\"the mill burned\"\r\n");
    assert_null(strchr(s, '\x1b'));
}

static void graphml_is_as_openstemmata_has_it(void **state)
{
    (void)state;
    const char *s = report(stm_report_graphml, edition_make(&f));
    assert_has(s, "<node id=\"x1\">\n      <data key=\"d0\">grey</data>");
    assert_has(s, "<data key=\"d2\">filiation</data>\n      <data "
                  "key=\"d3\">high</data>");
    assert_has(s, "<edge source=\"c3\" target=\"x1\">\n      <data "
                  "key=\"d2\">contamination</data>");
    assert_no_controls(s);
}

static void json_adds_what_was_asked_for(void **state)
{
    (void)state;
    const char *s = report(stm_report_json, edition_make(&f));
    assert_has(s, "\"alternatives\":[{\"family\":0,\"confidence\":0.2,");
    assert_has(s, "\"edges\":[{\"from\":null,\"to\":\"new\"},{\"from\":\"new\","
                  "\"to\":\"c1\"}],\"without\":null}]");
    assert_has(s, "\"timeline\":[{\"family\":0,\"versions\":[{\"node\":\"x1\","
                  "\"dated\":null,\"earliest\":null,\"latest\":{\"date\":"
                  "\"1871-05-02\",\"node\":\"c1\"}");
    assert_has(s, "\"reconstructions\":[{\"node\":\"x1\",\"words\":6");
    s = report(stm_report_json, fixture_make(&f.letters, true));
    assert_null(strstr(s, "timeline"));
    assert_null(strstr(s, "reconstructions"));
    assert_null(strstr(s, "alternatives"));
}

static void the_collation_names_who_reads_what(void **state)
{
    (void)state;
    const char *s = report(stm_report_collation, edition_make(&f));
    assert_has(s, "{\"schema\":\"stemma.collation/1\",\"captures\":[");
    assert_has(s, "{\"kind\":\"words\",\"text\":\"Dear uncle,\",\"nodes\":"
                  "[\"c0\",\"c1\",\"c2\",\"x1\"],\"inferred\":[{\"node\":\"x1\""
                  ",\"sure\":0.75}]}");
}

static void the_page_opens_lost_texts_like_the_others(void **state)
{
    (void)state;
    const char *s = report(stm_report_html, edition_make(&f));
    assert_has(s, "<a href=\"#x1\"><g class=\"card lost\"");
    assert_has(s, "<article class=\"capture lost\" id=\"x1\">");
    assert_has(s, "<span class=\"restored\" title=\"50\xc2\xa0% sure, a "
                  "spinner's words undone; from b\">");
    assert_has(s, "<section id=\"time\">");
    assert_has(s, "<h3>Next best trees</h3>");
    assert_null(strstr(s, "<b>&"));
    assert_no_controls(s);
}

static void the_terminal_tells_the_versions_in_time(void **state)
{
    (void)state;
    const char *s = report(stm_report_terminal, edition_make(&f));
    assert_has(s, "  (lost) x1\n      not after 1871-05-02 (b)\n");
    assert_has(s, "these dates contradict each other");
    assert_has(s, "made from (lost) x1: 1 sentence dropped, 1 softened\n");
    assert_has(s, "~ softened (without \"will\"): It will. \xe2\x86\x92 =1+1");
    assert_has(s, "      - Gone.\n");
    assert_no_controls(s);
}

static void lost_texts_are_written_alone(void **state)
{
    (void)state;
    const stm_result *r = edition_make(&f);
    stm_sink sink = {take_bytes, &taken};
    free(taken.bytes);
    taken = (taken_bytes){0};
    assert_int_equal(stm_report_lost_text(r, f.lost, &sink, NULL), STM_OK);
    assert_has(taken.bytes, "Dear uncle,=1+1 <b>&\"x\"");
    assert_null(strchr(taken.bytes, '\x1b'));
    taken.len = 0;
    assert_int_equal(stm_report_lost_json(r, f.lost, &sink, NULL), STM_OK);
    assert_has(taken.bytes, "{\"schema\":\"stemma.lost/1\",\"node\":\"x1\"");
    assert_has(taken.bytes, "\"witnesses\":[\"c1\"],\"sure\":0.5,"
                            "\"restored\":true");
}

static void nothing_to_collate_is_said(void **state)
{
    (void)state;
    static stm_report_fn *const forms[] = {stm_report_tei, stm_report_csv,
                                           stm_report_collation};
    stm_sink sink = {take_bytes, &taken};
    edition_make(&f);
    f.edition.collation_count = 0;
    for (int i = 0; i < 3; i++) {
        stm_error err = {0};
        assert_int_equal(forms[i](&f.letters.result, NULL, &sink, &err),
                         STM_EARG);
        assert_has(err.message, "nothing to collate");
    }
    f.letters.result.witness_count = 1;
    stm_error err = {0};
    stm_report_tei(&f.letters.result, NULL, &sink, &err);
    assert_has(err.message, "one text alone has no variants");
}

static int free_taken(void **state)
{
    (void)state;
    free(taken.bytes);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tei_has_lemma_readings_and_witnesses),
        cmocka_unit_test(csv_has_a_row_a_place_and_no_formulas),
        cmocka_unit_test(graphml_is_as_openstemmata_has_it),
        cmocka_unit_test(json_adds_what_was_asked_for),
        cmocka_unit_test(the_collation_names_who_reads_what),
        cmocka_unit_test(the_page_opens_lost_texts_like_the_others),
        cmocka_unit_test(the_terminal_tells_the_versions_in_time),
        cmocka_unit_test(lost_texts_are_written_alone),
        cmocka_unit_test(nothing_to_collate_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, free_taken);
}
