#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/vec.h"

/* First room for what does not tell its size: a pipe's usual capacity. */
enum { STREAM_ROOM = 1 << 16 };
/* Linux reads at most this much in one call; other kernels fail on more. */
enum { LARGEST_READ = 0x7ffff000 };

/* strerror depends on the locale, and does not say what to do. */
static const struct {
    int number;
    const char *says;
} causes[] = {
    {ENOENT, "there is no such file or folder"},
    {ENOTDIR, "a part of its path is not a folder"},
    {EACCES, "no permission to read it"},
    {EPERM, "no permission to read it"},
    {EISDIR, "it is a folder"},
    {ELOOP, "its symbolic links lead in a circle"},
    {ENAMETOOLONG, "its path is too long for this system"},
    {EMFILE, "too many files are open in this program"},
    {ENFILE, "too many files are open on this machine"},
    {EIO, "the disk reports an error"},
    {EBADF, "standard input is closed"},
    {EAGAIN, "it has no data ready and does not wait for any"},
    {ENXIO, "nothing stands behind this device or socket"},
    {ESTALE, "its network file system lost it"},
};

static stm_status fail_with(stm_error *err, int number)
{
    if (number == ENOMEM)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    for (size_t i = 0; i < sizeof causes / sizeof *causes; i++)
        if (causes[i].number == number)
            return stm_fail(err, STM_EIO, STM_NO_OFFSET, "%s", causes[i].says);
    return stm_fail(err, STM_EIO, STM_NO_OFFSET, "the system reports error %d",
                    number);
}

static stm_status fail_too_long(stm_error *err, uint64_t max)
{
    return stm_fail(err, STM_ELIMIT, STM_NO_OFFSET,
                    "larger than the limit of %llu bytes",
                    (unsigned long long)max);
}

/* Retried on EINTR: -1 is a true failure. */
static int open_to_read(const char *path)
{
    int fd;
    do
        fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    while (fd < 0 && errno == EINTR);
    return fd;
}

static ssize_t read_some(int fd, char *to, size_t len)
{
    ssize_t n;
    do
        n = read(fd, to, len < LARGEST_READ ? len : LARGEST_READ);
    while (n < 0 && errno == EINTR);
    return n;
}

/* What a regular file still has to give, or 0 where that cannot be known. */
static uint64_t size_left(int fd)
{
    struct stat st;
    if (fstat(fd, &st) || !S_ISREG(st.st_mode))
        return 0;
    off_t at = lseek(fd, 0, SEEK_CUR);
    return at >= 0 && at < st.st_size ? (uint64_t)(st.st_size - at) : 0;
}

/* Room is one byte over what is expected, so that the read that finds the end
 * needs no more; after that it doubles. */
static stm_status read_to_end(stm_bytes *b, int fd, size_t room, uint64_t max,
                              stm_error *err)
{
    b->ptr = malloc(room);
    if (!b->ptr)
        return fail_with(err, ENOMEM);
    for (;;) {
        if (b->len == room) {
            char *grown =
                room > SIZE_MAX / 2 ? NULL : realloc(b->ptr, room * 2);
            if (!grown)
                return fail_with(err, ENOMEM);
            b->ptr = grown;
            room *= 2;
        }
        ssize_t n = read_some(fd, b->ptr + b->len, room - b->len);
        if (n < 0)
            return fail_with(err, errno);
        if (n == 0)
            return STM_OK;
        b->len += (size_t)n;
        if (b->len > max)
            return fail_too_long(err, max);
    }
}

stm_status stm_file_read(stm_bytes *out, const char *path, uint64_t max,
                         stm_error *err)
{
    *out = (stm_bytes){NULL, 0};
    bool standard = !strcmp(path, "-");
    int fd = standard ? STDIN_FILENO : open_to_read(path);
    if (fd < 0)
        return fail_with(err, errno);
    uint64_t left = size_left(fd);
    stm_status rc;
    if (left > max)
        rc = fail_too_long(err, max);
    else if (left >= SIZE_MAX)
        rc = fail_with(err, ENOMEM);
    else
        rc = read_to_end(out, fd, left ? (size_t)left + 1 : STREAM_ROOM, max,
                         err);
    if (!standard)
        close(fd);
    if (rc != STM_OK) {
        free(out->ptr);
        *out = (stm_bytes){NULL, 0};
    }
    return rc;
}

stm_status stm_path_look(stm_path_kind *out, const char *path, bool follow,
                         stm_error *err)
{
    struct stat st;
    *out = STM_PATH_OTHER;
    if (follow ? stat(path, &st) : lstat(path, &st))
        return fail_with(err, errno);
    if (S_ISREG(st.st_mode))
        *out = STM_PATH_FILE;
    else if (S_ISDIR(st.st_mode))
        *out = STM_PATH_FOLDER;
    else if (S_ISLNK(st.st_mode))
        *out = STM_PATH_LINK;
    else if (S_ISFIFO(st.st_mode) || S_ISCHR(st.st_mode))
        *out = STM_PATH_STREAM;
    return STM_OK;
}

typedef STM_VEC(char *) name_list;

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool add_name(name_list *list, const char *name)
{
    if (!strcmp(name, ".") || !strcmp(name, ".."))
        return true;
    size_t size = strlen(name) + 1;
    char *copy = malloc(size);
    if (!copy)
        return false;
    memcpy(copy, name, size);
    if (stm_vec_push(list, copy))
        return true;
    free(copy);
    return false;
}

/* 0, or an errno. */
static int collect_names(name_list *list, DIR *folder)
{
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(folder);
        if (!entry)
            return errno;
        if (!add_name(list, entry->d_name))
            return ENOMEM;
    }
}

stm_status stm_folder_list(char ***names, size_t *count, const char *path,
                           stm_error *err)
{
    *names = NULL;
    *count = 0;
    DIR *folder = opendir(path);
    if (!folder)
        return fail_with(err, errno);
    name_list list = {0};
    int failure = collect_names(&list, folder);
    closedir(folder);
    if (failure) {
        stm_folder_free(list.items, list.count);
        return fail_with(err, failure);
    }
    if (list.count)
        qsort(list.items, list.count, sizeof *list.items, compare_names);
    *names = list.items;
    *count = list.count;
    return STM_OK;
}

void stm_folder_free(char **names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        free(names[i]);
    free(names);
}
