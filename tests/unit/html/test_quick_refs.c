#include "page.h"

#include <stdio.h>
#include <stdlib.h>

static void reads(const char *markup, const char *text)
{
    char room[300];
    int n = snprintf(room, sizeof room,
                     "<!doctype html><body><p>%s</p>                ", markup);
    page p = page_of((stm_str){room, (size_t)n});
    assert_text(&p, text);
    close_page(&p);
}

static void names_and_numbers_are_characters(void **state)
{
    (void)state;
    reads("a &amp; b &lt;c&gt; &quot;d&quot;", "a & b <c> \"d\"");
    reads("it&rsquo;s &#8212; &#x2014; &#X1f600;",
          "it\u2019s \u2014 \u2014 \U0001F600");
    reads("&euro;5&hellip;", "\u20ac5\u2026");
}

static void an_ampersand_may_stand_for_itself(void **state)
{
    (void)state;
    reads("a & b &", "a & b &");
    reads("a &; b && c", "a &; b && c");
}

static void odd_ones_are_what_the_standard_makes_of_them(void **state)
{
    (void)state;
    reads("&#150;&#x80;", "\u2013\u20ac");
    reads("a&#0;b&#xd800;c&#99999999;", "a\ufffdb\ufffdc\ufffd");
    reads("&amp&lt &notit; &nosuchname;", "&< \u00acit; &nosuchname;");
    reads("&CounterClockwiseContourIntegral;", "\u2233");
}

static void text_longer_than_the_room_for_it_is_read(void **state)
{
    (void)state;
    enum { TIMES = 3000 };
    char *room = malloc(TIMES * 6 + 100), *text = malloc(TIMES + 1);
    stm_str opening = STM_LIT("<!doctype html><body><p>");
    size_t n = opening.len;
    memcpy(room, opening.ptr, n);
    for (unsigned i = 0; i < TIMES; i++) {
        memcpy(room + n, "&amp;", 5);
        n += 5;
        text[i] = '&';
    }
    text[TIMES] = '\0';
    page p = page_of((stm_str){room, n});
    assert_text(&p, text);
    close_page(&p);
    free(room);
    free(text);
}

/* The title of a page that has it in an attribute. */
static void attribute_reads(const char *value, const char *want)
{
    char room[300];
    int n = snprintf(room, sizeof room,
                     "<!doctype html><head><meta property=\"og:title\" "
                     "content=\"%s\"></head><body><p>a</p>                ",
                     value);
    page p = page_of((stm_str){room, (size_t)n});
    assert_int_equal(p.html->fact_count, 1);
    assert_true(stm_str_eq(p.html->facts[0].value, stm_str_of(want)));
    close_page(&p);
}

static void references_in_attributes_are_characters(void **state)
{
    (void)state;
    attribute_reads("a &amp; b&#8217;s", "a & b\u2019s");
    attribute_reads("a & b &", "a & b &");
    attribute_reads("a?b=1&copy=2&lt", "a?b=1&copy=2<");
    attribute_reads("&notit; &not", "&notit; \u00ac");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_and_numbers_are_characters),
        cmocka_unit_test(an_ampersand_may_stand_for_itself),
        cmocka_unit_test(odd_ones_are_what_the_standard_makes_of_them),
        cmocka_unit_test(references_in_attributes_are_characters),
        cmocka_unit_test(text_longer_than_the_room_for_it_is_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
