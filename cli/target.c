/* Results go to standard output, or to a file that appears whole or not at all:
 * written beside it under another name, then renamed. */
#include "cli.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

stm_status cli_target_write(void *user, const char *bytes, size_t len)
{
    cli_target *t = user;
    while (len) {
        ssize_t n = cli_interrupted() ? 0 : write(t->fd, bytes, len);
        if (cli_interrupted())
            return STM_ECANCEL;
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0) {
            t->problem = errno;
            return STM_EIO;
        }
        bytes += n;
        len -= (size_t)n;
    }
    return STM_OK;
}

/* A pipe, a device or a link is written as it stands. */
static bool written_straight(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0 && !S_ISREG(st.st_mode);
}

static bool open_temp(cli_target *t)
{
    static const char ending[] = ".XXXXXX";
    size_t n = strlen(t->path);
    t->temp = malloc(n + sizeof ending);
    if (!t->temp)
        return false;
    memcpy(t->temp, t->path, n);
    memcpy(t->temp + n, ending, sizeof ending);
    t->fd = mkstemp(t->temp);
    if (t->fd < 0) {
        t->problem = errno;
        free(t->temp);
        t->temp = NULL;
        return false;
    }
    cli_remove_when_interrupted(t->temp);
    mode_t mask = umask(0);
    umask(mask);
    if (fchmod(t->fd, 0666 & ~mask) < 0)
        t->problem = errno;
    return !t->problem;
}

bool cli_target_open(cli_target *t)
{
    if (!t->path) {
        t->fd = STDOUT_FILENO;
        return true;
    }
    if (!written_straight(t->path))
        return open_temp(t);
    t->fd = open(t->path, O_WRONLY | O_TRUNC | O_CLOEXEC);
    t->problem = t->fd < 0 ? errno : 0;
    return t->fd >= 0;
}

stm_status cli_target_stream(void *user, const char *bytes, size_t len)
{
    cli_target *t = user;
    stm_status rc = STM_EIO;
    cli_interrupt_hold();
    if (t->fd >= 0 || cli_target_open(t))
        rc = cli_target_write(t, bytes, len);
    cli_interrupt_release();
    return rc;
}

void cli_target_close(cli_target *t, bool keep)
{
    if (t->fd >= 0 && close(t->fd) < 0 && !t->problem)
        t->problem = errno;
    if (!t->temp)
        return;
    if (keep && !t->problem && rename(t->temp, t->path) < 0)
        t->problem = errno;
    if (!keep || t->problem)
        unlink(t->temp);
    cli_remove_when_interrupted(NULL);
    free(t->temp);
}

/* Nobody reads on: end as other programs do, by the signal. */
static int reader_gone(void)
{
    signal(SIGPIPE, SIG_DFL);
    raise(SIGPIPE);
    return CLI_USAGE;
}

int cli_target_problem(const char *command, const cli_target *t)
{
    const char *where = t->path ? t->path : "standard output";
    if (t->problem == EPIPE && !t->path)
        return reader_gone();
    cli_say("stemma %s: cannot write %s: %s", command, where,
            t->problem ? strerror(t->problem) : "out of memory");
    bool full = !t->problem || t->problem == ENOSPC || t->problem == EDQUOT ||
                t->problem == EFBIG;
    return full ? CLI_LIMIT : CLI_USAGE;
}
