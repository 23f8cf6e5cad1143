#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <stemma/capture.h>

#include "base/str.h"
#include "folder.h"

/* What a walk gave: "source=text;" and "source!reason;" in order. */
typedef struct diary {
    char log[4000];
    size_t len, captures, end_after;
} diary;

static void note(diary *d, stm_str s)
{
    assert_true(s.len < sizeof d->log - d->len);
    memcpy(d->log + d->len, s.ptr, s.len);
    d->len += s.len;
    d->log[d->len] = '\0';
}

static stm_status take(void *user, stm_capture *c, stm_error *err)
{
    diary *d = user;
    note(d, c->source);
    note(d, STM_LIT("="));
    note(d, c->text);
    note(d, STM_LIT(";"));
    stm_capture_free(c);
    if (++d->captures == d->end_after)
        return stm_fail(err, STM_ELIMIT, 0, "enough");
    return STM_OK;
}

static void skip_input(void *user, const stm_skip *what)
{
    diary *d = user;
    note(d, what->source);
    note(d, STM_LIT("!"));
    note(d, stm_str_of(what->reason));
    note(d, STM_LIT(";"));
}

static void expect_walk(const char *const *paths, size_t count, const char *log)
{
    diary d = {.len = 0};
    stm_capture_sink sink = {take, skip_input, &d};
    assert_int_equal(stm_capture_walk(paths, count, NULL, &sink, NULL), STM_OK);
    assert_string_equal(d.log, log);
}

static void folders_are_walked_in_name_order(void **state)
{
    (void)state;
    folder_make("f");
    folder_make("f/b");
    folder_make("f/b/deep");
    folder_make("f/empty");
    folder_text("f/c", "3");
    folder_text("f/a", "1");
    folder_text("f/b/deep/x", "2");
    folder_text("f/Z", "0");
    const char *paths[] = {"f/c", "f/"};
    expect_walk(paths, 2, "f/c=3;f/Z=0;f/a=1;f/b/deep/x=2;f/c=3;");
}

static void odd_names_are_names_like_others(void **state)
{
    (void)state;
    folder_make("f");
    folder_text("f/-", "dash");
    folder_text("f/-j", "option");
    folder_text("f/a\nb", "line");
    folder_text("f/\xff\x1b[1m", "bytes");
    folder_text("f/'$(x)", "shell");
    const char *paths[] = {"f"};
    expect_walk(paths, 1,
                "f/'$(x)=shell;f/-=dash;f/-j=option;f/a\nb=line;"
                "f/\xff\x1b[1m=bytes;");
}

static void what_cannot_be_read_is_named_and_does_not_end_the_walk(void **s)
{
    (void)s;
    folder_text("empty", "");
    folder_text("good", "words");
    folder_file("packed", "\x1f\x8b\x08", 3);
    const char *paths[] = {"gone", "empty", "packed", "good/not", "", "good"};
    expect_walk(paths, 6,
                "gone!there is no such file or folder;empty!empty;"
                "packed!the gzip data end too early;"
                "good/not!a part of its path is not a folder;"
                "!there is no such file or folder;good=words;");
}

static void links_to_folders_are_followed_only_when_named(void **state)
{
    (void)state;
    folder_make("f");
    folder_text("f/a", "1");
    assert_int_equal(symlink("a", "f/b"), 0);
    assert_int_equal(symlink("../f", "f/c"), 0);
    assert_int_equal(symlink("nowhere", "f/d"), 0);
    assert_int_equal(symlink("f", "link"), 0);
    const char *paths[] = {"link"};
    expect_walk(paths, 1,
                "link/a=1;link/b=1;"
                "link/c!a link to a folder; name it on the command line to "
                "have it read;"
                "link/d!a link that leads nowhere;");
}

static void a_pipe_in_a_folder_is_not_waited_for(void **state)
{
    (void)state;
    folder_make("f");
    assert_int_equal(mkfifo("f/pipe", 0600), 0);
    assert_int_equal(symlink("pipe", "f/to"), 0);
    const char *paths[] = {"f"};
    expect_walk(paths, 1,
                "f/pipe!a pipe or device in a folder; name it on the command "
                "line to have it read;"
                "f/to!a link to something that is not a file;");
}

static void a_pipe_that_is_named_is_read(void **state)
{
    (void)state;
    int ends[2];
    char path[32];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "flow", 4), 4);
    close(ends[1]);
    snprintf(path, sizeof path, "/dev/fd/%d", ends[0]);
    const char *paths[] = {path};
    char log[64];
    snprintf(log, sizeof log, "%s=flow;", path);
    expect_walk(paths, 1, log);
    close(ends[0]);
}

static void a_dash_is_standard_input(void **state)
{
    (void)state;
    int ends[2], kept = dup(STDIN_FILENO);
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "said", 4), 4);
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    folder_text("-", "file");
    const char *paths[] = {"-", "./-", "-"};
    expect_walk(paths, 3, "-=said;./-=file;-!empty;");
    dup2(kept, STDIN_FILENO);
    close(kept);
    close(ends[0]);
}

static void what_is_too_large_is_named(void **state)
{
    (void)state;
    folder_text("huge", "");
    assert_int_equal(truncate("huge", (off_t)1 << 40), 0);
    const char *paths[] = {"huge"};
    expect_walk(paths, 1,
                "huge!larger than 256 MiB, the limit for one text; split it "
                "into parts first;");
}

static void folders_end_somewhere(void **state)
{
    (void)state;
    char path[400] = "f";
    folder_make(path);
    for (int i = 0; i < 101; i++) {
        memcpy(path + strlen(path), "/f", 3);
        folder_make(path);
    }
    diary d = {.len = 0};
    stm_capture_sink sink = {take, skip_input, &d};
    const char *paths[] = {"f"};
    assert_int_equal(stm_capture_walk(paths, 1, NULL, &sink, NULL), STM_OK);
    assert_non_null(strstr(d.log, "!folders lie over 100 deep here"));
}

static void a_failure_of_the_taker_ends_the_walk(void **state)
{
    (void)state;
    folder_text("a", "1");
    folder_text("b", "2");
    folder_text("c", "3");
    diary d = {.end_after = 2};
    stm_error err = {0};
    stm_capture_sink sink = {take, skip_input, &d};
    const char *paths[] = {".", "a"};
    assert_int_equal(stm_capture_walk(paths, 2, NULL, &sink, &err), STM_ELIMIT);
    assert_string_equal(err.message, "enough");
    assert_string_equal(d.log, "./a=1;./b=2;");
}

#define IN_FOLDER(test) \
    cmocka_unit_test_setup_teardown(test, folder_enter, folder_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(folders_are_walked_in_name_order),
        IN_FOLDER(odd_names_are_names_like_others),
        IN_FOLDER(what_cannot_be_read_is_named_and_does_not_end_the_walk),
        IN_FOLDER(links_to_folders_are_followed_only_when_named),
        IN_FOLDER(a_pipe_in_a_folder_is_not_waited_for),
        IN_FOLDER(a_pipe_that_is_named_is_read),
        IN_FOLDER(a_dash_is_standard_input),
        IN_FOLDER(what_is_too_large_is_named),
        IN_FOLDER(folders_end_somewhere),
        IN_FOLDER(a_failure_of_the_taker_ends_the_walk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
