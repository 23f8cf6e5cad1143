#include "said.h"

#include "page/facts_people.h"

/* The names in `text`, "|" between them. */
static void assert_people(const char *text, stm_people_form form,
                          const char *want)
{
    stm_arena mem = {0};
    stm_words *w;
    stm_atoms a;
    stm_people p;
    char have[300] = "";
    assert_int_equal(stm_words_scan(&w, stm_str_of(text), NULL), STM_OK);
    assert_true(stm_page__atoms(&a, w, &mem));
    stm_page__people(&p, &a, 0, a.count, form);
    size_t n = 0;
    for (unsigned i = 0; i < p.count; i++)
        n += (size_t)snprintf(have + n, sizeof have - n, "%s%.*s", i ? "|" : "",
                              (int)p.name[i].len, p.name[i].ptr);
    assert_string_equal(have, want);
    stm_words_free(w);
    stm_arena_free(&mem);
}

static void values_are_split_at_their_marks(void **state)
{
    (void)state;
    const stm_people_form f = STM_PEOPLE_VALUE;
    assert_people("Ann Reed", f, "Ann Reed");
    assert_people("Ann Reed, Bo Lind & Cy Moss", f, "Ann Reed|Bo Lind|Cy Moss");
    assert_people("Ann Reed and Bo Lind", f, "Ann Reed|Bo Lind");
    assert_people("Jana Holt und Max Sturm", f, "Jana Holt|Max Sturm");
    assert_people("Ann Reed; Ann Reed", f, "Ann Reed");
    assert_people("Jean-Luc O\u2019Neil", f, "Jean-Luc O\u2019Neil");
    assert_people("nightowl", f, "nightowl");
    assert_people("", f, "");
}

static void what_names_nobody_is_left_out(void **state)
{
    (void)state;
    const stm_people_form f = STM_PEOPLE_VALUE;
    assert_people("ann@valley.example", f, "");
    assert_people("https://social.example/ann", f, "");
    assert_people("@annreed", f, "");
    assert_people("Ann Reed (Valley Post)", f, "Ann Reed");
    assert_people("Ann Reed, Senior Editor", f, "Ann Reed");
    assert_people("2024", f, "");
    assert_people("By", f, "");
}

static void lines_hold_more_than_names(void **state)
{
    (void)state;
    const stm_people_form f = STM_PEOPLE_LINE;
    assert_people("By Ann Reed", f, "Ann Reed");
    assert_people("Von Jana Holt und Max Sturm | 16. Mai 2024", f,
                  "Jana Holt|Max Sturm");
    assert_people("Written by Ann Reed May 16, 2024", f, "Ann Reed");
    assert_people("Ann Reed Senior Editor", f, "Ann Reed");
    assert_people("Ann Reed is a writer in the valley.", f, "Ann Reed");
    assert_people("Linny and Peter", f, "Linny|Peter");
    assert_people("5 min read", f, "");
}

static void a_surname_may_stand_first(void **state)
{
    (void)state;
    assert_people("Reed, Ann", STM_PEOPLE_SURNAME, "Reed, Ann");
    assert_people("Ann Reed, Bo Lind, Cy Moss", STM_PEOPLE_SURNAME,
                  "Ann Reed|Bo Lind|Cy Moss");
}

static void many_names_are_bounded(void **state)
{
    (void)state;
    char text[3000] = "";
    for (int i = 0; i < 200; i++) {
        size_t n = strlen(text);
        text[n] = (char)('A' + i % 26);
        text[n + 1] = (char)('a' + i / 26);
        memcpy(text + n + 2, " Reed, ", 8);
    }
    stm_arena mem = {0};
    stm_words *w;
    stm_atoms a;
    stm_people p;
    assert_int_equal(stm_words_scan(&w, stm_str_of(text), NULL), STM_OK);
    assert_true(stm_page__atoms(&a, w, &mem));
    stm_page__people(&p, &a, 0, a.count, STM_PEOPLE_VALUE);
    assert_int_equal(p.count, STM_PEOPLE_MAX);
    stm_words_free(w);
    stm_arena_free(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_split_at_their_marks),
        cmocka_unit_test(what_names_nobody_is_left_out),
        cmocka_unit_test(lines_hold_more_than_names),
        cmocka_unit_test(a_surname_may_stand_first),
        cmocka_unit_test(many_names_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
