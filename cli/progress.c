/* A bar on a terminal, once the work has taken long enough for somebody to
 * wonder; with --progress also elsewhere, then a line a stage. */
#include "cli.h"

#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { BAR = 30, PATIENCE_MS = 400, REDRAW_MS = 100 };

static struct {
    bool wanted, terminal, drawn;
    const char *stage;
    int64_t started, drawn_at;
} bar;

static volatile sig_atomic_t interrupted;
/* While captures are read nothing needs to be put in order before we go, and a
 * read from a terminal or a pipe may wait for ever. */
static volatile sig_atomic_t may_leave_at_once = 1;

static const char *volatile half_written;

static void on_interrupt(int signal_number)
{
    const char *path = half_written;
    if (may_leave_at_once || interrupted) {
        if (path)
            unlink(path);
        _exit(128 + signal_number);
    }
    interrupted = 1;
}

void cli_remove_when_interrupted(const char *path) { half_written = path; }
void cli_interrupt_hold(void) { may_leave_at_once = 0; }
void cli_interrupt_release(void) { may_leave_at_once = 1; }

bool cli_interrupted(void) { return interrupted; }

static int64_t now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void cli_progress_start(const cli_values *v)
{
    struct sigaction on = {.sa_handler = on_interrupt};
    sigemptyset(&on.sa_mask);
    sigaction(SIGINT, &on, NULL);
    bar.terminal = isatty(STDERR_FILENO);
    bar.wanted = v->progress || (bar.terminal && !v->quiet);
    bar.started = now_ms();
}

void cli_progress_clear(void)
{
    if (bar.drawn)
        fputs("\r\x1b[K", stderr);
    bar.drawn = false;
}

static void draw(const char *stage, uint64_t done, uint64_t all)
{
    int64_t now = now_ms();
    if (now - bar.started < PATIENCE_MS || now - bar.drawn_at < REDRAW_MS)
        return;
    bar.drawn_at = now;
    bar.drawn = true;
    if (!all) {
        fprintf(stderr, "\r\x1b[K%s: %llu", stage, (unsigned long long)done);
        return;
    }
    char line[BAR + 1];
    int full = (int)(done * BAR / all);
    memset(line, '.', BAR);
    memset(line, '#', (size_t)full);
    line[BAR] = '\0';
    fprintf(stderr, "\r\x1b[K%s [%s] %llu of %llu", stage, line,
            (unsigned long long)done, (unsigned long long)all);
}

bool cli_progress(void *user, const char *stage, uint64_t done, uint64_t all)
{
    (void)user;
    may_leave_at_once =
        !strcmp(stage, "reading") || !strcmp(stage, "extracting");
    if (bar.wanted && bar.terminal)
        draw(stage, done, all);
    else if (bar.wanted && (!bar.stage || strcmp(bar.stage, stage) != 0))
        fprintf(stderr, "%s\n", stage);
    bar.stage = stage;
    return !interrupted;
}
