#include "cli.h"

/* The families are edited where somebody will see it. */
static bool wants_edition(const cli_values *v)
{
    return v->reconstruct || v->timeline || v->form == CLI_TEI ||
           v->form == CLI_CSV || v->form == CLI_COLLATION ||
           v->form == CLI_HTML;
}

int cli_tree(const cli_values *v)
{
    stm_error err = {0};
    stm_result *r = NULL;
    if (!v->operand_count) {
        cli_say("stemma tree: no captures given; name files or folders, or - "
                "for standard input: stemma tree PATH...");
        return CLI_USAGE;
    }
    stm_run_opts opts = cli_run_opts(v);
    opts.edition = wants_edition(v);
    opts.alternatives = v->alternatives;
    opts.samples = v->samples;
    cli_progress_start(v);
    if (stm_run_tree(&r, v->operands, v->operand_count, &opts, &err) != STM_OK)
        return cli_fail("tree", &err);
    int code = v->reconstruct ? cli_write_lost(v, r) : CLI_DONE;
    if (code != CLI_DONE) {
        stm_result_free(r);
        return code;
    }
    return cli_finish(v, "tree", r);
}
