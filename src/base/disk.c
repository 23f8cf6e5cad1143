#include "base/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>

/* Linux moves at most this much in one call; other kernels fail on more. */
enum { LARGEST_MOVE = 0x7ffff000 };

static const struct {
    int number;
    stm_status code;
    const char *says;
} causes[] = {
    {ENOENT, STM_EIO, "there is no such file or folder"},
    {ENOTDIR, STM_EIO, "a part of its path is not a folder"},
    {EISDIR, STM_EIO, "it is a folder"},
    {EEXIST, STM_EIO, "a file of that name is in the way"},
    {EACCES, STM_EIO, "no permission to read or write it"},
    {EPERM, STM_EIO, "no permission to read or write it"},
    {EROFS, STM_EIO, "it is on a disk that cannot be written to"},
    {ELOOP, STM_EIO, "its symbolic links lead in a circle"},
    {ENAMETOOLONG, STM_EIO, "its path is too long for this system"},
    {EMFILE, STM_EIO, "too many files are open in this program"},
    {ENFILE, STM_EIO, "too many files are open on this machine"},
    {EIO, STM_EIO, "the disk reports an error"},
    {ENOSPC, STM_ELIMIT, "the disk is full"},
    {EDQUOT, STM_ELIMIT, "the disk space allowed to this user is used up"},
    {EFBIG, STM_ELIMIT, "the file would be larger than this system allows"},
    {ENOMEM, STM_ENOMEM, "out of memory"},
};

static stm_status fail_with(stm_error *err, int number)
{
    for (size_t i = 0; i < sizeof causes / sizeof *causes; i++)
        if (causes[i].number == number)
            return stm_fail(err, causes[i].code, STM_NO_OFFSET, "%s",
                            causes[i].says);
    return stm_fail(err, STM_EIO, STM_NO_OFFSET, "the system reports error %d",
                    number);
}

static stm_status take_fd(stm_disk *d, int fd, stm_error *err)
{
    struct stat st;
    *d = STM_DISK_CLOSED;
    if (fd < 0)
        return fail_with(err, errno);
    if (fstat(fd, &st) < 0) {
        int why = errno;
        close(fd);
        return fail_with(err, why);
    }
    *d = (stm_disk){fd, st.st_size > 0 ? (uint64_t)st.st_size : 0};
    return STM_OK;
}

stm_status stm_disk_open(stm_disk *d, const char *path, stm_error *err)
{
    return take_fd(d, open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY), err);
}

stm_status stm_disk_keep(stm_disk *d, const char *path, stm_error *err)
{
    return take_fd(d, open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOCTTY, 0666),
                   err);
}

stm_status stm_disk_temp(stm_disk *d, const char *folder, stm_error *err)
{
    *d = STM_DISK_CLOSED;
    char *path = stm_disk_join(folder, ".stemma-XXXXXX");
    if (!path)
        return fail_with(err, ENOMEM);
    stm_status rc = take_fd(d, mkostemp(path, O_CLOEXEC), err);
    if (rc == STM_OK)
        unlink(path);
    free(path);
    return rc;
}

void stm_disk_close(stm_disk *d)
{
    if (d->fd >= 0)
        close(d->fd);
    *d = STM_DISK_CLOSED;
}

stm_status stm_disk_read(const stm_disk *d, uint64_t at, void *to, size_t len,
                         stm_error *err)
{
    char *p = to;
    if (at > d->size || len > d->size - at)
        return stm_fail(err, STM_EFORMAT, at, "it ends too early");
    while (len) {
        size_t want = len < LARGEST_MOVE ? len : LARGEST_MOVE;
        ssize_t n = pread(d->fd, p, want, (off_t)at);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return fail_with(err, errno);
        if (!n)
            return stm_fail(err, STM_EFORMAT, at,
                            "it has become shorter while it was read");
        p += n, at += (uint64_t)n, len -= (size_t)n;
    }
    return STM_OK;
}

stm_status stm_disk_append(stm_disk *d, const void *bytes, size_t len,
                           stm_error *err)
{
    const char *p = bytes;
    while (len) {
        size_t want = len < LARGEST_MOVE ? len : LARGEST_MOVE;
        ssize_t n = pwrite(d->fd, p, want, (off_t)d->size);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return fail_with(err, errno);
        p += n, d->size += (uint64_t)n, len -= (size_t)n;
    }
    return STM_OK;
}

stm_status stm_disk_cut(stm_disk *d, uint64_t size, stm_error *err)
{
    if (size > d->size)
        return stm_fail(err, STM_EFORMAT, size, "it ends too early");
    if (ftruncate(d->fd, (off_t)size) < 0)
        return fail_with(err, errno);
    d->size = size;
    return STM_OK;
}

stm_status stm_disk_sync(stm_disk *d, stm_error *err)
{
    return fdatasync(d->fd) < 0 ? fail_with(err, errno) : STM_OK;
}

/* One that was killed holds its files until the system has taken it apart, and
 * whoever starts it again at once would find it still at work. */
enum { LOCK_TRIES = 20, LOCK_PAUSE = 50000000 /* ns */ };

stm_status stm_disk_lock(stm_disk *d, stm_error *err)
{
    const struct timespec pause = {.tv_nsec = LOCK_PAUSE};
    for (int left = LOCK_TRIES; flock(d->fd, LOCK_EX | LOCK_NB); left--) {
        if (errno != EWOULDBLOCK)
            return fail_with(err, errno);
        if (!left)
            return stm_fail(err, STM_ELIMIT, STM_NO_OFFSET,
                            "another program is at work on it");
        nanosleep(&pause, NULL);
    }
    return STM_OK;
}

stm_status stm_disk_look(stm_disk_mark *out, const char *path, stm_error *err)
{
    struct stat st;
    *out = (stm_disk_mark){0};
    if (stat(path, &st) < 0)
        return fail_with(err, errno);
    *out = (stm_disk_mark){
        .device = (uint64_t)st.st_dev,
        .number = (uint64_t)st.st_ino,
        .size = (uint64_t)st.st_size,
        .changed = (uint64_t)st.st_mtim.tv_sec * 1000000000 +
                   (uint64_t)st.st_mtim.tv_nsec,
        .regular = S_ISREG(st.st_mode),
    };
    return STM_OK;
}

char *stm_disk_join(const char *folder, const char *name)
{
    size_t n = strlen(folder), m = strlen(name);
    char *path = malloc(n + m + 2);
    if (!path)
        return NULL;
    memcpy(path, folder, n);
    path[n] = '/';
    memcpy(path + n + 1, name, m + 1);
    return path;
}

stm_status stm_disk_folder(const char *path, stm_error *err)
{
    struct stat st;
    if (!mkdir(path, 0777))
        return STM_OK;
    int why = errno;
    if (why == EEXIST && !stat(path, &st) && S_ISDIR(st.st_mode))
        return STM_OK;
    return fail_with(err, why);
}

stm_status stm_disk_remove(const char *path, stm_error *err)
{
    return unlink(path) < 0 && errno != ENOENT ? fail_with(err, errno) : STM_OK;
}

stm_status stm_disk_rename(const char *from, const char *to, stm_error *err)
{
    return rename(from, to) < 0 ? fail_with(err, errno) : STM_OK;
}

stm_status stm_disk_free(uint64_t *bytes, const char *folder, stm_error *err)
{
    struct statvfs at;
    *bytes = 0;
    if (statvfs(folder, &at) < 0)
        return fail_with(err, errno);
    *bytes = (uint64_t)at.f_bavail * at.f_frsize;
    return STM_OK;
}
