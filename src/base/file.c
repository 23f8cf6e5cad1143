#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/stream.h"
#include "base/vec.h"

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
static uint64_t size_left(int fd, bool *regular)
{
    struct stat st;
    *regular = !fstat(fd, &st) && S_ISREG(st.st_mode);
    if (!*regular)
        return 0;
    off_t at = lseek(fd, 0, SEEK_CUR);
    return at >= 0 && at < st.st_size ? (uint64_t)(st.st_size - at) : 0;
}

typedef struct file {
    stm_stream shown;
    int fd;
} file;

static stm_status read_file(stm_stream *s, char *to, size_t room, size_t *got,
                            stm_error *err)
{
    ssize_t n = read_some(((file *)s)->fd, to, room);
    *got = n > 0 ? (size_t)n : 0;
    return n < 0 ? fail_with(err, errno) : STM_OK;
}

static stm_status seek_file(stm_stream *s, uint64_t at, stm_error *err)
{
    off_t to = (off_t)at;
    if (to < 0 || (uint64_t)to != at)
        return stm_fail(err, STM_EIO, at, "it ends before");
    return lseek(((file *)s)->fd, to, SEEK_SET) < 0 ? fail_with(err, errno)
                                                    : STM_OK;
}

static void close_file(stm_stream *s)
{
    file *f = (file *)s;
    if (f->fd != STDIN_FILENO)
        close(f->fd);
    free(f);
}

stm_status stm_stream_open(stm_stream **out, const char *path, stm_error *err)
{
    *out = NULL;
    file *f = calloc(1, sizeof *f);
    if (!f)
        return fail_with(err, ENOMEM);
    f->fd = strcmp(path, "-") ? open_to_read(path) : STDIN_FILENO;
    if (f->fd < 0) {
        int why = errno;
        free(f);
        return fail_with(err, why);
    }
    bool regular;
    uint64_t left = size_left(f->fd, &regular);
    f->shown = (stm_stream){read_file,
                            regular && f->fd != STDIN_FILENO ? seek_file : NULL,
                            close_file, left, 0};
    *out = &f->shown;
    return STM_OK;
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
