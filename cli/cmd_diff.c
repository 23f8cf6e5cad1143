#include "cli.h"

int cli_diff(const cli_values *v)
{
    stm_error err = {0};
    stm_result *r = NULL;
    if (v->operand_count != 2) {
        cli_say("stemma diff: compares two captures, %zu given: "
                "stemma diff A B",
                v->operand_count);
        return CLI_USAGE;
    }
    stm_run_opts opts = cli_run_opts(v);
    cli_progress_start(v);
    if (stm_run_diff(&r, v->operands[0], v->operands[1], &opts, &err) != STM_OK)
        return cli_fail("diff", &err);
    return cli_finish(v, "diff", r);
}
