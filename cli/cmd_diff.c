#include "cli.h"

static stm_status write_json(const stm_result *r, const stm_sink *out,
                             stm_error *err)
{
    return stm_report_json(r, NULL, out, err);
}

/* What is wrong with a command line for many pairs, or NULL. */
static const char *problem_of_many(const cli_values *v)
{
    if (!v->corpus)
        return "--pairs needs the texts, too: --corpus FILE";
    if (!v->pairs)
        return "--corpus needs the pairs to be compared, too: --pairs FILE";
    if (v->operand_count)
        return "takes no captures beside --pairs and --corpus";
    if (v->form != CLI_JSON)
        return "many pairs can be had as --json only";
    return NULL;
}

static int diff_many(const cli_values *v)
{
    cli_target target = {.path = v->output, .fd = -1};
    const char *problem = problem_of_many(v);
    stm_tally tally;
    stm_error err = {0};
    if (problem) {
        cli_say("stemma diff: %s", problem);
        return CLI_USAGE;
    }
    stm_run_opts opts = cli_run_opts(v);
    stm_sink out = {cli_target_stream, &target};
    cli_progress_start(v);
    stm_status rc = stm_run_diffs(&tally, v->corpus, v->pairs, &opts,
                                  write_json, &out, &err);
    return cli_finish_stream("diff", &target, &tally, rc, &err);
}

int cli_diff(const cli_values *v)
{
    stm_error err = {0};
    stm_result *r = NULL;
    if (v->pairs || v->corpus)
        return diff_many(v);
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
