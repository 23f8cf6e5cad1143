#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/window.h"
#include "folder.h"

static stm_bytes read_well(const char *path)
{
    stm_bytes b;
    stm_error err = {0};
    stm_stream *from;
    stm_window w;
    if (stm_stream_open(&from, path, &err) != STM_OK)
        fail_msg("%s: %s", path, err.message);
    stm_window_start(&w, from);
    assert_int_equal(stm_window_take(&w, &b, 1 << 24, &err), STM_OK);
    if (w.broken)
        fail_msg("%s: %s", path, w.why.message);
    stm_window_free(&w);
    stm_stream_close(from);
    return b;
}

/* The failure of a read, where opening is no failure yet. */
static stm_status read_badly(const char *path, stm_error *err)
{
    stm_stream *from;
    char byte;
    size_t got;
    stm_status rc = stm_stream_open(&from, path, err);
    if (rc == STM_OK)
        rc = from->read(from, &byte, 1, &got, err);
    stm_stream_close(from);
    return rc;
}

static void expect_cause(stm_status rc, const stm_error *err, stm_status code,
                         const char *message)
{
    assert_int_equal(rc, code);
    assert_string_equal(err->message, message);
}

static void a_file_is_read_whole(void **state)
{
    (void)state;
    folder_text("note.txt", "low tide at nine\n");
    stm_bytes b = read_well("note.txt");
    assert_int_equal(b.len, 17);
    assert_memory_equal(b.ptr, "low tide at nine\n", 17);
    free(b.ptr);
}

static void an_empty_file_is_no_failure(void **state)
{
    (void)state;
    folder_text("empty", "");
    stm_bytes b = read_well("empty");
    assert_int_equal(b.len, 0);
    free(b.ptr);
}

static void a_file_tells_its_size_and_can_be_read_again(void **state)
{
    (void)state;
    char bytes[4];
    size_t got;
    stm_stream *from;
    folder_text("note.txt", "low tide at nine\n");
    assert_int_equal(stm_stream_open(&from, "note.txt", NULL), STM_OK);
    assert_int_equal(from->size, 17);
    assert_int_equal(from->read(from, bytes, 4, &got, NULL), STM_OK);
    assert_int_equal(from->seek(from, 4, NULL), STM_OK);
    assert_int_equal(from->read(from, bytes, 4, &got, NULL), STM_OK);
    assert_int_equal(got, 4);
    assert_memory_equal(bytes, "tide", 4);
    assert_int_equal(from->seek(from, UINT64_MAX, NULL), STM_EIO);
    stm_stream_close(from);
}

static void a_file_that_hides_its_size_is_read_to_its_end(void **state)
{
    (void)state;
    struct stat st;
    if (stat("/proc/self/maps", &st))
        skip();
    assert_int_equal(st.st_size, 0);
    stm_bytes b = read_well("/proc/self/maps");
    assert_true(b.len > 0);
    assert_int_equal(b.ptr[b.len - 1], '\n');
    free(b.ptr);
}

static void causes_are_told_in_our_own_words(void **state)
{
    (void)state;
    stm_error err;
    expect_cause(read_badly("nothing", &err), &err, STM_EIO,
                 "there is no such file or folder");
    expect_cause(read_badly(".", &err), &err, STM_EIO, "it is a folder");
    assert_int_equal(symlink("circle", "circle"), 0);
    expect_cause(read_badly("circle", &err), &err, STM_EIO,
                 "its symbolic links lead in a circle");
    assert_int_equal(read_badly("nothing", NULL), STM_EIO);
}

/* Runs `body` with the rights of nobody in particular; skips the test where
 * that cannot be had. */
static void as_nobody(void (*body)(void))
{
    bool root = geteuid() == 0;
    if (root && seteuid(65534))
        skip();
    body();
    if (root)
        assert_int_equal(seteuid(0), 0);
}

static void read_what_is_closed(void)
{
    char **names;
    size_t count;
    stm_error err;
    expect_cause(read_badly("closed.txt", &err), &err, STM_EIO,
                 "no permission to read it");
    expect_cause(stm_folder_list(&names, &count, "closed", &err), &err, STM_EIO,
                 "no permission to read it");
}

static void what_may_not_be_read_is_named_as_such(void **state)
{
    (void)state;
    folder_text("closed.txt", "secret");
    folder_make("closed");
    assert_int_equal(chmod("closed.txt", 0), 0);
    assert_int_equal(chmod("closed", 0), 0);
    as_nobody(read_what_is_closed);
    assert_int_equal(chmod("closed", 0700), 0);
}

/* Writes `total` bytes in pieces, waking the reader with a signal between. */
static void write_in_pieces(int fd, size_t total, size_t piece)
{
    char bytes[4096];
    memset(bytes, 'w', sizeof bytes);
    for (size_t done = 0; done < total;) {
        size_t n = total - done < piece ? total - done : piece;
        kill(getppid(), SIGUSR1);
        ssize_t wrote = write(fd, bytes, n);
        if (wrote <= 0)
            _exit(1);
        done += (size_t)wrote;
    }
    _exit(0);
}

static void wake(int number) { (void)number; }

/* A child writes into a pipe; what it gives can be read at the descriptor. */
static int start_writer(pid_t *child, size_t total, size_t piece)
{
    struct sigaction act = {.sa_handler = wake};
    int ends[2];
    assert_int_equal(sigaction(SIGUSR1, &act, NULL), 0);
    assert_int_equal(pipe(ends), 0);
    *child = fork();
    assert_true(*child >= 0);
    if (!*child)
        write_in_pieces(ends[1], total, piece);
    close(ends[1]);
    return ends[0];
}

static void end_writer(pid_t child)
{
    int status;
    while (waitpid(child, &status, 0) < 0)
        continue;
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

static void a_pipe_is_read_through_interruptions(void **state)
{
    (void)state;
    pid_t child;
    char path[32];
    int fd = start_writer(&child, 300000, 1999);
    snprintf(path, sizeof path, "/dev/fd/%d", fd);
    stm_bytes b = read_well(path);
    assert_int_equal(b.len, 300000);
    free(b.ptr);
    close(fd);
    end_writer(child);
}

static void standard_input_is_a_dash(void **state)
{
    (void)state;
    pid_t child;
    int fd = start_writer(&child, 5000, 4096), kept = dup(STDIN_FILENO);
    assert_int_equal(dup2(fd, STDIN_FILENO), STDIN_FILENO);
    stm_bytes b = read_well("-");
    assert_int_equal(b.len, 5000);
    free(b.ptr);
    dup2(kept, STDIN_FILENO);
    close(kept);
    close(fd);
    end_writer(child);
}

static void a_pipe_has_no_size_and_no_way_back(void **state)
{
    (void)state;
    int ends[2];
    char path[32];
    stm_stream *from;
    assert_int_equal(pipe(ends), 0);
    snprintf(path, sizeof path, "/dev/fd/%d", ends[0]);
    assert_int_equal(stm_stream_open(&from, path, NULL), STM_OK);
    assert_int_equal(from->size, 0);
    assert_null(from->seek);
    stm_stream_close(from);
    close(ends[0]);
    close(ends[1]);
}

static void names_come_in_byte_order_without_the_dots(void **state)
{
    (void)state;
    static const char *const expected[] = {"-",    "A",        "a",   "a b",
                                           "a\nb", "\xc3\xa9", "\xff"};
    static const unsigned char by_byte[] = {0, 1, 2, 4, 3, 5, 6};
    for (size_t i = 0; i < 7; i++) {
        char path[16];
        snprintf(path, sizeof path, "./%s", expected[i]);
        folder_text(path, "");
    }
    char **names;
    size_t count;
    assert_int_equal(stm_folder_list(&names, &count, ".", NULL), STM_OK);
    assert_int_equal(count, 7);
    for (size_t i = 0; i < 7; i++)
        assert_string_equal(names[i], expected[by_byte[i]]);
    stm_folder_free(names, count);
}

static void an_empty_folder_has_no_names(void **state)
{
    (void)state;
    char **names;
    size_t count;
    folder_make("bare");
    assert_int_equal(stm_folder_list(&names, &count, "bare", NULL), STM_OK);
    assert_int_equal(count, 0);
    stm_folder_free(names, count);
}

static stm_path_kind kind_of(const char *path, bool follow)
{
    stm_path_kind kind;
    assert_int_equal(stm_path_look(&kind, path, follow, NULL), STM_OK);
    return kind;
}

static void a_look_tells_what_stands_at_a_path(void **state)
{
    (void)state;
    folder_text("file", "x");
    folder_make("folder");
    assert_int_equal(symlink("folder", "link"), 0);
    assert_int_equal(mkfifo("pipe", 0600), 0);
    struct sockaddr_un at = {.sun_family = AF_UNIX, .sun_path = "socket"};
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    assert_int_equal(bind(fd, (struct sockaddr *)&at, sizeof at), 0);
    close(fd);
    assert_int_equal(kind_of("file", false), STM_PATH_FILE);
    assert_int_equal(kind_of("folder", false), STM_PATH_FOLDER);
    assert_int_equal(kind_of("link", false), STM_PATH_LINK);
    assert_int_equal(kind_of("link", true), STM_PATH_FOLDER);
    assert_int_equal(kind_of("pipe", true), STM_PATH_STREAM);
    assert_int_equal(kind_of("/dev/null", true), STM_PATH_STREAM);
    assert_int_equal(kind_of("socket", true), STM_PATH_OTHER);
}

#define IN_FOLDER(test) \
    cmocka_unit_test_setup_teardown(test, folder_enter, folder_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(a_file_is_read_whole),
        IN_FOLDER(an_empty_file_is_no_failure),
        IN_FOLDER(a_file_tells_its_size_and_can_be_read_again),
        IN_FOLDER(a_file_that_hides_its_size_is_read_to_its_end),
        IN_FOLDER(causes_are_told_in_our_own_words),
        IN_FOLDER(what_may_not_be_read_is_named_as_such),
        IN_FOLDER(a_pipe_is_read_through_interruptions),
        IN_FOLDER(standard_input_is_a_dash),
        IN_FOLDER(a_pipe_has_no_size_and_no_way_back),
        IN_FOLDER(names_come_in_byte_order_without_the_dots),
        IN_FOLDER(an_empty_folder_has_no_names),
        IN_FOLDER(a_look_tells_what_stands_at_a_path),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
