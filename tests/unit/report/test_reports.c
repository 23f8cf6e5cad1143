/* The whole reports, over a result made by hand: what they show, and that
 * hostile captures do not get through to the form they are shown in. */
#include "fixture.h"
#include "sink.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static fixture f;
static taken_bytes taken;

static const char *report(stm_report_fn *fn, const stm_result *r,
                          unsigned width, bool colour)
{
    stm_report_opts opts = STM_REPORT_OPTS_INIT;
    stm_sink sink = {take_bytes, &taken};
    stm_error err = {0};
    opts.width = width;
    opts.colour = colour;
    free(taken.bytes);
    taken = (taken_bytes){0};
    assert_int_equal(fn(r, &opts, &sink, &err), STM_OK);
    return taken.bytes;
}

static bool has(const char *text, const char *part)
{
    return strstr(text, part) != NULL;
}

/* Everything in a captured text that any form could stumble over. */
static const char hostile[] = "Dear uncle,</td><script>alert('1')</script>\" "
                              "onload=\"x\" \x1b]0;owned\x07 "
                              "\xc2\x9b"
                              "2J \\N ]]> &lt; \xe2\x80\xae"
                              "evil {\"x\":1} mill burned on Friday. "
                              "Nobody was hurt.";

static const stm_result *hostile_result(bool tree)
{
    fixture_make(&f, tree);
    fixture_add(&f, 0, "x\x1b[2J<b>\"\\.txt", hostile, hostile);
    f.relations[0].passages = f.passages;
    f.passages[0].a = (stm_range){0, (uint32_t)strlen(hostile)};
    f.differences[0].a = fixture_find(&f, 0, "<script>");
    f.passages[1].a = f.passages[0].a;
    f.differences[1].a = fixture_find(&f, 0, "burned");
    f.replaced[0].a = stm_str_of(hostile);
    f.evidence[0].text = stm_str_of(hostile);
    f.nodes[5].note = stm_str_of(hostile);
    return &f.result;
}

/* No control byte but the ends of lines, and no direction turned. */
static void assert_no_controls(const char *text, bool colours)
{
    for (const char *p = text; *p; p++) {
        if (*p == '\x1b' && colours) {
            assert_true(p[1] == '[' && (stm_ascii_digit(p[2])));
            p = strchr(p, 'm');
            assert_non_null(p);
        }
        assert_true((unsigned char)*p >= ' ' || *p == '\n');
        assert_true(*p != 0x7f);
        assert_false((unsigned char)p[0] == 0xc2 && (unsigned char)p[1] < 0xa0);
    }
    assert_false(has(text, "\xe2\x80\xae"));
}

static void the_terminal_tree_tells_the_story(void **state)
{
    (void)state;
    const char *s = report(stm_report_terminal, fixture_make(&f, true), 100, 0);
    assert_true(has(s, "5 captures: 1 family, 2 stand alone"));
    assert_true(has(s, "(lost) x1  the letter as it was sent\n"
                       "\xe2\x94\x9c\xe2\x94\x80 (lost) x2"));
    assert_true(has(s, "b is a later version of a (93 % sure)"));
    assert_true(has(s, "because a is undated; b speaks of 'a night in May'"));
    assert_true(has(s, "(lost) x1: 3 words"));
}

static void no_line_is_wider_than_the_terminal(void **state)
{
    (void)state;
    for (int tree = 0; tree < 2; tree++)
        for (unsigned width = 40; width < 140; width += 9) {
            const char *s = report(stm_report_terminal,
                                   fixture_make(&f, tree == 1), width, false);
            for (const char *end; *s; s = end + 1) {
                end = strchr(s, '\n');
                size_t cols = 0;
                for (const char *p = s; p < end; p++)
                    cols += (*p & 0xc0) != 0x80;
                assert_true(cols <= width);
            }
        }
}

static void a_wide_diff_stands_in_two_columns(void **state)
{
    (void)state;
    const stm_result *r = fixture_make(&f, false);
    assert_true(has(report(stm_report_terminal, r, 120, false),
                    "Friday. Nobody was hurt.   \xe2\x94\x82 Dear uncle"));
    assert_true(has(report(stm_report_terminal, r, 80, false),
                    "> Dear uncle, the mill burned on Friday night."));
    assert_false(has(taken.bytes, "MENU"));
}

static void hostile_text_does_not_reach_the_terminal(void **state)
{
    (void)state;
    for (int tree = 0; tree < 2; tree++)
        for (int colour = 0; colour < 2; colour++)
            assert_no_controls(report(stm_report_terminal,
                                      hostile_result(tree == 1), 100,
                                      colour == 1),
                               colour == 1);
}

static void hostile_text_does_not_become_markup(void **state)
{
    (void)state;
    for (int tree = 0; tree < 2; tree++) {
        const char *s =
            report(stm_report_html, hostile_result(tree == 1), 80, false);
        assert_no_controls(s, false);
        assert_false(has(s, "<script"));
        assert_false(has(s, "\" onload"));
        assert_true(has(s, "&lt;script&gt;"));
        assert_true(has(s, "\xe2\x9f\xa6U+202E\xe2\x9f\xa7"));
        assert_true(has(s, "Content-Security-Policy"));
    }
}

static void the_page_shows_pairs_side_by_side(void **state)
{
    (void)state;
    const char *s = report(stm_report_html, fixture_make(&f, true), 80, false);
    assert_true(has(s, "<article class=\"pair\" id=\"p0-1\">"));
    assert_true(has(s, "Friday<mark> night</mark>. Nobody"));
    assert_true(has(s, "<mark class=\"replaced\">blazed</mark>"));
    assert_true(has(s, "<span class=\"furniture\" title=\"nav\">MENU Home"));
    assert_true(has(s, "<bdi>burned</bdi> \xe2\x86\x92 <bdi>blazed</bdi> "
                       "<small>2"));
    for (const char *p = s; (p = strstr(p, "http")); p++)
        assert_true(!strncmp(p, "http-equiv", 10) ||
                    !strncmp(p, "http://www.w3.org/2000/svg\"", 27));
}

static void hostile_text_stays_inside_a_label_of_dot(void **state)
{
    (void)state;
    const char *s = report(stm_report_dot, hostile_result(true), 80, false);
    assert_no_controls(s, false);
    bool quoted = false;
    for (const char *p = s; *p; p++) {
        if (quoted && *p == '\\')
            p++;
        else if (*p == '"')
            quoted = !quoted;
        else if (!quoted)
            assert_false(*p == '<' || *p == '\'');
        else
            assert_true(*p != '\n');
    }
    assert_false(quoted);
    assert_true(has(s, "&amp;lt;"));
}

static void dot_draws_the_lost_grey_and_second_sources_dashed(void **state)
{
    (void)state;
    const char *s = report(stm_report_dot, fixture_make(&f, true), 80, false);
    assert_true(has(s, "\"x1\" [label=\"x1\", color=\"grey\""));
    assert_true(has(s, "\"c3\" -> \"x1\" [style=\"dashed\""));
    assert_true(has(s, "\"x1\" -> \"c2\" [label=\"spun 87\xc2\xa0%\"];"));
    assert_true(has(s, "\"x2\" -> \"c0\" [label=\"excerpt\"];"));
}

static void json_has_all_members_in_order(void **state)
{
    (void)state;
    const char *s = report(stm_report_json, fixture_make(&f, true), 80, false);
    assert_true(has(s, "{\"schema\":\"stemma.tree/1\",\"captures\":[{\"id\":0,"
                       "\"source\":\"letters/a.txt\",\"record\":null,\"uri\":"
                       "null,\"title\":null,\"authors\":[],\"published\":null,"
                       "\"updated\":null,\"captured\":null,\"language\":null,"
                       "\"words\":10,\"truncated\":false,\"content\":[{"
                       "\"start\":0,\"end\":55}],\"furniture\":[],\"repeats\":"
                       "[]"));
    assert_true(has(s, "\"families\":[{\"captures\":[0,1,2]},{\"captures\":[3]}"
                       ",{\"captures\":[4]}]"));
    assert_true(has(s, "\"secondary\":[{\"from\":\"c3\",\"to\":\"x1\",\"words\""
                       ":3,\"confidence\":0.7}]}}\n"));
}

static void a_file_name_that_is_not_utf8_survives_in_json(void **state)
{
    (void)state;
    fixture_make(&f, true);
    f.texts[0].capture.source = STM_LIT("a\xff");
    const char *s = report(stm_report_json, &f.result, 80, false);
    assert_true(has(s, "\"source\":\"a\\\\xff\""));
    assert_true(has(s, "\"source_hex\":\"61ff\""));
}

static void a_failing_sink_fails_the_report(void **state)
{
    (void)state;
    static stm_report_fn *const all[] = {stm_report_json, stm_report_terminal,
                                         stm_report_html, stm_report_dot};
    stm_report_opts opts = STM_REPORT_OPTS_INIT;
    stm_sink sink = {take_bytes, &taken};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        stm_error err = {0};
        free(taken.bytes);
        taken = (taken_bytes){.fail_after = 500};
        assert_int_equal(all[i](fixture_make(&f, true), &opts, &sink, &err),
                         STM_EIO);
        assert_int_equal(err.code, STM_EIO);
    }
}

static void a_diff_has_no_tree_to_draw(void **state)
{
    (void)state;
    stm_sink sink = {take_bytes, &taken};
    const stm_result *r = fixture_make(&f, false);
    assert_int_equal(stm_report_dot(r, NULL, &sink, NULL), STM_EARG);
    assert_int_equal(stm_report_svg(r, NULL, &sink, NULL), STM_EARG);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_terminal_tree_tells_the_story),
        cmocka_unit_test(no_line_is_wider_than_the_terminal),
        cmocka_unit_test(a_wide_diff_stands_in_two_columns),
        cmocka_unit_test(hostile_text_does_not_reach_the_terminal),
        cmocka_unit_test(hostile_text_does_not_become_markup),
        cmocka_unit_test(the_page_shows_pairs_side_by_side),
        cmocka_unit_test(hostile_text_stays_inside_a_label_of_dot),
        cmocka_unit_test(dot_draws_the_lost_grey_and_second_sources_dashed),
        cmocka_unit_test(json_has_all_members_in_order),
        cmocka_unit_test(a_file_name_that_is_not_utf8_survives_in_json),
        cmocka_unit_test(a_failing_sink_fails_the_report),
        cmocka_unit_test(a_diff_has_no_tree_to_draw),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    free(taken.bytes);
    return failed;
}
