/* The whole job of cutting passages. */
#include <stemma/dedup.h>

#include <stdlib.h>
#include <string.h>

#include "dedup/cut_suffixes.h"
#include "failing_malloc.h"
#include "folder.h"
#include "kept.h"

static out kept, report;
static const stm_sink sinks[] = {{write_out, &kept}, {write_out, &report}};
static const stm_dedup_out to = {&sinks[0], &sinks[1], NULL, NULL};

static stm_dedup_opts cutting(uint32_t least)
{
    stm_dedup_opts o = STM_DEDUP_OPTS_INIT;
    o.substrings = least;
    o.threads = 1;
    kept.len = report.len = 0;
    kept.bytes[0] = report.bytes[0] = '\0';
    return o;
}

static stm_dedup_summary *run(const stm_dedup_opts *o)
{
    const char *const paths[] = {"in", "more"};
    stm_dedup_summary *s;
    stm_error err;
    if (stm_dedup_run(&s, paths, 2, o, &to, &err) != STM_OK)
        fail_msg("%s", err.message);
    return s;
}

#define BOATS                                                                \
    "The harbour master counted the boats twice before the fog came in and " \
    "wrote the number on the back of his hand"
#define BREAD "Bread rose by a penny in the winter of that year"

static void what_came_before_is_cut_and_told(void **state)
{
    (void)state;
    stm_dedup_opts o = cutting(40);
    folder_text("in", "{\"id\":1,\"text\":\"" BOATS ".\",\"src\":\"a\"}\n"
                      "{\"id\":\"b\",\"text\":\"" BREAD ". " BOATS
                      ", for the book was at home.\",\"src\":\"b\"}");
    folder_text("more", "{\"text\":\"So: " BREAD ".\",\"src\":\"b\",\"id\":3}\n"
                        "{\"text\":\"" BREAD "\",\"src\":\"c\",\"id\":4}");
    stm_dedup_summary *s = run(&o);
    assert_string_equal(kept.bytes,
                        "{\"id\":1,\"text\":\"" BOATS ".\",\"src\":\"a\"}\n"
                        "{\"id\":\"b\",\"text\":\"" BREAD
                        ". , for the book was at home.\",\"src\":\"b\"}\n"
                        "{\"text\":\"So: \",\"src\":\"b\",\"id\":3}\n"
                        "{\"text\":\"\",\"src\":\"c\",\"id\":4}");
    assert_string_equal(
        report.bytes,
        "{\"id\":\"b\",\"offset\":50,\"length\":110,\"kept\":1,\"kept_offset\":"
        "0}\n"
        "{\"id\":3,\"offset\":4,\"length\":49,\"kept\":\"b\",\"kept_offset\":"
        "0}\n"
        "{\"id\":4,\"offset\":0,\"length\":48,\"kept\":\"b\",\"kept_offset\":"
        "0}\n");
    assert_int_equal(s->documents, 4);
    assert_int_equal(s->kept, 4);
    assert_int_equal(s->shortened, 3);
    assert_int_equal(s->passages, 3);
    assert_int_equal(s->bare, 1);
    assert_int_equal(s->bytes - s->kept_bytes, 110 + 49 + 48);
    assert_int_equal(s->source_count, 3);
    assert_int_equal(s->sources[1].bytes - s->sources[1].kept_bytes, 110 + 49);
    stm_dedup_summary_free(s);
}

static void a_line_too_long_for_memory_is_copied(void **state)
{
    (void)state;
    enum { LONG = 3 << 20 };
    stm_dedup_opts o = cutting(40);
    stm_dedup_summary *s;
    const char *const path = "in";
    size_t head = strlen("{\"text\":\"");
    char *line = malloc(LONG);
    assert_non_null(line);
    memset(line, 'x', LONG);
    memcpy(line, "{\"text\":\"", head);
    memcpy(line + LONG - 3, "\"}\n", 3);
    folder_file("in", line, LONG);
    o.max_memory = 1; /* as little as may be: lines of a megabyte */
    stm_dedup_out nowhere = {NULL, NULL, NULL, NULL};
    assert_int_equal(stm_dedup_run(&s, &path, 1, &o, &nowhere, NULL), STM_OK);
    assert_int_equal(s->unread, 1);
    assert_int_equal(s->kept_bytes, LONG);
    stm_dedup_summary_free(s);
    free(line);
}

static void what_makes_no_sense_beside_it_is_refused(void **state)
{
    (void)state;
    stm_dedup_summary *s;
    const char *const path = "in";
    folder_text("in", "{\"text\":\"" BREAD "\"}\n");
    stm_dedup_opts o = cutting(40);
    o.contained = true;
    assert_int_equal(stm_dedup_run(&s, &path, 1, &o, &to, NULL), STM_EARG);
    o = cutting(40);
    o.state = "state";
    assert_int_equal(stm_dedup_run(&s, &path, 1, &o, &to, NULL), STM_EARG);
    o = cutting(40);
    o.scratch = "no/folder";
    assert_int_not_equal(stm_dedup_run(&s, &path, 1, &o, &to, NULL), STM_OK);
}

/* The job with `n` allocations granted; false when it needed no more. */
static bool job_fails(size_t n, bool exact, void (*arm)(size_t n))
{
    stm_dedup_opts o = cutting(40);
    o.exact = exact;
    stm_dedup_summary *s;
    const char *const path = "in";
    arm(n);
    stm_status rc = stm_dedup_run(&s, &path, 1, &o, &to, NULL);
    bool failed = fail_never();
    if (rc == STM_OK)
        assert_int_equal(s->passages, 2);
    else
        assert_int_equal(rc, STM_ENOMEM);
    stm_dedup_summary_free(s);
    return failed;
}

static void the_job_survives_any_allocation_that_fails(void **state)
{
    (void)state;
    folder_text("in", "{\"id\":1,\"text\":\"" BOATS " " BREAD "\"}\n"
                      "{\"id\":2,\"text\":\"" BREAD "; " BOATS "\xff.\"}\n");
    for (int exact = 0; exact <= stm_cut_suffixes__there(); exact++) {
        for (size_t n = 0; job_fails(n, exact, fail_after); n++)
            continue;
        for (size_t n = 0; job_fails(n, exact, fail_once_after); n++)
            continue;
    }
}

int main(void)
{
#define IN_FOLDER(f) \
    cmocka_unit_test_setup_teardown(f, folder_enter, folder_leave)
    const struct CMUnitTest tests[] = {
        IN_FOLDER(what_came_before_is_cut_and_told),
        IN_FOLDER(a_line_too_long_for_memory_is_copied),
        IN_FOLDER(what_makes_no_sense_beside_it_is_refused),
        IN_FOLDER(the_job_survives_any_allocation_that_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
