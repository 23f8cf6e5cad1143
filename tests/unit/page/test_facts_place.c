#include "said.h"

#include "page/facts_place.h"

static stm_range find(const said *s, const char *part)
{
    size_t at = stm_str_find(s->capture->text, stm_str_of(part), 0);
    assert_int_not_equal(at, SIZE_MAX);
    return (stm_range){(uint32_t)at, (uint32_t)(at + strlen(part))};
}

static void places_follow_the_landmarks(void **state)
{
    (void)state;
    said s = read_markup("<p>Above</p><h1>A bridge reopens</h1><p>By the way"
                         "</p>" SAID_TEXT SAID_TEXT
                         "<p>Now the boats are gone.</p><nav>Menu entry</nav>"
                         "<div class=comments><p>Reader says</p></div>");
    stm_segment body = {.start = find(&s, "The old bridge").start,
                        .end = find(&s, "boats are gone.").end};
    stm_page_work w = {.text = s.capture->text,
                       .title = STM_NO_SEGMENT,
                       .segments = {&body, 1},
                       .body = {0, 1}};
    stm_places p = stm_page__places(&w, s.html);
    assert_int_equal(stm_page__where(&p, find(&s, "Above")).place,
                     STM_AT_ABOVE);
    assert_int_equal(stm_page__where(&p, find(&s, "By the way")).place,
                     STM_AT_HEAD);
    assert_int_equal(stm_page__where(&p, find(&s, "Now the boats")).place,
                     STM_AT_BODY);
    assert_int_equal(stm_page__where(&p, find(&s, "Menu entry")).place,
                     STM_AT_END);
    assert_true(stm_page__where(&p, find(&s, "Menu entry")).aside);
    assert_true(stm_page__where(&p, find(&s, "Reader says")).comment);
    assert_false(stm_page__where(&p, find(&s, "By the way")).aside);
    assert_int_equal(stm_page__where(&p, (stm_range){0, 0}).place,
                     STM_AT_NOWHERE);
    drop_said(&s);
}

static void a_plain_text_has_no_headings(void **state)
{
    (void)state;
    stm_page_work w = {.text = STM_LIT("some text"), .title = STM_NO_SEGMENT};
    stm_places p = stm_page__places(&w, NULL);
    assert_int_equal(p.title, 0);
    assert_int_equal(stm_page__where(&p, (stm_range){0, 4}).place, STM_AT_HEAD);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_follow_the_landmarks),
        cmocka_unit_test(a_plain_text_has_no_headings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
