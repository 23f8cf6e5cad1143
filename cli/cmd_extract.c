#include "cli.h"

static stm_document_fn *const writers[CLI_FORMS] = {
    [CLI_TERMINAL] = stm_report_document_text,
    [CLI_JSON] = stm_report_document_json,
    [CLI_MARKDOWN] = stm_report_document_markdown,
};

int cli_extract(const cli_values *v)
{
    cli_target target = {.path = v->output, .fd = -1};
    stm_tally tally;
    stm_error err = {0};
    if (!v->operand_count) {
        cli_say("stemma extract: no captures given; name files or folders, or "
                "- for standard input: stemma extract PATH...");
        return CLI_USAGE;
    }
    stm_run_opts opts = cli_run_opts(v);
    stm_sink out = {cli_target_stream, &target};
    cli_progress_start(v);
    stm_status rc = stm_run_extract(&tally, v->operands, v->operand_count,
                                    &opts, writers[v->form], &out, &err);
    return cli_finish_stream("extract", &target, &tally, rc, &err);
}
