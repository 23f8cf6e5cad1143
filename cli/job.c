#include "cli.h"

stm_run_opts cli_run_opts(const cli_values *v)
{
    stm_run_opts o = STM_RUN_OPTS_INIT;
    o.threads = v->threads;
    o.max_memory = v->max_memory;
    o.as_is = v->as_is;
    o.text_field = v->text_field;
    o.thesaurus = v->thesaurus;
    o.skip = cli_skip;
    o.cut = cli_cut;
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
    if (code == CLI_DONE && (r->skipped || r->cut))
        code = CLI_SKIPPED;
    stm_result_free(r);
    return code;
}

int cli_finish_stream(const char *command, cli_target *t,
                      const stm_tally *tally, stm_status rc,
                      const stm_error *err)
{
    if (rc == STM_OK && t->fd < 0)
        cli_target_open(t);
    cli_target_close(t, rc == STM_OK);
    cli_progress_clear();
    if (t->problem)
        return cli_target_problem(command, t);
    if (rc == STM_ECANCEL) {
        cli_say("stemma %s: interrupted", command);
        return CLI_INTERRUPTED;
    }
    if (rc != STM_OK)
        return cli_fail(command, err);
    return tally->skipped || tally->cut ? CLI_SKIPPED : CLI_DONE;
}
