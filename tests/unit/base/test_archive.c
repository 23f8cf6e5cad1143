#include "base/archive.h"

#include "folder.h"
#include "unpacked.h"

static const pack_file files[] = {{"a/page.html", {"<p>one", 6}},
                                  {"caf\xc3\xa9.txt", {"two", 3}},
                                  {"empty", {"", 0}}};

/* "name=bytes;" of each file, and "{reason}" where it fails. */
static void list(stm_archive *a, char *log, size_t room)
{
    size_t n = 0, got;
    *log = '\0';
    for (;;) {
        stm_error err;
        stm_stream *entry;
        stm_str name;
        char to[100];
        stm_status rc = stm_archive_next(a, &entry, &name, &err);
        if (rc == STM_OK && !entry)
            return;
        if (rc != STM_OK) {
            snprintf(log + n, room - n, "{%s}", err.message);
            return;
        }
        n += (size_t)snprintf(log + n, room - n, "%.*s=", (int)name.len,
                              name.ptr);
        do {
            rc = entry->read(entry, to, sizeof to, &got, &err);
            if (rc != STM_OK)
                n += (size_t)snprintf(log + n, room - n, "{%s}", err.message);
            else
                n += (size_t)snprintf(log + n, room - n, "%.*s", (int)got, to);
        } while (rc != STM_OK || got);
        n += (size_t)snprintf(log + n, room - n, ";");
    }
}

static void list_stream(stm_stream *from, stm_archive_kind kind, char *log,
                        size_t room)
{
    stm_window w;
    stm_archive *a;
    stm_window_start(&w, from);
    assert_int_equal(stm_archive_open(&a, &w, kind, NULL), STM_OK);
    list(a, log, room);
    stm_archive_free(a);
    stm_window_free(&w);
}

static void list_bytes(stm_str bytes, stm_archive_kind kind, char *log,
                       size_t room)
{
    slow from = {{.read = read_slow}, bytes, 13};
    list_stream(&from.shown, kind, log, room);
}

static const char all[] = "a/page.html=<p>one;caf\xc3\xa9.txt=two;empty=;";

static void files_of_a_tar_are_given(void **state)
{
    (void)state;
    static const char *const formats[] = {"ustar", "pax"};
    for (size_t i = 0; i < 2; i++) {
        char log[500];
        stm_bytes b = pack_archive(files, 3, formats[i]);
        list_bytes((stm_str){b.ptr, b.len}, STM_ARCHIVE_TAR, log, sizeof log);
        assert_string_equal(log, all);
        free(b.ptr);
    }
}

static void files_of_a_zip_are_given_from_a_pipe_and_from_a_file(void **state)
{
    (void)state;
    char log[500];
    stm_stream *from;
    stm_bytes b = pack_archive(files, 3, "zip");
    list_bytes((stm_str){b.ptr, b.len}, STM_ARCHIVE_ZIP, log, sizeof log);
    assert_string_equal(log, all);
    folder_file("files.zip", b.ptr, b.len);
    assert_int_equal(stm_stream_open(&from, "files.zip", NULL), STM_OK);
    list_stream(from, STM_ARCHIVE_ZIP, log, sizeof log);
    assert_string_equal(log, all);
    stm_stream_close(from);
    free(b.ptr);
}

static void a_file_that_is_not_read_to_its_end_is_passed(void **state)
{
    (void)state;
    stm_bytes b = pack_archive(files, 3, "pax");
    stm_stream *from, *entry;
    stm_window w;
    stm_archive *a;
    stm_str name;
    stm_stream_memory(&from, (stm_str){b.ptr, b.len}, NULL);
    stm_window_start(&w, from);
    assert_int_equal(stm_archive_open(&a, &w, STM_ARCHIVE_TAR, NULL), STM_OK);
    stm_archive_next(a, &entry, &name, NULL);
    assert_int_equal(entry->size, 6);
    stm_archive_next(a, &entry, &name, NULL);
    assert_true(stm_str_eq(name, STM_LIT("caf\xc3\xa9.txt")));
    stm_archive_free(a);
    stm_archive_free(NULL);
    stm_window_free(&w);
    stm_stream_close(from);
    free(b.ptr);
}

static void an_archive_cut_short_gives_what_is_there(void **state)
{
    (void)state;
    char log[500];
    stm_bytes b = pack_archive(files, 3, "ustar");
    list_bytes((stm_str){b.ptr, 1100}, STM_ARCHIVE_TAR, log, sizeof log);
    assert_int_equal(strncmp(log, "a/page.html=<p>one;{", 20), 0);
    assert_non_null(strstr(log, "end too early"));
    free(b.ptr);
}

static void a_locked_file_is_named_and_the_next_is_given(void **state)
{
    (void)state;
    char log[500];
    stm_bytes b = pack_archive(files, 2, "zip");
    folder_file("open.zip", b.ptr, b.len);
    /* the flag for it, in the file's head and in the list at the end */
    b.ptr[6] |= 1;
    for (size_t i = 0; i + 4 < b.len; i++)
        if (!memcmp(b.ptr + i, "PK\1\2", 4)) {
            b.ptr[i + 8] |= 1;
            break;
        }
    folder_file("locked.zip", b.ptr, b.len);
    stm_stream *from;
    assert_int_equal(stm_stream_open(&from, "locked.zip", NULL), STM_OK);
    list_stream(from, STM_ARCHIVE_ZIP, log, sizeof log);
    assert_string_equal(log, "a/page.html={locked by a password; unpack it "
                             "first};caf\xc3\xa9.txt=two;");
    stm_stream_close(from);
    free(b.ptr);
}

#define IN_FOLDER(test) \
    cmocka_unit_test_setup_teardown(test, folder_enter, folder_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_of_a_tar_are_given),
        IN_FOLDER(files_of_a_zip_are_given_from_a_pipe_and_from_a_file),
        cmocka_unit_test(a_file_that_is_not_read_to_its_end_is_passed),
        cmocka_unit_test(an_archive_cut_short_gives_what_is_there),
        IN_FOLDER(a_locked_file_is_named_and_the_next_is_given),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
