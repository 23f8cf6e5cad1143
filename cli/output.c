/* A report as the command line wants it. */
#include "cli.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { DEFAULT_WIDTH = 80, NARROWEST = 40, WIDEST = 1000 };

static stm_report_fn *const reports[CLI_FORMS] = {
    [CLI_TERMINAL] = stm_report_terminal,
    [CLI_JSON] = stm_report_json,
    [CLI_HTML] = stm_report_html,
    [CLI_DOT] = stm_report_dot,
    [CLI_SVG] = stm_report_svg,
    [CLI_GRAPHML] = stm_report_graphml,
    [CLI_TEI] = stm_report_tei,
    [CLI_CSV] = stm_report_csv,
    [CLI_COLLATION] = stm_report_collation,
};

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

int cli_write(const cli_values *v, const char *command, const stm_result *r)
{
    cli_target t = {.path = v->output, .fd = -1};
    stm_report_opts opts = STM_REPORT_OPTS_INIT;
    stm_sink sink = {cli_target_write, &t};
    stm_error err = {0};
    opts.colour = wants_colour(v);
    opts.verbose = v->verbose;
    opts.width = width();
    opts.timeline = v->timeline;
    opts.lost = v->reconstruct != NULL;
    if (!cli_target_open(&t)) {
        cli_target_close(&t, false);
        return cli_target_problem(command, &t);
    }
    stm_status rc = reports[v->form](r, &opts, &sink, &err);
    cli_target_close(&t, rc == STM_OK);
    if (t.problem)
        return cli_target_problem(command, &t);
    return rc == STM_OK ? CLI_DONE : cli_fail(command, &err);
}
