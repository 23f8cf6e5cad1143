/* A main for fuzz targets without a fuzzer: feeds them every file of the
 * folders and every file named, each in a buffer of just its size. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/window.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { LARGEST = 1 << 26 };

static unsigned replayed;

static void say(const char *path, const stm_error *err)
{
    fprintf(stderr, "%s: %s\n", path, err->message);
}

static stm_status read_whole(stm_bytes *b, const char *path, stm_error *err)
{
    stm_stream *from;
    stm_window w;
    *b = (stm_bytes){NULL, 0};
    stm_status rc = stm_stream_open(&from, path, err);
    if (rc != STM_OK)
        return rc;
    stm_window_start(&w, from);
    rc = stm_window_take(&w, b, LARGEST, err);
    if (rc == STM_OK && w.broken) {
        *err = w.why;
        rc = w.why.code;
    }
    stm_window_free(&w);
    stm_stream_close(from);
    return rc;
}

static bool replay_file(const char *path)
{
    stm_bytes b;
    stm_error err;
    if (read_whole(&b, path, &err) != STM_OK) {
        say(path, &err);
        free(b.ptr);
        return false;
    }
    uint8_t *exact = malloc(b.len ? b.len : 1);
    if (exact) {
        if (b.len)
            memcpy(exact, b.ptr, b.len);
        LLVMFuzzerTestOneInput(exact, b.len);
        replayed++;
    }
    free(exact);
    free(b.ptr);
    return exact;
}

static bool replay_folder(const char *folder)
{
    char **names, path[4096];
    size_t count;
    stm_error err;
    bool good = true;
    if (stm_folder_list(&names, &count, folder, &err) != STM_OK) {
        say(folder, &err);
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        good &= replay_file(path);
    }
    stm_folder_free(names, count);
    return good;
}

int main(int argc, char **argv)
{
    bool good = true;
    for (int i = 1; i < argc; i++) {
        stm_path_kind kind;
        stm_error err;
        if (stm_path_look(&kind, argv[i], true, &err) != STM_OK) {
            say(argv[i], &err);
            good = false;
        } else if (kind == STM_PATH_FOLDER) {
            good &= replay_folder(argv[i]);
        } else {
            good &= replay_file(argv[i]);
        }
    }
    printf("%u inputs replayed\n", replayed);
    return good && replayed ? EXIT_SUCCESS : EXIT_FAILURE;
}
