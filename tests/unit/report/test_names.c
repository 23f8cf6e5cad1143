#include "report/names.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

enum { MOST = 4 };
static stm_arena mem;

static const stm_str *names_of(size_t count, const char *const *sources,
                               const char *const *records)
{
    static stm_capture captures[MOST];
    static stm_witness witnesses[MOST];
    for (uint32_t i = 0; i < count; i++) {
        captures[i] =
            (stm_capture){.source = stm_str_of(sources[i]),
                          .record = stm_str_of(records ? records[i] : NULL)};
        witnesses[i] = (stm_witness){.id = i, .capture = &captures[i]};
    }
    stm_result r = {.witnesses = witnesses, .witness_count = count};
    return stm_names__make(&mem, &r);
}

static void assert_names(size_t count, const char *const *sources,
                         const char *const *expected)
{
    const stm_str *names = names_of(count, sources, NULL);
    assert_non_null(names);
    for (size_t i = 0; i < count; i++)
        assert_true(stm_str_eq(names[i], stm_str_of(expected[i])));
}

#define LIST(...) ((const char *const[]){__VA_ARGS__})

static void a_file_is_known_without_folder_and_ending(void **state)
{
    (void)state;
    assert_names(2, LIST("a/mill.txt", "b/fire.html"), LIST("mill", "fire"));
    assert_names(1, LIST(".profile"), LIST(".profile"));
}

static void files_that_differ_by_ending_keep_it(void **state)
{
    (void)state;
    assert_names(2, LIST("x/mill.txt", "x/mill.html"),
                 LIST("mill.txt", "mill.html"));
}

static void files_of_one_name_keep_their_folders(void **state)
{
    (void)state;
    assert_names(2, LIST("old/2019/page.txt", "old/2020/page.txt"),
                 LIST("2019/page.txt", "2020/page.txt"));
}

static void the_same_file_twice_is_told_apart(void **state)
{
    (void)state;
    assert_names(2, LIST("a.txt", "a.txt"), LIST("a.txt (c0)", "a.txt (c1)"));
}

static void a_long_name_is_cut_where_that_is_safe(void **state)
{
    (void)state;
    assert_names(2,
                 LIST("010_5d0c7a5e3b91aa02.txt", "011_8e2b00917c5d3f41.txt"),
                 LIST("010", "011"));
    assert_names(2, LIST("mill-fire-of-1871-one", "mill-fire-of-1871-two"),
                 LIST("mill-fire-of-1871-one", "mill-fire-of-1871-two"));
}

static void records_of_one_file_carry_their_id(void **state)
{
    (void)state;
    const stm_str *n =
        names_of(2, LIST("a.jsonl", "a.jsonl"), LIST("r1", "r2"));
    assert_true(stm_str_eq(n[0], STM_LIT("a#r1")));
    assert_true(stm_str_eq(n[1], STM_LIT("a#r2")));
}

static void standard_input_has_a_name(void **state)
{
    (void)state;
    assert_names(1, LIST("-"), LIST("standard input"));
}

static void odd_characters_are_made_harmless(void **state)
{
    (void)state;
    assert_names(1, LIST("a\x1b[1m\n\xff.txt"), LIST("a\xe2\x90\x9b[1m \\xff"));
}

static void notes_name_the_captures(void **state)
{
    (void)state;
    const stm_str names[] = {STM_LIT("mill"), STM_LIT("fire")};
    stm_str s = stm_names__note(&mem, names, 2,
                                STM_LIT("c0 and c1, not c2, abc0, c0a or c"));
    assert_true(stm_str_eq(s, STM_LIT("mill and fire, not c2, abc0, c0a or "
                                      "c")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_known_without_folder_and_ending),
        cmocka_unit_test(files_that_differ_by_ending_keep_it),
        cmocka_unit_test(files_of_one_name_keep_their_folders),
        cmocka_unit_test(the_same_file_twice_is_told_apart),
        cmocka_unit_test(a_long_name_is_cut_where_that_is_safe),
        cmocka_unit_test(records_of_one_file_carry_their_id),
        cmocka_unit_test(standard_input_has_a_name),
        cmocka_unit_test(odd_characters_are_made_harmless),
        cmocka_unit_test(notes_name_the_captures),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    stm_arena_free(&mem);
    return failed;
}
