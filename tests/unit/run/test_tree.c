/* The whole job over small files: order, threads, limits, what is skipped. */
#include <stdlib.h>
#include <stdio.h>
#include <string.h>

#include <stemma/report.h>
#include <stemma/run.h>

#include "base/str.h"
#include "folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static const char mill[] =
    "The old water mill of Oxley burned down on Friday night, and the village "
    "watched it burn. Nobody was hurt, said the miller, who had left an hour "
    "before the fire began. The mill had ground the flour of three valleys for "
    "two hundred years. It will be rebuilt in stone, the council promised.\n";
static const char longer[] =
    "The old water mill of Oxley burned down on Friday night, and the village "
    "watched it burn. Nobody was hurt, said the miller, who had left an hour "
    "before the fire began. The mill had ground the flour of three valleys for "
    "two hundred years. It will be rebuilt in stone, the council promised. "
    "A collection for the miller and his daughters brought ninety crowns by "
    "Sunday, and the smith gave the iron for a new wheel.\n";
static const char recipe[] =
    "Soak the beans overnight. Chop two onions and fry them slowly in butter "
    "until they are golden, then add the beans, a bay leaf and plenty of "
    "water. Salt at the very end, or the skins stay tough.\n";

typedef struct seen {
    size_t skips;
    char first[64];
    size_t told, stop_after;
} seen;

static void note_skip(void *user, const stm_skip *what)
{
    seen *s = user;
    if (!s->skips++ && what->source.len < sizeof s->first)
        memcpy(s->first, what->source.ptr, what->source.len);
}

static bool note_progress(void *user, const char *stage, uint64_t done,
                          uint64_t all)
{
    seen *s = user;
    assert_true(*stage && (!all || done <= all));
    return ++s->told != s->stop_after;
}

static stm_status run(stm_result **r, seen *s, unsigned threads,
                      uint64_t max_memory, stm_error *err, const char *a,
                      const char *b)
{
    stm_run_opts o = STM_RUN_OPTS_INIT;
    const char *paths[] = {a, b};
    o.threads = threads;
    o.max_memory = max_memory;
    o.skip = note_skip;
    o.progress = note_progress;
    o.user = s;
    return stm_run_tree(r, paths, b ? 2 : 1, &o, err);
}

static void make_files(void)
{
    folder_make("in");
    folder_text("in/b.txt", longer);
    folder_text("in/a.txt", mill);
    folder_text("in/c.txt", recipe);
}

static stm_status take(void *user, const char *bytes, size_t len)
{
    stm_str *s = user;
    char *grown = realloc((char *)s->ptr, s->len + len + 1);
    if (!grown)
        return STM_ENOMEM;
    memcpy(grown + s->len, bytes, len);
    *s = (stm_str){grown, s->len + len};
    return STM_OK;
}

static stm_str as_json(const stm_result *r)
{
    stm_str s = {NULL, 0};
    stm_sink sink = {take, &s};
    assert_int_equal(stm_report_json(r, NULL, &sink, NULL), STM_OK);
    return s;
}

static void ids_follow_the_names(void **state)
{
    seen s = {0};
    stm_result *r;
    (void)state;
    make_files();
    assert_int_equal(run(&r, &s, 1, 0, NULL, "in/c.txt", "in/a.txt"), STM_OK);
    assert_int_equal(r->witness_count, 2);
    assert_true(
        stm_str_eq(r->witnesses[0].capture->source, STM_LIT("in/a.txt")));
    assert_int_equal(r->witnesses[1].id, 1);
    assert_int_equal(r->tree->node_count, 2);
    assert_int_equal(r->relation_count, 0);
    stm_result_free(r);
}

static void a_revision_is_found(void **state)
{
    seen s = {0};
    stm_result *r;
    (void)state;
    make_files();
    assert_int_equal(run(&r, &s, 2, 0, NULL, "in", NULL), STM_OK);
    assert_int_equal(r->witness_count, 3);
    assert_int_equal(r->relation_count, 1);
    assert_int_equal(r->relations[0]->a, 0);
    assert_int_equal(r->relations[0]->b, 1);
    assert_true(stm_relation_is_copy(r->relations[0]->kind));
    assert_int_equal(r->tree->family_count, 2);
    assert_true(s.told > 0);
    assert_int_equal(s.skips, 0);
    stm_result_free(r);
}

static void threads_and_order_change_nothing(void **state)
{
    seen s = {0};
    stm_result *one, *four;
    (void)state;
    make_files();
    assert_int_equal(run(&one, &s, 1, 0, NULL, "in/a.txt", "in/b.txt"), STM_OK);
    assert_int_equal(run(&four, &s, 4, 0, NULL, "in/b.txt", "in/a.txt"),
                     STM_OK);
    stm_str x = as_json(one), y = as_json(four);
    assert_true(stm_str_eq(x, y));
    free((char *)x.ptr);
    free((char *)y.ptr);
    stm_result_free(one);
    stm_result_free(four);
}

static void what_cannot_be_read_is_named_and_left_out(void **state)
{
    seen s = {0};
    stm_result *r;
    (void)state;
    make_files();
    folder_text("in/empty.txt", "");
    assert_int_equal(run(&r, &s, 1, 0, NULL, "in", "gone.txt"), STM_OK);
    assert_int_equal(r->witness_count, 3);
    assert_int_equal(r->skipped, 2);
    assert_int_equal(s.skips, 2);
    assert_string_equal(s.first, "in/empty.txt");
    stm_result_free(r);
}

static void nothing_readable_is_an_error_that_says_so(void **state)
{
    seen s = {0};
    stm_result *r;
    stm_error err;
    (void)state;
    assert_int_equal(run(&r, &s, 1, 0, &err, "gone.txt", NULL), STM_EIO);
    assert_null(r);
    assert_non_null(strstr(err.message, "nothing"));
    assert_non_null(strstr(err.message, "gone.txt"));
}

static void too_little_memory_is_a_limit_error(void **state)
{
    seen s = {0};
    stm_result *r;
    stm_error err;
    (void)state;
    make_files();
    assert_int_equal(run(&r, &s, 1, 1000, &err, "in", NULL), STM_ELIMIT);
    assert_null(r);
    assert_non_null(strstr(err.message, "in/a.txt"));
    assert_non_null(strstr(err.message, "KiB"));
    assert_int_equal(run(&r, &s, 1, 1 << 30, &err, "in", NULL), STM_OK);
    stm_result_free(r);
}

static void the_caller_can_stop_at_any_time(void **state)
{
    stm_result *r;
    stm_status rc = STM_ECANCEL;
    size_t n = 0;
    (void)state;
    make_files();
    while (rc == STM_ECANCEL) {
        seen s = {.stop_after = ++n};
        rc = run(&r, &s, 2, 0, NULL, "in", NULL);
        assert_true(rc == STM_OK ? r != NULL : !r);
    }
    assert_int_equal(rc, STM_OK);
    assert_true(n > 5);
    stm_result_free(r);
}

static void the_same_file_twice_is_two_identical_captures(void **state)
{
    seen s = {0};
    stm_result *r;
    (void)state;
    make_files();
    assert_int_equal(run(&r, &s, 1, 0, NULL, "in/a.txt", "in/a.txt"), STM_OK);
    assert_int_equal(r->relation_count, 1);
    assert_int_equal(r->relations[0]->kind, STM_IDENTICAL);
    stm_result_free(r);
}

static void more_texts_than_are_all_compared_still_find_each_other(void **state)
{
    enum { MANY = 80 };
    seen s = {0};
    stm_result *r;
    (void)state;
    folder_make("many");
    for (int i = 0; i < MANY; i++) {
        char path[32], text[1024];
        snprintf(path, sizeof path, "many/%02d.txt", i);
        snprintf(text, sizeof text,
                 "Page %d of the almanac tells of weather number%d, of a field "
                 "called plot%d and of beast%d, which ate herb%d near well%d "
                 "with kin%d. %s",
                 i, i, i, i, i, i, i, i == 7 || i == 70 ? mill : "");
        folder_text(path, text);
    }
    assert_int_equal(run(&r, &s, 2, 0, NULL, "many", NULL), STM_OK);
    assert_int_equal(r->witness_count, MANY);
    bool found = false;
    for (size_t i = 0; i < r->relation_count; i++)
        found |= r->relations[i]->a == 7 && r->relations[i]->b == 70 &&
                 r->relations[i]->passage_count > 0;
    assert_true(found);
    stm_result_free(r);
}

#define IN_FOLDER(test) \
    cmocka_unit_test_setup_teardown(test, folder_enter, folder_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(ids_follow_the_names),
        IN_FOLDER(a_revision_is_found),
        IN_FOLDER(threads_and_order_change_nothing),
        IN_FOLDER(what_cannot_be_read_is_named_and_left_out),
        IN_FOLDER(nothing_readable_is_an_error_that_says_so),
        IN_FOLDER(too_little_memory_is_a_limit_error),
        IN_FOLDER(the_caller_can_stop_at_any_time),
        IN_FOLDER(the_same_file_twice_is_two_identical_captures),
        IN_FOLDER(more_texts_than_are_all_compared_still_find_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
