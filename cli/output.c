/* A report goes to standard output, or to a file that appears whole or not at
 * all: written beside it under another name, then renamed. */
#include "cli.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEFAULT_WIDTH = 80, NARROWEST = 40, WIDEST = 1000 };

typedef struct target {
    const char *path; /* NULL: standard output */
    char *temp;       /* what is renamed to `path`, or NULL: written straight */
    int fd;
    int problem; /* errno of the first failure */
} target;

static stm_report_fn *const reports[CLI_FORMS] = {
    [CLI_TERMINAL] = stm_report_terminal, [CLI_JSON] = stm_report_json,
    [CLI_HTML] = stm_report_html,         [CLI_DOT] = stm_report_dot,
    [CLI_SVG] = stm_report_svg,
};

static stm_status write_all(void *user, const char *bytes, size_t len)
{
    target *t = user;
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

static bool open_temp(target *t)
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
    mode_t mask = umask(0);
    umask(mask);
    if (fchmod(t->fd, 0666 & ~mask) < 0)
        t->problem = errno;
    return !t->problem;
}

static bool open_target(target *t)
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

/* Keeps what was written, if all went well. */
static void close_target(target *t, bool keep)
{
    if (t->fd >= 0 && close(t->fd) < 0 && !t->problem)
        t->problem = errno;
    if (!t->temp)
        return;
    if (keep && !t->problem && rename(t->temp, t->path) < 0)
        t->problem = errno;
    if (!keep || t->problem)
        unlink(t->temp);
    free(t->temp);
}

static bool wants_colour(const cli_values *v)
{
    const char *no = getenv("NO_COLOR"), *term = getenv("TERM");
    if (v->colour != CLI_AUTO)
        return v->colour == CLI_ALWAYS;
    return !v->output && isatty(STDOUT_FILENO) && !(no && *no) &&
           !(term && !strcmp(term, "dumb"));
}

static unsigned width(void)
{
    const char *columns = getenv("COLUMNS");
    struct winsize size;
    unsigned n = 0;
    for (const char *p = columns; p && *p >= '0' && *p <= '9' && n < WIDEST;
         p++)
        n = n * 10 + (unsigned)(*p - '0');
    if (!n && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        n = size.ws_col;
    if (!n)
        n = DEFAULT_WIDTH;
    return n < NARROWEST ? NARROWEST : n > WIDEST ? WIDEST : n;
}

/* Nobody reads on: end as other programs do, by the signal. */
static int reader_gone(void)
{
    signal(SIGPIPE, SIG_DFL);
    raise(SIGPIPE);
    return CLI_USAGE;
}

static int write_problem(const char *command, const target *t)
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

int cli_write(const cli_values *v, const char *command, const stm_result *r)
{
    target t = {.path = v->output, .fd = -1};
    stm_report_opts opts = STM_REPORT_OPTS_INIT;
    stm_sink sink = {write_all, &t};
    stm_error err = {0};
    opts.colour = wants_colour(v);
    opts.verbose = v->verbose;
    opts.width = width();
    if (!open_target(&t)) {
        close_target(&t, false);
        return write_problem(command, &t);
    }
    stm_status rc = reports[v->form](r, &opts, &sink, &err);
    close_target(&t, rc == STM_OK);
    if (t.problem)
        return write_problem(command, &t);
    return rc == STM_OK ? CLI_DONE : cli_fail(command, &err);
}
