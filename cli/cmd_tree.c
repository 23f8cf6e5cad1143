#include "cli.h"

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
    cli_progress_start(v);
    if (stm_run_tree(&r, v->operands, v->operand_count, &opts, &err) != STM_OK)
        return cli_fail("tree", &err);
    return cli_finish(v, "tree", r);
}
