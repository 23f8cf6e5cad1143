#include "cli.h"

stm_run_opts cli_run_opts(const cli_values *v)
{
    stm_run_opts o = STM_RUN_OPTS_INIT;
    o.threads = v->threads;
    o.max_memory = v->max_memory;
    o.as_is = v->as_is;
    o.skip = cli_skip;
    o.progress = cli_progress;
    return o;
}

int cli_finish(const cli_values *v, const char *command, stm_result *r)
{
    cli_progress_clear();
    int code = cli_write(v, command, r);
    if (r->pairs_cut && !v->quiet)
        cli_say("note: too many pairs to compare them all; the %zu that have "
                "least in common were left out",
                r->pairs_cut);
    if (code == CLI_DONE && r->skipped)
        code = CLI_SKIPPED;
    stm_result_free(r);
    return code;
}
